import { BEST_GRADE } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Table } from "../../../ui/index.ts";
import type { AskedPoll } from "../../views.ts";
import type { MediansShown } from "../countShown.ts";
import { OptionName } from "./OptionName.tsx";

/** How often each option got each grade, the best first, and its middle grade. */
export function GradeTable({ poll, working }: { poll: AskedPoll; working: MediansShown }) {
	const { t } = useTranslation("voting");
	const grades = Array.from({ length: BEST_GRADE }, (_, place) => BEST_GRADE - place);
	type Row = MediansShown["options"][number];
	return (
		<Table
			caption={t("count.grades")}
			rows={working.options}
			rowKey={({ option }) => option}
			columns={[
				{
					key: "option",
					header: t("count.option"),
					cell: ({ option }) => <OptionName poll={poll} option={option} />,
					isRowHeader: true,
				},
				{
					key: "median",
					header: t("count.median"),
					cell: ({ median }) => (median === 0 ? "–" : t(`grade.${median as 1}`)),
				},
				...grades.map((grade) => ({
					key: String(grade),
					header: t(`grade.${grade as 1}`),
					isNumeric: true,
					cell: ({ grades: given }: Row) => given[grade - 1] ?? 0,
				})),
			]}
		/>
	);
}
