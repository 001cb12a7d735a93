import { useTranslation } from "react-i18next";
import { AnswerSlip } from "../answers/words/AnswerSlip.tsx";
import type { AskedPoll } from "../views.ts";
import css from "./Ballot.module.css";
import { partsInWords } from "./ballotInOneLine.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";

/** What a ballot says, read back line by line; a split vote part by part. */
export function SaidSlip({ poll, answer }: { poll: AskedPoll; answer: SaidAnswer }) {
	const { t } = useTranslation("voting");
	if (!answer.parts) return <AnswerSlip poll={poll} answer={answer} />;
	return (
		<ul className={css.parts}>
			{partsInWords(t, poll, answer.parts).map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
