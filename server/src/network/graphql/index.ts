import type { NetworkRoom } from "../index.ts";

export { DateScalar } from "./DateScalar.ts";

import { NetworkResolver } from "./NetworkResolver.ts";
import { PanelResolver, PartnerPanelResolver } from "./PanelResolver.ts";

export { Network } from "./Network.ts";
export { Partner, PartnerRole } from "./Partner.ts";

/** The room's resolvers, for the house to register. */
export function networkResolvers(network: NetworkRoom): object[] {
	return [new NetworkResolver(network), new PartnerPanelResolver(network), new PanelResolver(network)];
}
