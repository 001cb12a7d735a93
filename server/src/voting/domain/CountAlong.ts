import type { StakeholderGroup, WeightedBallot } from "@crossroads/shared";
import type { MarkCell, TallyCells, TurnoutCell } from "./tally.ts";

/** A ballot that a commit put into the box, with what counts of its voter. */
export interface CastVote {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	/** The voter's answer until then, or the parts of a split vote; null: this is the first. */
	readonly before: readonly WeightedBallot[] | null;
	readonly after: readonly WeightedBallot[];
}

/**
 * [V15] Counts ballots along, as the record's triggers do: the same cells, from the same ballots. `countsMarks` false:
 * the turnout alone, as for a ranked poll.
 */
export class CountAlong {
	readonly #turnout: Map<string, TurnoutCell>;
	readonly #marks: Map<string, MarkCell>;

	constructor(
		{ turnout, marks }: TallyCells,
		private readonly countsMarks: boolean,
	) {
		this.#turnout = new Map(turnout.map((cell) => [turnoutKey(cell), cell]));
		this.#marks = new Map(marks.map((cell) => [markKey(cell), cell]));
	}

	get cells(): TallyCells {
		const marks = [...this.#marks.values()].filter(({ ballots }) => ballots > 0);
		return { turnout: [...this.#turnout.values()], marks };
	}

	add(votes: readonly CastVote[]): void {
		for (const vote of votes) {
			if (!vote.before) this.#turnOut(vote);
			if (!this.countsMarks) continue;
			for (const part of vote.before ?? []) this.#mark(vote, part, -1);
			for (const part of vote.after) this.#mark(vote, part, 1);
		}
	}

	#turnOut({ partnerId, group }: CastVote): void {
		const key = turnoutKey({ partnerId, group });
		const { electors = 0, ballots = 0 } = this.#turnout.get(key) ?? {};
		this.#turnout.set(key, { partnerId, group, electors, ballots: ballots + 1 });
	}

	#mark({ partnerId, group }: CastVote, { answer, weight }: WeightedBallot, sign: 1 | -1): void {
		for (const { option, value } of answer.marks) {
			const key = markKey({ partnerId, group, option, value });
			const before = this.#marks.get(key) ?? { ballots: 0, weight: 0 };
			const counted = { ballots: before.ballots + sign, weight: before.weight + sign * weight };
			this.#marks.set(key, { partnerId, group, option, value, ...counted });
		}
	}
}

function turnoutKey({ partnerId, group }: Pick<TurnoutCell, "partnerId" | "group">): string {
	return `${partnerId} ${group}`;
}

function markKey(cell: Pick<MarkCell, "partnerId" | "group" | "option" | "value">): string {
	return `${turnoutKey(cell)} ${cell.option} ${cell.value}`;
}
