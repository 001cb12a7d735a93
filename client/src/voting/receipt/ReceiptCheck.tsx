import { useTranslation } from "react-i18next";
import { Button, ErrorNotice, Loading, Notice } from "../../ui/index.ts";
import { answerInOneLine } from "../answers/words/answerInWords.ts";
import type { SaidAnswer } from "../ballot/SaidAnswer.ts";
import type { LivePoll } from "../views.ts";
import { saysSo } from "./saysSo.ts";
import { type BoardLook, useBoardLook } from "./useBoardLook.ts";

interface Props {
	poll: LivePoll;
	receipt: string;
	/** What the voter knows to have answered; null: secret, and forgotten. */
	answer: SaidAnswer | null;
}

/** [B6] Is my ballot in the box? Once the board is published this device looks by itself, and says what it found and what to do. */
export function ReceiptCheck({ poll, receipt, answer }: Props) {
	const { t } = useTranslation("voting");
	const isPublished = poll.state === "PUBLISHED";
	const address = isPublished ? poll.boardAddress : null;
	const { look, lookAgain } = useBoardLook(address, receipt, poll.electorateSize);
	if (!address) return <p>{t(isPublished ? "receipt.noBoard" : "receipt.notYet")}</p>;
	if (look.phase === "looking") return <Loading label={t("receipt.looking")} lines={2} />;
	if (look.phase === "unreached")
		return (
			<ErrorNotice
				happened={t("receipt.unreached")}
				safe={t("receipt.unreachedSafe")}
				retryLabel={t("receipt.again")}
				onRetry={lookAgain}
			/>
		);
	return (
		<>
			<Found poll={poll} receipt={receipt} answer={answer} finding={look.finding} />
			{look.finding.kind !== "included" && (
				<Button isWide onPress={lookAgain}>
					{t("receipt.again")}
				</Button>
			)}
		</>
	);
}

function Found({
	poll,
	receipt,
	answer,
	finding,
}: Props & { finding: Extract<BoardLook, { phase: "looked" }>["finding"] }) {
	const { t } = useTranslation("voting");
	if (finding.kind === "invalid")
		return <ErrorNotice happened={t("receipt.invalid")} next={t("receipt.invalidNext")} />;
	if (finding.kind !== "included")
		return <ErrorNotice happened={t(`receipt.${finding.kind}`)} next={t("receipt.whatToDo", { receipt })} />;
	if (answer && !saysSo(finding.ballots, answer))
		return (
			<ErrorNotice
				happened={t("receipt.saysOther", {
					choice: finding.ballots.map((ballot) => answerInOneLine(t, poll, ballot.answer)).join(" / "),
				})}
				next={t("receipt.whatToDo", { receipt })}
			/>
		);
	return (
		<Notice tone="good" isNews>
			<strong>{t(answer ? "receipt.inTheBoxSaying" : "receipt.inTheBox")}</strong> {t("receipt.checked")}
		</Notice>
	);
}
