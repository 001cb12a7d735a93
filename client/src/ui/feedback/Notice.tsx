import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Feedback.module.css";

export type NoticeTone = "plain" | "good" | "warn" | "danger";

export interface NoticeProps {
	tone?: NoticeTone;
	children: ReactNode;
	/** Announced politely when it appears; leave it off for what is there from the start. */
	isNews?: boolean;
}

/** A sentence set apart from the text around it. Tone is never the only sign: say it in the words. */
export function Notice({ tone = "plain", children, isNews }: NoticeProps) {
	return (
		<div role={isNews ? "status" : undefined} className={joinClasses(css.notice, css[tone])}>
			{children}
		</div>
	);
}
