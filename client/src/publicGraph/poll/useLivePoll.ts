import { useSubscription } from "@apollo/client/react";
import { publicClient } from "../../apollo/index.ts";
import { type PollPictureFragment, PublicPollTallyDocument } from "../gql/graphql.ts";

/** A poll with its newest figures: what was read, until something newer comes. Does not listen once the result is published. */
export function useLivePoll(read: PollPictureFragment): PollPictureFragment {
	const { data } = useSubscription(PublicPollTallyDocument, {
		client: publicClient,
		variables: { pollId: read.id },
		skip: read.state === "PUBLISHED",
	});
	const heard = data?.pollTally;
	return heard && heard.version >= read.version ? heard : read;
}
