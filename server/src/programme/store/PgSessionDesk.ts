import { isUuid } from "@crossroads/shared";
import type { Database, Sql } from "../../database/index.ts";
import type { FloorBook, LockedSession, PresenceBook, SessionDesk, SessionRow } from "../ports.ts";
import { PgAgendaBook } from "./PgAgendaBook.ts";
import { SESSION } from "./selects.ts";

/** Sessions locked in PostgreSQL. */
export class PgSessionDesk implements SessionDesk {
	constructor(private readonly database: Database) {}

	async inSession<T>(
		sessionId: string,
		work: (session: LockedSession, networkOfRecommendation: string | null) => Promise<T>,
		recommendationId: string | null = null,
	): Promise<T | null> {
		if (!isUuid(sessionId)) return null;
		return this.database.transaction(async (tx) => {
			const networkId = recommendationId ? await lockRecommendation(tx, recommendationId) : null;
			const session = await lockSession(tx, sessionId);
			return session && work(session, networkId);
		});
	}
}

/**
 * Locks a session until the end of the transaction; null: there is none. The lock lets rows that name the session
 * be inserted meanwhile (a ballot box is not held up by a check-in).
 */
export async function lockSession(tx: Sql, sessionId: string): Promise<LockedSession | null> {
	await tx.query("select 1 from session where id = $1 for no key update", [sessionId]);
	// A statement of its own, so that it sees what was committed while waiting for the lock.
	const [facts] = await tx.query<SessionRow>(`${SESSION} where s.id = $1`, [sessionId]);
	if (!facts) return null;
	return {
		facts,
		agenda: new PgAgendaBook(tx, facts.id),
		presence: new PgPresenceBook(tx, facts),
		floor: new PgFloorBook(tx, facts.id),
		raiseVersion: () => raiseVersion(tx, facts.id),
	};
}

/** Raises the version, and so takes the session's lock. */
export async function raiseVersion(tx: Sql, sessionId: string): Promise<void> {
	await tx.query("update session set version = version + 1 where id = $1", [sessionId]);
}

/** Waits for a step of the recommendation that is under way, so that either it or this change tells the session of it. */
async function lockRecommendation(tx: Sql, recommendationId: string): Promise<string | null> {
	if (!isUuid(recommendationId)) return null;
	const [row] = await tx.query<{ networkId: string }>(
		`select network_id as "networkId" from recommendation where id = $1 for share`,
		[recommendationId],
	);
	return row?.networkId ?? null;
}

class PgPresenceBook implements PresenceBook {
	constructor(
		private readonly tx: Sql,
		private readonly session: SessionRow,
	) {}

	async delegateOf(personId: string): Promise<string | null> {
		const [delegate] = await this.tx.query<{ id: string }>(
			`select d.id from delegate d join membership m on m.id = d.membership_id
			where d.event_id = $1 and m.person_id = $2 order by d.id limit 1`,
			[this.session.eventId, personId],
		);
		return delegate?.id ?? null;
	}

	checkIn(personId: string, delegateId: string, at: Date): Promise<boolean> {
		return hasRow(
			this.tx,
			`insert into presence (session_id, person_id, delegate_id, checked_in_at) values ($1, $2, $3, $4)
			on conflict (session_id, person_id) where checked_out_at is null do nothing returning id`,
			[this.session.id, personId, delegateId, at],
		);
	}

	checkOut(personId: string, at: Date): Promise<boolean> {
		return hasRow(
			this.tx,
			`update presence set checked_out_at = $3
			where session_id = $1 and person_id = $2 and checked_out_at is null returning id`,
			[this.session.id, personId, at],
		);
	}

	isPresent(personId: string): Promise<boolean> {
		return hasRow(
			this.tx,
			"select id from presence where session_id = $1 and person_id = $2 and checked_out_at is null",
			[this.session.id, personId],
		);
	}
}

class PgFloorBook implements FloorBook {
	constructor(
		private readonly tx: Sql,
		private readonly sessionId: string,
	) {}

	ask(personId: string, at: Date): Promise<boolean> {
		return hasRow(
			this.tx,
			`insert into floor_request (session_id, person_id, requested_at) values ($1, $2, $3)
			on conflict (session_id, person_id) where ended_at is null do nothing returning id`,
			[this.sessionId, personId, at],
		);
	}

	withdraw(personId: string, at: Date): Promise<boolean> {
		return hasRow(
			this.tx,
			`update floor_request set ended_at = $3
			where session_id = $1 and person_id = $2 and ended_at is null returning id`,
			[this.sessionId, personId, at],
		);
	}

	async call(requestId: string, at: Date): Promise<boolean> {
		const isCalled = await hasRow(
			this.tx,
			`update floor_request set called_at = coalesce(called_at, $3)
			where session_id = $1 and id = $2 and ended_at is null returning id`,
			[this.sessionId, requestId, at],
		);
		if (isCalled) await this.#endSpeakersBut(requestId, at);
		return isCalled;
	}

	end(requestId: string, at: Date): Promise<boolean> {
		return hasRow(
			this.tx,
			`update floor_request set ended_at = $3 where session_id = $1 and id = $2 and ended_at is null returning id`,
			[this.sessionId, requestId, at],
		);
	}

	async #endSpeakersBut(requestId: string, at: Date): Promise<void> {
		await this.tx.query(
			`update floor_request set ended_at = $3
			where session_id = $1 and id <> $2 and called_at is not null and ended_at is null`,
			[this.sessionId, requestId, at],
		);
	}
}

/** Whether the statement found, wrote or changed a row. */
async function hasRow(tx: Sql, text: string, values: readonly unknown[]): Promise<boolean> {
	return (await tx.query(text, values)).length > 0;
}
