import {
	type BallotAnswer,
	completeRule,
	type DecisionRule,
	optionsOf,
	type PollLimits,
	type PollMethod,
	type PollSettings,
	type PollState,
	type Secrecy,
	type WeightedBallot,
} from "@crossroads/shared";
import type { Ballot, PollResult } from "../domain/Poll.ts";
import type { PlacedPoll } from "../ports.ts";

/** The columns of `PollRow`, of a poll `p` with its session `s`, event `e` and activity `a`. */
export const POLL_COLUMNS = `
  p.id, p.session_id as "sessionId", p.agenda_item_id as "agendaItemId",
  p.recommendation_version_id as "recommendationVersionId", p.question, p.method, p.options, p.settings, p.secrecy, p.state,
  p.quorum_numerator as "quorumNumerator", p.quorum_denominator as "quorumDenominator",
  p.needs_majority_of_cities as "needsMajorityOfCities", p.allows_ballot_change as "allowsBallotChange",
  p.rule, p.proxy_cap as "proxyCap",
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
	/** Labels, in their order. */
	readonly options: readonly string[];
	readonly settings: PollLimits;
	readonly secrecy: Secrecy;
	readonly state: PollState;
	readonly quorumNumerator: number;
	readonly quorumDenominator: number;
	readonly needsMajorityOfCities: boolean;
	readonly allowsBallotChange: boolean;
	/** What is absent is not asked for, or is the method's usual one. */
	readonly rule: Omit<DecisionRule, "quorum" | "needsMajorityOfCities" | "allowsBallotChange">;
	readonly isPublic: boolean;
	readonly proxyCap: number;
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
	const { quorumNumerator, quorumDenominator, needsMajorityOfCities, allowsBallotChange, ...rest } = row;
	const { method, options: _labels, ...poll } = rest;
	const quorum = { numerator: quorumNumerator, denominator: quorumDenominator };
	return {
		...poll,
		settings: settingsOf(row),
		rule: completeRule({ ...rest.rule, quorum, needsMajorityOfCities, allowsBallotChange }, method),
		version: Number(row.version),
	};
}

/** What a row says of how its poll is answered. */
export function settingsOf({
	method,
	options,
	settings,
}: Pick<PollRow, "method" | "options" | "settings">): PollSettings {
	return { method, options: optionsOf(method, options), ...settings };
}

/** A row of one elector's part; answer null: no ballot of which anybody could know whose it is. */
export interface OwnPartRow {
	readonly pollId: string;
	readonly personId: string;
	readonly votesInPerson: boolean;
	readonly paper: number | null;
	readonly weight: number;
	readonly answer: BallotAnswer | null;
	readonly parts: readonly WeightedBallot[] | null;
	readonly receipt: string;
	readonly idempotencyKey: string;
	readonly castAt: Date;
	readonly changedAt: Date | null;
	readonly hasVoted: boolean;
}

/** The ballot in the row, or null. */
export function ownBallotOf(row: Omit<OwnPartRow, "votesInPerson" | "paper" | "weight">): Ballot | null {
	const { pollId, personId, answer, parts, receipt, idempotencyKey, castAt, changedAt } = row;
	const ballot = answer && { pollId, personId, answer, receipt, idempotencyKey, castAt, changedAt };
	return ballot && parts ? { ...ballot, parts } : ballot;
}
