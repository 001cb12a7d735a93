import { useTranslation } from "react-i18next";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { Page } from "../../ui/index.ts";
import { ProgrammeDocument } from "../gql/graphql.ts";
import { nodesOf } from "../network/nodesOf.ts";
import { useNetworkQuery } from "../network/useNetworkQuery.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import { Timeline } from "./Timeline.tsx";

/** The whole programme as a line through time. What nobody has dated says so. */
export default function ProgrammePage() {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const result = useNetworkQuery(ProgrammeDocument, ({ code }) => ({ code }));
	return (
		<Answer result={result} of={(data) => data.network}>
			{(network) => (
				<Page
					title={t("programme.title")}
					kicker={<Written>{network.name}</Written>}
					lead={formats.dateRange(network.startsOn, network.endsOn)}
				>
					<PageTitle>{t("programme.title")}</PageTitle>
					<Timeline activities={nodesOf(network.activities)} empty={t("programme.none")} />
				</Page>
			)}
		</Answer>
	);
}
