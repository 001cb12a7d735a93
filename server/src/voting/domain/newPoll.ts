import {
	type DecisionRule,
	isFraction,
	type PollLimits,
	PollMethod,
	type PollSettings,
	readSettings,
} from "@crossroads/shared";

/** The methods that are counted here so far, for a poll to be prepared with. */
export const PreparedMethod = {
	YES_NO_ABSTAIN: PollMethod.YES_NO_ABSTAIN,
	SINGLE_CHOICE: PollMethod.SINGLE_CHOICE,
	MULTIPLE_CHOICE: PollMethod.MULTIPLE_CHOICE,
	APPROVAL: PollMethod.APPROVAL,
	SCORE: PollMethod.SCORE,
	DOTS: PollMethod.DOTS,
} as const;
/** One of them. */
export type PreparedMethod = keyof typeof PreparedMethod;

/** What somebody wants to ask, and how. */
export interface NewPollQuestion {
	readonly method: PreparedMethod;
	/** The options' labels in their order; none where the method has options of its own. */
	readonly options: readonly string[];
	readonly limits: PollLimits;
	readonly rule: DecisionRule;
	readonly recommendationVersionId: string | null;
}

/** The longest question, in characters (code points, as PostgreSQL counts). */
const LONGEST_QUESTION = 1_000;

/** The question as it is kept: without white space around it; null: there is nothing to ask, or too much, or it has control characters. */
export function cleanQuestion(text: string): string | null {
	const question = text.trim();
	const length = [...question].length;
	if (length === 0 || length > LONGEST_QUESTION) return null;
	return hasForbiddenCharacter(question) ? null : question;
}

/**
 * [V1] [V33] The settings of a poll that may be prepared; null: it may not. Only yes and no decide on a text, and only
 * they know a majority of cities.
 */
export function settingsOf(wish: NewPollQuestion): PollSettings | null {
	const { method, options, limits, rule, recommendationVersionId } = wish;
	const isAmongOptions = method !== "YES_NO_ABSTAIN";
	if (!isFraction(rule.quorum) || !Object.hasOwn(PreparedMethod, method)) return null;
	if (isAmongOptions && (rule.needsMajorityOfCities || recommendationVersionId !== null)) return null;
	return readSettings(method, options, limits);
}

/** NUL and other controls, half surrogates, and marks that turn the direction of what follows. */
function hasForbiddenCharacter(text: string): boolean {
	return !text.isWellFormed() || /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/[\n\t]/g, ""));
}
