import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { VotingRoom } from "../index.ts";
import { maySeePolls } from "./pollAccess.ts";
import type { VotingContext } from "./VotingResolver.ts";
import { pollView } from "./viewOf.ts";
import { PollView } from "./views/Poll.ts";
import { CastBallotPayload } from "./views/payloads.ts";

/** The poll behind a cast ballot: read only where it is asked for, as two thousand voters answer at once. */
@Resolver(() => CastBallotPayload)
export class CastBallotPayloadResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => PollView, { nullable: true, description: "The poll as it is now." })
	async poll(
		@Root() { pollId }: CastBallotPayload,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollView | null> {
		const poll = await this.voting.reads.poll(pollId);
		return poll && maySeePolls(viewer, poll) ? pollView(poll) : null;
	}
}
