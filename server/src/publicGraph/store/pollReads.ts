import { optionsOf } from "@crossroads/shared";
import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { PollRow, PublicReads } from "../ports.ts";
import { PARTNER_COLUMNS } from "./networkReads.ts";

/**
 * [G5] Polls that are public and were opened; the result only of those that are published. With each its counters and
 * its partners: a poll that is watched is one statement an event, whatever the number of its ballots.
 */
const POLLS = `
select p.id, a.network_id as "networkId", e.id as "eventId", version.recommendation_id as "recommendationId",
  p.question, p.method, p.options as labels, p.state, p.version::int, p.opened_at as "openedAt", p.closed_at as "closedAt",
  p.published_at as "publishedAt", coalesce(p.entitled, 0) as entitled,
  json_build_object('numerator', p.quorum_numerator, 'denominator', p.quorum_denominator) as quorum,
  p.needs_majority_of_cities as "needsMajorityOfCities", case when p.state = 'PUBLISHED' then p.result end as result,
  (select coalesce(json_agg(turnout), '[]') from (
    select partner_id as "partnerId", stakeholder_group as "group", electors, ballots
    from poll_turnout where poll_id = p.id
  ) turnout) as turnout,
  case when p.secrecy = 'NAMED' or p.state = 'PUBLISHED' then
    (select coalesce(json_agg(marks), '[]') from (
      select partner_id as "partnerId", stakeholder_group as "group", option, value, ballots, weight
      from poll_count where poll_id = p.id and ballots > 0
    ) marks)
  end as marks,
  (select coalesce(json_agg(partners order by "order"), '[]') from (
    select ${PARTNER_COLUMNS} from partner where id in (select partner_id from poll_turnout where poll_id = p.id)
  ) partners) as partners
from poll p
join session s on s.id = p.session_id
join event e on e.id = s.event_id
join activity a on a.id = e.activity_id
left join recommendation_version version on version.id = p.recommendation_version_id
where p.is_public and p.state <> 'PREPARED'`;

const DECIDING_FIRST = `
exists (select from recommendation_transition t where t.poll_id = p.id) desc, p.opened_at desc, p.id`;

type StoredPollRow = Omit<PollRow, "options"> & { readonly labels: readonly string[] };

function pollOf({ labels, ...row }: StoredPollRow): PollRow {
	return { ...row, options: optionsOf(row.method, labels) };
}

type PollReads = Pick<PublicReads, "poll" | "pollsOfRecommendation" | "openPollsOfNetwork">;

/** Polls for everybody, with what their count is made of. */
export function pollReads(sql: Sql): PollReads {
	const pollsBy =
		(condition: string, isPrepared = false) =>
		async (ids: readonly string[]) =>
			(
				await sql.query<StoredPollRow>(`${POLLS} and ${condition} order by ${DECIDING_FIRST}`, [ids], {
					isPrepared,
				})
			).map(pollOf);
	return {
		poll: rowById(pollsBy("p.id = any($1::uuid[])", true)),
		pollsOfRecommendation: rowsBy("recommendationId", pollsBy("version.recommendation_id = any($1::uuid[])")),
		openPollsOfNetwork: rowsBy("networkId", pollsBy("a.network_id = any($1::uuid[]) and p.state = 'OPEN'")),
	};
}
