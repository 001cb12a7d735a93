import { Arg, Ctx, Extensions, ID, Mutation, Query, Resolver } from "type-graphql";
import { refusalOf } from "../../people/graphql/index.ts";
import type { PollAnswer, VotingRoom } from "../index.ts";
import type { VotingContext } from "./VotingResolver.ts";
import { pollView } from "./viewOf.ts";
import { PollView } from "./views/Poll.ts";
import {
	CastSealedBallotInput,
	CastSealedBallotPayload,
	ReleaseShareInput,
	TrusteeCandidateView,
	TrusteeKeyPayload,
} from "./views/PollBox.ts";
import { PollPayload } from "./views/payloads.ts";

/** Secret polls: sealed ballots, and the trustees who hold the keys. */
@Resolver()
export class SecretPollResolver {
	constructor(private readonly voting: VotingRoom) {}

	@Mutation(() => CastSealedBallotPayload, { description: "Casts your sealed ballot in a secret poll." })
	async castSealedBallot(
		@Arg("input", () => CastSealedBallotInput, { description: "The ballot." }) input: CastSealedBallotInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<CastSealedBallotPayload> {
		const { receipt, refusal } = await this.voting.castSealedBallot(viewer, input);
		return { receipt, refusal: refusalOf(refusal) };
	}

	@Mutation(() => TrusteeKeyPayload, {
		description: "Sets your public key as a trustee, for polls to come, in place of an earlier one.",
	})
	async setTrusteeKey(
		@Arg("publicKey", () => String, { description: "X25519, base64 (URL-safe, no padding)." })
		publicKey: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<TrusteeKeyPayload> {
		return { refusal: refusalOf(await this.voting.setTrusteeKey(viewer, publicKey)) };
	}

	@Extensions({ listSize: 200 })
	@Query(() => [TrusteeCandidateView], {
		description: "Who of the network has set a key, for those who run the session; empty for others.",
	})
	async trusteeCandidates(
		@Arg("sessionId", () => ID, { description: "The session in which a poll is prepared." })
		sessionId: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<readonly TrusteeCandidateView[]> {
		return this.voting.trusteeCandidates(viewer, sessionId);
	}

	@Query(() => String, {
		nullable: true,
		description: "Your public key as a trustee, for polls to come; null: you have set none.",
	})
	async ownTrusteeKey(@Ctx() { viewer }: VotingContext): Promise<string | null> {
		return viewer.personId ? this.voting.trustees.ownKey(viewer.personId) : null;
	}

	@Query(() => [PollView], { description: "The polls of which you are a trustee, newest first." })
	async ownTrusteeships(@Ctx() { viewer }: VotingContext): Promise<PollView[]> {
		if (!viewer.personId) return [];
		const found = await this.voting.trustees.trusteeships(viewer.personId);
		const polls = await Promise.all(found.map(({ pollId }) => this.voting.reads.poll(pollId)));
		return polls.filter((poll) => poll !== null).map(pollView);
	}

	@Mutation(() => PollPayload, {
		description: "Passes your share of a closed poll's key on to the trustee who opens the box.",
	})
	async releaseShare(
		@Arg("input", () => ReleaseShareInput, { description: "The share." }) input: ReleaseShareInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return this.#payload(await this.voting.releaseShare(viewer, input));
	}

	async #payload(answer: PollAnswer): Promise<PollPayload> {
		if (answer.refusal !== null) return { poll: null, refusal: refusalOf(answer.refusal) };
		return { poll: pollView(await this.voting.reads.poll(answer.pollId)), refusal: null };
	}
}
