import { GraphQLError } from "graphql";
import type { StreamDefinition } from "../../live/index.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { parseGlobalId } from "../domain/globalId.ts";
import type { PublicGraphRoom } from "../index.ts";

/** [G6] The public subscriptions. Everybody gets the same bytes: the group's viewer is nobody. */
export function publicStreams({ reads }: PublicGraphRoom): Record<string, StreamDefinition<Viewer>> {
	return {
		pollTally: {
			kind: "state",
			async enter({ pollId }: { pollId: string }) {
				const named = parseGlobalId(pollId);
				const poll = named?.kind === "PublicPoll" ? await reads.poll(named.key) : null;
				if (!poll) {
					throw new GraphQLError("There is no such poll.", { extensions: { code: "NOT_FOUND" } });
				}
				return { topics: [`poll:${poll.id}`], scope: "public", viewer: nobody };
			},
		},
	};
}
