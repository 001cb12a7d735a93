import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { NewDelegate, NewSession, ProgrammeFacts } from "../ports.ts";
import { ActivityEntity, EventEntity, ThemeEntity } from "./entities.ts";
import { PgAgendaBook } from "./PgAgendaBook.ts";

/** The recorded programme: ids by natural key, for what is recorded next to it. */
export interface RecordedProgramme {
	readonly themeIds: ReadonlyMap<string, string>;
	/** By the activity's order in the programme. */
	readonly eventIds: ReadonlyMap<number, string>;
	readonly reports: readonly RecordReport[];
}

/**
 * [A9] Brings a network's themes and activities in line with the file's facts; every transnational activity has an
 * event, made with it. `newJoinCode` gives the code of a new event; an event's code is never changed here.
 */
export async function recordProgramme(
	{ em }: Transaction,
	{ networkId, themes, activities }: ProgrammeFacts,
	newJoinCode: () => string,
): Promise<RecordedProgramme> {
	const recordedThemes = await recordRows(
		em,
		{ kind: "theme", entity: ThemeEntity, keyOf: (row) => String(row.code) },
		await em.find(ThemeEntity, { networkId }),
		themes.map(({ order, ...theme }) => ({ networkId, ordinal: order, ...theme })),
	);
	const themeIds = new Map([...recordedThemes.rows].map(([code, { id }]) => [code, id]));
	const recordedActivities = await recordRows(
		em,
		{ kind: "activity", entity: ActivityEntity, keyOf: (row) => String(row.ordinal) },
		await em.find(ActivityEntity, { networkId }),
		activities.map(({ order, themeCode, place, timeZone, sessionKinds, ...own }) => {
			const themeId = themeCode === null ? null : (themeIds.get(themeCode) ?? null);
			return { networkId, ordinal: order, themeId, ...own };
		}),
	);
	const activityIds = new Map([...recordedActivities.rows].map(([order, { id }]) => [Number(order), id]));
	const events = await recordEvents(em, activities, activityIds, newJoinCode);
	return {
		themeIds,
		eventIds: events.ids,
		reports: [recordedThemes.report, recordedActivities.report, events.report],
	};
}

async function recordEvents(
	em: Transaction["em"],
	activities: ProgrammeFacts["activities"],
	activityIds: ReadonlyMap<number, string>,
	newJoinCode: () => string,
) {
	const orders = new Map([...activityIds].map(([order, id]) => [id, order]));
	const existing = await em.find(EventEntity, { activityId: { $in: [...orders.keys()] } });
	const known = new Set(existing.map(({ activityId }) => activityId));
	const facts = activities
		.filter(({ kind }) => kind === "TRANSNATIONAL")
		.map(({ order, place, timeZone, sessionKinds }) => {
			const activityId = activityIds.get(order) as string;
			const joinCode = known.has(activityId) ? undefined : newJoinCode();
			return {
				activityId,
				place,
				timeZone: timeZone ?? undefined,
				sessionKinds: sessionKinds ?? undefined,
				joinCode,
			};
		});
	const keyOf = (row: { activityId?: string }) => `of activity ${orders.get(String(row.activityId))}`;
	const { report, rows } = await recordRows(
		em,
		{ kind: "event", entity: EventEntity, keyOf },
		existing,
		facts,
	);
	return {
		report,
		ids: new Map([...rows.values()].map((row) => [orders.get(row.activityId) as number, row.id])),
	};
}

/** Writes where an event takes place and how it is joined; null leaves what is known. */
export async function describeEvent(
	tx: Transaction,
	eventId: string,
	event: { place: string | null; timeZone: string | null; joinCode: string | null },
): Promise<void> {
	await tx.query(
		`update event set place = coalesce($2, place), time_zone = coalesce($3, time_zone),
		join_code = coalesce($4, join_code) where id = $1`,
		[eventId, event.place, event.timeZone, event.joinCode],
	);
}

/** Puts memberships on an event's list. Throws if a person would stand on it twice [A2]. */
export async function addDelegates(
	tx: Transaction,
	eventId: string,
	delegates: readonly NewDelegate[],
): Promise<void> {
	await tx.query(
		`insert into delegate (event_id, membership_id, badge_code)
		select $1, * from unnest($2::uuid[], $3::text[])`,
		[eventId, delegates.map(({ membershipId }) => membershipId), delegates.map(({ badgeCode }) => badgeCode)],
	);
	const twice = await tx.query(
		`select 1 from delegate d join membership m on m.id = d.membership_id
		where d.event_id = $1 group by m.person_id having count(*) > 1`,
		[eventId],
	);
	if (twice.length > 0) throw new Error("A person would be a delegate of one event twice.");
}

/** Adds a session at the end of the event's list, with its agenda; gives its id. */
export async function addSession(tx: Transaction, session: NewSession): Promise<string> {
	const [row] = await tx.query<{ id: string }>(
		`insert into session (event_id, kind, title, ordinal, starts_at, ends_at)
		select $1, $2, $3, coalesce(max(ordinal), -1) + 1, $4, $5 from session where event_id = $1 returning id`,
		[session.eventId, session.kind, session.title, session.startsAt ?? null, session.endsAt ?? null],
	);
	const { id } = row as { id: string };
	const agenda = new PgAgendaBook(tx, id);
	for (const item of session.agenda) await agenda.add(item);
	return id;
}
