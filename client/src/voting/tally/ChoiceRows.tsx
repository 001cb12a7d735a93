import { joinClasses } from "../../ui/index.ts";
import type { LiveTally } from "../views.ts";
import css from "./ChoiceRows.module.css";
import { useTallyParts } from "./TallyTotal.tsx";

/** One bar for each choice, as long as its share of all voters, with its count: to be read from afar. Sized in em. */
export function ChoiceRows({ tally, className }: { tally: LiveTally; className?: string }) {
	const parts = useTallyParts();
	const share = (count: number) =>
		`${tally.electorateSize === 0 ? 0 : Math.min(100, (100 * count) / tally.electorateSize)}%`;
	return (
		<dl className={joinClasses(css.rows, className)}>
			{parts(tally.total).map(({ look, label, count }) => (
				<div key={look} className={css.row}>
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
