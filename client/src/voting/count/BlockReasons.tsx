import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import css from "./Count.module.css";

interface Props {
	reasons: readonly string[];
	/** No more than this, each cut after three lines: for the wall. */
	most?: number;
}

/** Why a consent was blocked, each reason in the words in which it was given. */
export function BlockReasons({ reasons, most }: Props) {
	const { t } = useTranslation("voting");
	const shown = reasons.slice(0, most);
	const others = reasons.length - shown.length;
	return (
		<div className={css.reasons}>
			<p className={css.reasonsTitle}>{t("count.reasons", { count: reasons.length })}</p>
			<ul className={joinClasses(most !== undefined && css.isBrief)}>
				{shown.map((reason, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two may give the same reason
					<li key={place} className={css.reason}>
						{reason}
					</li>
				))}
			</ul>
			{others > 0 && <p className={css.others}>{t("count.otherReasons", { count: others })}</p>}
		</div>
	);
}
