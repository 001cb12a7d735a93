import type { StreamDefinition } from "../../live/index.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { sharedView } from "../../programme/graphql/index.ts";
import { maySeePolls, refusedEntrance } from "./pollAccess.ts";
import type { VotingRooms } from "./VotingRooms.ts";

/** The room's subscriptions: a poll for members, and its count for the projector. */
export function votingStreams({ voting, programme }: VotingRooms): Record<string, StreamDefinition<Viewer>> {
	return {
		poll: {
			kind: "state",
			/** [V17] Members and runners are apart, and no other role of whoever came first colours the answer. */
			async enter({ id }: { id: string }, viewer: Viewer) {
				const poll = await voting.reads.poll(id);
				if (!poll || !maySeePolls(viewer, poll)) throw refusedEntrance(viewer);
				const session = await programme.shelf.session(poll.sessionId);
				if (!session) throw refusedEntrance(viewer);
				return { topics: [`poll:${poll.id}`], ...sharedView(viewer, session) };
			},
		},
		screenTally: {
			kind: "state",
			/** Whoever holds the poll's unguessable id may see its count: it names nobody. */
			async enter({ pollId }: { pollId: string }, viewer: Viewer) {
				const poll = await voting.reads.poll(pollId);
				if (!poll) throw refusedEntrance(viewer);
				return { topics: [`poll:${poll.id}`], scope: "public", viewer: nobody };
			},
		},
	};
}
