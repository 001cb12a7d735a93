import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Disclosure.module.css";

interface DisclosureProps extends ComponentProps<"details"> {
	/** The line that opens and closes it. */
	summary: ReactNode;
}

/** What most readers need not see, behind a line that says what it is. */
export function Disclosure({ summary, className, children, ...details }: DisclosureProps) {
	return (
		<details {...details} className={joinClasses(css.disclosure, className)}>
			<summary>{summary}</summary>
			{children}
		</details>
	);
}
