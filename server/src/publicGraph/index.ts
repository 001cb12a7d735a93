import type { Database } from "../database/index.ts";
import type { NetworkRoom } from "../network/index.ts";
import type { VotingRoom } from "../voting/index.ts";
import { mayReadCounts } from "../voting/index.ts";
import type { PanelRow, PartnerRow, PollRow, PublicReads, TallyRow } from "./ports.ts";
import { pgPublicReads } from "./store/pgPublicReads.ts";

export type { PublicReads } from "./ports.ts";

/** What the room needs of the house. */
export interface PublicGraphDeps {
	readonly database: Database;
	/** Panels in headcounts. */
	readonly network: Pick<NetworkRoom, "panelOf">;
	/** Counts of polls. */
	readonly voting: { readonly reads: Pick<VotingRoom["reads"], "tally" | "poll"> };
}

/** What anybody may read. */
export interface PublicGraphRoom {
	readonly reads: PublicReads;
	/** A partner's panel in headcounts: nothing of any person. */
	panelOf(partner: Pick<PartnerRow, "id" | "networkId">): Promise<PanelRow>;
	/** The count of a poll that `reads` gave; of a secret one only the turnout until it is published. */
	tallyOf(poll: Pick<PollRow, "id">): Promise<TallyRow | null>;
}

/** Everything that may be read without signing in. */
export function createPublicGraphRoom({ database, network, voting }: PublicGraphDeps): PublicGraphRoom {
	return {
		reads: pgPublicReads(database),
		panelOf: (partner) => network.panelOf(partner),
		async tallyOf({ id }) {
			const [poll, counted] = await Promise.all([voting.reads.poll(id), voting.reads.tally(id)]);
			if (!poll || !counted) return null;
			const { state, tally } = counted;
			return mayReadCounts({ state, secrecy: poll.secrecy }) ? tally : turnoutOf(tally);
		},
	};
}

function turnoutOf(tally: TallyRow): TallyRow {
	const counts = [] as const;
	return {
		...tally,
		counts,
		byPartner: tally.byPartner.map((count) => ({ ...count, counts })),
		byGroup: tally.byGroup.map((count) => ({ ...count, counts })),
	};
}
