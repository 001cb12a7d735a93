import type { Transaction } from "../../../database/index.ts";
import type { BoxClass } from "../../domain/secret/boxParts.ts";
import { recordsIn, type SealedRecords } from "../../domain/secret/sealedRecords.ts";
import type { Vault } from "../../ports.ts";

/** The parts of these polls' boxes, by name. */
export const SEALED_PARTS = `
select poll_id as "pollId", part, partner_id as "partnerId", stakeholder_group as "group", shut, sealed
from sealed_box where poll_id = any($1::uuid[]) order by poll_id, part`;

/** One part of a box: while the poll is open `shut` (null: empty), after closing `sealed`. */
export interface SealedPartRow extends BoxClass {
	readonly pollId: string;
	readonly shut: Buffer | null;
	readonly sealed: readonly Buffer[] | null;
}

/** What a part is locked for. */
export function boxPurpose(pollId: string, part: string): string {
	return `box ${pollId} ${part}`;
}

/** The ballots in a part, before and after closing. */
export function sealedRecordsOf({ pollId, part, shut, sealed }: SealedPartRow, vault: Vault): SealedRecords {
	if (sealed !== null) return Buffer.concat(sealed);
	return shut === null ? Buffer.alloc(0) : vault.unlock(boxPurpose(pollId, part), shut);
}

/** [V41] Makes an empty box with these parts, when the poll opens. */
export async function layOutBox(
	tx: Transaction,
	pollId: string,
	classes: readonly BoxClass[],
): Promise<void> {
	await tx.query(
		`insert into sealed_box (poll_id, part, partner_id, stakeholder_group)
			select $1, * from unnest($2::text[], $3::uuid[], $4::text[])`,
		[
			pollId,
			classes.map(({ part }) => part),
			classes.map(({ partnerId }) => partnerId),
			classes.map(({ group }) => group),
		],
	);
}

/** [V41] Unlocks the box in the transaction that closes the poll: from then on it is what it will be published as. */
export async function unlockBox(
	tx: Transaction,
	pollId: string,
	vault: Vault,
	ballotBytes: number,
): Promise<void> {
	for (const row of await tx.query<SealedPartRow>(SEALED_PARTS, [[pollId]])) {
		const sealed = recordsIn(sealedRecordsOf(row, vault), ballotBytes);
		await tx.query(
			"update sealed_box set shut = null, sealed = $3::bytea[] where poll_id = $1 and part = $2",
			[pollId, row.part, sealed],
		);
	}
}
