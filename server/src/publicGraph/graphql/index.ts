import type { PublicGraphRoom } from "../index.ts";
import { PublicFindingResolver, PublicInitiativeResolver } from "./resolvers/PublicInitiativeResolvers.ts";
import { PublicNetworkResolver } from "./resolvers/PublicNetworkResolver.ts";
import { PublicPartnerResolver } from "./resolvers/PublicPartnerResolver.ts";
import {
	PublicPartnerTallyResolver,
	PublicPollResolver,
	PublicResultResolver,
} from "./resolvers/PublicPollResolvers.ts";
import {
	PublicActivityResolver,
	PublicDelegationResolver,
	PublicEventResolver,
	PublicThemeResolver,
} from "./resolvers/PublicProgrammeResolvers.ts";
import { PublicQueryResolver } from "./resolvers/PublicQueryResolver.ts";
import {
	PublicRecommendationResolver,
	PublicVersionResolver,
} from "./resolvers/PublicRecommendationResolvers.ts";

export { publicStreams } from "./publicStreams.ts";

/** The resolvers of the schema for everybody; they share no type with the members' schema. */
export function publicResolvers(room: PublicGraphRoom): object[] {
	const { reads } = room;
	return [
		new PublicQueryResolver(room),
		new PublicNetworkResolver(reads),
		new PublicPartnerResolver(room),
		new PublicThemeResolver(reads),
		new PublicActivityResolver(reads),
		new PublicEventResolver(reads),
		new PublicDelegationResolver(reads),
		new PublicInitiativeResolver(reads),
		new PublicFindingResolver(reads),
		new PublicRecommendationResolver(reads),
		new PublicVersionResolver(),
		new PublicPollResolver(room),
		new PublicResultResolver(room),
		new PublicPartnerTallyResolver(),
	];
}
