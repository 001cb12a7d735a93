import { type Database, type RecordReport, type Transaction } from "../database/index.ts";
import { type PanelFigures, panelFigures } from "./panelFigures.ts";
import type { NetworkFacts, NetworkShelf } from "./ports.ts";
import { networkEntities } from "./store/entities.ts";
import { PgNetworkShelf } from "./store/PgNetworkShelf.ts";
import { recordMemberships } from "./store/recordMemberships.ts";
import { networkInRecord, type RecordedNetwork, recordNetwork } from "./store/recordNetwork.ts";

export type { GroupCounts, PanelRule } from "./domain/PanelRule.ts";
export { isPanelRule } from "./domain/PanelRule.ts";
export type { PanelFigures, PanelGroupFigures } from "./panelFigures.ts";
export type {
	MemberRow,
	MembershipFacts,
	MembershipRow,
	NetworkFacts,
	NetworkRow,
	NetworkShelf,
	PanelRuleOfNetwork,
	PartnerRole,
	PartnerRow,
} from "./ports.ts";
export { networkEntities, type RecordedNetwork, type RecordReport };

/** What the room needs of the house. */
export interface NetworkDeps {
	readonly database: Database;
}

/** What other rooms may ask of networks, partners and panels. */
export interface NetworkRoom {
	/** Reads; batched, nothing kept. */
	readonly shelf: NetworkShelf;
	/** A partner's panel in numbers: nothing of any person, so it may be shown to everybody. */
	panelOf(partner: { readonly id: string; readonly networkId: string }): Promise<PanelFigures>;
	/** [N5] Brings a network, its partners and shares in line with a file, in the caller's transaction. */
	recordNetwork(tx: Transaction, facts: NetworkFacts): Promise<RecordedNetwork>;
	/** For files of people, in the caller's transaction; see `store/`. */
	readonly networkInRecord: typeof networkInRecord;
	readonly recordMemberships: typeof recordMemberships;
}

/** Builds the room over the database. */
export function createNetworkRoom({ database }: NetworkDeps): NetworkRoom {
	const shelf = new PgNetworkShelf(database);
	return {
		shelf,
		recordNetwork,
		networkInRecord,
		recordMemberships,
		async panelOf({ id, networkId }) {
			const [memberships, rule] = await Promise.all([shelf.membershipsOf(id), shelf.panelRuleOf(networkId)]);
			return panelFigures(memberships, rule);
		},
	};
}
