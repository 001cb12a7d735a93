import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import { currentLine, nextLine, type SessionMoment } from "../live/agenda.ts";
import type { LiveAgendaItem } from "../live/views.ts";
import css from "./Delegate.module.css";

interface Props {
	agenda: readonly LiveAgendaItem[];
	moment: SessionMoment;
	/** The network's working language, in which the agenda is written. */
	language: string;
	/** One line only: something else comes first now. */
	isBrief?: boolean;
}

/** What is now, in one line; before and between items what comes next. */
export function NowLine({ agenda, moment, language, isBrief }: Props) {
	const { t } = useTranslation("session");
	const item = currentLine(agenda);
	if (item) {
		return (
			<p className={joinClasses(css.now, isBrief && css.isBrief)}>
				<span className={css.nowKind}>
					{t("now.item", { number: item.index + 1, of: agenda.length })}
					{!isBrief && ` · ${t(`itemKind.${item.kind}`)}`}
				</span>
				<span className={css.nowTitle} lang={language}>
					{item.title}
				</span>
			</p>
		);
	}
	const next = nextLine(agenda);
	return (
		<p className={css.now}>
			<span className={css.nowTitle}>{t(`moment.${moment}`)}</span>
			{next && <span className={css.nowKind}>{t("now.next", { title: next.title })}</span>}
		</p>
	);
}
