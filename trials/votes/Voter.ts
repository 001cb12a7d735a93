import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { StagedDelegate } from "../../bench/stage/enterDelegates.ts";
import { CAST_BALLOT } from "../../bench/stage/operations.ts";
import type { Chance } from "../house/Chance.ts";
import { GraphLine } from "../house/GraphLine.ts";
import type { Attempt, Choice, Habit, VoterRecord } from "./Attempt.ts";

interface Cast {
	readonly castBallot: {
		readonly ballot: { receipt: string } | null;
		readonly refusal: { code: string } | null;
	};
}

interface CastSealed {
	readonly castSealedBallot: { readonly receipt: string | null; readonly refusal: { code: string } | null };
}

const CAST_SEALED =
	"mutation ($input: CastSealedBallotInput!) { castSealedBallot(input: $input) { receipt refusal { code } } }";

const CHOICES: readonly Choice[] = ["YES", "NO", "ABSTAIN"];

const HABITS: readonly Habit[] = [
	"silent",
	...Array<Habit>(6).fill("votes once"),
	...Array<Habit>(4).fill("changes"),
	...Array<Habit>(2).fill("taps twice"),
	...Array<Habit>(2).fill("votes on two devices"),
	...Array<Habit>(4).fill("loses the line and asks again"),
	"leaves without an answer",
];

/** One person in one poll, with as many phones and servers as it takes. */
export class Voter {
	readonly record: VoterRecord;
	readonly #cookie: string;
	readonly #ports: readonly number[];
	readonly #chance: Chance;
	readonly #pollId: string;
	readonly #sealedBytes: number | null;
	#line: GraphLine | null = null;
	/** Ballots that had to be handed in again. */
	repeats = 0;
	#trouble = "none";

	constructor(
		{ personId, cookie }: StagedDelegate,
		{ pollId, sealedBytes }: { pollId: string; sealedBytes: number | null },
		{ ports, chance, isElector }: { ports: readonly number[]; chance: Chance; isElector: boolean },
	) {
		this.#cookie = cookie;
		this.#ports = ports;
		this.#chance = chance;
		this.#pollId = pollId;
		this.#sealedBytes = sealedBytes;
		this.record = { personId, habit: chance.pick(HABITS), isElector, attempts: [] };
	}

	/** Votes at some moment within `ms`; resolves when every answer that was waited for is there. */
	async vote(ms: number): Promise<void> {
		const { habit } = this.record;
		if (habit === "silent") return;
		await pause(this.#chance.whole(0, ms));
		const first = this.#mean();
		if (habit === "leaves without an answer") return this.#sendAndLeave(first);
		if (habit === "loses the line and asks again") await this.#sendAndLeave(first);
		const second = habit === "votes on two devices" ? this.#mean([]) : habit === "taps twice" ? first : null;
		await Promise.all([this.#insist(first), second && this.#insist(second, await this.#open())]);
		if (habit !== "changes") return;
		await pause(this.#chance.whole(0, ms / 2));
		await this.#insist(this.#mean());
	}

	/** What it waits for, and what went wrong last; null: nothing. */
	get waitsFor(): string | null {
		const open = this.record.attempts.filter(({ answer }) => answer === null);
		if (open.length === 0) return null;
		return `${this.record.habit}: ${open.length} ballots without an answer; last trouble: ${this.#trouble}`;
	}

	leave(): void {
		this.#line?.cut();
	}

	#mean(after: readonly Attempt[] = [...this.record.attempts]): Attempt {
		// The box cannot tell random bytes from a sealed ballot.
		const key =
			this.#sealedBytes === null ? randomUUID() : randomBytes(this.#sealedBytes).toString("base64url");
		const attempt = { key, choice: this.#chance.pick(CHOICES), after, answer: null };
		this.record.attempts.push(attempt);
		return attempt;
	}

	/** Cut in the middle of anything: before it arrives, while it is committed, while it is answered. */
	async #sendAndLeave(attempt: Attempt): Promise<void> {
		const line = await this.#open();
		const asked = this.#ask(line, attempt).catch(() => {});
		await pause(this.#chance.whole(0, 15));
		line?.cut();
		await asked;
	}

	/** Hands it in, with the same key, until there is an answer. */
	async #insist(attempt: Attempt, device: GraphLine | null = null): Promise<void> {
		let line = device;
		for (let tries = 0; attempt.answer === null; tries += 1) {
			if (tries > 0) this.repeats += 1;
			if (line === null || line.isLost) line = device ? await this.#open() : await this.#connected();
			await this.#ask(line, attempt).catch((fault) => {
				this.#trouble = String(fault);
				return pause(this.#chance.whole(20, 250));
			});
		}
		if (device) line?.cut();
	}

	async #ask(line: GraphLine | null, attempt: Attempt): Promise<void> {
		if (line === null) throw new Error("nobody answers");
		if (this.#sealedBytes !== null) return this.#askSealed(line, attempt);
		const { castBallot } = await line.request<Cast>(CAST_BALLOT, {
			pollId: this.#pollId,
			answer: { marks: [{ option: attempt.choice, value: 1 }] },
			idempotencyKey: attempt.key,
		});
		const { ballot, refusal } = castBallot;
		attempt.answer = ballot ? { receipt: ballot.receipt } : { refusal: refusal?.code ?? "?" };
	}

	async #askSealed(line: GraphLine, attempt: Attempt): Promise<void> {
		const input = { pollId: this.#pollId, sealed: attempt.key };
		const { castSealedBallot } = await line.request<CastSealed>(CAST_SEALED, { input });
		const { receipt, refusal } = castSealedBallot;
		attempt.answer = receipt ? { receipt } : { refusal: refusal?.code ?? "?" };
	}

	async #connected(): Promise<GraphLine | null> {
		if (this.#line === null || this.#line.isLost) this.#line = await this.#open();
		return this.#line;
	}

	#open(): Promise<GraphLine | null> {
		return GraphLine.open(this.#chance.pick(this.#ports), this.#cookie).catch(() => null);
	}
}
