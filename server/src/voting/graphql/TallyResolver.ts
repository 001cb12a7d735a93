import { FieldResolver, Resolver, Root } from "type-graphql";
import type { VotingRooms } from "./VotingRooms.ts";
import { PartnerTallyView, TallyView } from "./views/Tally.ts";

/** The cities in a count. */
@Resolver(() => TallyView)
export class TallyResolver {
	constructor(private readonly rooms: Pick<VotingRooms, "network">) {}

	@FieldResolver(() => [PartnerTallyView], { description: "By partner, as the network lists them." })
	async byPartner(@Root() { partnerCounts }: TallyView): Promise<PartnerTallyView[]> {
		const counts = await Promise.all(
			partnerCounts.map(async ({ partnerId, ...count }) => {
				const partner = await this.rooms.network.shelf.partner(partnerId);
				if (!partner) throw new Error("An elector's partner is not there.");
				return { partner, ...count };
			}),
		);
		return counts.sort((a, b) => a.partner.ordinal - b.partner.ordinal);
	}
}
