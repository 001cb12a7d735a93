import { type OptionKey, type PollMethod } from "@crossroads/shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { joinClasses, VisuallyHidden } from "../../../ui/index.ts";
import { AbstainBox } from "../AbstainBox.tsx";
import css from "../Answers.module.css";
import type { AnswerFormProps } from "../answerFormProps.ts";
import { useOptionLabel } from "../words/useOptionLabel.ts";
import { RankRow } from "./RankRow.tsx";
import { lowered, marksOf, type Ranking, raised, rankingOf, rankOf, tapped } from "./ranking.ts";

/** Whether two options may share a rank. */
const MAY_BE_EQUAL: Partial<Record<PollMethod, boolean>> = { SCHULZE: true };

/**
 * Ranks beside the options, as on paper: a tap gives the next rank, arrows move an option up and down. The options stay
 * where they are, so that nothing moves under a finger; each move is said politely.
 */
export function RankForm({ settings, question, language, value, onChange, isDisabled }: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(settings);
	const [said, setSaid] = useState("");
	const inWords = useMoveInWords(labelOf, settings.options.length);
	const ranking = rankingOf(value?.marks ?? []);
	const mayBeEqual = MAY_BE_EQUAL[settings.method] ?? false;
	const move = (moved: Ranking, option: OptionKey) => {
		setSaid(inWords(ranking, moved, option));
		if (moved !== ranking) onChange(moved.length === 0 ? null : { marks: marksOf(moved) });
	};
	return (
		<fieldset className={css.form}>
			<legend className={css.hiddenLegend}>{question}</legend>
			<p className={css.hint}>{t(`answer.hint.${settings.method}`)}</p>
			<ul className={css.ranks}>
				{settings.options.map(({ key }) => (
					<RankRow
						key={key}
						label={labelOf(key)}
						language={language}
						rank={rankOf(ranking, key)}
						isDisabled={isDisabled}
						onTap={() => move(tapped(ranking, key), key)}
						onUp={() => move(raised(ranking, key, mayBeEqual), key)}
						onDown={() => move(lowered(ranking, key, mayBeEqual), key)}
					/>
				))}
			</ul>
			<VisuallyHidden>
				<span role="status">{said}</span>
			</VisuallyHidden>
			{ranking.length > 0 && <OrderSoFar ranking={ranking} labelOf={labelOf} language={language} />}
			<AbstainBox value={value} onChange={onChange} isDisabled={isDisabled} />
		</fieldset>
	);
}

interface OrderProps {
	ranking: Ranking;
	labelOf(key: OptionKey): string;
	language: string;
}

/** The ranks in their order, to be read at a glance under the list. */
function OrderSoFar({ ranking, labelOf, language }: OrderProps) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.order}>
			<p className={css.hint}>{t("answer.orderSoFar")}</p>
			<ol className={css.orderList} lang={language}>
				{ranking.map((group) => (
					<li key={group.join()} className={joinClasses(css.orderItem)}>
						{group.map(labelOf).join(" = ")}
					</li>
				))}
			</ol>
		</div>
	);
}

/** What a screen reader hears of a move: "Trees, now rank 2 of 5." */
function useMoveInWords(labelOf: (key: OptionKey) => string, of: number) {
	const { t } = useTranslation("voting");
	return (before: Ranking, after: Ranking, key: OptionKey) => {
		const option = labelOf(key);
		const rank = rankOf(after, key);
		if (rank === null) return t(before === after ? "answer.stillLeftOut" : "answer.nowLeftOut", { option });
		if (before === after) return t("answer.alreadyFirst", { option });
		const others = after[rank - 1]?.filter((other) => other !== key) ?? [];
		if (others.length === 0) return t("answer.nowRank", { option, rank, of });
		return t("answer.nowRankWith", { option, rank, of, others: others.map(labelOf).join(", ") });
	};
}
