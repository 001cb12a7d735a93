import { mostDraftBytes, mostPushBytes, mostPushUpdates, type RefusalCode } from "@crossroads/shared";
import type { UpdateFacts } from "./UpdateFacts.ts";

/** What the log knows of a draft when it decides whether an update may follow. */
export interface DraftStanding {
	readonly draftId: string;
	readonly networkId: string;
	/** The state of the draft's recommendation. */
	readonly recommendationState: string;
}

/** [D5] Whether a draft may be written at all, whoever asks. */
export function isWritable({ recommendationState }: DraftStanding): boolean {
	return recommendationState === "DRAFT" || recommendationState === "REVIEW";
}

/** [D3] For how many milliseconds at least a push is known after its commit, whatever becomes of the log. */
export const pushesLast = 30 * 24 * 60 * 60 * 1000;

/** [D6] Whether a push is within its limits, before anything of it is decoded. */
export function refusalOfSize(updates: readonly Uint8Array[]): RefusalCode | null {
	if (updates.length === 0) return "invalid-input";
	return updates.length > mostPushUpdates || bytesOf(updates) > mostPushBytes ? "update-too-large" : null;
}

/** [D6] Whether a log that holds so many bytes has room for the push. */
export function hasRoom(bytes: number, updates: readonly Uint8Array[]): boolean {
	return bytes + bytesOf(updates) <= mostDraftBytes;
}

/** All of them together. */
export function bytesOf(updates: readonly Uint8Array[]): number {
	return updates.reduce((sum, { length }) => sum + length, 0);
}

/**
 * [D12] Whether taking the updates in may be dear, so that it is tried out first, in time that is measured. A jump
 * costs at most one walk over a text, so what stays below costs no more than so many walks. Five hundred keystrokes of
 * a real text hold up to 130 jumps.
 */
export function mayBeDear(updates: readonly UpdateFacts[]): boolean {
	const jumps = updates.reduce((sum, facts) => sum + facts.jumps, 0);
	const pieces = updates.reduce((sum, facts) => sum + facts.pieces, 0);
	return jumps > 200 || pieces > 3_000;
}
