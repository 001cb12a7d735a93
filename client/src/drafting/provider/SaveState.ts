import type { Keeping } from "./DraftLink.ts";

/**
 * Whether what is on the screen is safe. "saved": every change made here is committed on the server. "saving": a push
 * is under way. "unsent": there are changes that the server has not acknowledged since then; `keeping` says whether
 * the device has them. "refused": the server will not take them. "opening": nothing is known yet.
 */
export type SaveState =
	| { readonly kind: "opening" }
	| { readonly kind: "saved" }
	| { readonly kind: "saving" }
	| { readonly kind: "unsent"; readonly since: Date; readonly keeping: Keeping }
	| { readonly kind: "refused"; readonly code: string };

/** How long a push may take before it is called unsent, in milliseconds. */
export const patience = 4_000;

/** What the state is read from. */
export interface SaveFacts {
	readonly now: Date;
	readonly isOnline: boolean;
	/** Whether the text here was compared with the server's since the page was opened. */
	readonly isCompared: boolean;
	readonly unsentSince: Date | null;
	readonly keeping: Keeping;
	/** A refusal's code, as the schema has it. */
	readonly refusal: string | null;
}

/** The state that the facts allow to show; never better than they are. */
export function saveStateOf({
	now,
	isOnline,
	isCompared,
	unsentSince,
	keeping,
	refusal,
}: SaveFacts): SaveState {
	if (refusal !== null) return { kind: "refused", code: refusal };
	if (unsentSince === null) return isCompared ? { kind: "saved" } : { kind: "opening" };
	const isPatient = now.getTime() - unsentSince.getTime() < patience;
	return isOnline && isPatient && isCompared
		? { kind: "saving" }
		: { kind: "unsent", since: unsentSince, keeping };
}

/** Whether the two would look the same. */
export function isSameSaveState(one: SaveState, other: SaveState): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
