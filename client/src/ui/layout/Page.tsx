import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import { Heading } from "./Heading.tsx";
import css from "./Layout.module.css";

export interface PageProps {
	/** The page's only h1. */
	title: ReactNode;
	/** A small line above the title: where it belongs, its state. */
	kicker?: ReactNode;
	/** One or two sentences under the title. */
	lead?: ReactNode;
	/** What can be done with the page as a whole. */
	actions?: ReactNode;
	isNarrow?: boolean;
	children?: ReactNode;
	/** Language of the title, where it is not the page's. */
	titleLang?: string;
}

/** The paper that every ordinary page is written on. The layout gives it its main landmark. */
export function Page({ title, kicker, lead, actions, isNarrow, children, titleLang }: PageProps) {
	return (
		<div className={joinClasses(css.page, isNarrow && css.narrow)}>
			<div className={css.head}>
				{kicker && <div className={css.kicker}>{kicker}</div>}
				<Heading level={1} lang={titleLang}>
					{title}
				</Heading>
				{lead && <div className={css.lead}>{lead}</div>}
				{actions && <div>{actions}</div>}
			</div>
			{children}
		</div>
	);
}
