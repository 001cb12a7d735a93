import { GraphQLError } from "graphql";
import type { LogEvent } from "../streams.ts";
import { asGraphQLError } from "./execution.ts";
import type { Group } from "./Group.ts";
import { LogReads, type LogReadsWorld } from "./LogReads.ts";
import { LogTail, type TailEntry } from "./LogTail.ts";
import type { Member } from "./Member.ts";
import type { Plan } from "./Plan.ts";
import { Retry } from "./Retry.ts";

/** What a Log group needs of the engine. */
export interface LogGroupWorld extends LogReadsWorld {
	/** Ends a member's subscription: the engine forgets it and tells the client. */
	expel(member: Member, error: GraphQLError): void;
	isNewsHealthy(): boolean;
	readonly limits: { readonly tailBytes: number; readonly tailEvents: number; readonly retryMs: number };
}

/** A catch-up that finds nothing this often, and yet is not where we are, has a cursor that is not of this log. */
const MOST_EMPTY_ROUNDS = 3;

/**
 * [L7] Subscribers of one log. Those who are `live` stand at the head or are held back somewhere in the tail; the
 * others are still catching up. All changes of the tail happen one after the other, in `#work`.
 */
export class LogGroup implements Group {
	/** Each with a mark of its own for each time that it joined. */
	readonly #members = new Map<Member, symbol>();
	readonly #live = new Set<Member>();
	readonly #reads: LogReads;
	readonly #retry: Retry;
	#tail: LogTail | null = null;
	#appended: LogEvent[] = [];
	#mustRead = false;
	#isWorking = false;
	#whenIdle: (() => void)[] = [];
	readonly #whenReleased = new Map<Member, () => void>();

	constructor(
		readonly key: string,
		readonly plan: Plan,
		readonly topics: readonly string[],
		private readonly world: LogGroupWorld,
	) {
		this.#reads = new LogReads(world);
		this.#retry = new Retry(world.limits.retryMs, () => this.announced());
	}

	get size(): number {
		return this.#members.size;
	}

	join(member: Member): void {
		const joined = Symbol();
		this.#members.set(member, joined);
		if (!this.world.isNewsHealthy()) this.announced();
		this.#catchUp(member, joined).catch((error: unknown) => {
			if (this.#isHere(member, joined)) this.#expel(member, asGraphQLError(error));
		});
	}

	leave(member: Member): boolean {
		this.#members.delete(member);
		this.#live.delete(member);
		this.#release(member);
		return this.#members.size === 0;
	}

	announced(): void {
		this.#mustRead = true;
		this.#startWork();
	}

	appended(events: readonly LogEvent[]): void {
		for (const event of events) this.#appended.push(event);
		this.#startWork();
	}

	released(member: Member): void {
		this.#release(member);
		if (this.#live.has(member)) this.#advance(member);
	}

	dissolve(): void {
		this.#retry.stop();
	}

	/** A member that left and joined again is caught up by its newest joining alone. */
	#isHere(member: Member, joined: symbol): boolean {
		return this.#members.get(member) === joined;
	}

	/** [L8] From where the member stands to the live events, without a gap and without a double. */
	async #catchUp(member: Member, joined: symbol): Promise<void> {
		for (let emptyRounds = 0; emptyRounds < MOST_EMPTY_ROUNDS; ) {
			if (this.#goLive(member)) return;
			const another = this.#reads.another(member.cursor);
			if (member.isHeld()) await this.#untilReleased(member);
			else if (another !== null) await another;
			else if (await this.#readFor(member, joined)) emptyRounds += 1;
			if (!this.#isHere(member, joined)) return;
		}
		throw new GraphQLError("The cursor is not one of this stream.", {
			extensions: { code: "INVALID_CURSOR" },
		});
	}

	/** Reads what the member lacks and sends it, unless the tail can do that now. True: there was nothing. */
	async #readFor(member: Member, joined: symbol): Promise<boolean> {
		const read = await this.#reads.shared(member.cursor);
		if (member.review !== null) await member.review;
		if (!this.#isHere(member, joined)) return false;
		this.#adopt(member.cursor, read);
		if (this.#tail?.knows(member.cursor)) return false;
		if (read.length === 0) {
			await this.#readToHead();
			return true;
		}
		for (const entry of read) {
			if (member.isHeld()) break; // the rest is read again when it has drained
			send(member, entry);
		}
		return false;
	}

	/** Nothing is read or kept for a member that cannot be sent to. Resolves also when it has left. */
	#untilReleased(member: Member): Promise<void> {
		return new Promise((resolve) => this.#whenReleased.set(member, resolve));
	}

	#release(member: Member): void {
		this.#whenReleased.get(member)?.();
		this.#whenReleased.delete(member);
	}

	#goLive(member: Member): boolean {
		if (!this.#tail?.knows(member.cursor)) return false;
		this.#live.add(member);
		this.#advance(member);
		return true;
	}

	/** What was read becomes the tail, or lengthens it backwards. */
	#adopt(after: string | null, read: readonly TailEntry[]): void {
		if (this.#tail) {
			this.#tail.prepend(after, read);
			return;
		}
		this.#tail = new LogTail(after, this.world.limits);
		for (const entry of read) this.#tail.push(entry);
		this.#startWork();
	}

	#readToHead(): Promise<void> {
		const idle = new Promise<void>((resolve) => this.#whenIdle.push(resolve));
		this.announced();
		return idle;
	}

	#startWork(): void {
		const hasWork = this.#mustRead || this.#appended.length > 0;
		if (!hasWork || this.#isWorking || !this.#tail) return;
		this.#isWorking = true;
		void this.#work(this.#tail);
	}

	async #work(tail: LogTail): Promise<void> {
		try {
			while (this.#mustRead || this.#appended.length > 0) await this.#step(tail);
			this.#retry.worked();
		} catch {
			this.#mustRead = true;
			this.#retry.later();
		}
		this.#isWorking = false;
		for (const resolve of this.#whenIdle.splice(0)) resolve();
	}

	async #step(tail: LogTail): Promise<void> {
		if (this.#mustRead) {
			this.#mustRead = false;
			for (const entry of await this.#reads.fresh(tail.head)) this.#push(tail, entry);
			return;
		}
		const events = this.#appended;
		this.#appended = [];
		for (const event of events) await this.#append(tail, event);
	}

	async #append(tail: LogTail, event: LogEvent): Promise<void> {
		if (tail.knows(event.cursor)) return;
		const follows = event.previous === undefined || event.previous === tail.head;
		if (follows && !this.#mustRead) this.#push(tail, await this.#reads.entry(event));
		else this.#mustRead = true;
	}

	#push(tail: LogTail, entry: TailEntry): void {
		if (tail.knows(entry.cursor)) return;
		const before = tail.head;
		tail.push(entry);
		for (const member of this.#live) {
			if (member.cursor === before && !member.isHeld()) send(member, entry);
			else this.#advance(member);
		}
	}

	/** Sends a live member what it has missed while it was held back. */
	#advance(member: Member): void {
		const tail = this.#tail as LogTail;
		while (!member.isHeld()) {
			if (!tail.knows(member.cursor)) {
				this.#expel(member, tooSlow(member.cursor));
				return;
			}
			const entry = tail.next(member.cursor);
			if (!entry) return;
			send(member, entry);
		}
	}

	#expel(member: Member, error: GraphQLError): void {
		if (this.#members.has(member)) this.world.expel(member, error);
	}
}

function send(member: Member, { cursor, tail }: TailEntry): void {
	member.cursor = cursor;
	member.deliver(tail);
}

/** [L10] A reader who fell behind the tail is told where to go on. */
function tooSlow(cursor: string | null): GraphQLError {
	return new GraphQLError("This reader was too slow. Resume behind the cursor.", {
		extensions: { code: "TOO_SLOW", resumeAfter: cursor },
	});
}
