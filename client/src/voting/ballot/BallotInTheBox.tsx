import { useTranslation } from "react-i18next";
import { ChoiceMark } from "../answers/ChoiceMark.tsx";
import { ReceiptCheck } from "../receipt/ReceiptCheck.tsx";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import type { Principal } from "./Principal.ts";
import { SaidSlip } from "./SaidSlip.tsx";
import type { CountedBallot } from "./unsentBallot.ts";

interface Props {
	poll: LivePoll;
	ballot: CountedBallot;
	/** For whom the voter cast it; undefined: it is the voter's own. */
	principal?: Principal | undefined;
}

/** "Counted", with what was answered, the receipt, and after publication what this device finds on the poll's board. Shown only after the server's answer. */
export function BallotInTheBox({ poll, ballot, principal }: Props) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.counted}>
			<p className={css.countedTitle}>
				<ChoiceMark option="YES" />
				{t("ballot.counted")}
			</p>
			<dl className={css.slip}>
				<div>
					<dt>{principal ? t("proxy.ballotOf", { name: principal.name }) : t("ballot.yourBallot")}</dt>
					<dd className={css.slipChoice}>
						{ballot.answer ? <SaidSlip poll={poll} answer={ballot.answer} /> : t("ballot.sealed")}
					</dd>
				</div>
				<div>
					<dt>{t("ballot.receipt")}</dt>
					<dd>
						{ballot.receipt ? (
							<code className={css.receipt}>{ballot.receipt}</code>
						) : (
							t("ballot.receiptElsewhere")
						)}
					</dd>
				</div>
			</dl>
			{!ballot.answer && <p>{t("ballot.forgotten")}</p>}
			{ballot.receipt && <ReceiptCheck poll={poll} receipt={ballot.receipt} answer={ballot.answer} />}
		</div>
	);
}
