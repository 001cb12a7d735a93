import { useTranslation } from "react-i18next";
import { answerInWords } from "../optionsInWords.ts";
import type { AskedPoll } from "../views.ts";
import css from "./Ballot.module.css";
import { ChoiceMark } from "./ChoiceMark.tsx";
import type { CountedBallot } from "./unsentBallot.ts";

/** "Counted", with what was chosen and the receipt. Shown only after the server's answer. */
export function BallotInTheBox({ poll, ballot }: { poll: AskedPoll; ballot: CountedBallot }) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.counted}>
			<p className={css.countedTitle}>
				<ChoiceMark choice="YES" />
				{t("ballot.counted")}
			</p>
			<dl className={css.slip}>
				<div>
					<dt>{t("ballot.yourBallot")}</dt>
					<dd className={css.slipChoice}>{answerInWords(t, poll, ballot.answer)}</dd>
				</div>
				<div>
					<dt>{t("ballot.receipt")}</dt>
					<dd>
						<code className={css.receipt}>{ballot.receipt}</code>
					</dd>
				</div>
			</dl>
		</div>
	);
}
