import { Arg, Ctx, ID, Mutation, Query, Resolver, Subscription } from "type-graphql";
import { servedByLive } from "../../live/index.ts";
import { refusalOf } from "../../people/graphql/index.ts";
import type { Viewer } from "../../people/index.ts";
import type { VotingRoom } from "../index.ts";
import { maySeePolls } from "./pollAccess.ts";
import { pollPayload } from "./pollPayload.ts";
import { wishOf } from "./pollWish.ts";
import { ballotView, countedPollView, tallyView } from "./viewOf.ts";
import { BallotAnswerInput, BallotPartInput } from "./views/answer.ts";
import { CreatePollInput } from "./views/CreatePollInput.ts";
import { BallotChoice } from "./views/enums.ts";
import { PollView } from "./views/Poll.ts";
import { CastBallotPayload, PollPayload } from "./views/payloads.ts";
import { TallyView } from "./views/Tally.ts";

/** What this room's resolvers need of the request. */
export interface VotingContext {
	readonly viewer: Viewer;
}

/** Polls: asked for, moved, voted on, watched. */
@Resolver()
export class VotingResolver {
	constructor(private readonly voting: VotingRoom) {}

	@Query(() => PollView, { nullable: true, description: "A poll, for those who may see its session." })
	async poll(
		@Arg("id", () => ID, { description: "The poll's id." }) id: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollView | null> {
		const found = await this.voting.reads.countedPoll(id);
		return found && maySeePolls(viewer, found.poll) ? countedPollView(found) : null;
	}

	@Subscription(() => PollView, {
		name: "poll",
		nullable: true,
		subscribe: servedByLive,
		description: "The poll now, and after every commit that changes it.",
	})
	watchPoll(
		@Arg("id", () => ID, { description: "The poll's id." }) id: string,
		@Ctx() context: VotingContext,
	): Promise<PollView | null> {
		return this.poll(id, context);
	}

	@Subscription(() => TallyView, {
		nullable: true,
		subscribe: servedByLive,
		description: "The poll's count now, and after every commit that changes it; for the projector.",
	})
	async screenTally(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
	): Promise<TallyView | null> {
		const found = await this.voting.reads.countedPoll(pollId);
		return found && tallyView(found.counted, found.poll.secrecy);
	}

	@Mutation(() => PollPayload, { description: "Prepares a poll, for those who run the session." })
	async createPoll(
		@Arg("input", () => CreatePollInput, { description: "The poll." }) input: CreatePollInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return pollPayload(this.voting, await this.voting.createPoll(viewer, wishOf(input)));
	}

	@Mutation(() => PollPayload, {
		description: "Opens a prepared poll and freezes its electorate from those who are checked in.",
	})
	async openPoll(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return pollPayload(this.voting, await this.voting.openPoll(viewer, pollId));
	}

	@Mutation(() => PollPayload, {
		description: "Closes an open poll and computes its result. Ballots that are acknowledged count.",
	})
	async closePoll(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return pollPayload(this.voting, await this.voting.closePoll(viewer, pollId));
	}

	@Mutation(() => PollPayload, {
		description: "Publishes a closed poll's result; its recommendation becomes adopted or rejected.",
	})
	async publishPoll(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return pollPayload(this.voting, await this.voting.publishPoll(viewer, pollId));
	}

	@Mutation(() => CastBallotPayload, {
		description:
			"Casts your ballot, or that of somebody whose proxy you are, or changes it where the poll allows.",
	})
	async castBallot(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
		@Arg("idempotencyKey", () => ID, {
			description: "A fresh uuid for each ballot you mean to cast: repeated with it, it is the same ballot.",
		})
		idempotencyKey: string,
		@Arg("choice", () => BallotChoice, {
			nullable: true,
			description: "Your answer to a question of yes or no; another way to write `answer`.",
		})
		choice: BallotChoice | null,
		@Arg("answer", () => BallotAnswerInput, {
			nullable: true,
			description:
				"Your answer; needed where `choice` and `parts` are not given, and not allowed beside them.",
		})
		given: BallotAnswerInput | null,
		@Arg("parts", () => [BallotPartInput], {
			nullable: true,
			description: "Your answers, where your delegation votes as one and gives its weight to several.",
		})
		parts: BallotPartInput[] | null,
		@Arg("inSteadOf", () => ID, {
			nullable: true,
			description: "The absent elector whose ballot it is, where you are the proxy; null: it is your own.",
		})
		inSteadOf: string | null,
		@Ctx() { viewer }: VotingContext,
	): Promise<CastBallotPayload> {
		const answer = answerOf(choice, given);
		const wish = { pollId, inSteadOf, answer, parts, idempotencyKey };
		const { ballot, refusal } = await this.voting.castBallot(viewer, wish);
		return { pollId, ballot: ballotView(ballot), refusal: refusalOf(refusal) };
	}
}

/** Null, which is no answer, where both ways to write it are used or none. */
function answerOf(
	choice: BallotChoice | null | undefined,
	given: BallotAnswerInput | null | undefined,
): BallotAnswerInput | null {
	if (!choice) return given ?? null;
	return given ? null : { marks: [{ option: choice, value: 1 }] };
}
