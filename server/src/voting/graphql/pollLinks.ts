import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Viewer } from "../../people/index.ts";
import { Screen, Session } from "../../programme/graphql/index.ts";
import { RecommendationVersionView } from "../../recommendations/graphql/index.ts";
import { currentPollOf, type VotingRoom } from "../index.ts";
import { maySeePolls } from "./pollAccess.ts";
import { pollView } from "./viewOf.ts";
import { PollView } from "./views/Poll.ts";

interface Context {
	readonly viewer: Viewer;
}

/** The polls of a session. */
@Resolver(() => Session)
export class SessionPollsResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => [PollView], { description: "Its polls, newest first." })
	async polls(@Root() { id }: Session): Promise<PollView[]> {
		return (await this.voting.reads.pollsOfSession(id)).map(pollView);
	}

	@FieldResolver(() => PollView, {
		nullable: true,
		description:
			"The poll that is open; else the newest decided one of the current item; else one that is prepared for it.",
	})
	async currentPoll(@Root() { id, currentItemId }: Session): Promise<PollView | null> {
		return pollView(currentPollOf(await this.voting.reads.pollsOfSession(id), currentItemId));
	}
}

/** The poll on the projector. */
@Resolver(() => Screen)
export class ScreenPollResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => PollView, {
		nullable: true,
		description: "The session's current poll; one that is only prepared is not shown.",
	})
	async poll(@Root() { sessionId, currentItemId }: Screen): Promise<PollView | null> {
		const polls = await this.voting.reads.pollsOfSession(sessionId);
		const opened = polls.filter(({ state }) => state !== "PREPARED");
		return pollView(currentPollOf(opened, currentItemId));
	}
}

/** The polls on a text. */
@Resolver(() => RecommendationVersionView)
export class VersionPollsResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => [PollView], {
		description: "Polls on it, newest first, in sessions that the viewer may see.",
	})
	async polls(@Root() { id }: RecommendationVersionView, @Ctx() { viewer }: Context): Promise<PollView[]> {
		const polls = await this.voting.reads.pollsOfVersion(id);
		return polls.filter((poll) => maySeePolls(viewer, poll)).map(pollView);
	}
}
