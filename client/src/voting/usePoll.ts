import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useLiveQuery, useOnReturn } from "../apollo/index.ts";
import {
	OwnBallotDocument,
	type OwnBallotQuery,
	PollNewsDocument,
	PollOnScreenDocument,
} from "../gql/graphql.ts";
import type { Principal } from "./ballot/Principal.ts";
import { saidIn } from "./ballot/SaidAnswer.ts";
import { type CountedBallot, secretBallot } from "./ballot/unsentBallot.ts";
import type { LivePoll } from "./views.ts";

/** A poll and its count, live; null while there is none or it is not here yet. `pollId` null: nothing is asked. */
export function usePoll(pollId: string | null): LivePoll | null {
	const { data } = useLiveQuery(PollOnScreenDocument, PollNewsDocument, pollId ? { id: pollId } : null);
	return data?.poll?.id === pollId ? (data?.poll ?? null) : null;
}

export interface OwnBallot {
	isElector: boolean;
	/** The number of the paper on which the viewer votes; null: none. */
	paper: number | null;
	/** As how many the viewer's ballot counts. */
	weight: number;
	/** undefined: not yet known. */
	ballot: CountedBallot | null | undefined;
	/** To whom the viewer gave the vote; once the poll is open only if it is not the viewer's to cast. */
	proxy: Principal | null;
	/** For whom the viewer votes. */
	principals: readonly { person: Principal; weight: number; ballot: CountedBallot | null }[];
}

const UNKNOWN: OwnBallot = {
	isElector: false,
	paper: null,
	weight: 1,
	ballot: undefined,
	proxy: null,
	principals: [],
};
const ASK_AGAIN_AFTER_MS = 3_000;

/**
 * The viewer's part in a poll. Not part of the shared live group: asked when the poll is seen to open, to close and to
 * be published, after a broken connection, and once when the device wakes up; not at every ballot of others. Before the electorate is fixed there is nothing to ask, except who votes for whom where the poll allows proxies.
 */
export function useOwnBallot(poll: LivePoll | null): OwnBallot {
	const pollId = poll?.id ?? null;
	const when = poll && momentOf(poll);
	const client = useApolloClient();
	const [learned, setLearned] = useState<(OwnBallot & { pollId: string }) | null>(null);
	const [returns, setReturns] = useState(0);
	useOnReturn(() => setReturns((count) => count + 1));
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once for every state and return
	useEffect(() => {
		if (!pollId || !when) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const ask = async () => {
			try {
				const variables = { pollId };
				const { data } = await client.query({ query: OwnBallotDocument, variables, fetchPolicy: "no-cache" });
				if (!isOver) setLearned({ pollId, ...ownBallotIn(data?.poll) });
			} catch {
				if (!isOver) timer = setTimeout(ask, ASK_AGAIN_AFTER_MS);
			}
		};
		void ask();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [client, pollId, when, returns]);
	return learned?.pollId === pollId ? learned : UNKNOWN;
}

/** The viewer's part is asked once for each of these; null: there is none. */
function momentOf({ state, proxyCap, version }: LivePoll): string | null {
	if (state !== "PREPARED") return state;
	return proxyCap > 0 ? `PREPARED ${version}` : null;
}

/** Of a secret ballot the server knows only that it is in the box. */
function ownBallotIn(poll: OwnBallotQuery["poll"] | undefined): OwnBallot {
	if (!poll) return { ...UNKNOWN, ballot: null };
	return {
		isElector: poll.viewerIsElector,
		paper: poll.viewerPaper,
		weight: poll.viewerWeight ?? 1,
		ballot: poll.viewerBallot ? saidIn(poll.viewerBallot) : poll.viewerHasVoted ? secretBallot(null) : null,
		proxy: poll.viewerProxy,
		principals: poll.viewerPrincipals.map(({ person, weight, ballot }) => ({
			person,
			weight: weight ?? 1,
			ballot: ballot && saidIn(ballot),
		})),
	};
}
