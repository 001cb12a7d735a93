import { useTranslation } from "react-i18next";
import { Table } from "../../../ui/index.ts";
import type { AskedPoll } from "../../views.ts";
import css from "../Count.module.css";
import type { RoundShown, RoundsShown } from "../countShown.ts";
import { OptionName } from "./OptionName.tsx";

/** Round by round the votes of each option that was still in, and who left. */
export function RoundTable({ poll, working: { rounds } }: { poll: AskedPoll; working: RoundsShown }) {
	const { t } = useTranslation("voting");
	const rows = [...poll.options.map(({ key }) => key), null];
	return (
		<Table
			caption={t("count.rounds")}
			rows={rows}
			rowKey={(option) => option ?? "exhausted"}
			columns={[
				{
					key: "option",
					header: t("count.option"),
					cell: (option) => (option ? <OptionName poll={poll} option={option} /> : t("count.exhausted")),
					isRowHeader: true,
				},
				...rounds.map((round, place) => ({
					key: `round ${place + 1}`,
					header: t("count.round", { round: place + 1 }),
					isNumeric: true,
					cell: (option: string | null) =>
						option === null ? round.exhausted : <VotesInRound round={round} option={option} />,
				})),
			]}
		/>
	);
}

function VotesInRound({ round, option }: { round: RoundShown; option: string }) {
	const { t } = useTranslation("voting");
	const standing = round.votes.find((vote) => vote.option === option);
	if (!standing) return <>–</>;
	const leaves = round.eliminated.includes(option);
	return (
		<>
			{standing.votes}
			{leaves && <span className={css.cellNote}>{t("count.leaves")}</span>}
			{round.tied.includes(option) && <span className={css.cellNote}>{t("count.tiedForLeaving")}</span>}
		</>
	);
}
