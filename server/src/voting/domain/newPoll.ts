import { type DecisionRule, isFraction } from "@crossroads/shared";

/** The longest question, in characters (code points, as PostgreSQL counts). */
const LONGEST_QUESTION = 1_000;

/** The question as it is kept: without white space around it; null: there is nothing to ask, or too much, or it has control characters. */
export function cleanQuestion(text: string): string | null {
	const question = text.trim();
	const length = [...question].length;
	if (length === 0 || length > LONGEST_QUESTION) return null;
	return hasForbiddenCharacter(question) ? null : question;
}

/** [V1] Whether a poll may be prepared with this rule. */
export function isDecisionRule({ quorum }: DecisionRule): boolean {
	return isFraction(quorum);
}

/** NUL and other controls, half surrogates, and marks that turn the direction of what follows. */
function hasForbiddenCharacter(text: string): boolean {
	return !text.isWellFormed() || /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/[\n\t]/g, ""));
}
