import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle } from "../app/index.ts";
import { BadgesOfSessionDocument, type BadgesOfSessionQuery } from "../gql/graphql.ts";
import { RequireViewer } from "../people/index.ts";
import { Button, ButtonLink, EmptyState, Page } from "../ui/index.ts";
import { BadgeCard } from "./badges/BadgeCard.tsx";
import css from "./badges/Badges.module.css";
import { ProblemNotice } from "./live/ProblemNotice.tsx";
import { useRun } from "./live/useRun.ts";

/** How often the page looks who is locked out meanwhile. */
const LOOK_AGAIN_MS = 10_000;

/** /session/:id/badges — the badges of the event, to be printed, eight a page; and who cannot get in. */
export default function BadgesPage() {
	const { id = "" } = useParams();
	return <RequireViewer>{(viewer) => <Badges key={`${viewer.id} ${id}`} id={id} />}</RequireViewer>;
}

function Badges({ id }: { id: string }) {
	const { t } = useTranslation("session");
	const result = useQuery(BadgesOfSessionDocument, {
		variables: { id },
		fetchPolicy: "cache-and-network",
		pollInterval: LOOK_AGAIN_MS,
	});
	return (
		<>
			<PageTitle>{t("badges.title")}</PageTitle>
			<Answer result={result} of={(data) => data.session}>
				{(session) => <Sheet session={session} />}
			</Answer>
		</>
	);
}

function Sheet({ session }: { session: NonNullable<BadgesOfSessionQuery["session"]> }) {
	const { t } = useTranslation("session");
	const running = useRun();
	const { badges, ...event } = session.event;
	return (
		<div className={css.page}>
			<div className={css.screenOnly}>
				<Page
					title={t("badges.title")}
					kicker={<span lang={event.network.workingLanguage}>{event.title}</span>}
					lead={badges ? t("badges.lead") : t("facilitator.notYours")}
					actions={<Actions sessionId={session.id} canPrint={Boolean(badges?.length)} />}
				>
					<ProblemNotice problem={running.problem} />
					{badges?.length === 0 && <EmptyState says={t("presence.nobody")} />}
				</Page>
			</div>
			<ul className={css.sheet}>
				{badges?.map((badge) => (
					<BadgeCard key={badge.id} badge={badge} event={event} running={running} />
				))}
			</ul>
		</div>
	);
}

function Actions({ sessionId, canPrint }: { sessionId: string; canPrint: boolean }) {
	const { t } = useTranslation("session");
	return (
		<div className={css.actions}>
			{canPrint && (
				<Button variant="primary" onPress={() => window.print()}>
					{t("badges.print")}
				</Button>
			)}
			<ButtonLink href={canPrint ? `/session/${sessionId}/run` : `/session/${sessionId}`}>
				{canPrint ? t("toFacilitator") : t("facilitator.toDelegate")}
			</ButtonLink>
		</div>
	);
}
