import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { memberClient } from "../../../apollo/index.ts";
import { Answer, PageTitle } from "../../../app/index.ts";
import { TrusteeDeskDocument } from "../../../gql/graphql.ts";
import { RequireViewer } from "../../../people/index.ts";
import { EmptyState, Page, Section } from "../../../ui/index.ts";
import css from "./Desk.module.css";
import { KeySection } from "./KeySection.tsx";
import { isTrusteePoll } from "./pollOfTrustee.ts";
import { Trusteeship } from "./Trusteeship.tsx";
import { useOwnKey } from "./useOwnKey.ts";

/** So often a trustee's page looks whether a poll was closed or a share came; nothing tells it otherwise. */
const LOOK_EVERY_MS = 3_000;

/** /trustee — a trustee's desk: is my key in order, and is there a box to open? */
export default function TrusteePage() {
	return <RequireViewer>{(viewer) => <Desk key={viewer.id} viewerId={viewer.id} />}</RequireViewer>;
}

function Desk({ viewerId }: { viewerId: string }) {
	const { t } = useTranslation("voting");
	const result = useQuery(TrusteeDeskDocument, {
		client: memberClient,
		fetchPolicy: "cache-and-network",
		pollInterval: LOOK_EVERY_MS,
	});
	const own = useOwnKey(viewerId);
	return (
		<Answer result={result} of={(data) => data}>
			{({ ownTrusteeKey, ownTrusteeships }) => {
				const polls = ownTrusteeships.filter(isTrusteePoll);
				return (
					<Page title={t("trustee.title")} lead={t("trustee.lead")}>
						<PageTitle>{t("trustee.title")}</PageTitle>
						<KeySection
							own={own}
							knownKey={ownTrusteeKey}
							isNeededStill={polls.some(({ box }) => !box.isOpened)}
							onRegistered={() => void result.refetch().catch(() => {})}
						/>
						<Section title={t("trustee.polls")} isRuled>
							{polls.length === 0 && <EmptyState says={t("trustee.noPolls")} />}
							<ul className={css.polls}>
								{polls.map((poll) => (
									<Trusteeship key={poll.id} poll={poll} own={own} viewerId={viewerId} />
								))}
							</ul>
						</Section>
					</Page>
				);
			}}
		</Answer>
	);
}
