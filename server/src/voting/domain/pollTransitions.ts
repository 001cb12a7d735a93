import type { PollState, RefusalCode } from "@crossroads/shared";

/** What opening a poll depends on besides its state. */
export interface OpeningFacts {
	readonly isAnotherPollOpen: boolean;
	readonly present: number;
}

/** [V2] [V3] Why this poll cannot be opened now; null: it can. */
export function refusalToOpen(state: PollState, facts: OpeningFacts): RefusalCode | null {
	if (state !== "PREPARED") return "poll-already-opened";
	if (facts.isAnotherPollOpen) return "another-poll-is-open";
	return facts.present === 0 ? "nobody-is-present" : null;
}

/** [V2] Why this poll cannot be closed now; null: it can. */
export function refusalToClose(state: PollState): RefusalCode | null {
	if (state === "PREPARED") return "poll-not-open";
	return state === "OPEN" ? null : "poll-closed";
}

/** [V2] [V44] Why this poll's result cannot be published now; null: it can. `isDecided`: it has one. */
export function refusalToPublish(state: PollState, isDecided: boolean): RefusalCode | null {
	if (state === "CLOSED") return isDecided ? null : "box-not-opened";
	return state === "PUBLISHED" ? "state-does-not-allow" : "poll-not-closed";
}
