import type { BallotAnswer, StakeholderGroup } from "@crossroads/shared";
import type { MarkCell, TallyCells, TurnoutCell } from "./tally.ts";

/** A ballot that a commit put into the box, with what counts of its voter. */
export interface CastVote {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly weight: number;
	/** The voter's answer until then; null: this is the first. */
	readonly before: BallotAnswer | null;
	readonly after: BallotAnswer;
}

/** [V15] Counts ballots along, as the record's triggers do: the same cells, from the same ballots. */
export class CountAlong {
	readonly #turnout: Map<string, TurnoutCell>;
	readonly #marks: Map<string, MarkCell>;

	constructor({ turnout, marks }: TallyCells) {
		this.#turnout = new Map(turnout.map((cell) => [turnoutKey(cell), cell]));
		this.#marks = new Map(marks.map((cell) => [markKey(cell), cell]));
	}

	get cells(): TallyCells {
		const marks = [...this.#marks.values()].filter(({ ballots }) => ballots > 0);
		return { turnout: [...this.#turnout.values()], marks };
	}

	add(votes: readonly CastVote[]): void {
		for (const vote of votes) {
			if (vote.before) this.#mark(vote, vote.before, -1);
			else this.#turnOut(vote);
			this.#mark(vote, vote.after, 1);
		}
	}

	#turnOut({ partnerId, group }: CastVote): void {
		const key = turnoutKey({ partnerId, group });
		const { electors = 0, ballots = 0 } = this.#turnout.get(key) ?? {};
		this.#turnout.set(key, { partnerId, group, electors, ballots: ballots + 1 });
	}

	#mark({ partnerId, group, weight }: CastVote, { marks }: BallotAnswer, sign: 1 | -1): void {
		for (const { option, value } of marks) {
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
