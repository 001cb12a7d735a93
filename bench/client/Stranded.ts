import { openSubscriber } from "./handshake.ts";
import type { LoadSocket } from "./LoadSocket.ts";
import { percentile } from "./percentile.ts";
import type { CameBack, Target } from "./Target.ts";
import { Trigger } from "./Trigger.ts";

interface Reader {
	readonly cookie: string | null;
	socket: LoadSocket | null;
	cursor: string | null;
	/** Updates that it has been given. */
	updates: number;
	/** Told of every message. */
	onMessage: () => void;
}

interface Slice {
	readonly cursor: string;
	readonly updates: readonly string[];
}

const PATIENCE_MS = 60_000;

/** Readers of one log who were cut at different moments, and come back all at once, each with its cursor. */
export class Stranded {
	readonly #target: Target;
	readonly #readers: Reader[];
	#head = "";
	#pushed = 0;

	private constructor(target: Target, count: number) {
		this.#target = target;
		const { cookies } = target;
		this.#readers = Array.from({ length: count }, (_, place) => ({
			cookie: cookies[place % cookies.length] ?? null,
			socket: null,
			cursor: null,
			updates: 0,
			onMessage: () => {},
		}));
	}

	/** Opens the readers; after each of `pushes` updates the next group of them is cut. In the end nobody is there. */
	static async leave(target: Target, count: number, pushes: number): Promise<Stranded> {
		const stranded = new Stranded(target, count);
		for (const batch of slices(stranded.#readers, 100))
			await Promise.all(batch.map((reader) => stranded.#open(reader)));
		for (const reader of stranded.#readers) reader.updates = 0;
		const trigger = await Trigger.open(target, (fault) => {
			throw fault;
		});
		const groups = slices(stranded.#readers, Math.ceil(count / pushes));
		for (const group of groups) {
			await stranded.#push(trigger);
			for (const reader of group) reader.socket?.cut();
		}
		await stranded.#push(trigger);
		trigger.close();
		return stranded;
	}

	/** All at once: right is who has every update exactly once and stands at the head. */
	async comeBack(): Promise<CameBack> {
		const start = performance.now();
		const times = await Promise.all(
			this.#readers.map(async (reader) => {
				await this.#open(reader);
				await this.#isAtHead(reader);
				return performance.now() - start;
			}),
		);
		const right = this.#readers.filter(
			({ cursor, updates }) => cursor === this.#head && updates === this.#pushed,
		);
		for (const { socket } of this.#readers) socket?.cut();
		return {
			clients: times.length,
			right: right.length,
			p50: percentile(times, 0.5),
			p99: percentile(times, 0.99),
			worst: percentile(times, 1),
		};
	}

	async #open(reader: Reader): Promise<void> {
		const after = JSON.stringify(reader.cursor);
		const subscriptions = this.#target.subscriptions.map((message) => message.replace('"$AFTER"', after));
		const lost = (reason: string) => {
			throw new Error(`a reader was lost: ${reason}`);
		};
		const text = (message: string | null) => hear(reader, message ?? "");
		reader.socket = await openSubscriber(this.#target, reader.cookie, subscriptions, { text, lost });
	}

	/** Pushes one update, and waits until its commit is known and all who are there have it. */
	async #push(trigger: Trigger): Promise<void> {
		const there = this.#readers.filter(({ socket }) => socket?.isConnected);
		const cursor = new Promise<string>((resolve) => {
			trigger.onAnswer = ({ text }) => resolve(/"cursor":"([^"]+)"/.exec(text)?.[1] ?? "");
		});
		trigger.burst(1);
		this.#pushed += 1;
		this.#head = await cursor;
		await Promise.all(there.map((reader) => this.#isAtHead(reader)));
	}

	#isAtHead(reader: Reader): Promise<void> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error("a reader never came to the head")), PATIENCE_MS);
			reader.onMessage = () => {
				if (reader.cursor !== this.#head) return;
				clearTimeout(timer);
				resolve();
			};
			reader.onMessage();
		});
	}
}

function hear(reader: Reader, message: string): void {
	const { payload } = JSON.parse(message) as { payload: { data: { draftUpdates: Slice } } };
	const { cursor, updates } = payload.data.draftUpdates;
	reader.cursor = cursor;
	reader.updates += updates.length;
	reader.onMessage();
}

function slices<T>(items: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
		items.slice(place * size, (place + 1) * size),
	);
}
