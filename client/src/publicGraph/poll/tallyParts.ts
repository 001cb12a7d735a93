import type { TFunction } from "i18next";
import type { TallyLook, TallyPart } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";

type Choice = "YES" | "NO" | "ABSTAIN";

const LOOKS: Record<Choice, TallyLook> = { YES: "yes", NO: "no", ABSTAIN: "abstain" };

export interface ChoiceCount {
	choice: string;
	count: number;
	points: number;
}

/** How a poll is answered: what puts its options into words. */
export type AskedPoll = Pick<PollPictureFragment, "method" | "options">;

/** A question of yes and no, as every vote on a recommendation is. */
export const YES_OR_NO: AskedPoll = {
	method: "YES_NO_ABSTAIN",
	options: (["YES", "NO", "ABSTAIN"] as const).map((key) => ({ key, label: "" })),
};

/** Whether a poll asks among options of its own. */
export function isAmongOptions({ method }: AskedPoll): boolean {
	return method !== "YES_NO_ABSTAIN";
}

/** How many chose this; zero where the answer leaves it out. */
export function countOf(counts: readonly ChoiceCount[], choice: Choice): number {
	return counts.find((each) => each.choice === choice)?.count ?? 0;
}

/** An option as its poll words it; yes, no and abstention in the reader's language. `t` of the namespace "app". */
export function optionInWords({ options }: AskedPoll, key: string, t: TFunction): string {
	const label = options.find((option) => option.key === key)?.label;
	return label || (isChoice(key) ? t(`app:choice.${key}`) : key);
}

/** The counts as parts of a bar, always all options: points for scores and dots, else ballots. `t` of "app". */
export function tallyParts(poll: AskedPoll, counts: readonly ChoiceCount[], t: TFunction): TallyPart[] {
	const figure = poll.method === "SCORE" || poll.method === "DOTS" ? "points" : "count";
	return poll.options.map(({ key }) => ({
		look: isChoice(key) ? LOOKS[key] : "option",
		label: optionInWords(poll, key, t),
		count: counts.find(({ choice }) => choice === key)?.[figure] ?? 0,
	}));
}

/** The options that have the most; none while nobody chose. */
export function leadersOf(parts: readonly TallyPart[]): readonly TallyPart[] {
	const most = Math.max(0, ...parts.map(({ count }) => count));
	return most > 0 ? parts.filter(({ count }) => count === most) : [];
}

function isChoice(key: string): key is Choice {
	return Object.hasOwn(LOOKS, key);
}
