import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Feedback.module.css";
import type { NoticeTone } from "./Notice.tsx";

/** One or two words on the state of a thing. */
export function Badge({ tone = "plain", children }: { tone?: NoticeTone | "accent"; children: ReactNode }) {
	return <span className={joinClasses(css.badge, css[tone])}>{children}</span>;
}
