import { connectionInit } from "../../client/handshake.ts";
import { LoadSocket } from "../../client/LoadSocket.ts";
import { Screens } from "./Screens.ts";
import type { VotersPlace, Watched } from "./VotingTarget.ts";

const OPENED_AT_A_TIME = 100;
const PATIENCE_MS = 60_000;
/** Of every message only the beginning is looked at: what it answers, and the count. */
const LOOKED_AT = 400;
const HEAD = /^\{"id":"([tb])(\d+)","type":"(\w+)"/;

/** Told of the answer to a ballot. */
export type OnAnswer = (voter: number, text: string) => void;

/** Everybody who votes, one socket each; they watch the count if told to. */
export class Voters {
	readonly place: VotersPlace;
	screens: Screens;
	onAnswer: OnAnswer = () => {};
	#sockets: LoadSocket[] = [];
	#watching = 0;
	#greeted = 0;
	#onGreeted: () => void = () => {};
	#fault: Error | null = null;
	#onFault: (fault: Error) => void = () => {};

	private constructor(place: VotersPlace) {
		this.place = place;
		this.screens = new Screens(place.cookies.length);
	}

	static async enter(place: VotersPlace): Promise<Voters> {
		const voters = new Voters(place);
		const waiting = place.cookies.map((_, voter) => voter).reverse();
		const lane = async () => {
			for (let voter = waiting.pop(); voter !== undefined; voter = waiting.pop()) await voters.#open(voter);
		};
		await Promise.all(Array.from({ length: OPENED_AT_A_TIME }, lane));
		return voters;
	}

	get size(): number {
		return this.place.cookies.length;
	}

	/** Rejects when a socket is lost. */
	get lost(): Promise<never> {
		return new Promise((_, reject) => {
			this.#onFault = reject;
			if (this.#fault) reject(this.#fault);
		});
	}

	/** Ends what was watched and begins what is to be watched; resolves when everybody has the first count. */
	async watch(watched: Watched | null): Promise<void> {
		const before = this.#watching;
		this.#watching += 1;
		this.#greeted = 0;
		this.screens = new Screens(this.size);
		const subscribe = JSON.stringify({
			id: `t${this.#watching}`,
			type: "subscribe",
			payload: watched?.payload,
		});
		const greeted = new Promise<void>((resolve) => {
			this.#onGreeted = resolve;
		});
		for (const socket of this.#sockets) {
			if (before > 0) socket.send(`{"id":"t${before}","type":"complete"}`);
			if (watched) socket.send(subscribe);
		}
		// A stock server does not say when a subscription has begun.
		const begun = watched?.isGreeted ? greeted : pause(watched ? 1_000 : 300);
		await Promise.race([begun, this.lost, pause(PATIENCE_MS).then(() => tooLate(this.#greeted))]);
	}

	/** Hands in a voter's ballot: JSON of query and variables. */
	cast(voter: number, payload: string): void {
		(this.#sockets[voter] as LoadSocket).send(`{"id":"b${voter}","type":"subscribe","payload":${payload}}`);
	}

	leave(): void {
		for (const socket of this.#sockets) socket.cut();
	}

	#open(voter: number): Promise<void> {
		const { port, cookies } = this.place;
		const cookie = cookies[voter] as string;
		return new Promise((resolve, reject) => {
			const socket = new LoadSocket(
				{ port, path: "/graphql", subprotocol: "graphql-transport-ws", cookie },
				{
					opened: () => socket.send(connectionInit),
					text: (text) => {
						if (text?.includes('"connection_ack"')) resolve();
						else this.#hear(voter, text ?? "");
					},
					lost: (reason) => {
						reject(new Error(`not opened: ${reason}`));
						this.#fail(new Error(`a voter's socket was lost: ${reason}`));
					},
				},
			);
			socket.keepOnly(LOOKED_AT);
			this.#sockets[voter] = socket;
		});
	}

	#hear(voter: number, text: string): void {
		const [, about, id, type] = HEAD.exec(text) ?? [];
		if (type === "error") return this.#fail(new Error(`refused: ${text}`));
		if (type !== "next") return;
		if (about === "b") return this.onAnswer(voter, text);
		if (Number(id) !== this.#watching) return;
		this.screens.show(voter, Number(/"cast":(\d+)/.exec(text)?.[1] ?? Number.NaN));
		this.#greeted += 1;
		if (this.#greeted === this.size) this.#onGreeted();
	}

	#fail(fault: Error): void {
		this.#fault = fault;
		this.#onFault(fault);
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms).unref();
	});
}

function tooLate(greeted: number): never {
	throw new Error(`only ${greeted} had the first count within ${PATIENCE_MS / 1_000} s`);
}
