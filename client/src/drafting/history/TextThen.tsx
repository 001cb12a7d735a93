import { useQuery } from "@apollo/client/react";
import { enforceShape, isEmptyDocument } from "@crossroads/shared";
import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Answer, useFormats } from "../../app/index.ts";
import { DraftAtDocument, type DraftAtQuery, type DraftAuthorShownFragment } from "../../gql/graphql.ts";
import { EmptyState, Section } from "../../ui/index.ts";
import css from "./History.module.css";
import { InkedText } from "./InkedText.tsx";
import { RestoreAction } from "./RestoreAction.tsx";

interface Props {
	draftId: string;
	cursor: string;
	language: string;
	/** Whether the viewer may make it the text of now. */
	mayRestore: boolean;
	onRestored(): void;
}

/** The text at a moment, with who wrote what of it. */
export function TextThen({ draftId, cursor, language, mayRestore, onRestored }: Props) {
	const { t } = useTranslation("drafting");
	const result = useQuery(DraftAtDocument, { variables: { draftId, cursor } });
	return (
		<Answer
			result={result}
			of={({ draftAt }) => draftAt}
			isInline
			missing={<EmptyState says={t("history.noSuchMoment")} />}
		>
			{(then) => (
				<Then then={then} language={language}>
					{mayRestore && (
						<RestoreAction draftId={draftId} cursor={cursor} at={then.at} onRestored={onRestored} />
					)}
				</Then>
			)}
		</Answer>
	);
}

interface ThenProps {
	then: NonNullable<DraftAtQuery["draftAt"]>;
	language: string;
	children: React.ReactNode;
}

function Then({ then, language, children }: ThenProps) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const document = useMemo(() => enforceShape(JSON.parse(then.document)).document, [then.document]);
	return (
		<Section title={t("history.then", { time: formats.dateTime(then.at) })} aside={children}>
			<Legend authors={then.authors} />
			{isEmptyDocument(document) ? (
				<EmptyState says={t("history.empty")} />
			) : (
				<InkedText document={document} runs={then.runs} authors={then.authors} language={language} />
			)}
		</Section>
	);
}

/** Whose colour is whose, and how much of the text is theirs. */
function Legend({ authors }: { authors: readonly DraftAuthorShownFragment[] }) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const all = authors.reduce((sum, { size }) => sum + size, 0);
	if (all === 0) return null;
	return (
		<ul className={css.legend} aria-label={t("history.legend")}>
			{authors.map(({ personId, name, colour, size }) => (
				<li key={personId ?? ""} className={css.author} style={{ "--author": colour } as CSSProperties}>
					<span className={css.swatch} aria-hidden="true" />
					{name ?? t(personId ? "history.erased" : "history.nobody")}
					<span className={css.share}>{formats.percent(size / all)}</span>
				</li>
			))}
		</ul>
	);
}
