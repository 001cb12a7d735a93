import { type ShownCounts, withShownCounts } from "../domain/secret/shownCounts.ts";
import { type TallyCells, talliedOptions, tallyOf } from "../domain/tally.ts";
import type { CountedPoll, PartnerRow, PlacedPoll } from "../ports.ts";
import { POLL_COLUMNS, POLL_TABLES, type PollRow, pollOf } from "./pollRows.ts";

/**
 * [V15] Polls with their counts, each as one commit left the two: one statement, one snapshot. It reads the counters,
 * which advance with the ballots, and never the ballots; partners come along, so that nothing else has to be asked.
 */
export const COUNTED_POLLS = `
select ${POLL_COLUMNS},
  (select json_agg(turnout) from (
    select partner_id as "partnerId", stakeholder_group as "group", electors, ballots
    from poll_turnout where poll_id = p.id
  ) turnout) as turnout,
  (select json_agg(marks) from (
    select partner_id as "partnerId", stakeholder_group as "group", option, value, ballots, weight
    from poll_count where poll_id = p.id and ballots > 0
  ) marks) as marks,
  (select json_agg(partners order by ordinal) from (
    select id, network_id as "networkId", code, role, name, kind, city, region, country, languages, latitude,
      longitude, ordinal
    from partner where id in (select partner_id from poll_turnout where poll_id = p.id)
  ) partners) as partners,
  (select shown from poll_box where poll_id = p.id) as shown
from ${POLL_TABLES} where p.id = any($1::uuid[])`;

/** Null where there is nothing: a poll that was not opened has no electors. */
export interface CountedPollRow extends PollRow {
	readonly turnout: TallyCells["turnout"] | null;
	readonly marks: TallyCells["marks"] | null;
	readonly partners: readonly PartnerRow[] | null;
	readonly shown: ShownCounts | null;
}

/** A poll with the cells of its count, and the partners in them in the order of the network's list. */
export interface PollCells {
	readonly poll: PlacedPoll;
	readonly cells: TallyCells;
	readonly partners: readonly PartnerRow[];
	/** [V31] Of a secret poll whose box was opened; null: of another. */
	readonly shown: ShownCounts | null;
}

/** What a row holds. */
export function pollCellsOf({ turnout, marks, partners, shown, ...row }: CountedPollRow): PollCells {
	return {
		poll: pollOf(row),
		cells: { turnout: turnout ?? [], marks: marks ?? [] },
		partners: partners ?? [],
		shown,
	};
}

/** The poll and its count. */
export function countedPollOf({ poll, cells, partners, shown }: PollCells): CountedPoll {
	const { id, state, version, settings } = poll;
	const partnerIds = partners.map((partner) => partner.id);
	const tally = tallyOf(talliedOptions(settings), partnerIds, cells);
	const shownTally = shown ? withShownCounts(tally, shown) : tally;
	return { id, poll, counted: { pollId: id, version, state, tally: shownTally, partners } };
}
