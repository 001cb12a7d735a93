import css from "./Pictures.module.css";
import { useNow } from "./useNow.ts";

export interface ClockProps {
	locale: string;
	/** IANA zone of the event: delegates read the wall's time, not their phone's. */
	timeZone: string;
	className?: string;
}

/** The time of day at the place of the event, to the minute. Not announced: it changes too often to be news. */
export function Clock({ locale, timeZone, className }: ClockProps) {
	const now = useNow(1_000);
	const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(now);
	return (
		<time className={className ?? css.clock} dateTime={now.toISOString()}>
			{time}
		</time>
	);
}
