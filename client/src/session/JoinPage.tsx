import { normalizeJoinCode } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { PageTitle } from "../app/index.ts";
import { Page } from "../ui/index.ts";
import { CodeStep } from "./join/CodeStep.tsx";
import { EventStep } from "./join/EventStep.tsx";

/** /join and /join/:code — from the code on the wall, by name and four digits, straight into the session. */
export default function JoinPage() {
	const { t } = useTranslation("session");
	const { code } = useParams();
	return (
		<>
			<PageTitle>{t("join.title")}</PageTitle>
			{code ? (
				<EventStep key={code} code={normalizeJoinCode(code)} />
			) : (
				<Page title={t("join.title")} lead={t("join.lead")} isNarrow>
					<CodeStep />
				</Page>
			)}
		</>
	);
}
