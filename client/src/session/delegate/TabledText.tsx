import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Answer } from "../../app/index.ts";
import { DraftOfRecommendationDocument, TabledTextDocument } from "../../gql/graphql.ts";
import { Badge, Disclosure, EmptyState, Heading, Link } from "../../ui/index.ts";
import { DocumentView } from "../DocumentView.tsx";
import type { LiveAgendaItem } from "../live/views.ts";
import css from "./Delegate.module.css";

interface Props {
	item: LiveAgendaItem | null;
	/** Behind a line that opens it: while something else comes first. */
	isFolded?: boolean;
}

/** The text that the current item is about: the version on the table, or the way to what is still being written. */
export function TabledText({ item, isFolded }: Props) {
	const { t } = useTranslation("session");
	if (!item) return null;
	if (!item.recommendation) return isFolded ? null : <EmptyState says={t(`text.none.${item.kind}`)} />;
	if (!item.version) return <NotYetTabled recommendation={item.recommendation} />;
	const text = <Version recommendationId={item.recommendation.id} versionId={item.version.id} />;
	if (!isFolded) return text;
	return (
		<Disclosure
			className={css.folded}
			summary={t("text.readAgain", { number: item.recommendation.number, version: item.version.number })}
		>
			{text}
		</Disclosure>
	);
}

/** Until a text is on the table it is a draft: that can be read by who may. */
function NotYetTabled({ recommendation }: { recommendation: NonNullable<LiveAgendaItem["recommendation"]> }) {
	const { t } = useTranslation("session");
	const { id, number, title } = recommendation;
	const { data } = useQuery(DraftOfRecommendationDocument, { variables: { recommendationId: id } });
	const draft = data?.recommendation?.draft;
	return (
		<EmptyState says={t("text.notTabled", { number, title })}>
			{draft && <Link href={`/drafts/${draft.id}`}>{t("text.toDraft")}</Link>}
		</EmptyState>
	);
}

function Version({ recommendationId, versionId }: { recommendationId: string; versionId: string }) {
	const { t } = useTranslation("session");
	const result = useQuery(TabledTextDocument, {
		variables: { recommendationId },
		fetchPolicy: "cache-and-network",
	});
	return (
		<Answer
			result={result}
			of={({ recommendation }) => recommendation?.versions.find(({ id }) => id === versionId)}
			isInline
			missing={<EmptyState says={t("text.unavailable")} />}
		>
			{(version) => (
				<article className={css.text}>
					<Heading level={2} lang={version.language}>
						{version.title}
					</Heading>
					<p>
						<Badge>
							{t("text.version", { number: result.data?.recommendation?.number, version: version.number })}
						</Badge>
					</p>
					<DocumentView document={version.document} language={version.language} underLevel={2} />
				</article>
			)}
		</Answer>
	);
}
