import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../app/index.ts";
import { ErrorNotice } from "../../ui/index.ts";
import type { Problem } from "./useRun.ts";

/** Says why the last wish was not done; nothing where all is well. */
export function ProblemNotice({ problem }: { problem: Problem | null }) {
	const { t } = useTranslation("session");
	const refusalText = useRefusalText();
	if (!problem) return null;
	if (problem.refusal) return <ErrorNotice happened={refusalText(problem.refusal)} />;
	return <ErrorNotice happened={t("problem.noAnswer")} next={t("problem.look")} />;
}
