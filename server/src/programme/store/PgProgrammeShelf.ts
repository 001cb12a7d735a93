import { isUuid } from "@crossroads/shared";
import { type Database, rowById, rowsBy } from "../../database/index.ts";
import type {
	ActivityRow,
	AgendaItemRow,
	BadgeRow,
	DelegateRow,
	EventRow,
	FloorRequestRow,
	PresenceRow,
	ProgrammeShelf,
	SessionRow,
	ThemeRow,
} from "../ports.ts";
import {
	ACTIVITY,
	AGENDA_ITEM,
	BADGE,
	DELEGATE,
	EVENT,
	FLOOR_REQUEST,
	PRESENCE,
	SESSION,
	THEME,
} from "./selects.ts";

/** The shelf of the programme in PostgreSQL. */
export class PgProgrammeShelf implements ProgrammeShelf {
	constructor(private readonly database: Database) {}

	readonly theme = rowById<ThemeRow>((ids) => this.#rows(`${THEME} where id = any($1::uuid[])`, ids));

	readonly themesOf = rowsBy<"networkId", ThemeRow>("networkId", (ids) =>
		this.#rows(`${THEME} where network_id = any($1::uuid[]) order by ordinal, code`, ids),
	);

	readonly activity = rowById<ActivityRow>((ids) =>
		this.#rows(`${ACTIVITY} where id = any($1::uuid[])`, ids),
	);

	readonly activitiesOf = rowsBy<"networkId", ActivityRow>("networkId", (ids) =>
		this.#rows(`${ACTIVITY} where network_id = any($1::uuid[]) order by ordinal`, ids),
	);

	readonly activitiesOfTheme = rowsBy<"themeId", ActivityRow>("themeId", (ids) =>
		this.#rows(`${ACTIVITY} where theme_id = any($1::uuid[]) order by ordinal`, ids),
	);

	readonly event = rowById<EventRow>((ids) => this.#rows(`${EVENT} where e.id = any($1::uuid[])`, ids));

	readonly #eventsOfActivity = rowsBy<"activityId", EventRow>("activityId", (ids) =>
		this.#rows(`${EVENT} where e.activity_id = any($1::uuid[])`, ids),
	);

	async eventOfActivity(activityId: string): Promise<EventRow | null> {
		return (await this.#eventsOfActivity(activityId))[0] ?? null;
	}

	readonly eventsOf = rowsBy<"networkId", EventRow>("networkId", (ids) =>
		this.#rows(`${EVENT} where a.network_id = any($1::uuid[]) order by a.ordinal`, ids),
	);

	async eventByJoinCode(code: string): Promise<EventRow | null> {
		const [event] = await this.database.query<EventRow>(`${EVENT} where e.join_code = $1`, [code]);
		return event ?? null;
	}

	readonly session = rowById<SessionRow>((ids) => this.#rows(`${SESSION} where s.id = any($1::uuid[])`, ids));

	readonly sessionsOf = rowsBy<"eventId", SessionRow>("eventId", (ids) =>
		this.#rows(`${SESSION} where s.event_id = any($1::uuid[]) order by s.ordinal, s.id`, ids),
	);

	readonly sessionsOfNetwork = rowsBy<"networkId", SessionRow>("networkId", (ids) =>
		this.#rows(
			`${SESSION} where a.network_id = any($1::uuid[]) order by a.ordinal desc, s.ordinal, s.id`,
			ids,
		),
	);

	readonly agendaOf = rowsBy<"sessionId", AgendaItemRow>("sessionId", (ids) =>
		this.#rows(`${AGENDA_ITEM} where i.session_id = any($1::uuid[]) order by i.ordinal`, ids),
	);

	readonly agendaItem = rowById<AgendaItemRow>((ids) =>
		this.#rows(`${AGENDA_ITEM} where i.id = any($1::uuid[])`, ids),
	);

	readonly delegatesOf = rowsBy<"eventId", DelegateRow>("eventId", (ids) =>
		this.#rows(
			`${DELEGATE} where d.event_id = any($1::uuid[]) and p.erased_at is null order by pa.ordinal, p.name, d.id`,
			ids,
		),
	);

	readonly badgesOf = rowsBy<"eventId", BadgeRow>("eventId", (ids) =>
		this.#rows(
			`${BADGE} where d.event_id = any($1::uuid[]) and p.erased_at is null order by pa.ordinal, p.name, d.id`,
			ids,
		),
	);

	readonly badge = rowById<BadgeRow>((ids) =>
		this.#rows(`${BADGE} where d.id = any($1::uuid[]) and p.erased_at is null`, ids),
	);

	readonly floorOf = rowsBy<"sessionId", FloorRequestRow>("sessionId", (ids) =>
		this.#rows(
			`${FLOOR_REQUEST} where f.session_id = any($1::uuid[]) and f.ended_at is null
			order by f.called_at nulls last, f.requested_at, f.id`,
			ids,
		),
	);

	readonly floorRequest = rowById<FloorRequestRow>((ids) =>
		this.#rows(`${FLOOR_REQUEST} where f.id = any($1::uuid[])`, ids),
	);

	readonly presenceOf = rowsBy<"sessionId", PresenceRow>("sessionId", (ids) => this.#rows(PRESENCE, ids));

	readonly #presentPersons = rowsBy<"sessionId", { sessionId: string; personId: string }>(
		"sessionId",
		(ids) =>
			this.#rows(
				`select session_id as "sessionId", person_id as "personId" from presence
			where session_id = any($1::uuid[]) and checked_out_at is null`,
				ids,
			),
	);

	async isPresent(sessionId: string, personId: string): Promise<boolean> {
		if (!isUuid(personId)) return false;
		return (await this.#presentPersons(sessionId)).some((present) => present.personId === personId);
	}

	#rows<Row>(text: string, ids: readonly string[]): Promise<Row[]> {
		return this.database.query<Row>(text, [ids]);
	}
}
