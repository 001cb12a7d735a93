import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { may } from "../../people/index.ts";
import type { NamedGrant, Represented } from "../index.ts";
import { isRunner } from "./pollAccess.ts";
import { pollPayload } from "./pollPayload.ts";
import type { VotingContext } from "./VotingResolver.ts";
import type { VotingRooms } from "./VotingRooms.ts";
import { ballotView } from "./viewOf.ts";
import {
	GiveProxyInput,
	PersonInPollView,
	PollDelegateView,
	PrincipalView,
	ProxyGrantView,
	WithdrawProxyInput,
} from "./views/electorate.ts";
import { PollView } from "./views/Poll.ts";
import { PollPayload } from "./views/payloads.ts";

/** [V29] Who votes for whom. */
@Resolver(() => PollView)
export class ProxyResolver {
	constructor(private readonly rooms: VotingRooms) {}

	@Mutation(() => PollPayload, {
		description:
			"Gives your vote to somebody, or enters it for an absent delegate, for those who run the session.",
	})
	async giveProxy(
		@Arg("input", () => GiveProxyInput, { description: "Who votes for whom." }) input: GiveProxyInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const { voting } = this.rooms;
		const wish = { ...input, principalId: input.principalId ?? null };
		return pollPayload(voting, await voting.giveProxy(viewer, wish));
	}

	@Mutation(() => PollPayload, {
		description:
			"Takes a vote back that was given to somebody: yours, or another's, for those who run the session.",
	})
	async withdrawProxy(
		@Arg("input", () => WithdrawProxyInput, { description: "Whose vote." }) input: WithdrawProxyInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const { voting } = this.rooms;
		const wish = { ...input, principalId: input.principalId ?? null };
		return pollPayload(voting, await voting.withdrawProxy(viewer, wish));
	}

	@Mutation(() => PollPayload, {
		description:
			"Sets for how many absent delegates one may vote, before opening, for those who run the session.",
	})
	async setProxyCap(
		@Arg("pollId", () => ID, { description: "The poll's id." }) pollId: string,
		@Arg("cap", () => Int, { description: "0 to 100; 0: nobody votes for others." }) cap: number,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const { voting } = this.rooms;
		return pollPayload(voting, await voting.setProxyCap(viewer, pollId, cap));
	}

	@Extensions({ listSize: 200 })
	@FieldResolver(() => [PollDelegateView], {
		nullable: true,
		description:
			"Who is on the event's list, by partner and name, for its delegates and those who run the session.",
	})
	async delegates(
		@Root() poll: PollView,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollDelegateView[] | null> {
		if (!may(viewer, "session:attend", poll) && !isRunner(viewer, poll)) return null;
		const delegates = await this.rooms.voting.electorateReads.delegatesOf(poll.sessionId);
		return Promise.all(
			delegates.map(async ({ partnerId, ...delegate }) => {
				const partner = await this.rooms.network.shelf.partner(partnerId);
				if (!partner) throw new Error("A delegate's partner is not there.");
				return { ...delegate, partner };
			}),
		);
	}

	@Extensions({ listSize: 200 })
	@FieldResolver(() => [ProxyGrantView], {
		nullable: true,
		description:
			"Who votes for whom, for those who run the session. Before opening: as it was given. After it: who was absent then.",
	})
	async proxies(
		@Root() poll: PollView,
		@Ctx() { viewer }: VotingContext,
	): Promise<readonly ProxyGrantView[] | null> {
		return isRunner(viewer, poll) ? this.#grantsOf(poll) : null;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => PersonInPollView, {
		nullable: true,
		description:
			"To whom you gave your vote; after opening only if you were absent then, so that it is not yours to cast.",
	})
	async viewerProxy(
		@Root() poll: PollView,
		@Ctx() { viewer }: VotingContext,
	): Promise<PersonInPollView | null> {
		const grants = await this.#grantsOf(poll);
		return grants.find(({ principal }) => principal.personId === viewer.personId)?.proxy ?? null;
	}

	@Extensions({ listSize: 10, personal: true })
	@FieldResolver(() => [PrincipalView], {
		description:
			"Who gave you their vote, by name. After opening: those who were absent then, and whose ballots you cast; nobody who votes on paper.",
	})
	async viewerPrincipals(@Root() poll: PollView, @Ctx() { viewer }: VotingContext): Promise<PrincipalView[]> {
		const grants = await this.#grantsOf(poll);
		return grants
			.filter(({ proxy, paper = null }) => proxy.personId === viewer.personId && paper === null)
			.map(({ principal, weight = null, ballot = null }) => ({
				person: principal,
				weight,
				ballot: ballotView(ballot),
			}));
	}

	/** A poll without proxies is not asked about: two thousand voters look at it at once. */
	#grantsOf({ id, state, proxyCap }: PollView): Promise<readonly (NamedGrant & Partial<Represented>)[]> {
		const { electorateReads } = this.rooms.voting;
		if (proxyCap === 0) return Promise.resolve([]);
		return state === "PREPARED" ? electorateReads.grantsOf(id) : electorateReads.representedOf(id);
	}
}
