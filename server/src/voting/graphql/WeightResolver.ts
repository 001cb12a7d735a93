import { Arg, Ctx, Extensions, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { maySeePolls } from "./pollAccess.ts";
import { pollPayload } from "./pollPayload.ts";
import type { VotingContext } from "./VotingResolver.ts";
import type { VotingRooms } from "./VotingRooms.ts";
import { SetWeightsInput, VoterWeightView } from "./views/electorate.ts";
import { PollView } from "./views/Poll.ts";
import { PollPayload } from "./views/payloads.ts";

/** [V30] As how many a ballot counts. */
@Resolver(() => PollView)
export class WeightResolver {
	constructor(private readonly rooms: VotingRooms) {}

	@Mutation(() => PollPayload, {
		description: "Sets what somebody weighs, before the poll opens, for those who run the session.",
	})
	async setWeights(
		@Arg("input", () => SetWeightsInput, { description: "The weights." }) input: SetWeightsInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const { voting } = this.rooms;
		const wishes = input.weights.map(({ personId = null, partnerId = null, weight }) => ({
			personId,
			partnerId,
			weight,
		}));
		return pollPayload(voting, await voting.setWeights(viewer, input.pollId, wishes));
	}

	@Extensions({ listSize: 200 })
	@FieldResolver(() => [VoterWeightView], {
		nullable: true,
		description:
			"Who weighs more than 1, by name, for those who may see the session: before opening as it is set, after it as it is frozen.",
	})
	async weights(
		@Root() poll: PollView,
		@Ctx() { viewer }: VotingContext,
	): Promise<readonly VoterWeightView[] | null> {
		return maySeePolls(viewer, poll) ? this.rooms.voting.electorateReads.weightsOf(poll.id) : null;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Int, {
		nullable: true,
		description:
			"As how many your ballot counts, whoever casts it; null: you are no elector, or the poll is not open yet.",
	})
	async viewerWeight(@Root() { id }: PollView, @Ctx() { viewer }: VotingContext): Promise<number | null> {
		return viewer.personId ? (await this.rooms.voting.reads.ownPart(viewer.personId, id)).weight : null;
	}
}
