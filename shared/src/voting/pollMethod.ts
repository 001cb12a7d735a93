/** How a question is answered and counted. */
export const PollMethod = {
	YES_NO_ABSTAIN: "YES_NO_ABSTAIN",
	SINGLE_CHOICE: "SINGLE_CHOICE",
	MULTIPLE_CHOICE: "MULTIPLE_CHOICE",
	APPROVAL: "APPROVAL",
	SCORE: "SCORE",
	DOTS: "DOTS",
	SCHULZE: "SCHULZE",
	INSTANT_RUNOFF: "INSTANT_RUNOFF",
	SINGLE_TRANSFERABLE_VOTE: "SINGLE_TRANSFERABLE_VOTE",
	MAJORITY_JUDGMENT: "MAJORITY_JUDGMENT",
	CONSENT: "CONSENT",
} as const;
/** One of the methods. */
export type PollMethod = keyof typeof PollMethod;

/**
 * An option's name in ballots and counts: "YES", "NO", "ABSTAIN" (yes/no), "AGREE", "ABSTAIN", "DISAGREE", "BLOCK"
 * (consent), else "A", "B", "C", … in the order of the options.
 */
export type OptionKey = string;

/** One of the answers among which a poll asks its voters. */
export interface PollOption {
	readonly key: OptionKey;
	/** As the facilitator wrote it; empty for yes/no and consent, which every interface words itself. */
	readonly label: string;
}

/** What a poll asks and how its ballots are counted; fixed when it is prepared. */
export interface PollSettings {
	readonly method: PollMethod;
	/** In the order in which they are shown. */
	readonly options: readonly PollOption[];
	/** SINGLE_TRANSFERABLE_VOTE: how many are elected, at least 1. */
	readonly seats?: number;
	/** MULTIPLE_CHOICE: how many options a voter may choose at most. */
	readonly mostChosen?: number;
	/** DOTS: how many dots a voter may distribute at most. */
	readonly dots?: number;
}

/** The settings that are a number; which one a method has, and must have. */
export type PollLimits = Pick<PollSettings, "seats" | "mostChosen" | "dots">;

/** The most options of a poll: one for each letter. */
export const MOST_OPTIONS = 26;

/** The longest label of an option, in characters (code points). */
export const LONGEST_OPTION_LABEL = 200;

/** The most dots that a voter may be given. */
export const MOST_DOTS = 100;

const OWN_OPTIONS: Partial<Record<PollMethod, readonly OptionKey[]>> = {
	YES_NO_ABSTAIN: ["YES", "NO", "ABSTAIN"],
	CONSENT: ["AGREE", "ABSTAIN", "DISAGREE", "BLOCK"],
};

/** Whether the method brings its options along: then a poll has no labels of its own. */
export function hasOwnOptions(method: PollMethod): boolean {
	return OWN_OPTIONS[method] !== undefined;
}

/** The options of a poll with these labels, in their order; of a method that has its own, those. */
export function optionsOf(method: PollMethod, labels: readonly string[]): readonly PollOption[] {
	const own = OWN_OPTIONS[method];
	if (own) return own.map((key) => ({ key, label: "" }));
	return labels.map((label, place) => ({ key: String.fromCharCode("A".charCodeAt(0) + place), label }));
}

/**
 * The settings of a new poll, or null where they do not fit the method: 2 to 26 different labels, none of them empty or
 * longer than 200 characters (none at all for a method that has its own options); exactly the limit that the method
 * needs, at least 1 and at most as many as there are options (dots: 100). Labels are kept without white space around.
 */
export function readSettings(
	method: PollMethod,
	labels: readonly string[],
	limits: PollLimits,
): PollSettings | null {
	const clean = labels.map((label) => label.trim());
	if (!areLabels(method, clean)) return null;
	const most: Record<keyof PollLimits, number | null> = {
		seats: method === "SINGLE_TRANSFERABLE_VOTE" ? clean.length : null,
		mostChosen: method === "MULTIPLE_CHOICE" ? clean.length : null,
		dots: method === "DOTS" ? MOST_DOTS : null,
	};
	const names = Object.keys(most) as (keyof PollLimits)[];
	if (!names.every((name) => isLimit(limits[name], most[name]))) return null;
	const own = Object.fromEntries(
		names.flatMap((name) => (most[name] === null ? [] : [[name, limits[name]]])),
	);
	return { method, options: optionsOf(method, clean), ...own };
}

function areLabels(method: PollMethod, labels: readonly string[]): boolean {
	if (hasOwnOptions(method)) return labels.length === 0;
	const isMany = labels.length >= 2 && labels.length <= MOST_OPTIONS;
	return isMany && labels.every(isLabel) && new Set(labels).size === labels.length;
}

/** A line of text: no controls, no half surrogates, no marks that turn the direction of what follows. */
function isLabel(label: string): boolean {
	const length = [...label].length;
	if (length === 0 || length > LONGEST_OPTION_LABEL) return false;
	return label.isWellFormed() && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(label);
}

/** `most` null: the method has no such limit, and none may be given. */
function isLimit(value: number | undefined, most: number | null): boolean {
	if (most === null || value === undefined) return most === null && value === undefined;
	return Number.isInteger(value) && value >= 1 && value <= most;
}
