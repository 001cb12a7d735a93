import { hasOwnOptions } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { joinClasses, VisuallyHidden } from "../../ui/index.ts";
import { ChoiceMark } from "../answers/ChoiceMark.tsx";
import { useOptionLabel } from "../answers/words/useOptionLabel.ts";
import type { AskedPoll } from "../views.ts";
import css from "./Count.module.css";
import type { BarPart, CountLine } from "./countShown.ts";

interface Props {
	poll: AskedPoll;
	lines: readonly CountLine[];
	/** No more lines than this: for the wall. The others are numbered in a last line. */
	most?: number;
	/** Long labels are cut, and only who comes first has a note: for the wall. */
	isBrief?: boolean;
	/** Shows where the middle of each bar is: for grades. */
	hasMiddle?: boolean;
}

/** With more lines than these, each label has one line on the wall instead of two. */
const FEW_LINES = 4;

/** Options one below the other with their place, their bar and their figure. Sized in em. */
export function CountLines({ poll, lines, most = lines.length, isBrief, hasMiddle }: Props) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(poll);
	const isOneThing = hasOwnOptions(poll.method);
	const shown = lines.length > most ? lines.slice(0, most - 1) : lines;
	const others = lines.length - shown.length;
	const isDense = isBrief && shown.length > FEW_LINES;
	return (
		<ol className={joinClasses(css.lines, isBrief && css.isBrief, isDense && css.isDense)}>
			{shown.map(({ option, place, isFirst, bar, figure, note }) => (
				<li key={option} className={joinClasses(css.line, isFirst && css.isFirst)}>
					<span className={css.place}>
						{place ?? (isOneThing && <ChoiceMark option={option} />)}
						{place && <VisuallyHidden>. </VisuallyHidden>}
					</span>
					<span className={css.words}>
						<span className={css.label}>{labelOf(option)}</span>
						{note && (isFirst || !isBrief) && <span className={css.note}> {note}</span>}
						<VisuallyHidden>: </VisuallyHidden>
					</span>
					<span className={joinClasses(css.track, hasMiddle && css.hasMiddle)} aria-hidden="true">
						{bar.map((part) => (
							<span
								key={part.grade ?? 0}
								className={joinClasses(css.bar, lookOf(poll, option, part))}
								style={{ width: `${100 * part.share}%` }}
							/>
						))}
					</span>
					<span className={css.figure}>{figure}</span>
				</li>
			))}
			{others > 0 && <li className={css.others}>{t("count.others", { count: others })}</li>}
		</ol>
	);
}

/** Yes and no, or agreement and block, look as different as they are; grades go from full to open. */
function lookOf({ method }: AskedPoll, option: string, { grade }: BarPart): string | undefined {
	if (hasOwnOptions(method)) return css[option];
	return grade === undefined ? css.votes : css[`grade${grade}`];
}
