import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { PollRow, PublicReads } from "../ports.ts";

/** [G5] Polls that are public and were opened; the result only of those that are published. */
const POLLS = `
select p.id, a.network_id as "networkId", e.id as "eventId", version.recommendation_id as "recommendationId",
  p.question, p.state, p.version::int, p.opened_at as "openedAt", p.closed_at as "closedAt",
  p.published_at as "publishedAt", coalesce(p.entitled, 0) as entitled,
  json_build_object('numerator', p.quorum_numerator, 'denominator', p.quorum_denominator) as quorum,
  p.needs_majority_of_cities as "needsMajorityOfCities", case when p.state = 'PUBLISHED' then p.result end as result
from poll p
join session s on s.id = p.session_id
join event e on e.id = s.event_id
join activity a on a.id = e.activity_id
left join recommendation_version version on version.id = p.recommendation_version_id
where p.is_public and p.state <> 'PREPARED'`;

const DECIDING_FIRST = `
exists (select from recommendation_transition t where t.poll_id = p.id) desc, p.opened_at desc, p.id`;

type PollReads = Pick<PublicReads, "poll" | "pollsOfRecommendation" | "openPollsOfNetwork">;

/** Polls for everybody. Their count is the voting room's. */
export function pollReads(sql: Sql): PollReads {
	const pollsBy = (condition: string) => (ids: readonly string[]) =>
		sql.query<PollRow>(`${POLLS} and ${condition} order by ${DECIDING_FIRST}`, [ids]);
	return {
		poll: rowById(pollsBy("p.id = any($1::uuid[])")),
		pollsOfRecommendation: rowsBy("recommendationId", pollsBy("version.recommendation_id = any($1::uuid[])")),
		openPollsOfNetwork: rowsBy("networkId", pollsBy("a.network_id = any($1::uuid[]) and p.state = 'OPEN'")),
	};
}
