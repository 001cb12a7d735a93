import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../app/index.ts";
import { Button, ErrorNotice } from "../../ui/index.ts";
import type { AskedPoll, LivePoll } from "../views.ts";
import { ballotInOneLine } from "./ballotInOneLine.ts";
import { RECEIPT_DIFFERS } from "./sendBallot.ts";
import type { BallotState } from "./unsentBallot.ts";

interface Props {
	poll: AskedPoll & Pick<LivePoll, "question">;
	state: Extract<BallotState, { phase: "refused" }>;
	onPutAway(): void;
}

/** Why a ballot was not counted, and what counts instead. Stays until the voter puts it away. */
export function RefusedBallot({ poll, state, onPutAway }: Props) {
	const { t } = useTranslation("voting");
	const refusalText = useRefusalText();
	const { refusal, counted } = state;
	const { question } = poll;
	const happened = refusal === "POLL_CLOSED" ? t("ballot.tooLate", { question }) : refusalText(refusal);
	if (refusal === RECEIPT_DIFFERS)
		return <ErrorNotice happened={t("ballot.receiptDiffers")} next={t("ballot.receiptDiffersNext")} />;
	const safe = counted
		? t("ballot.earlierCounts", { choice: ballotInOneLine(t, poll, counted.answer) })
		: t("ballot.notCounted");
	return (
		<>
			<ErrorNotice happened={happened} safe={safe} />
			<Button isWide onPress={onPutAway}>
				{t(counted ? "ballot.showMine" : "ballot.putAway")}
			</Button>
		</>
	);
}
