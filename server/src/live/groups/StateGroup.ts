import type { Answer } from "./execution.ts";
import type { Group } from "./Group.ts";
import type { Member } from "./Member.ts";
import type { Plan } from "./Plan.ts";
import { Retry } from "./Retry.ts";

/** What a State group needs of the engine. */
export interface StateGroupWorld {
	/** Executes the group's operation once. Never rejects. */
	answer(): Promise<Answer>;
	/** False while news may be lost: then nothing remembered may be taken for current. */
	isNewsHealthy(): boolean;
	readonly retryMs: number;
}

/**
 * [L4] Subscribers of one state. At most one execution is under way; what is announced during it causes one more.
 * Every member holds either the newest payload or is held back and gets it when released: nothing is queued.
 */
export class StateGroup implements Group {
	readonly #members = new Set<Member>();
	/** Those who moved here since the last execution began: it may be older than what they have seen. */
	readonly #newcomers = new Set<Member>();
	/** Those who moved here before it began: its answer is for them too. */
	readonly #expectant = new Set<Member>();
	readonly #retry: Retry;
	#last: Buffer | null = null;
	#isStale = true;
	#isLooking = false;

	constructor(
		readonly key: string,
		readonly plan: Plan,
		readonly topics: readonly string[],
		private readonly world: StateGroupWorld,
	) {
		this.#retry = new Retry(world.retryMs, () => this.announced());
	}

	get size(): number {
		return this.#members.size;
	}

	join(member: Member, hasMoved: boolean): void {
		this.#members.add(member);
		if (hasMoved) {
			this.#newcomers.add(member);
			return this.announced();
		}
		member.sent = null;
		const isCurrent = this.#last && !this.#isStale && !this.#isLooking && this.world.isNewsHealthy();
		if (isCurrent) this.#bringUpToDate(member);
		else if (!this.#isLooking) this.announced();
		else if (!this.world.isNewsHealthy()) this.#isStale = true;
	}

	leave(member: Member): boolean {
		this.#members.delete(member);
		this.#newcomers.delete(member);
		this.#expectant.delete(member);
		return this.#members.size === 0;
	}

	announced(): void {
		this.#isStale = true;
		if (this.#isLooking) return;
		this.#isLooking = true;
		queueMicrotask(() => void this.#look());
	}

	appended(): void {
		this.announced();
	}

	released(member: Member): void {
		if (this.#members.has(member)) this.#bringUpToDate(member);
	}

	dissolve(): void {
		this.#retry.stop();
	}

	async #look(): Promise<void> {
		while (this.#isStale && this.#members.size > 0) {
			this.#isStale = false;
			for (const member of this.#newcomers) this.#expectant.add(member);
			this.#newcomers.clear();
			if (!this.#settle(await this.world.answer())) break;
		}
		this.#isLooking = false;
	}

	#settle(answer: Answer): boolean {
		if (answer.isFault) {
			this.#keepLast(answer);
			return false;
		}
		this.#retry.worked();
		this.#expectant.clear();
		if (!this.#last?.equals(answer.tail)) this.#last = answer.tail;
		for (const member of this.#members) this.#bringUpToDate(member);
		return true;
	}

	/** [L6] A fault is not a state: who has a state keeps it, who has none is told, and we try again. */
	#keepLast(answer: Answer): void {
		this.#isStale = true;
		for (const member of this.#members)
			if (member.sent === null && !member.isHeld()) this.#send(member, answer.tail);
		this.#retry.later();
	}

	#bringUpToDate(member: Member): void {
		const isTooSoon = this.#newcomers.has(member) || this.#expectant.has(member);
		if (!this.#last || member.sent === this.#last || isTooSoon || member.isHeld()) return;
		this.#send(member, this.#last);
	}

	#send(member: Member, tail: Buffer): void {
		member.sent = tail;
		member.deliver(tail);
	}
}
