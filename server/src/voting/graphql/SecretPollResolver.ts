import type { FaultyBallot } from "@crossroads/shared";
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
import { type FaultyInput, OpenBoxInput, SealedBoxView } from "./views/SealedBox.ts";

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

	@Query(() => SealedBoxView, {
		nullable: true,
		description: "A closed secret poll's box, for its trustees; null for everybody else, and before.",
	})
	async sealedBox(
		@Arg("pollId", () => ID, { description: "The poll." }) pollId: string,
		@Ctx() { viewer }: VotingContext,
	): Promise<SealedBoxView | null> {
		const box = await this.voting.sealedBox(viewer, pollId);
		const viewOf = ({ part, sealed }: SealedBoxPart) => ({ key: part, sealed: sealed.map(textOf) });
		return box && { parts: box.parts.map(viewOf), shares: box.shares };
	}

	@Mutation(() => PollPayload, {
		description: "Hands in what was in a closed secret poll's box, as one of its trustees; decides the poll.",
	})
	async openBox(
		@Arg("input", () => OpenBoxInput, { description: "Everything that was in the box." }) input: OpenBoxInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const parts = input.parts.map((part) => ({ ...part, faulty: part.faulty.map(faultyOf) }));
		return this.#payload(await this.voting.openBox(viewer, { pollId: input.pollId, parts }));
	}

	async #payload(answer: PollAnswer): Promise<PollPayload> {
		if (answer.refusal !== null) return { poll: null, refusal: refusalOf(answer.refusal) };
		return { poll: pollView(await this.voting.reads.poll(answer.pollId)), refusal: null };
	}
}

interface SealedBoxPart {
	readonly part: string;
	readonly sealed: readonly Buffer[];
}

function textOf(ballot: Buffer): string {
	return ballot.toString("base64url");
}

/** What shows a fault is all there, or is not. */
function faultyOf({ sealed, point, challenge, response }: FaultyInput): FaultyBallot {
	const shown = point && challenge && response ? { point, challenge, response } : null;
	return { sealed, shown };
}
