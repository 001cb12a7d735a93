import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { MembershipFacts, NetworkFacts } from "../ports.ts";
import { MembershipEntity, NetworkEntity, PanelShareEntity, PartnerEntity } from "./entities.ts";

/** The recorded network: ids by natural key, for what other rooms record next to it. */
export interface RecordedNetwork {
	readonly networkId: string;
	readonly partnerIds: ReadonlyMap<string, string>;
	readonly reports: readonly RecordReport[];
}

/** [N5] Brings one network, its partners and the shares of its panels in line with the file's facts. */
export async function recordNetwork({ em }: Transaction, facts: NetworkFacts): Promise<RecordedNetwork> {
	const { shares, partners, ...own } = facts;
	const network = await recordRows(
		em,
		{ kind: "network", entity: NetworkEntity, keyOf: (row) => String(row.code) },
		await em.find(NetworkEntity, { code: own.code }),
		[own],
	);
	const networkId = [...network.rows.values()][0]?.id as string;
	const panelShares = await recordRows(
		em,
		{ kind: "panel share", entity: PanelShareEntity, keyOf: (row) => String(row.stakeholderGroup) },
		await em.find(PanelShareEntity, { networkId }),
		shares.map((share) => ({ networkId, ...share })),
	);
	const recordedPartners = await recordRows(
		em,
		{ kind: "partner", entity: PartnerEntity, keyOf: (row) => String(row.code) },
		await em.find(PartnerEntity, { networkId }),
		partners.map((partner, ordinal) => ({ networkId, ordinal, ...partner })),
	);
	return {
		networkId,
		partnerIds: new Map([...recordedPartners.rows].map(([code, { id }]) => [code, id])),
		reports: [network.report, panelShares.report, recordedPartners.report],
	};
}

/** Writes new memberships and gives their ids, in the order of the facts. Those who left before are written as left. */
export async function addMemberships(
	{ em }: Transaction,
	facts: readonly MembershipFacts[],
): Promise<readonly string[]> {
	const memberships = facts.map((membership) => em.create(MembershipEntity, { ...membership }));
	await em.persist(memberships).flush();
	return memberships.map(({ id }) => id);
}
