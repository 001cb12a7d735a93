import { useEffect, useState } from "react";

/** The present instant, renewed at every full step of `everyMs` (a second by default). */
export function useNow(everyMs = 1_000): Date {
	const [now, setNow] = useState(() => new Date());
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		const tick = () => {
			setNow(new Date());
			timer = setTimeout(tick, everyMs - (Date.now() % everyMs));
		};
		timer = setTimeout(tick, everyMs - (Date.now() % everyMs));
		return () => clearTimeout(timer);
	}, [everyMs]);
	return now;
}
