import type { Database } from "../database/index.ts";
import type { NetworkRoom } from "../network/index.ts";
import { type Tally, talliedOptions, tallyOf, withShownCounts } from "../voting/index.ts";
import type { PanelRow, PartnerRow, PollRow, PublicReads } from "./ports.ts";
import { pgPublicReads } from "./store/pgPublicReads.ts";

export type { PublicReads } from "./ports.ts";

/** What the room needs of the house. */
export interface PublicGraphDeps {
	readonly database: Database;
	/** Panels in headcounts. */
	readonly network: Pick<NetworkRoom, "panelOf">;
}

/** What anybody may read. */
export interface PublicGraphRoom {
	readonly reads: PublicReads;
	/** A partner's panel in headcounts: nothing of any person. */
	panelOf(partner: Pick<PartnerRow, "id" | "networkId">): Promise<PanelRow>;
}

/** Everything that may be read without signing in. */
export function createPublicGraphRoom({ database, network }: PublicGraphDeps): PublicGraphRoom {
	return { reads: pgPublicReads(database), panelOf: (partner) => network.panelOf(partner) };
}

/** The count of a poll as the voting room counts; of a secret one only the turnout until it is published. */
export function publicTallyOf({
	method,
	options,
	partners,
	turnout,
	marks,
	shown,
}: Pick<PollRow, "method" | "options" | "partners" | "turnout" | "marks" | "shown">): Tally {
	const partnerIds = partners.map(({ id }) => id);
	const tallied = marks === null ? [] : talliedOptions({ method, options });
	const tally = tallyOf(tallied, partnerIds, { turnout, marks: marks ?? [] });
	return shown ? withShownCounts(tally, shown) : tally;
}
