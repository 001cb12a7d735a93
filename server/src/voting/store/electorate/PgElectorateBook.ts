import type { Transaction } from "../../../database/index.ts";
import type { NewGrant } from "../../domain/electorate/electorateFacts.ts";
import type { FrozenElector, ProxyGrant } from "../../domain/electorate/proxies.ts";
import type { ElectorateBook } from "../../ports.ts";

const FREEZE = `
insert into elector (poll_id, person_id, partner_id, stakeholder_group, weight, proxy_id)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::uuid[])`;

/** Electorates, written to PostgreSQL. */
export class PgElectorateBook implements ElectorateBook {
	async setProxyCap(tx: Transaction, pollId: string, cap: number): Promise<void> {
		await tx.query("update poll set proxy_cap = $2, version = version + 1 where id = $1", [pollId, cap]);
	}

	async grants(tx: Transaction, pollId: string): Promise<readonly ProxyGrant[]> {
		return tx.query<ProxyGrant>(
			`select principal_id as "principalId", proxy_id as "proxyId" from proxy_grant where poll_id = $1`,
			[pollId],
		);
	}

	async giveProxy(tx: Transaction, { pollId, principalId, proxyId, givenBy, at }: NewGrant): Promise<void> {
		await tx.query(
			"insert into proxy_grant (poll_id, principal_id, proxy_id, given_by, given_at) values ($1, $2, $3, $4, $5)",
			[pollId, principalId, proxyId, givenBy, at],
		);
		await raiseVersion(tx, pollId);
	}

	async withdrawProxy(tx: Transaction, pollId: string, principalId: string): Promise<boolean> {
		const withdrawn = await tx.query(
			"delete from proxy_grant where poll_id = $1 and principal_id = $2 returning principal_id",
			[pollId, principalId],
		);
		if (withdrawn.length > 0) await raiseVersion(tx, pollId);
		return withdrawn.length > 0;
	}

	async weights(tx: Transaction, pollId: string): Promise<ReadonlyMap<string, number>> {
		const rows = await tx.query<{ personId: string; weight: number }>(
			'select person_id as "personId", weight from poll_weight where poll_id = $1',
			[pollId],
		);
		return new Map(rows.map(({ personId, weight }) => [personId, weight]));
	}

	async saveWeights(tx: Transaction, pollId: string, weights: ReadonlyMap<string, number>): Promise<void> {
		await tx.query("delete from poll_weight where poll_id = $1", [pollId]);
		await tx.query(
			"insert into poll_weight (poll_id, person_id, weight) select $1, * from unnest($2::uuid[], $3::int[])",
			[pollId, [...weights.keys()], [...weights.values()]],
		);
		await raiseVersion(tx, pollId);
	}

	async freeze(tx: Transaction, pollId: string, electors: readonly FrozenElector[]): Promise<void> {
		await tx.query(FREEZE, [
			pollId,
			electors.map(({ personId }) => personId),
			electors.map(({ partnerId }) => partnerId),
			electors.map(({ group }) => group),
			electors.map(({ weight }) => weight),
			electors.map(({ proxyId }) => proxyId),
		]);
	}
}

/** Screens that show the poll are told by its version that something is new. */
async function raiseVersion(tx: Transaction, pollId: string): Promise<void> {
	await tx.query("update poll set version = version + 1 where id = $1", [pollId]);
}
