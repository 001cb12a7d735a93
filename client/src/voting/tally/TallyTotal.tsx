import { useTranslation } from "react-i18next";
import { TallyBar } from "../../ui/index.ts";
import type { AskedPoll, LiveTally } from "../views.ts";
import { ChoiceRows } from "./ChoiceRows.tsx";
import { isAmongOptions, tallyParts } from "./tallyParts.ts";

interface Props {
	poll: AskedPoll;
	tally: LiveTally;
	size?: "normal" | "large";
}

/** The whole count: yes, no and abstentions in one bar, in which what is not cast yet stays empty; options in rows. */
export function TallyTotal({ poll, tally, size }: Props) {
	const { t } = useTranslation("voting");
	if (isAmongOptions(poll)) return <ChoiceRows poll={poll} tally={tally} />;
	return <TallyBar parts={tallyParts(t, poll, tally.total)} of={tally.electorateSize} size={size} />;
}
