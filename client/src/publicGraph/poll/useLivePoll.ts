import { useSubscription } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { publicClient } from "../../apollo/index.ts";
import { type PollPictureFragment, PublicPollTallyDocument } from "../gql/graphql.ts";

/**
 * A poll with its newest figures: what was read, until something newer comes. Does not listen once the result is
 * published. `onStep` is called when the poll is heard to be in another state than what was read: what else the page
 * shows may have changed with it.
 */
export function useLivePoll(read: PollPictureFragment, onStep: () => void): PollPictureFragment {
	const { data } = useSubscription(PublicPollTallyDocument, {
		client: publicClient,
		variables: { pollId: read.id },
		skip: read.state === "PUBLISHED",
	});
	const heard = data?.pollTally;
	const latest = useRef(onStep);
	latest.current = onStep;
	const isStep = heard !== undefined && heard !== null && heard.state !== read.state;
	const state = heard?.state;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for each state that is heard
	useEffect(() => {
		if (isStep) latest.current();
	}, [isStep, state]);
	return heard && heard.version >= read.version ? heard : read;
}
