import css from "./Pictures.module.css";
import { useNow } from "./useNow.ts";

export interface CountdownProps {
	/** Counts up from here (time elapsed) … */
	since?: Date;
	/** … or down to here; past it, it stays at 0:00. */
	until?: Date;
	className?: string;
}

/** Minutes and seconds, as on a stopwatch: 4:07. From an hour on 1:04:07. */
export function Countdown({ since, until, className }: CountdownProps) {
	const now = useNow(1_000).getTime();
	const span = since ? now - since.getTime() : (until?.getTime() ?? now) - now;
	return (
		<span role="timer" aria-live="off" className={className ?? css.clock}>
			{stopwatch(Math.max(0, span))}
		</span>
	);
}

/** Milliseconds as m:ss, or h:mm:ss from an hour on. */
function stopwatch(ms: number): string {
	const seconds = Math.floor(ms / 1_000);
	const two = (value: number) => String(value).padStart(2, "0");
	const hours = Math.floor(seconds / 3_600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
