export type Choice = "YES" | "NO" | "ABSTAIN";

/** One ballot that a voter means to cast: a key of its own, perhaps handed in several times. */
export interface Attempt {
	/** Of a secret poll: the sealed ballot itself. */
	readonly key: string;
	readonly choice: Choice;
	/** The attempts of the voter that were answered before this one began. */
	readonly after: readonly Attempt[];
	/** null: no answer ever came. */
	answer: { readonly receipt: string } | { readonly refusal: string } | null;
}

/** What a voter does in one poll. */
export type Habit =
	| "silent"
	| "votes once"
	| "changes"
	| "taps twice"
	| "votes on two devices"
	| "loses the line and asks again"
	| "leaves without an answer";

/** Everything that one voter did in one poll. */
export interface VoterRecord {
	readonly personId: string;
	readonly habit: Habit;
	readonly isElector: boolean;
	readonly attempts: Attempt[];
}
