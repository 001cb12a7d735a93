import type { BallotChoice, PollMethod, PollState, Secrecy, StakeholderGroup } from "@crossroads/shared";
import type { Ballot, Elector, PollResult } from "../domain/Poll.ts";
import { type TallyCell, tallyOf } from "../domain/tally.ts";
import type { PlacedPoll, PollTally } from "../ports.ts";

/** The columns of `PollRow`, of a poll `p` with its session `s`, event `e` and activity `a`. */
export const POLL_COLUMNS = `
  p.id, p.session_id as "sessionId", p.agenda_item_id as "agendaItemId",
  p.recommendation_version_id as "recommendationVersionId", p.question, p.method, p.secrecy, p.state,
  p.quorum_numerator as "quorumNumerator", p.quorum_denominator as "quorumDenominator",
  p.needs_majority_of_cities as "needsMajorityOfCities", p.allows_ballot_change as "allowsBallotChange",
  p.is_public as "isPublic", p.entitled, p.electorate_hash as "electorateHash",
  p.opened_at as "openedAt", p.closed_at as "closedAt", p.published_at as "publishedAt", p.version, p.result,
  e.id as "eventId", a.network_id as "networkId"`;

/** Where the columns come from. */
export const POLL_TABLES = `
  poll p join session s on s.id = p.session_id join event e on e.id = s.event_id join activity a on a.id = e.activity_id`;

export interface PollRow {
	readonly id: string;
	readonly sessionId: string;
	readonly agendaItemId: string | null;
	readonly recommendationVersionId: string | null;
	readonly question: string;
	readonly method: PollMethod;
	readonly secrecy: Secrecy;
	readonly state: PollState;
	readonly quorumNumerator: number;
	readonly quorumDenominator: number;
	readonly needsMajorityOfCities: boolean;
	readonly allowsBallotChange: boolean;
	readonly isPublic: boolean;
	readonly entitled: number | null;
	readonly electorateHash: string | null;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly publishedAt: Date | null;
	readonly version: string;
	readonly result: PollResult | null;
	readonly eventId: string;
	readonly networkId: string;
}

/** The poll that a row holds. */
export function pollOf(row: PollRow): PlacedPoll {
	const { quorumNumerator, quorumDenominator, needsMajorityOfCities, allowsBallotChange, version, ...rest } =
		row;
	const quorum = { numerator: quorumNumerator, denominator: quorumDenominator };
	return { ...rest, rule: { quorum, needsMajorityOfCities, allowsBallotChange }, version: Number(version) };
}

/** One cell of a poll's tally; partnerId null: the poll has no electors yet. */
export interface TallyRow {
	readonly pollId: string;
	readonly version: string;
	readonly state: PollState;
	readonly partnerId: string | null;
	readonly group: StakeholderGroup;
	readonly choice: BallotChoice | null;
	readonly count: number;
}

/** [V15] The tally, its version and the poll's state as one commit left them: one statement, one snapshot. */
export const TALLIES = `
select p.id as "pollId", p.version, p.state, e.partner_id as "partnerId", e.stakeholder_group as "group", b.choice,
  count(*)::int as count
from poll p
left join elector e on e.poll_id = p.id
left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id
where p.id = any($1::uuid[])
group by p.id, e.partner_id, e.stakeholder_group, b.choice`;

/** The count that the rows of one poll hold. */
export function pollTallyOf(pollId: string, rows: readonly TallyRow[]): PollTally | null {
	const [first] = rows;
	return first
		? { pollId, version: Number(first.version), state: first.state, tally: tallyOf(cellsOf(rows)) }
		: null;
}

function cellsOf(rows: readonly TallyRow[]): TallyCell[] {
	return rows.flatMap(({ partnerId, group, choice, count }) =>
		partnerId === null ? [] : [{ partnerId, group, choice, count }],
	);
}

export interface ElectorRow {
	readonly personId: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly weight: number;
}

/** The elector that a row holds. */
export function electorOf({ personId, partnerId, group, weight }: ElectorRow): Elector {
	return { personId, partnerId, group, weight };
}

/** A row of one elector's part; choice null: no ballot. */
export interface OwnPartRow {
	readonly pollId: string;
	readonly personId: string;
	readonly choice: BallotChoice | null;
	readonly receipt: string;
	readonly idempotencyKey: string;
	readonly castAt: Date;
	readonly changedAt: Date | null;
}

/** The ballot in the row, or null. */
export function ownBallotOf(row: OwnPartRow): Ballot | null {
	const { pollId, personId, choice, receipt, idempotencyKey, castAt, changedAt } = row;
	return choice && { pollId, personId, choice, receipt, idempotencyKey, castAt, changedAt };
}
