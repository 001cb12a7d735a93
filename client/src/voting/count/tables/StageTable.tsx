import { useTranslation } from "react-i18next";
import { useFormats } from "../../../app/index.ts";
import { Table } from "../../../ui/index.ts";
import { useOptionLabel } from "../../answers/words/useOptionLabel.ts";
import type { AskedPoll } from "../../views.ts";
import css from "../Count.module.css";
import type { StagesShown } from "../countShown.ts";
import { ONE_VOTE } from "../lines/stageLines.ts";
import { OptionName } from "./OptionName.tsx";

type Stage = StagesShown["stages"][number];

/** Stage by stage the votes of each option to five decimals, whose votes passed on, and who was elected. */
export function StageTable({ poll, working }: { poll: AskedPoll; working: StagesShown }) {
	const { t } = useTranslation("voting");
	const { locale } = useFormats();
	const inDigits = new Intl.NumberFormat(locale, { maximumFractionDigits: 5 });
	const votes = (hundredThousandths: number) => inDigits.format(hundredThousandths / ONE_VOTE);
	const rows = [...poll.options.map(({ key }) => key), null];
	return (
		<Table
			caption={t("count.stages", { count: working.quota })}
			rows={rows}
			rowKey={(option) => option ?? "not transferable"}
			columns={[
				{
					key: "option",
					header: t("count.option"),
					cell: (option) =>
						option ? <OptionName poll={poll} option={option} /> : t("count.nonTransferable"),
					isRowHeader: true,
				},
				...working.stages.map((stage, place) => ({
					key: `stage ${place + 1}`,
					header: <StageName poll={poll} stage={stage} number={place + 1} />,
					isNumeric: true,
					cell: (option: string | null) =>
						option === null ? (
							votes(stage.nonTransferable)
						) : (
							<>
								{votes(stage.votes.find((vote) => vote.option === option)?.votes ?? 0)}
								{stage.elected.includes(option) && <span className={css.cellNote}>{t("count.elected")}</span>}
							</>
						),
				})),
			]}
		/>
	);
}

function StageName({ poll, stage, number }: { poll: AskedPoll; stage: Stage; number: number }) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(poll);
	return (
		<>
			{t("count.stage", { stage: number })}
			<span className={css.cellNote}>
				{t(`count.stageKind.${stage.kind}`, {
					option: stage.from === null ? "" : shortened(labelOf(stage.from)),
				})}
			</span>
		</>
	);
}

/** The head of a column has room for a few words. */
function shortened(label: string): string {
	return label.length > 24 ? `${label.slice(0, 23).trimEnd()}…` : label;
}
