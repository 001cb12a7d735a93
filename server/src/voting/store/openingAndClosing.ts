import type { OpeningCounts } from "../domain/decidePoll.ts";

/** Who may vote, with the answers in the box. The poll's row is locked: it is the last word. */
export const BALLOTS_OF_ELECTORS = `
select e.person_id as "personId", e.partner_id as "partnerId", e.stakeholder_group as "group", e.weight,
  e.proxy_id as "proxyId", b.answer, b.parts
from elector e left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id
where e.poll_id = $1`;

/** The columns of `OpeningRow`. */
export const OPENING_COUNTS = `
select entitled, entitled_cities as "entitledCities", entitled_weight as "entitledWeight", present,
  present_cities as "presentCities"
from poll where id = $1`;

export interface OpeningRow {
	readonly entitled: number;
	readonly entitledCities: number;
	readonly entitledWeight: number;
	readonly present: number;
	readonly presentCities: number;
}

/** The counts that a row holds. */
export function openingCountsOf(row: OpeningRow): OpeningCounts {
	const { entitled, entitledCities, entitledWeight, present, presentCities } = row;
	return {
		entitled: { persons: entitled, cities: entitledCities, weight: entitledWeight },
		present: { persons: present, cities: presentCities },
	};
}

/** A poll that names no item belongs to the one that is current when it opens [V18]. */
export const SAVE_OPENED = `
update poll set state = 'OPEN', opened_by = $2, opened_at = $3, entitled = $4, electorate_hash = $5,
  entitled_cities = $6, entitled_weight = $7, present = $8, present_cities = $9,
  agenda_item_id = coalesce(poll.agenda_item_id, s.current_agenda_item_id), version = poll.version + 1
from session s where s.id = poll.session_id and poll.id = $1`;

export const SAVE_CLOSED = `
update poll set state = 'CLOSED', closed_by = $2, closed_at = $3, result = $4::jsonb, count = $5::jsonb,
  present_at_closing = $6, cities_at_closing = $7, version = version + 1
where id = $1`;
