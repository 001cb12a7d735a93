import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import type { AskedPoll, LiveTally } from "../views.ts";
import css from "./ChoiceRows.module.css";
import { isAmongOptions, tallyParts, wholeOf } from "./tallyParts.ts";

interface Props {
	poll: AskedPoll;
	tally: LiveTally;
	className?: string;
}

/** One bar for each option, as long as its share of all voters, with its count: to be read from afar. Sized in em. */
export function ChoiceRows({ poll, tally, className }: Props) {
	const { t } = useTranslation("voting");
	const parts = tallyParts(t, poll, tally.total);
	const whole = wholeOf(poll, parts, tally.electorateSize);
	const share = (count: number) => `${whole === 0 ? 0 : Math.min(100, (100 * count) / whole)}%`;
	return (
		<dl className={joinClasses(css.rows, isAmongOptions(poll) && css.hasLabels, className)}>
			{parts.map(({ key, look, label, count }) => (
				<div key={key} className={css.row}>
					<dt>{label}</dt>
					<dd>
						<span className={css.track} aria-hidden="true">
							<span className={joinClasses(css.bar, css[look])} style={{ width: share(count) }} />
						</span>
						<span className={css.count}>{count}</span>
					</dd>
				</div>
			))}
		</dl>
	);
}
