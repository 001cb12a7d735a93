import { BallotChoice } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { TallyBar, type TallyLook } from "../../ui/index.ts";
import type { LiveTally } from "../views.ts";
import { countOf } from "./cityStand.ts";

const LOOK: Record<BallotChoice, TallyLook> = { YES: "yes", NO: "no", ABSTAIN: "abstain" };

/** The three choices with their names, looks and counts, in the order of the ballot. */
export function useTallyParts() {
	const { t } = useTranslation("voting");
	return (counts: LiveTally["total"]) =>
		Object.values(BallotChoice).map((choice) => ({
			look: LOOK[choice],
			label: t(`choice.${choice}`),
			count: countOf(counts, choice),
		}));
}

/** The whole count in one bar; what is not cast yet stays empty. */
export function TallyTotal({ tally, size }: { tally: LiveTally; size?: "normal" | "large" }) {
	const parts = useTallyParts();
	return <TallyBar parts={parts(tally.total)} of={tally.electorateSize} size={size} />;
}
