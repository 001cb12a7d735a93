import { Ctx, Extensions, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Viewer } from "../../people/index.ts";
import { Session } from "../../programme/graphql/index.ts";
import { RecommendationVersionView } from "../../recommendations/graphql/index.ts";
import { boardAddressOf, mayReadBallots, mayReadResult, type PollTally } from "../index.ts";
import { isRunner, maySeePolls, refusedEntrance } from "./pollAccess.ts";
import type { VotingRooms } from "./VotingRooms.ts";
import { answerView, ballotView, tallyView } from "./viewOf.ts";
import { BallotView, NamedBallotView, PollView } from "./views/Poll.ts";
import { PollResultView } from "./views/PollResult.ts";
import { TallyView } from "./views/Tally.ts";

interface Context {
	readonly viewer: Viewer;
}

/**
 * What belongs to a poll, cut to what the viewer may see. A poll may be reached from the projector's screen, by
 * somebody who is nobody: from there nothing leads on to the session, the text's drafts or a voter's name [V17].
 */
@Resolver(() => PollView)
export class PollResolver {
	constructor(private readonly rooms: VotingRooms) {}

	@FieldResolver(() => Session, { description: "The session in which it is held." })
	async session(@Root() poll: PollView, @Ctx() { viewer }: Context): Promise<Session> {
		const session = maySeePolls(viewer, poll) && (await this.rooms.programme.shelf.session(poll.sessionId));
		if (!session) throw refusedEntrance(viewer);
		return session;
	}

	@FieldResolver(() => RecommendationVersionView, {
		nullable: true,
		description: "The frozen text that it decides on; null: it decides on none.",
	})
	async recommendationVersion(
		@Root() poll: PollView,
		@Ctx() { viewer }: Context,
	): Promise<RecommendationVersionView | null> {
		if (!poll.recommendationVersionId || !maySeePolls(viewer, poll)) return null;
		return this.rooms.recommendations.shelf.version(poll.recommendationVersionId);
	}

	@FieldResolver(() => Int, {
		description: "How many may vote: those who were present when it opened, and those whom they represent.",
	})
	async electorateSize(@Root() poll: PollView): Promise<number> {
		return (await this.#countOf(poll)).tally.electorateSize;
	}

	@FieldResolver(() => TallyView, { description: "The count, live for a named poll." })
	async tally(@Root() poll: PollView): Promise<TallyView> {
		return tallyView(await this.#countOf(poll), poll.secrecy);
	}

	@FieldResolver(() => PollResultView, {
		nullable: true,
		description: "The decision: for those who run the session once closed, for everybody once published.",
	})
	result(@Root() poll: PollView, @Ctx() { viewer }: Context): PollResultView | null {
		return mayReadResult(poll, isRunner(viewer, poll)) ? poll.storedResult : null;
	}

	@Extensions({ listSize: 200 })
	@FieldResolver(() => [NamedBallotView], {
		nullable: true,
		description: "Who voted what in a named poll that is published, by partner and name; null before.",
	})
	async ballots(@Root() poll: PollView, @Ctx() { viewer }: Context): Promise<NamedBallotView[] | null> {
		if (!mayReadBallots(poll) || !maySeePolls(viewer, poll)) return null;
		const ballots = await this.rooms.voting.reads.namedBallots(poll.id);
		return Promise.all(
			ballots.map(async ({ personName, partnerId, group, answer, weight }) => {
				const partner = await this.rooms.network.shelf.partner(partnerId);
				if (!partner) throw new Error("A ballot's partner is not there.");
				return { personName, partner, group, weight, ...answerView(answer) };
			}),
		);
	}

	@FieldResolver(() => String, {
		nullable: true,
		description:
			"Where everything that the result follows from can be downloaded and counted again, as a path of this site; null: not published, or not for you.",
	})
	boardAddress(@Root() poll: PollView, @Ctx() { viewer }: Context): string | null {
		return poll.isPublic || maySeePolls(viewer, poll) ? boardAddressOf(poll) : null;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether you may cast a ballot of your own in it." })
	async viewerIsElector(@Root() { id }: PollView, @Ctx() { viewer }: Context): Promise<boolean> {
		return viewer.personId ? (await this.rooms.voting.reads.ownPart(viewer.personId, id)).isElector : false;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether your ballot is in the box, named or secret." })
	async viewerHasVoted(@Root() { id }: PollView, @Ctx() { viewer }: Context): Promise<boolean> {
		return viewer.personId ? (await this.rooms.voting.reads.ownPart(viewer.personId, id)).hasVoted : false;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => BallotView, {
		nullable: true,
		description: "Your ballot in the box; null: none, or a secret one.",
	})
	async viewerBallot(@Root() { id }: PollView, @Ctx() { viewer }: Context): Promise<BallotView | null> {
		return viewer.personId
			? ballotView((await this.rooms.voting.reads.ownPart(viewer.personId, id)).ballot)
			: null;
	}

	/** [V15] As it was read with the poll, where it was. */
	async #countOf({ id, counted }: PollView): Promise<PollTally> {
		const count = counted ?? (await this.rooms.voting.reads.countedPoll(id))?.counted;
		if (!count) throw new Error("A poll that was read is not there.");
		return count;
	}
}
