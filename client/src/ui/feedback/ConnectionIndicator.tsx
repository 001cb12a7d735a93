import { joinClasses } from "../joinClasses.ts";
import css from "./Feedback.module.css";

export type ConnectionLook = "live" | "connecting" | "offline";

export interface ConnectionIndicatorProps {
	state: ConnectionLook;
	/** "live", "connecting again", "no connection since 14:02": in the reader's language. */
	label: string;
	className?: string;
}

/** Shows honestly whether what is on the screen is of now: by shape, by colour and in words. Announced once per change. */
export function ConnectionIndicator({ state, label, className }: ConnectionIndicatorProps) {
	return (
		<span className={joinClasses(css.connection, css[state], className)} role="status">
			<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
				{state === "live" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
				{state === "connecting" && (
					<circle
						cx="6"
						cy="6"
						r="4"
						fill="none"
						stroke="currentColor"
						strokeWidth="2"
						strokeDasharray="4 3"
					/>
				)}
				{state === "offline" && <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.4" />}
			</svg>
			{label}
		</span>
	);
}
