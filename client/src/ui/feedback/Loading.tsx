import { VisuallyHidden } from "../layout/VisuallyHidden.tsx";
import css from "./Feedback.module.css";

const WIDTHS = ["40%", "92%", "78%", "86%", "64%"];

/** Lines where text will stand; `label` is what a screen reader hears. Appears only after a moment, so that a quick answer does not flash. */
export function Loading({ label, lines = 4 }: { label: string; lines?: number }) {
	return (
		<div className={css.loading} role="status" aria-busy="true">
			<VisuallyHidden>{label}</VisuallyHidden>
			{Array.from({ length: lines }, (_, line) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
				<span key={line} className={css.skeleton} style={{ width: WIDTHS[line % WIDTHS.length] }} />
			))}
		</div>
	);
}
