import type { BallotAnswer } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import type { AskedPoll } from "../../views.ts";
import css from "../Answers.module.css";
import { answerInWords } from "./answerInWords.ts";

/** An answer read back line by line, as it will be counted. */
export function AnswerSlip({ poll, answer }: { poll: AskedPoll; answer: BallotAnswer }) {
	const { t } = useTranslation("voting");
	return (
		<ul className={css.slip}>
			{answerInWords(t, poll, answer).map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
