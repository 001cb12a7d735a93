import { useTranslation } from "react-i18next";
import { TallyBar } from "../../ui/index.ts";
import type { AskedPoll, LiveTally } from "../views.ts";
import { ChoiceRows } from "./ChoiceRows.tsx";
import { hasLiveFigures, tallyParts } from "./tallyParts.ts";

interface Props {
	poll: AskedPoll;
	tally: LiveTally;
	size?: "normal" | "large";
}

/** The whole count: yes, no and abstentions in one bar, in which what is not cast yet stays empty; other answers in rows; nothing where figures only mean something at the end. */
export function TallyTotal({ poll, tally, size }: Props) {
	const { t } = useTranslation("voting");
	if (!hasLiveFigures(poll.method)) return null;
	if (poll.method !== "YES_NO_ABSTAIN") return <ChoiceRows poll={poll} tally={tally} />;
	return <TallyBar parts={tallyParts(t, poll, tally.total)} of={tally.electorateSize} size={size} />;
}
