import { type ReactNode, useId } from "react";
import { joinClasses } from "../joinClasses.ts";
import { Heading } from "./Heading.tsx";
import css from "./Layout.module.css";

export interface SectionProps {
	title: ReactNode;
	level?: 2 | 3;
	/** Stands at the end of the title's line: a link to all, a switch. */
	aside?: ReactNode;
	/** A line above, instead of a box around. */
	isRuled?: boolean;
	children: ReactNode;
	id?: string;
	className?: string;
}

/** A part of a page, named by its heading for those who move by landmarks. */
export function Section({ title, level = 2, aside, isRuled, children, id, className }: SectionProps) {
	const headingId = useId();
	return (
		<section
			id={id}
			aria-labelledby={headingId}
			className={joinClasses(css.section, isRuled && css.ruled, className)}
		>
			<div className={css.sectionHead}>
				<Heading level={level} id={headingId}>
					{title}
				</Heading>
				{aside}
			</div>
			{children}
		</section>
	);
}
