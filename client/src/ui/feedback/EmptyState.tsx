import type { ReactNode } from "react";
import css from "./Feedback.module.css";

/** Says what would be here, and where it would come from. `children`: a way on, if there is one. */
export function EmptyState({ says, children }: { says: ReactNode; children?: ReactNode }) {
	return (
		<div className={css.empty}>
			<p>{says}</p>
			{children}
		</div>
	);
}
