import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { TallyBar } from "../../ui/index.ts";
import { hasLiveFigures, tallyParts } from "../../voting/index.ts";
import type { AskedPoll, ChoiceCount } from "./askedPoll.ts";
import css from "./Poll.module.css";
import { useVotesInWords } from "./useVotesInWords.ts";

interface Props {
	poll: AskedPoll;
	name: ReactNode;
	part: { cast: number; electorateSize: number; counts: readonly ChoiceCount[] };
	/** What stands at the end of the row; default: the figures in words. */
	words?: string;
}

/** The ballots of a city or a third in a row; their turnout where the method has no figures for a part. */
export function VoteRow({ poll, name, part: { cast, electorateSize, counts }, words }: Props) {
	const { t } = useTranslation("publicGraph");
	const { t: tVoting } = useTranslation("voting");
	const formats = useFormats();
	const inWords = useVotesInWords();
	const hasFigures = hasLiveFigures(poll.method);
	const turnout = t("poll.ofVoters", { cast: formats.number(cast), of: formats.number(electorateSize) });
	const label = hasFigures ? inWords(poll, counts) : turnout;
	return (
		<li className={css.voteRow}>
			<span className={css.voteName}>{name}</span>
			<TallyBar
				size="slim"
				isKeyHidden
				label={label}
				parts={hasFigures ? tallyParts(tVoting, poll, counts) : [{ look: "option", label: "", count: cast }]}
				of={electorateSize}
			/>
			<span className={css.voteWords} aria-hidden={words === undefined || !hasFigures}>
				{hasFigures ? (words ?? label) : turnout}
			</span>
		</li>
	);
}
