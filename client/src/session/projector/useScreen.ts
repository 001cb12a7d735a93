import { skipToken, useSubscription } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { type LiveQuery, useLiveQuery } from "../../apollo/index.ts";
import {
	ScreenNewsDocument,
	ScreenOnWallDocument,
	type ScreenOnWallQuery,
	ScreenTallyNewsDocument,
} from "../../gql/graphql.ts";
import type { LiveTally } from "../../voting/index.ts";

/** What the projector shows, live, and the count of its poll; the tally is null until it is here. */
export function useScreen(sessionId: string): {
	result: LiveQuery<ScreenOnWallQuery>;
	tally: LiveTally | null;
} {
	const result = useLiveQuery(ScreenOnWallDocument, ScreenNewsDocument, { sessionId });
	const poll = result.data?.screen?.poll ?? null;
	const isShown = poll !== null && poll.state !== "PREPARED";
	const { data } = useSubscription(
		ScreenTallyNewsDocument,
		isShown ? { variables: { pollId: poll.id } } : skipToken,
	);
	const tally = data?.screenTally?.pollId === poll?.id ? (data?.screenTally ?? null) : null;
	useCatchingUp(poll?.state, tally?.state, result.refetch);
	useLitScreen();
	return { result, tally };
}

/** The count knows a step of the poll that the screen has not heard of: asks once. */
function useCatchingUp(screenSays: string | undefined, tallySays: string | undefined, ask: () => void) {
	const latest = useRef(ask);
	latest.current = ask;
	useEffect(() => {
		if (!tallySays || tallySays === screenSays) return;
		const timer = setTimeout(() => latest.current(), 400);
		return () => clearTimeout(timer);
	}, [screenSays, tallySays]);
}

/** Keeps the wall from going dark, where the browser can; asked for again when the page comes back into view. */
function useLitScreen() {
	useEffect(() => {
		const keepLit = () => {
			if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
		};
		keepLit();
		document.addEventListener("visibilitychange", keepLit);
		return () => document.removeEventListener("visibilitychange", keepLit);
	}, []);
}
