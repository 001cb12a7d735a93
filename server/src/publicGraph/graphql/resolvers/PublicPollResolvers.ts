import { FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { PublicGraphRoom } from "../../index.ts";
import type { PartnerRow, TallyRow } from "../../ports.ts";
import { nodeOf } from "../PublicNode.ts";
import { PublicEvent } from "../views/PublicEvent.ts";
import { PublicPartner } from "../views/PublicPartner.ts";
import { PublicPoll } from "../views/PublicPoll.ts";
import { PublicRecommendation } from "../views/PublicRecommendation.ts";
import { PublicPartnerTally, PublicTally } from "../views/PublicTally.ts";
import { foundOrNull } from "./found.ts";

/** What belongs to a poll. */
@Resolver(() => PublicPoll)
export class PublicPollResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@FieldResolver(() => Int, { description: "How many may vote: those who were present when it opened." })
	async electorateSize(@Root() { key }: PublicPoll): Promise<number> {
		return (await this.#tallyOf(key)).electorateSize;
	}

	@FieldResolver(() => PublicTally, { description: "The count, live while it is open." })
	async tally(@Root() { key }: PublicPoll): Promise<PublicTally> {
		const { cast, counts, byGroup, byPartner } = await this.#tallyOf(key);
		return { cast, total: counts, byGroup, partnerCounts: byPartner };
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

	async #tallyOf(key: string): Promise<TallyRow> {
		const tally = await this.room.tallyOf({ id: key });
		if (!tally) throw new Error("A poll that was read is not there.");
		return tally;
	}
}

/** The partners in a count. */
@Resolver(() => PublicTally)
export class PublicTallyResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@FieldResolver(() => [PublicPartnerTally], { description: "By partner, as the network lists them." })
	async byPartner(@Root() { partnerCounts }: PublicTally) {
		const partners = await Promise.all(
			partnerCounts.map(({ partnerId }) => this.room.reads.partner(partnerId)),
		);
		const counts = partnerCounts.map((count, place) => ({
			...count,
			partnerRow: partners[place] as PartnerRow,
		}));
		return counts.sort((a, b) => a.partnerRow.order - b.partnerRow.order);
	}
}

/** The partner of a count. */
@Resolver(() => PublicPartnerTally)
export class PublicPartnerTallyResolver {
	@FieldResolver(() => PublicPartner, { description: "The partner." })
	partner(@Root() { partnerRow }: PublicPartnerTally & { partnerRow: PartnerRow }) {
		return nodeOf("Partner", partnerRow);
	}
}
