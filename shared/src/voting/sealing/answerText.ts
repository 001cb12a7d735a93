import { canonicalJson } from "../../canonicalJson.ts";
import { readAnswer } from "../answer.ts";
import type { PollMethod, PollSettings } from "../pollMethod.ts";

/** How many bytes the text of a consent's answer may take: a reason of some 950 letters, fewer where they are rare ones. */
const CONSENT_BYTES = 1_024;
/** Lengths are multiples of this, so that polls do not differ by a letter. */
const STEP = 16;

/** [S1] To how many bytes the answers of a poll are padded before they are sealed: all fit, but for a consent's long reasons. */
export function textBytesOf({ method, options, mostChosen, dots }: PollSettings): number {
	if (method === "CONSENT") return CONSENT_BYTES;
	const most: Partial<Record<PollMethod, number>> = {
		YES_NO_ABSTAIN: 1,
		SINGLE_CHOICE: 1,
		MULTIPLE_CHOICE: mostChosen,
	};
	const value = Math.max(dots ?? 0, options.length);
	const marks = options.map(({ key }) => ({ option: key, value }));
	const longest = marks.sort((one, other) => other.option.length - one.option.length);
	const { length } = canonicalJson({ marks: longest.slice(0, most[method] ?? options.length) });
	return Math.ceil(length / STEP) * STEP;
}

/** [S3] Whether this text is the one canonical text of a valid answer to the poll. */
export function isAnswerText(settings: PollSettings, text: string): boolean {
	try {
		const answer = readAnswer(settings, JSON.parse(text));
		return answer !== null && canonicalJson(answer) === text;
	} catch {
		return false;
	}
}
