import { useTranslation } from "react-i18next";
import { EmptyState, joinClasses, Section, VisuallyHidden } from "../../ui/index.ts";
import type { LiveAgendaItem } from "../live/views.ts";
import css from "./Delegate.module.css";

interface Props {
	agenda: readonly LiveAgendaItem[];
	/** The network's working language, in which the agenda is written. */
	language: string;
}

/** The whole agenda with what is done, what is now and what is to come. */
export function AgendaList({ agenda, language }: Props) {
	const { t } = useTranslation("session");
	return (
		<Section title={t("agenda.title")} level={2} isRuled className={css.agendaSection}>
			{agenda.length === 0 ? (
				<EmptyState says={t("agenda.empty")} />
			) : (
				<Lines agenda={agenda} language={language} />
			)}
		</Section>
	);
}

function Lines({ agenda, language }: Props) {
	const { t } = useTranslation("session");
	return (
		<ol className={css.agenda}>
			{agenda.map((item) => (
				<li
					key={item.id}
					aria-current={item.isCurrent ? "step" : undefined}
					className={joinClasses(
						css.line,
						item.isCurrent && css.isNow,
						item.finishedAt && !item.isCurrent && css.isDone,
					)}
				>
					<span className={css.lineNumber}>{item.index + 1}</span>
					<span>
						<span lang={language}>{item.title}</span>
						<span className={css.lineFacts}>
							{t(`itemKind.${item.kind}`)}
							{item.minutes ? ` · ${t("minutes", { count: item.minutes })}` : ""}
						</span>
					</span>
					{item.isCurrent && <span className={css.nowBadge}>{t("agenda.now")}</span>}
					{item.finishedAt && !item.isCurrent && (
						<span className={css.tick}>
							<span aria-hidden="true">✓</span>
							<VisuallyHidden>{t("agenda.done")}</VisuallyHidden>
						</span>
					)}
				</li>
			))}
		</ol>
	);
}
