import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { joinClasses, VisuallyHidden } from "../../../ui/index.ts";
import css from "../Answers.module.css";

/** Above this many characters the arrows go below the label, which is written smaller. */
const LONG_LABEL = 80;

interface Props {
	label: string;
	language: string;
	/** null: left out. */
	rank: number | null;
	isDisabled?: boolean;
	/** Gives the next rank, or leaves the option out again. */
	onTap(): void;
	onUp(): void;
	onDown(): void;
}

/** An option with its rank, and two arrows. All three can be pressed always, so that none loses the focus under way. */
export function RankRow({ label, language, rank, isDisabled, onTap, onUp, onDown }: Props) {
	const { t } = useTranslation("voting");
	const isLong = label.length > LONG_LABEL;
	return (
		<li className={joinClasses(css.rankRow, rank !== null && css.isRanked, isLong && css.isLong)}>
			<Button className={css.rankTap} onPress={onTap} isDisabled={isDisabled}>
				<span className={css.rank} aria-hidden="true">
					{rank ?? ""}
				</span>
				<span className={css.rankLabel} lang={language}>
					{label}
				</span>
				<VisuallyHidden>
					, {rank === null ? t("answer.notRanked") : t("answer.rank", { rank })}
				</VisuallyHidden>
			</Button>
			<Button
				className={css.arrow}
				onPress={onUp}
				isDisabled={isDisabled}
				aria-label={t("answer.up", { option: label })}
			>
				<Arrow isUp />
			</Button>
			<Button
				className={css.arrow}
				onPress={onDown}
				isDisabled={isDisabled}
				aria-label={t("answer.down", { option: label })}
			>
				<Arrow />
			</Button>
		</li>
	);
}

function Arrow({ isUp }: { isUp?: boolean }) {
	return (
		<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
			<path
				d={isUp ? "M5 15l7-7 7 7" : "M5 9l7 7 7-7"}
				fill="none"
				stroke="currentColor"
				strokeWidth="2.6"
				strokeLinecap="round"
				strokeLinejoin="round"
			/>
		</svg>
	);
}
