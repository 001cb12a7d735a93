import type { TFunction } from "i18next";
import type { TallyLook, TallyPart } from "../../ui/index.ts";
import type { BallotChoice } from "../gql/graphql.ts";

const ORDER: readonly BallotChoice[] = ["YES", "NO", "ABSTAIN"];
const LOOKS: Record<BallotChoice, TallyLook> = { YES: "yes", NO: "no", ABSTAIN: "abstain" };

export interface ChoiceCount {
	choice: BallotChoice;
	count: number;
}

/** How many chose this; zero where the answer leaves it out. */
export function countOf(counts: readonly ChoiceCount[], choice: BallotChoice): number {
	return counts.find((each) => each.choice === choice)?.count ?? 0;
}

/** The counts as parts of a bar: yes, no, abstentions, always all three. `t` of the namespace "app". */
export function tallyParts(counts: readonly ChoiceCount[], t: TFunction): TallyPart[] {
	return ORDER.map((choice) => ({
		look: LOOKS[choice],
		label: t(`app:choice.${choice}`),
		count: countOf(counts, choice),
	}));
}
