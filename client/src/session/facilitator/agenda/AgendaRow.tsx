import { useState } from "react";
import { Button as AriaButton, GridListItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { GoToAgendaItemDocument, RemoveAgendaItemDocument } from "../../../gql/graphql.ts";
import { Button, ConfirmDialog, joinClasses } from "../../../ui/index.ts";
import type { Running } from "../../live/useRun.ts";
import type { LiveAgendaItem } from "../../live/views.ts";
import css from "../Facilitator.module.css";

interface Props {
	item: LiveAgendaItem;
	sessionId: string;
	running: Running;
	/** The network's working language, in which the agenda is written. */
	language: string;
}

/** One line: grip, number, title, and what can be done with it. */
export function AgendaRow({ item, sessionId, running, language }: Props) {
	const { t } = useTranslation("session");
	const [asks, setAsks] = useState(false);
	const isDone = item.finishedAt && !item.isCurrent;
	return (
		<GridListItem
			id={item.id}
			textValue={item.title}
			className={joinClasses(css.row, item.isCurrent && css.isNow, isDone && css.isDone)}
		>
			<AriaButton slot="drag" className={css.grip}>
				<span aria-hidden="true">⠿</span>
			</AriaButton>
			<span className={css.rowNumber}>{item.index + 1}</span>
			<span className={css.rowTitle}>
				<span lang={language}>{item.title}</span>
				<span className={css.soft}>
					{t(`itemKind.${item.kind}`)}
					{item.minutes ? ` · ${t("minutes", { count: item.minutes })}` : ""}
					{isDone ? ` · ${t("agenda.done")}` : ""}
				</span>
			</span>
			{item.isCurrent ? (
				<span className={css.nowBadge}>{t("agenda.now")}</span>
			) : (
				<span className={css.rowActions}>
					<Button
						variant="quiet"
						aria-label={t("agenda.goTo", { title: item.title })}
						onPress={() => void running.run(GoToAgendaItemDocument, { sessionId, agendaItemId: item.id })}
					>
						{t("agenda.go")}
					</Button>
					<Button
						variant="quiet"
						aria-label={t("agenda.removeOf", { title: item.title })}
						onPress={() => setAsks(true)}
					>
						{t("agenda.remove")}
					</Button>
				</span>
			)}
			<ConfirmDialog
				isOpen={asks}
				title={t("agenda.askRemove", { title: item.title })}
				confirmLabel={t("agenda.remove")}
				cancelLabel={t("cancel")}
				tone="danger"
				isPending={running.isRunning}
				onConfirm={() =>
					void running.run(RemoveAgendaItemDocument, { agendaItemId: item.id }).then(() => setAsks(false))
				}
				onCancel={() => setAsks(false)}
			>
				<p>{t("agenda.removeMeans")}</p>
			</ConfirmDialog>
		</GridListItem>
	);
}
