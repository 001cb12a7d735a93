import { useApolloClient } from "@apollo/client/react";
import type { PollState } from "@crossroads/shared";
import { useEffect, useMemo, useReducer, useRef } from "react";
import { useConnection } from "../../apollo/index.ts";
import { newUuid } from "../newUuid.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { ballotDrawer } from "./ballotDrawer.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";
import { type PollToVoteIn, sendBallot } from "./sendBallot.ts";
import {
	type BallotEvent,
	type BallotState,
	type CountedBallot,
	keptFromState,
	nextBallotState,
	stateFromKept,
} from "./unsentBallot.ts";

export interface CastingBallot {
	state: BallotState;
	/** What stands in the form now; null: nothing. */
	enter(answer: SaidAnswer | null): void;
	/** Sends this answer; from here on it is sent until the server answers, through reloads and lost connections. */
	confirm(answer: SaidAnswer): void;
	wantChange(): void;
	keepBallot(): void;
	/** Puts a refused ballot away: the voter has read why. */
	putAway(): void;
}

const ANSWER_WITHIN_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * One voter's ballot in one poll, or the ballot that the voter casts for somebody else. `ownBallot` is what the server says is in the box (undefined: not yet known). What is
 * entered and an unanswered ballot are kept on the device, and dropped there once counted, or over and not confirmed;
 * news about the poll never touches them.
 */
export function useCastBallot(
	poll: PollToVoteIn & { state: PollState },
	personId: string,
	ownBallot: CountedBallot | null | undefined,
	inSteadOf: string | null = null,
): CastingBallot {
	const pollId = poll.id;
	const isOver = poll.state === "CLOSED" || poll.state === "PUBLISHED";
	const drawer = useMemo(() => ballotDrawer(personId, pollId, inSteadOf), [personId, pollId, inSteadOf]);
	const [state, tell] = useReducer(nextBallotState, drawer, (kept) => stateFromKept(kept.read()));
	useEffect(() => drawer.write(keptFromState(state, isOver)), [drawer, state, isOver]);
	useEffect(() => tell({ type: "told", ballot: ownBallot ?? null }), [ownBallot]);
	useSending(poll, inSteadOf, state, tell);
	useSealerAtHand(poll.secrecy === "SECRET" && poll.state === "OPEN");
	useTryingAgain(state, tell);
	return {
		state,
		enter: (answer) => tell({ type: "entered", answer }),
		confirm: (answer) => tell({ type: "confirmed", answer, idempotencyKey: newUuid() }),
		wantChange: () => tell({ type: "wantedChange" }),
		keepBallot: () => tell({ type: "keptBallot" }),
		putAway: () => tell({ type: "putAway" }),
	};
}

function useSending(
	poll: PollToVoteIn,
	inSteadOf: string | null,
	state: BallotState,
	tell: (event: BallotEvent) => void,
) {
	const client = useApolloClient();
	const unsent = state.phase === "sending" && !state.isWaiting ? state.unsent : null;
	const attempt = state.phase === "sending" ? state.attempt : 0;
	const latest = useRef(poll);
	latest.current = poll;
	useEffect(() => {
		if (!unsent || attempt === 0) return;
		let isOver = false;
		const end = (event: BallotEvent) => {
			if (!isOver) tell(event);
			isOver = true;
		};
		const patience = setTimeout(() => end({ type: "lost" }), ANSWER_WITHIN_MS);
		sendBallot(client, latest.current, unsent, inSteadOf)
			.then(end)
			.catch(() => end({ type: "lost" }))
			.finally(() => clearTimeout(patience));
		return () => {
			isOver = true;
			clearTimeout(patience);
		};
	}, [client, inSteadOf, unsent, attempt, tell]);
}

/** Fetches what seals ballots while the voter still thinks: a connection lost later does not keep a ballot open. */
function useSealerAtHand(isSecret: boolean) {
	useEffect(() => {
		if (isSecret) loadSodium().catch(() => {});
	}, [isSecret]);
}

function useTryingAgain(state: BallotState, tell: (event: BallotEvent) => void) {
	const connection = useConnection().state;
	const isWaiting = state.phase === "sending" && state.isWaiting;
	const attempt = state.phase === "sending" ? state.attempt : 0;
	useEffect(() => {
		if (!isWaiting) return;
		const again = () => tell({ type: "triedAgain" });
		const longest = Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
		const timer = setTimeout(
			again,
			connection === "live" ? longest * (0.5 + Math.random() / 2) : LONGEST_WAIT_MS,
		);
		window.addEventListener("online", again);
		return () => {
			clearTimeout(timer);
			window.removeEventListener("online", again);
		};
	}, [isWaiting, attempt, connection, tell]);
	useEffect(() => {
		if (connection === "live") tell({ type: "triedAgain" });
	}, [connection, tell]);
}
