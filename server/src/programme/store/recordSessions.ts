import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { SessionFacts } from "../ports.ts";
import { AgendaItemEntity, SessionEntity } from "./entities.ts";
import { raiseVersion } from "./PgSessionDesk.ts";

/** The recorded sessions of an event. */
export interface RecordedSessions {
	/** By title. */
	readonly sessionIds: ReadonlyMap<string, string>;
	readonly reports: readonly RecordReport[];
}

/**
 * Brings an event's sessions in line with the facts: a session is known by its title, an agenda's item by its title in
 * the session. New ones come at the end; nothing is moved and nothing taken away. Takes the sessions' locks and raises
 * the version of those that change, their item or themselves. The recommendations named are locked before by the
 * caller.
 */
export async function recordSessions(
	tx: Transaction,
	eventId: string,
	facts: readonly SessionFacts[],
): Promise<RecordedSessions> {
	await tx.query("select 1 from session where event_id = $1 order by id for no key update", [eventId]);
	const existing = await tx.em.find(SessionEntity, { eventId }, { orderBy: { ordinal: "asc" } });
	const known = new Set(existing.map(({ title }) => title));
	const ordinals = following(existing);
	const { report, rows } = await recordRows(
		tx.em,
		{ kind: "session", entity: SessionEntity, keyOf: ({ title }) => String(title) },
		existing,
		facts.map(({ agenda: _agenda, ...session }) => ({
			eventId,
			...session,
			ordinal: known.has(session.title) ? undefined : ordinals(),
		})),
	);
	const reports: RecordReport[] = [report];
	const changed = new Set(report.changed.map(({ name }) => name));
	for (const { title, agenda } of facts) {
		const { id } = rows.get(title) as SessionEntity;
		const items = await recordAgenda(tx, { id, title }, agenda);
		reports.push(items);
		const hasChanged = changed.has(title) || items.added.length + items.changed.length > 0;
		if (known.has(title) && hasChanged) await raiseVersion(tx, id);
	}
	return { sessionIds: new Map([...rows].map(([title, { id }]) => [title, id])), reports };
}

async function recordAgenda(
	{ em }: Transaction,
	session: { readonly id: string; readonly title: string },
	agenda: SessionFacts["agenda"],
): Promise<RecordReport> {
	const existing = await em.find(
		AgendaItemEntity,
		{ sessionId: session.id },
		{ orderBy: { ordinal: "asc" } },
	);
	const known = new Set(existing.map(({ title }) => title));
	const ordinals = following(existing);
	const { report } = await recordRows(
		em,
		{
			kind: "agenda item",
			entity: AgendaItemEntity,
			keyOf: ({ title }) => String(title),
			nameOf: ({ title }) => `${session.title}: ${title}`,
		},
		existing,
		agenda.map((item) => ({
			sessionId: session.id,
			...item,
			ordinal: known.has(item.title) ? undefined : ordinals(),
		})),
	);
	return report;
}

/** Gives the next free places, one a call. */
function following(rows: readonly { readonly ordinal: number }[]): () => number {
	let next = Math.max(-1, ...rows.map(({ ordinal }) => ordinal));
	return () => {
		next += 1;
		return next;
	};
}
