import { isUuid } from "@crossroads/shared";
import type { Database, Sql } from "../../database/index.ts";
import type { JoinDesk, LockedDelegate } from "../ports.ts";

interface DelegateFacts {
	readonly id: string;
	readonly eventId: string;
	readonly personId: string;
	readonly name: string;
	readonly email: string | null;
	readonly language: string;
	readonly badgeCode: string;
}

/** Delegates who join, and the wrong codes, in PostgreSQL: so the budgets hold for all instances together. */
export class PgJoinDesk implements JoinDesk {
	constructor(private readonly database: Database) {}

	async withDelegate<T>(
		eventId: string,
		delegateId: string,
		work: (delegate: LockedDelegate) => Promise<T>,
	): Promise<T | null> {
		if (!isUuid(delegateId)) return null;
		return this.database.transaction(async (tx) => {
			const facts = await lockDelegate(tx, eventId, delegateId);
			return facts && work(await delegateAt(tx, facts));
		});
	}

	unknownCodesSince(since: Date): Promise<number> {
		return countOf(
			this.database,
			"select count(*)::int as count from join_attempt where event_id is null and at > $1",
			[since],
		);
	}

	async countUnknownCode(at: Date, forgetBefore: Date): Promise<void> {
		await this.database.query("delete from join_attempt where at < $1", [forgetBefore]);
		await this.database.query("delete from join_mail where at < $1", [forgetBefore]);
		await this.database.query("insert into join_attempt (at) values ($1)", [at]);
	}
}

async function lockDelegate(tx: Sql, eventId: string, delegateId: string): Promise<DelegateFacts | null> {
	const [facts] = await tx.query<DelegateFacts>(
		`select d.id, d.event_id as "eventId", p.id as "personId", p.name, case when not p.is_demonstration then p.email end as email, p.language,
		d.badge_code as "badgeCode"
		from delegate d join membership m on m.id = d.membership_id join person p on p.id = m.person_id
		where d.id = $1 and d.event_id = $2 and p.erased_at is null for no key update of d`,
		[delegateId, eventId],
	);
	return facts ?? null;
}

async function delegateAt(tx: Sql, facts: DelegateFacts): Promise<LockedDelegate> {
	const { id, eventId } = facts;
	const [mailedCode = null] = await tx.query<{ hash: Buffer; expiresAt: Date }>(
		`select code_hash as hash, expires_at as "expiresAt" from mailed_join_code where delegate_id = $1`,
		[id],
	);
	const count = "select count(*)::int as count from join_attempt where";
	return {
		...facts,
		mailedCode,
		wrongSince: (since) => countOf(tx, `${count} delegate_id = $1 and at > $2`, [id, since]),
		wrongAtEventSince: (since) => countOf(tx, `${count} event_id = $1 and at > $2`, [eventId, since]),
		async countWrong(at) {
			const values = [eventId, id, at];
			await tx.query("insert into join_attempt (event_id, delegate_id, at) values ($1, $2, $3)", values);
		},
		mailsSince: (since) =>
			countOf(tx, "select count(*)::int as count from join_mail where delegate_id = $1 and at > $2", [
				id,
				since,
			]),
		async writeMailedCode(hash, expiresAt, at) {
			await tx.query("insert into join_mail (delegate_id, at) values ($1, $2)", [id, at]);
			await tx.query(
				`insert into mailed_join_code (delegate_id, code_hash, expires_at) values ($1, $2, $3)
				on conflict (delegate_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
				[id, hash, expiresAt],
			);
		},
		async forgetMailedCode() {
			await tx.query("delete from mailed_join_code where delegate_id = $1", [id]);
		},
		async forgiveAttempts() {
			await tx.query("update join_attempt set delegate_id = null where delegate_id = $1", [id]);
			await tx.query("delete from join_mail where delegate_id = $1", [id]);
		},
	};
}

async function countOf(sql: Sql, text: string, values: readonly unknown[]): Promise<number> {
	const [row] = await sql.query<{ count: number }>(text, values);
	return row?.count ?? 0;
}
