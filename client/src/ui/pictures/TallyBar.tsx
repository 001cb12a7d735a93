import { joinClasses } from "../joinClasses.ts";
import { VisuallyHidden } from "../layout/VisuallyHidden.tsx";
import css from "./TallyBar.module.css";

export type TallyLook = "yes" | "no" | "abstain" | "block" | "option";

export interface TallyPart {
	look: TallyLook;
	/** Different for each part. */
	label: string;
	count: number;
}

export interface TallyBarProps {
	parts: readonly TallyPart[];
	/** The width of the whole bar in persons; what is not yet cast stays empty. Default: the sum of the parts. */
	of?: number;
	/** "large" for the projector, "slim" for a row of a table. */
	size?: "slim" | "normal" | "large";
	/** Leaves out the key under the bar; give `label` then, which reads the figures. */
	isKeyHidden?: boolean;
	label?: string;
}

/** Counts side by side in one bar that grows with them: yes solid, no hatched, abstentions open, a block in the colour of danger, other options light and dark in turn; figures and labels below. */
export function TallyBar({ parts, of, size = "normal", isKeyHidden, label }: TallyBarProps) {
	const cast = parts.reduce((sum, part) => sum + part.count, 0);
	const rest = Math.max(0, (of ?? cast) - cast);
	return (
		<div className={joinClasses(css.tally, css[size])}>
			{isKeyHidden && label && <VisuallyHidden>{label}</VisuallyHidden>}
			<div className={css.bar} aria-hidden="true">
				{parts.map((part) => (
					<span
						key={part.label}
						className={joinClasses(css.part, css[part.look])}
						style={{ flexGrow: part.count }}
					/>
				))}
				<span className={css.rest} style={{ flexGrow: cast + rest === 0 ? 1 : rest }} />
			</div>
			{!isKeyHidden && (
				<dl className={css.key}>
					{parts.map((part) => (
						<div key={part.label} className={css.entry}>
							<dt>
								<span className={joinClasses(css.swatch, css[part.look])} aria-hidden="true" />
								{part.label}
							</dt>
							<dd>{part.count}</dd>
						</div>
					))}
				</dl>
			)}
		</div>
	);
}
