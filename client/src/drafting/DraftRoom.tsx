import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useConnection } from "../apollo/index.ts";
import { NotFoundPage, useFormats } from "../app/index.ts";
import type { DraftOnScreenQuery } from "../gql/graphql.ts";
import { Written } from "../publicGraph/index.ts";
import { Badge, Link, Loading, Page } from "../ui/index.ts";
import { RestsOn } from "./aside/RestsOn.tsx";
import { Versions } from "./aside/Versions.tsx";
import css from "./Draft.module.css";
import { DraftEditor } from "./editor/DraftEditor.tsx";
import { Faces } from "./Faces.tsx";
import { History } from "./history/History.tsx";
import type { SaveState } from "./provider/SaveState.ts";
import { ReviewAction } from "./ReviewAction.tsx";
import { SaveIndicator } from "./SaveIndicator.tsx";
import { StateNotice } from "./StateNotice.tsx";
import { useDraft } from "./useDraft.ts";

type Draft = NonNullable<DraftOnScreenQuery["draft"]>;

/** The text with everything around it; where the address asks for it, its history in its place. */
export function DraftRoom({ draft, personId }: { draft: Draft; personId: string }) {
	const { id, language, mayWrite, recommendation } = draft;
	const opened = useDraft(id, personId, mayWrite);
	const [search] = useSearchParams();
	const cursor = search.get("history");
	useWarnBeforeLeaving(opened.state.save);
	if (opened.state.isGone) return <NotFoundPage />;
	return (
		<Page
			title={<span className={css.title}>{recommendation.title}</span>}
			titleLang={recommendation.language}
			kicker={<Kicker recommendation={recommendation} />}
		>
			{cursor === null ? (
				<Writing draft={draft} personId={personId} {...opened} />
			) : (
				<History draftId={id} language={language} mayWrite={mayWrite} cursor={cursor} />
			)}
		</Page>
	);
}

type WritingProps = ReturnType<typeof useDraft> & { draft: Draft; personId: string };

/** The text of now, and beside it what it rests on. */
function Writing({ draft, personId, provider, state }: WritingProps) {
	const { t } = useTranslation("drafting");
	const { id, language, mayWrite, recommendation } = draft;
	const isRefused = state.save.kind === "refused";
	const connection = useConnection();
	const isOffline = connection.state === "offline";
	// Of the others nothing is known before the first word of the server.
	const isTold =
		connection.state === "live" || (connection.state === "connecting" && connection.since !== null);
	return (
		<div className={css.room}>
			<div className={css.main}>
				{provider && (
					<StateNotice
						provider={provider}
						save={state.save}
						isWritable={mayWrite}
						state={recommendation.state}
					/>
				)}
				{provider && state.isOpen ? (
					<DraftEditor
						key={provider.doc.guid}
						provider={provider}
						isWritable={mayWrite && !isRefused}
						title={recommendation.title}
						language={language}
					>
						<div className={css.bar}>
							{(mayWrite || isRefused || isOffline) && (
								<SaveIndicator save={state.save} isOffline={isOffline} />
							)}
							<div className={css.around}>
								{isTold && <Faces writers={state.writers} personId={personId} />}
								<Link look="nav" href={`/drafts/${id}?history=`}>
									{t("history.open")}
								</Link>
							</div>
						</div>
					</DraftEditor>
				) : (
					<Loading label={t("opening")} lines={8} />
				)}
			</div>
			<aside className={css.aside} aria-label={t("aside")}>
				{recommendation.viewerMayAdvance && recommendation.state === "DRAFT" && (
					<ReviewAction recommendationId={recommendation.id} />
				)}
				<RestsOn recommendation={recommendation} />
				<Versions versions={recommendation.versions} />
			</aside>
		</div>
	);
}

function Kicker({ recommendation }: { recommendation: Draft["recommendation"] }) {
	const { t } = useTranslation(["drafting", "app"]);
	const formats = useFormats();
	const { state, number, theme, isDemonstration } = recommendation;
	return (
		<>
			<Badge tone={state === "ADOPTED" || state === "PUBLISHED" ? "good" : "plain"}>
				{t(`app:recommendationState.${state}`)}
			</Badge>
			<span>{t("number", { number: formats.number(number) })}</span>
			<Written>{theme.title}</Written>
			{isDemonstration && <span>{t("demonstration")}</span>}
		</>
	);
}

/** The device remembers what is unsent, but only this one: who closes the page here should know. */
function useWarnBeforeLeaving({ kind }: SaveState) {
	const isUnsafe = kind === "unsent" || kind === "saving";
	useEffect(() => {
		if (!isUnsafe) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", warn);
		return () => window.removeEventListener("beforeunload", warn);
	}, [isUnsafe]);
}
