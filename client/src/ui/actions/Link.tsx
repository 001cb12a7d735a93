import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import css from "./Link.module.css";

export interface LinkProps {
	href: string;
	children: ReactNode;
	/** "plain": underlined only when pointed at, for lists of titles; "nav": for the header, 44 pixels high. */
	look?: "text" | "plain" | "nav";
	className?: string;
	/** Marks the link to where we are. */
	isCurrent?: boolean;
	"aria-label"?: string;
	lang?: string;
	/** For foreign addresses: opens beside us, without telling who we are. */
	isForeign?: boolean;
}

/** A link; inside the application it moves without a reload (see RouterProvider in app/). */
export function Link({ look = "text", className, isCurrent, isForeign, ...rest }: LinkProps) {
	const foreign = isForeign ? { target: "_blank", rel: "noreferrer" } : {};
	return (
		<AriaLink
			{...rest}
			{...foreign}
			aria-current={isCurrent ? "page" : undefined}
			className={joinClasses(css[look], className)}
		/>
	);
}
