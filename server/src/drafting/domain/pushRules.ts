import { mostPushBytes, mostPushUpdates, type RefusalCode } from "@crossroads/shared";

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

/** [D6] Whether a push is within its limits, before anything of it is decoded. */
export function refusalOfSize(updates: readonly Uint8Array[]): RefusalCode | null {
	if (updates.length === 0) return "invalid-input";
	const bytes = updates.reduce((sum, update) => sum + update.length, 0);
	return updates.length > mostPushUpdates || bytes > mostPushBytes ? "update-too-large" : null;
}
