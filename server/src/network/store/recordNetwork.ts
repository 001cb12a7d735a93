import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { NetworkFacts } from "../ports.ts";
import { NetworkEntity, PanelShareEntity, PartnerEntity } from "./entities.ts";

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

/** A network in the record, with its partners' ids by code, also one of this transaction; null: there is none. */
export async function networkInRecord(
	{ em }: Transaction,
	code: string,
): Promise<{ networkId: string; workingLanguage: string; partnerIds: ReadonlyMap<string, string> } | null> {
	const network = await em.findOne(NetworkEntity, { code });
	if (!network) return null;
	const partners = await em.find(PartnerEntity, { networkId: network.id });
	const partnerIds = new Map(partners.map(({ code, id }) => [code, id]));
	return { networkId: network.id, workingLanguage: network.workingLanguage, partnerIds };
}
