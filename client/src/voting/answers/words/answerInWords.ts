import { type BallotAnswer, isRanked, type OptionKey } from "@crossroads/shared";
import type { TFunction } from "i18next";
import type { AskedPoll } from "../../views.ts";
import { rankingOf } from "../ranking/ranking.ts";
import { optionInWords } from "./optionInWords.ts";

type Words = TFunction<"voting">;
type Marks = BallotAnswer["marks"];

/** An answer line by line, with what becomes of the options that it leaves out: "1. Trees", "Last, all alike: Benches". */
export function answerInWords(t: Words, poll: AskedPoll, { marks, reason }: BallotAnswer): string[] {
	if (marks.length === 0) return [t("choice.ABSTAIN")];
	if (isRanked(poll.method)) return rankedInWords(t, poll, marks);
	switch (poll.method) {
		case "SCORE":
			return valuesInWords(t, poll, marks, "score");
		case "DOTS":
			return valuesInWords(t, poll, marks, "dots");
		case "MAJORITY_JUDGMENT":
			return valuesInWords(t, poll, marks, "grade");
		default: {
			const chosen = marks.map(({ option }) => optionInWords(t, poll.options, option));
			return reason ? [...chosen, t("answer.words.reason", { reason })] : chosen;
		}
	}
}

/** The same on one line, for a button or an announcement. */
export function answerInOneLine(t: Words, poll: AskedPoll, answer: BallotAnswer): string {
	return answerInWords(t, poll, answer).join("; ");
}

function rankedInWords(t: Words, { method, options }: AskedPoll, marks: Marks): string[] {
	const ranking = rankingOf(marks);
	const named = (keys: readonly OptionKey[]) => keys.map((key) => optionInWords(t, options, key)).join(", ");
	const ranked = ranking.map((group, place) =>
		t("answer.words.rank", { rank: place + 1, options: named(group) }),
	);
	const out = options.map(({ key }) => key).filter((key) => !ranking.flat().includes(key));
	if (out.length === 0) return ranked;
	return [
		...ranked,
		t(method === "SCHULZE" ? "answer.words.last" : "answer.words.noVote", { options: named(out) }),
	];
}

/** What leaving an option out says. */
const SILENT = { score: 0, dots: 0, grade: 1 } as const;

/** Options with the same value on one line, the best first. */
function valuesInWords(t: Words, { options }: AskedPoll, marks: Marks, kind: keyof typeof SILENT): string[] {
	const valueIn = (key: OptionKey) => marks.find(({ option }) => option === key)?.value ?? SILENT[kind];
	const values = [...new Set(options.map(({ key }) => valueIn(key)))].sort((one, other) => other - one);
	return values.map((value) =>
		t(`answer.words.${kind}`, {
			count: value,
			grade: kind === "grade" ? t(`grade.${value}`) : "",
			options: options
				.filter(({ key }) => valueIn(key) === value)
				.map(({ key }) => optionInWords(t, options, key))
				.join(", "),
		}),
	);
}
