import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { ActivityRow, DelegationRow, EventRow, PublicReads, ThemeRow } from "../ports.ts";

const THEMES = `select id, network_id as "networkId", code, title, ordinal as "order" from theme`;

const ACTIVITIES = `
select id, network_id as "networkId", ordinal as "order", kind, title, summary, theme_id as "themeId",
  host_partner_id as "hostPartnerId", starts_on as "startsOn", ends_on as "endsOn",
  reported_delegates as "reportedDelegates"
from activity`;

/** Join codes and badges are for those who run the event; they are not read here. */
const EVENTS = `
select e.id, a.network_id as "networkId", a.id as "activityId", a.host_partner_id as "hostPartnerId", a.title, e.place,
  e.time_zone as "timeZone", a.starts_on as "startsOn", a.ends_on as "endsOn"
from event e join activity a on a.id = e.activity_id`;

const DELEGATIONS = `
select d.event_id as "eventId", m.partner_id as "partnerId", count(*)::int as size
from delegate d join membership m on m.id = d.membership_id join partner p on p.id = m.partner_id
where d.event_id = any($1::uuid[])
group by d.event_id, m.partner_id, p.ordinal order by p.ordinal`;

type ProgrammeReads = Pick<
	PublicReads,
	| "theme"
	| "themesOfNetwork"
	| "activity"
	| "activitiesOfNetwork"
	| "activitiesOfTheme"
	| "event"
	| "eventsOfNetwork"
	| "eventsOfActivity"
	| "eventsOfHost"
	| "delegationsOfEvent"
>;

/** Themes, activities and events in the programme's order; delegations as headcounts. */
export function programmeReads(sql: Sql): ProgrammeReads {
	const select =
		<R>(text: string, order: string) =>
		(column: string) =>
		(ids: readonly string[]) =>
			sql.query<R>(`${text} where ${column} = any($1::uuid[]) order by ${order}`, [ids]);
	const themesBy = select<ThemeRow>(THEMES, "network_id, ordinal");
	const activitiesBy = select<ActivityRow>(ACTIVITIES, "network_id, ordinal");
	const eventsBy = select<EventRow>(EVENTS, "a.network_id, a.ordinal");
	return {
		theme: rowById(themesBy("id")),
		themesOfNetwork: rowsBy("networkId", themesBy("network_id")),
		activity: rowById(activitiesBy("id")),
		activitiesOfNetwork: rowsBy("networkId", activitiesBy("network_id")),
		activitiesOfTheme: rowsBy("themeId", activitiesBy("theme_id")),
		event: rowById(eventsBy("e.id")),
		eventsOfNetwork: rowsBy("networkId", eventsBy("a.network_id")),
		eventsOfActivity: rowsBy("activityId", eventsBy("a.id")),
		eventsOfHost: rowsBy("hostPartnerId", eventsBy("a.host_partner_id")),
		delegationsOfEvent: rowsBy("eventId", (ids) => sql.query<DelegationRow>(DELEGATIONS, [ids])),
	};
}
