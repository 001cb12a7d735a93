import {
	type DecisionRule,
	hasOwnOptions,
	isRuleFor,
	type PollLimits,
	type PollMethod,
	type PollSettings,
	readSettings,
} from "@crossroads/shared";

/** What somebody wants to ask, and how. */
export interface NewPollQuestion {
	readonly method: PollMethod;
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
 * [V1] [V24] [V33] The settings of a poll that may be prepared; null: it may not. The rule fits the method; only a poll
 * that asks for one thing, by yes and no or by consent, decides on a text.
 */
export function settingsOf(wish: NewPollQuestion): PollSettings | null {
	const { method, options, limits, rule, recommendationVersionId } = wish;
	if (!isRuleFor(method, rule)) return null;
	if (recommendationVersionId !== null && !hasOwnOptions(method)) return null;
	return readSettings(method, options, limits);
}

/** NUL and other controls, half surrogates, and marks that turn the direction of what follows. */
function hasForbiddenCharacter(text: string): boolean {
	return !text.isWellFormed() || /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/[\n\t]/g, ""));
}
