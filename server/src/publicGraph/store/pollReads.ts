import { type CountResult, completeRule, type DecisionRule, optionsOf } from "@crossroads/shared";
import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { PollRow, PublicReads } from "../ports.ts";
import { PARTNER_COLUMNS } from "./networkReads.ts";

/**
 * [G5] Polls that are public and were opened; the result only of those that are published. With each its counters and
 * its partners: a poll that is watched is one statement an event, whatever the number of its ballots.
 */
const POLLS = `
select p.id, a.network_id as "networkId", e.id as "eventId", version.recommendation_id as "recommendationId",
  p.question, p.method, p.options as labels, (p.settings ->> 'seats')::int as seats, p.rule, p.secrecy, p.state, (select holder from poll_box where poll_id = p.id) as "boxHolder", p.version::int, p.opened_at as "openedAt", p.closed_at as "closedAt",
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
        and p.method not in ('SCHULZE', 'INSTANT_RUNOFF', 'SINGLE_TRANSFERABLE_VOTE')
    ) marks)
  end as marks,
  case when p.state = 'PUBLISHED' then (select shown from poll_box where poll_id = p.id) end as shown,
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

const COUNTS = `
select p.id, p.count from poll p
where p.is_public and p.state = 'PUBLISHED' and p.count is not null and p.id = any($1::uuid[])`;

type RulePart = "quorumOfCities" | "holdsQuorumAtClosing" | "threshold" | "needsMajorityOfEveryGroup";
type StoredPollRow = Omit<PollRow, "options" | "result" | RulePart> & {
	readonly labels: readonly string[];
	/** What is absent is the method's usual one. */
	readonly rule: Partial<Pick<DecisionRule, RulePart>>;
	readonly result: Omit<NonNullable<PollRow["result"]>, "pollId"> | null;
};

function pollOf({ labels, rule, result, ...row }: StoredPollRow): PollRow {
	const { quorum, needsMajorityOfCities, method } = row;
	const whole = completeRule({ ...rule, quorum, needsMajorityOfCities, allowsBallotChange: false }, method);
	return {
		...row,
		options: optionsOf(method, labels),
		quorumOfCities: whole.quorumOfCities,
		holdsQuorumAtClosing: whole.holdsQuorumAtClosing,
		threshold: whole.threshold,
		needsMajorityOfEveryGroup: whole.needsMajorityOfEveryGroup,
		result: result && { ...result, pollId: row.id },
	};
}

type PollReads = Pick<PublicReads, "poll" | "countOfPoll" | "pollsOfRecommendation" | "openPollsOfNetwork">;

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
	const countRow = rowById((ids) =>
		sql.query<{ readonly id: string; readonly count: CountResult }>(COUNTS, [ids]),
	);
	return {
		countOfPoll: async (id) => (await countRow(id))?.count ?? null,
		poll: rowById(pollsBy("p.id = any($1::uuid[])", true)),
		pollsOfRecommendation: rowsBy("recommendationId", pollsBy("version.recommendation_id = any($1::uuid[])")),
		openPollsOfNetwork: rowsBy("networkId", pollsBy("a.network_id = any($1::uuid[]) and p.state = 'OPEN'")),
	};
}
