import type { Headcount } from "@crossroads/shared";
import type { Sql } from "../../../database/index.ts";
import type { BoxClass } from "../../domain/secret/boxParts.ts";
import type { OpenedPart } from "../../domain/secret/pollBox.ts";
import type { TurnoutCell } from "../../domain/tally.ts";
import type { BoxPart, SavedOpening, SecretBoxes, Tx, Vault } from "../../ports.ts";
import { layOutBox, SEALED_PARTS, type SealedPartRow, unlockBox } from "./sealedParts.ts";

const SAVE_OPENING = `
with opened as (
  update poll_box set is_opened = true, private_key = null, shown = $4::jsonb where poll_id = $1
)
update poll set result = $2::jsonb, count = $3::jsonb, version = version + 1 where id = $1`;

const INSERT_KEPT = `
insert into sealed_box (poll_id, part, partner_id, stakeholder_group, sealed, answers, invalid)
values ($1, $2, $3, $4, $5::bytea[], $6::text[], $7::bytea[])`;

/** [V41] [V44] The boxes of secret polls besides voting, in PostgreSQL. */
export class PgSecretBoxes implements SecretBoxes {
	constructor(
		private readonly sql: Sql,
		private readonly vault: Vault,
	) {}

	layOut(tx: Tx, pollId: string, classes: readonly BoxClass[]): Promise<void> {
		return layOutBox(tx, pollId, classes);
	}

	unlock(tx: Tx, pollId: string, ballotBytes: number): Promise<void> {
		return unlockBox(tx, pollId, this.vault, ballotBytes);
	}

	async contents(pollId: string): Promise<readonly BoxPart[]> {
		const rows = await this.sql.query<SealedPartRow>(SEALED_PARTS, [[pollId]]);
		return rows.map(({ part, partnerId, group, sealed }) => ({
			part,
			partnerId,
			group,
			sealed: sealed ?? [],
		}));
	}

	async heldKey(pollId: string): Promise<Buffer | null> {
		const [row] = await this.sql.query<{ key: Buffer | null }>(
			"select private_key as key from poll_box where poll_id = $1",
			[pollId],
		);
		return row?.key ?? null;
	}

	async presentAtClosing(tx: Tx, pollId: string): Promise<Headcount> {
		const [row] = await tx.query<Headcount>(
			"select present_at_closing as persons, cities_at_closing as cities from poll where id = $1",
			[pollId],
		);
		if (!row) throw new Error("The poll that was locked is gone.");
		return row;
	}

	turnout(tx: Tx, pollId: string): Promise<readonly TurnoutCell[]> {
		return tx.query<TurnoutCell>(
			`select partner_id as "partnerId", stakeholder_group as "group", electors, ballots
				from poll_turnout where poll_id = $1`,
			[pollId],
		);
	}

	async saveOpening(tx: Tx, { pollId, parts, decided, shown }: SavedOpening): Promise<void> {
		await tx.query("delete from sealed_box where poll_id = $1", [pollId]);
		for (const part of parts) await tx.query(INSERT_KEPT, keptValues(pollId, part));
		const { result, count } = decided;
		await tx.query(SAVE_OPENING, [
			pollId,
			JSON.stringify(result),
			JSON.stringify(count),
			JSON.stringify(shown),
		]);
	}
}

function keptValues(pollId: string, part: OpenedPart): unknown[] {
	return [pollId, part.part, part.partnerId, part.group, part.sealed, part.answers, part.invalid];
}
