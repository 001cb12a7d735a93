import { canonicalJson } from "@crossroads/shared";
import { Arg, Ctx, Extensions, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import type { HandedPaper, PollAnswer } from "../index.ts";
import { isRunner } from "./pollAccess.ts";
import { pollPayload } from "./pollPayload.ts";
import type { VotingContext } from "./VotingResolver.ts";
import type { VotingRooms } from "./VotingRooms.ts";
import { EnterPaperInput, PaperBallotView, type PaperState, PaperVoterInput } from "./views/electorate.ts";
import { PollView } from "./views/Poll.ts";
import { PollPayload } from "./views/payloads.ts";

/** [V32] Ballots on paper. */
@Resolver(() => PollView)
export class PaperResolver {
	constructor(private readonly rooms: VotingRooms) {}

	@Mutation(() => PollPayload, {
		description:
			"Hands a numbered paper to an elector who has not voted; from then on only the paper counts.",
	})
	handOutPaper(
		@Arg("input", () => PaperVoterInput, { description: "Who gets it." }) input: PaperVoterInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return this.#payload(this.rooms.voting.handOutPaper(viewer, input));
	}

	@Mutation(() => PollPayload, {
		description: "Takes a paper back that nobody has entered: the elector votes by phone again.",
	})
	takeBackPaper(
		@Arg("input", () => PaperVoterInput, { description: "Whose paper." }) input: PaperVoterInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		return this.#payload(this.rooms.voting.takeBackPaper(viewer, input));
	}

	@Mutation(() => PollPayload, {
		description: "Enters what you read on a paper. It counts once two persons have entered it alike.",
	})
	enterPaper(
		@Arg("input", () => EnterPaperInput, { description: "The paper." }) input: EnterPaperInput,
		@Ctx() { viewer }: VotingContext,
	): Promise<PollPayload> {
		const { answer = null, ...wish } = input;
		return this.#payload(this.rooms.voting.enterPaper(viewer, { ...wish, answer }));
	}

	@Extensions({ listSize: 100, personal: true })
	@FieldResolver(() => [PaperBallotView], {
		nullable: true,
		description: "The papers that were handed out, by number, for those who run the session.",
	})
	async papers(@Root() poll: PollView, @Ctx() { viewer }: VotingContext): Promise<PaperBallotView[] | null> {
		if (!isRunner(viewer, poll)) return null;
		const papers = await this.rooms.voting.electorateReads.papersOf(poll.id);
		return papers.map((paper) => paperView(paper, viewer.personId));
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Int, {
		nullable: true,
		description: "The number of the paper on which you vote; null: you do not.",
	})
	async viewerPaper(@Root() { id }: PollView, @Ctx() { viewer }: VotingContext): Promise<number | null> {
		return viewer.personId ? (await this.rooms.voting.reads.ownPart(viewer.personId, id)).paper : null;
	}

	async #payload(answer: Promise<PollAnswer>): Promise<PollPayload> {
		return pollPayload(this.rooms.voting, await answer);
	}
}

/** What the other read is shown only where both have read, and differ. */
function paperView({ paper, person, entries }: HandedPaper, viewerId: string | null): PaperBallotView {
	const own = entries.find(({ personId }) => personId === viewerId)?.answer ?? null;
	const other = entries.find(({ personId }) => personId !== viewerId)?.answer ?? null;
	const state = stateOf(entries);
	return { paper, person, state, own, other: state === "DIFFERING" && own ? other : null };
}

function stateOf([one, other]: HandedPaper["entries"]): PaperState {
	if (!one) return "HANDED_OUT";
	if (!other) return "ENTERED_ONCE";
	return canonicalJson(one.answer) === canonicalJson(other.answer) ? "AGREED" : "DIFFERING";
}
