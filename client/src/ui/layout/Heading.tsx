import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Layout.module.css";

export interface HeadingProps {
	level: 1 | 2 | 3 | 4;
	/** How large it looks, where that differs from its place in the outline. */
	looksLike?: 1 | 2 | 3;
	children: ReactNode;
	id?: string;
	className?: string;
	lang?: string;
}

/** A heading of the page's outline, in the serif. */
export function Heading({ level, looksLike, className, ...rest }: HeadingProps) {
	const Tag = `h${level}` as const;
	const look = looksLike ?? (level === 4 ? 3 : level);
	return <Tag {...rest} className={joinClasses(css[`h${look}`], className)} />;
}
