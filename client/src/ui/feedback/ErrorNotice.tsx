import type { ReactNode } from "react";
import { Button } from "../actions/Button.tsx";
import css from "./Feedback.module.css";

export interface ErrorNoticeProps {
	/** What happened. */
	happened: ReactNode;
	/** What is safe: what was saved, what was not sent. */
	safe?: ReactNode;
	/** What to do next. */
	next?: ReactNode;
	retryLabel?: string;
	onRetry?(): void;
	/** The fault's id, for those who look it up in the log. */
	faultId?: string;
}

/** An error in three sentences: what happened, what is safe, what next. Announced at once. */
export function ErrorNotice({ happened, safe, next, retryLabel, onRetry, faultId }: ErrorNoticeProps) {
	return (
		<div role="alert" className={css.error}>
			<p className={css.happened}>{happened}</p>
			{safe && <p>{safe}</p>}
			{next && <p>{next}</p>}
			{faultId && <code className={css.fault}>{faultId}</code>}
			{onRetry && retryLabel && (
				<div>
					<Button onPress={onRetry}>{retryLabel}</Button>
				</div>
			)}
		</div>
	);
}
