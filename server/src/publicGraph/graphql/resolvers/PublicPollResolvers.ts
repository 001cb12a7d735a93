import { FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CountResultView, countView } from "../../../voting/graphql/index.ts";
import { boardAddressOf } from "../../../voting/index.ts";
import { type PublicGraphRoom, publicTallyOf } from "../../index.ts";
import type { PartnerRow, PollRow } from "../../ports.ts";
import { PollSecrecy } from "../enums.ts";
import { nodeOf } from "../PublicNode.ts";
import { PublicEvent } from "../views/PublicEvent.ts";
import { PublicPartner } from "../views/PublicPartner.ts";
import { PublicPoll, PublicResult } from "../views/PublicPoll.ts";
import { PublicRecommendation } from "../views/PublicRecommendation.ts";
import { PublicPartnerTally, PublicTally } from "../views/PublicTally.ts";
import { foundOrNull } from "./found.ts";

/** The node with the row that it was made of. */
type CountedPoll = PublicPoll &
	Pick<PollRow, "turnout" | "marks" | "shown" | "partners" | "options" | "method" | "secrecy" | "boxHolder">;

/** What belongs to a poll. */
@Resolver(() => PublicPoll)
export class PublicPollResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@FieldResolver(() => Int, { description: "How many may vote: those who were present when it opened." })
	electorateSize(@Root() { turnout }: CountedPoll): number {
		return turnout.reduce((sum, { electors }) => sum + electors, 0);
	}

	@FieldResolver(() => PollSecrecy, { description: "Who may know how somebody voted." })
	secrecy(@Root() { secrecy, boxHolder }: CountedPoll): keyof typeof PollSecrecy {
		if (secrecy === "NAMED") return "BY_NAME";
		return boxHolder === "TRUSTEES" ? "SECRET" : "SECRET_FROM_PARTICIPANTS";
	}

	@FieldResolver(() => PublicTally, { description: "The count, live while it is open." })
	tally(@Root() poll: CountedPoll): PublicTally {
		const { cast, counts, byGroup, byPartner } = publicTallyOf(poll);
		const byPartnerRow = byPartner.map((count, place) => ({
			...count,
			partnerRow: poll.partners[place] as PartnerRow,
		}));
		return { cast, total: counts, byGroup, byPartner: byPartnerRow };
	}

	@FieldResolver(() => String, {
		nullable: true,
		description:
			"Where everything that the result follows from can be downloaded and counted again, as a path of this site: of a poll by name with the names. Null until it is published.",
	})
	boardAddress(@Root() { key: id, state }: CountedPoll): string | null {
		return boardAddressOf({ id, state });
	}

	@FieldResolver(() => PublicRecommendation, {
		nullable: true,
		description: "The recommendation that it decides on, if it does.",
	})
	recommendation(@Root() { recommendationId }: PublicPoll) {
		return foundOrNull("Recommendation", this.room.reads.recommendation, recommendationId);
	}

	@FieldResolver(() => PublicEvent, { nullable: true, description: "The meeting at which it was held." })
	event(@Root() { eventId }: PublicPoll) {
		return foundOrNull("Event", this.room.reads.event, eventId);
	}
}

/** The count behind a result. */
@Resolver(() => PublicResult)
export class PublicResultResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@FieldResolver(() => CountResultView, { description: "What the ballots came to, and how." })
	async count(@Root() { pollId }: PublicResult): Promise<CountResultView> {
		const count = await this.room.reads.countOfPoll(pollId);
		if (!count) throw new Error("A poll was decided without a count.");
		return countView(count);
	}
}

/** The partner of a count. */
@Resolver(() => PublicPartnerTally)
export class PublicPartnerTallyResolver {
	@FieldResolver(() => PublicPartner, { description: "The partner." })
	partner(@Root() { partnerRow }: PublicPartnerTally) {
		return nodeOf("Partner", partnerRow);
	}
}
