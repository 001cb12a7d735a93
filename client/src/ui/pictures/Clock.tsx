import css from "./Pictures.module.css";
import { useNow } from "./useNow.ts";

export interface ClockProps {
	locale: string;
	/** IANA zone of the event: delegates read the wall's time, not their phone's. Null: not known, so this device's. */
	timeZone: string | null;
	className?: string;
}

/** The time of day at the place of the event, to the minute. Not announced: it changes too often to be news. */
export function Clock({ locale, timeZone, className }: ClockProps) {
	const now = useNow(1_000);
	const zone = timeZone ?? undefined;
	const format = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone });
	const time = format.format(now);
	return (
		<time className={className ?? css.clock} dateTime={now.toISOString()}>
			{time}
		</time>
	);
}
