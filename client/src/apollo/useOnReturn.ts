import { useEffect, useRef } from "react";
import { memberSocket } from "./memberClient.ts";
import { useConnection } from "./useConnection.ts";

/**
 * Calls back once each time the device wakes up, and each time the members' socket is live again after a break; not
 * for the first connection. For what no subscription brings: answers that are the viewer's own.
 */
export function useOnReturn(again: () => void): void {
	const { state } = useConnection();
	const wasLive = useRef(false);
	const wasBroken = useRef(false);
	const latest = useRef(again);
	latest.current = again;
	useEffect(() => memberSocket.onWake(() => latest.current()), []);
	useEffect(() => {
		if (state !== "live") {
			wasBroken.current = wasLive.current;
			return;
		}
		if (wasBroken.current) latest.current();
		wasLive.current = true;
		wasBroken.current = false;
	}, [state]);
}
