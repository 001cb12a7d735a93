import { useEffect, useRef } from "react";
import { memberSocket } from "./memberClient.ts";
import { useConnection } from "./useConnection.ts";

/**
 * Calls back once each time the device wakes up, and each time the members' socket is live again after a break; for the
 * first connection only where it was waited for in vain before. For what no subscription brings: answers that are the viewer's own.
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
			if (wasLive.current || state === "offline") wasBroken.current = true;
			return;
		}
		if (wasBroken.current) latest.current();
		wasLive.current = true;
		wasBroken.current = false;
	}, [state]);
}
