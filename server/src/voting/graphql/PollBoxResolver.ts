import { textBytesOf } from "@crossroads/shared";
import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import type { Viewer } from "../../people/index.ts";
import { openerOf, type PollTrustee, type VotingRoom } from "../index.ts";
import { maySeePolls } from "./pollAccess.ts";
import { PollView } from "./views/Poll.ts";
import { OwnShareView, PollBoxView, type PollTrusteeView } from "./views/PollBox.ts";

interface Context {
	readonly viewer: Viewer;
}

/** The box of a secret poll. Who its trustees are is told to those who may see the poll, and to the trustees. */
@Resolver(() => PollView)
export class PollBoxOfPollResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => PollBoxView, {
		nullable: true,
		description: "The box of a secret poll; null: it is named.",
	})
	async box(@Root() poll: PollView, @Ctx() { viewer }: Context): Promise<PollBoxView | null> {
		if (poll.secrecy !== "SECRET") return null;
		const { trustees, reads } = this.voting;
		const [box, form] = await Promise.all([trustees.box(poll.id), reads.ballotForm(poll.id)]);
		if (!box || !form) return null;
		const isTrustee = box.trustees.some(({ personId }) => personId === viewer.personId);
		const isShown = isTrustee || maySeePolls(viewer, poll);
		const opener = openerOf(box);
		const viewOf = (trustee: PollTrustee) => trusteeView(trustee, opener);
		return {
			...box,
			textBytes: textBytesOf(form.settings),
			trustees: isShown ? box.trustees.map(viewOf) : [],
			opener: isShown && opener ? viewOf(opener) : null,
		};
	}
}

/** What of a box is the viewer's own. */
@Resolver(() => PollBoxView)
export class PollBoxResolver {
	constructor(private readonly voting: VotingRoom) {}

	@Extensions({ personal: true })
	@FieldResolver(() => OwnShareView, {
		nullable: true,
		description: "Your share of its key; null: you have none.",
	})
	async ownShare(@Root() { pollId }: PollBoxView, @Ctx() { viewer }: Context): Promise<OwnShareView | null> {
		const box = await this.voting.trustees.box(pollId);
		return box?.trustees.find(({ personId }) => personId === viewer.personId) ?? null;
	}
}

function trusteeView(trustee: PollTrustee, opener: PollTrustee | null): PollTrusteeView {
	const { personId, name, publicKey, commitment, openerId } = trustee;
	const hasReleased = opener !== null && openerId === opener.personId;
	return { personId, name, publicKey, commitment, hasReleased };
}
