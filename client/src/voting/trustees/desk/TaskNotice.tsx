import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../../app/index.ts";
import { ErrorNotice } from "../../../ui/index.ts";
import type { TaskProblem } from "./useTask.ts";

/** What was wrong, if anything was. */
export function TaskNotice({ problem }: { problem: TaskProblem | null }) {
	const { t } = useTranslation("voting");
	const refusalText = useRefusalText();
	if (!problem) return null;
	if (problem === "no-answer")
		return <ErrorNotice happened={t("trustee.noAnswer")} next={t("trustee.noAnswerNext")} />;
	if ("refusal" in problem) return <ErrorNotice happened={refusalText(problem.refusal)} />;
	const [happened, ...more] = problem.words;
	return (
		<ErrorNotice
			happened={happened}
			next={more.length > 0 ? more.map((line) => <p key={line}>{line}</p>) : null}
		/>
	);
}
