import { randomInt } from "node:crypto";
import type { Database, Transaction } from "../../database/index.ts";
import { lastServerId } from "../domain/clientIds.ts";
import type { UpdateWriter } from "../domain/judgeUpdates.ts";
import type { ClientIds } from "../ports.ts";

/** Client ids in PostgreSQL. */
export class PgClientIds implements ClientIds {
	constructor(private readonly database: Database) {}

	give(draftId: string, writer: UpdateWriter, most: number): Promise<number | null> {
		return this.database.transaction(async (tx) => {
			if (!(await hasRoom(tx, draftId, writer.personId, most))) return null;
			for (;;) {
				// Drawn: after a backup was restored, nobody's id comes again. And of 28 bits, which each piece of an update
				// names in four bytes and not in five: a tenth of a long text.
				const [given] = await insert(tx, draftId, writer, [randomInt(lastServerId + 1, 2 ** 28)]);
				if (given !== undefined) return given;
			}
		});
	}

	hold(draftId: string, writer: UpdateWriter, ids: readonly number[], most: number): Promise<number[]> {
		return this.database.transaction(async (tx) => {
			const rows = await tx.query<{ id: number }>(
				`update draft_client set sign_in_id = $3
				where draft_id = $1 and person_id = $2 and client_id = any($4::bigint[]) returning client_id::float8 as id`,
				[draftId, writer.personId, writer.signInId, ids],
			);
			const held = rows.map(({ id }) => id);
			const others = ids.filter((id) => !held.includes(id));
			if (others.length === 0 || !(await hasRoom(tx, draftId, writer.personId, most))) return held;
			return [...held, ...(await insert(tx, draftId, writer, others))];
		});
	}

	async forgetUnused(draftId: string, personId: string, before: Date): Promise<void> {
		await this.database.query(
			"delete from draft_client where draft_id = $1 and person_id = $2 and clock = 0 and created_at < $3",
			[draftId, personId, before],
		);
	}

	async isOf(draftId: string, personId: string, id: number): Promise<boolean> {
		const rows = await this.database.query(
			"select 1 from draft_client where draft_id = $1 and client_id = $2 and person_id = $3",
			[draftId, id, personId],
		);
		return rows.length > 0;
	}

	async authors(draftId: string): Promise<ReadonlyMap<number, string | null>> {
		const rows = await this.database.query<{ id: number; personId: string | null }>(
			`select client_id::float8 as id, person_id as "personId" from draft_client where draft_id = $1`,
			[draftId],
		);
		return new Map(rows.map(({ id, personId }) => [id, personId]));
	}
}

async function hasRoom(tx: Transaction, draftId: string, personId: string, most: number): Promise<boolean> {
	const [row] = await tx.query<{ count: number }>(
		"select count(*)::int as count from draft_client where draft_id = $1 and person_id = $2",
		[draftId, personId],
	);
	return (row?.count ?? 0) < most;
}

/** Those of the ids that nobody had. */
async function insert(
	tx: Transaction,
	draftId: string,
	{ personId, signInId }: UpdateWriter,
	ids: readonly number[],
): Promise<number[]> {
	const rows = await tx.query<{ id: number }>(
		`insert into draft_client (draft_id, client_id, person_id, sign_in_id)
		select $1, id, $2, $3 from unnest($4::bigint[]) as id order by id
		on conflict (draft_id, client_id) do nothing returning client_id::float8 as id`,
		[draftId, personId, signInId, ids],
	);
	return rows.map(({ id }) => id);
}
