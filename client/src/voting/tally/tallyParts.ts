import { hasOwnOptions, isRanked, type OptionKey, type PollMethod } from "@crossroads/shared";
import type { TFunction } from "i18next";
import type { TallyLook, TallyPart } from "../../ui/index.ts";
import { optionInWords } from "../answers/words/optionInWords.ts";
import type { AskedPoll, LiveTally } from "../views.ts";

const LOOK: Record<OptionKey, TallyLook> = {
	YES: "yes",
	AGREE: "yes",
	NO: "no",
	DISAGREE: "no",
	ABSTAIN: "abstain",
	BLOCK: "block",
};

/** An option with its count, ready to be drawn. */
export interface OptionPart extends TallyPart {
	key: OptionKey;
}

/** Whether a poll asks among options of its own, of which one is chosen; else one thing is adopted or not. */
export function isAmongOptions({ method }: Pick<AskedPoll, "method">): boolean {
	return !hasOwnOptions(method);
}

/** Whether figures of single options mean something while ballots come in. Ranks and grades only do when all are counted. */
export function hasLiveFigures(method: PollMethod): boolean {
	return !isRanked(method) && method !== "MAJORITY_JUDGMENT";
}

/** Every option with its name, look and figure, in the order of the ballot: points, which for one vote each are the voters' weight; of grades, ballots. */
export function tallyParts(
	t: TFunction<"voting">,
	{ method, options }: AskedPoll,
	counts: readonly LiveTally["total"][number][],
): OptionPart[] {
	const figure = method === "MAJORITY_JUDGMENT" ? "count" : "points";
	return options.map(({ key }) => ({
		key,
		look: LOOK[key] ?? "option",
		label: optionInWords(t, options, key),
		count: counts.find(({ choice }) => choice === key)?.[figure] ?? 0,
	}));
}

/** The options that have the most of these counts; none while nobody chose. */
export function leadingParts(parts: readonly OptionPart[]): readonly OptionPart[] {
	const most = Math.max(0, ...parts.map(({ count }) => count));
	return most > 0 ? parts.filter(({ count }) => count === most) : [];
}

/** What a whole row stands for: everybody who may vote, or, where figures are points or weigh more, the most that an option has. */
export function wholeOf({ method }: AskedPoll, parts: readonly OptionPart[], electorateSize: number): number {
	const isOfPoints = method === "SCORE" || method === "DOTS";
	return Math.max(isOfPoints ? 0 : electorateSize, ...parts.map(({ count }) => count));
}
