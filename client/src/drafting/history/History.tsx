import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Answer } from "../../app/index.ts";
import { DraftHistoryDocument, type DraftHistoryQuery } from "../../gql/graphql.ts";
import { Button, EmptyState, Link, Section } from "../../ui/index.ts";
import css from "./History.module.css";
import { Moments } from "./Moments.tsx";
import { historyByDay } from "./sittings.ts";
import { TextThen } from "./TextThen.tsx";

interface Props {
	draftId: string;
	language: string;
	mayWrite: boolean;
	/** The cursor of the moment that is asked for; empty: the newest. */
	cursor: string;
}

type Page = NonNullable<DraftHistoryQuery["draftHistory"]>;

/** /drafts/:id?history=cursor — who wrote what, and when? */
export function History({ draftId, language, mayWrite, cursor }: Props) {
	const { t } = useTranslation("drafting");
	const result = useQuery(DraftHistoryDocument, { variables: { draftId }, fetchPolicy: "network-only" });
	const goOn = (before: string) =>
		void result
			.fetchMore({
				variables: { before },
				updateQuery: (known, { fetchMoreResult }) => joined(known, fetchMoreResult),
			})
			.catch(() => {});
	return (
		<div className={css.page}>
			<div>
				<Link href={`/drafts/${draftId}`}>{t("history.back")}</Link>
			</div>
			<Answer result={result} of={({ draftHistory }) => draftHistory} isInline>
				{({ moments, older }) => (
					<Opened draftId={draftId} language={language} mayWrite={mayWrite} cursor={cursor} moments={moments}>
						{older && (
							<Button variant="quiet" onPress={() => goOn(older)} isPending={result.loading}>
								{t("history.older")}
							</Button>
						)}
					</Opened>
				)}
			</Answer>
		</div>
	);
}

function joined(known: DraftHistoryQuery, next: DraftHistoryQuery): DraftHistoryQuery {
	const [newer, older] = [known.draftHistory, next.draftHistory];
	if (!newer || !older) return known;
	return { draftHistory: { ...older, moments: [...newer.moments, ...older.moments] } };
}

function Opened(props: Props & { moments: Page["moments"]; children: React.ReactNode }) {
	const { draftId, language, mayWrite, cursor, moments, children } = props;
	const { t } = useTranslation("drafting");
	const navigate = useNavigate();
	const days = useMemo(() => historyByDay(moments), [moments]);
	const newest = moments[0]?.cursor;
	const shown = cursor || newest;
	const draft = `/drafts/${draftId}`;
	return (
		<div className={css.history}>
			<div className={css.then}>
				{shown && (
					<TextThen
						key={shown}
						draftId={draftId}
						cursor={shown}
						language={language}
						mayRestore={mayWrite && shown !== newest}
						onRestored={() => void navigate(draft)}
					/>
				)}
			</div>
			<Section title={t("history.title")} isRuled className={css.panel}>
				{!shown && <EmptyState says={t("history.none")} />}
				<Moments
					days={days}
					shown={shown ?? ""}
					hrefOf={(to) => `${draft}?history=${encodeURIComponent(to)}`}
				/>
				{children}
			</Section>
		</div>
	);
}
