import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Layout.module.css";

/** What people wrote: serif, in a measure of 65 characters. `lang` is the text's own language. */
export function Prose({
	children,
	lang,
	className,
}: {
	children: ReactNode;
	lang?: string;
	className?: string;
}) {
	return (
		<div lang={lang} className={joinClasses(css.prose, className)}>
			{children}
		</div>
	);
}
