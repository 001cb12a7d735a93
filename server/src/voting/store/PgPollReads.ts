import { isUuid } from "@crossroads/shared";
import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { NamedBallot, OwnPart, PlacedPoll, PollPlace, PollReads, PollTally } from "../ports.ts";
import { OwnParts } from "./OwnParts.ts";
import {
	POLL_COLUMNS,
	POLL_TABLES,
	type PollRow,
	pollOf,
	pollTallyOf,
	TALLIES,
	type TallyRow,
} from "./pollRows.ts";

const NAMED_BALLOTS = `
select b.poll_id as "pollId", person.name as "personName", e.partner_id as "partnerId", e.stakeholder_group as "group",
  b.choice
from ballot b
join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
join poll p on p.id = b.poll_id and p.secrecy = 'NAMED' and p.state = 'PUBLISHED'
join person on person.id = b.person_id
join partner on partner.id = e.partner_id
where b.poll_id = any($1::uuid[])
order by partner.ordinal, person.name, b.person_id`;

const SESSION_PLACES = `
select s.id, s.id as "sessionId", e.id as "eventId", a.network_id as "networkId"
from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
where s.id = any($1::uuid[])`;

type NamedBallotRow = NamedBallot & { readonly pollId: string };

/** The record of polls, read from PostgreSQL. */
export class PgPollReads implements PollReads {
	readonly poll: (id: string) => Promise<PlacedPoll | null>;
	readonly pollsOfSession: (sessionId: string) => Promise<readonly PlacedPoll[]>;
	readonly pollsOfVersion: (versionId: string) => Promise<readonly PlacedPoll[]>;
	readonly namedBallots: (pollId: string) => Promise<readonly NamedBallot[]>;
	readonly sessionPlace: (sessionId: string) => Promise<PollPlace | null>;
	readonly #tallyRows: (pollId: string) => Promise<readonly TallyRow[]>;
	readonly #ownParts: OwnParts;

	constructor(sql: Sql) {
		const pollsWhere = (column: string) => async (ids: readonly string[]) =>
			(await sql.query<PollRow>(selectPolls(column), [ids])).map(pollOf);
		this.poll = rowById(pollsWhere("p.id"));
		this.pollsOfSession = rowsBy("sessionId", pollsWhere("p.session_id"));
		this.pollsOfVersion = rowsBy("recommendationVersionId", pollsWhere("p.recommendation_version_id"));
		this.namedBallots = rowsBy("pollId", (ids) => sql.query<NamedBallotRow>(NAMED_BALLOTS, [ids]));
		this.sessionPlace = rowById((ids) => sql.query<PollPlace & { id: string }>(SESSION_PLACES, [ids]));
		this.#tallyRows = rowsBy("pollId", (ids) => sql.query<TallyRow>(TALLIES, [ids]));
		this.#ownParts = new OwnParts(sql);
	}

	async tally(pollId: string): Promise<PollTally | null> {
		return pollTallyOf(pollId, await this.#tallyRows(pollId));
	}

	async ownPart(personId: string, pollId: string): Promise<OwnPart> {
		if (!isUuid(pollId)) return { isElector: false, ballot: null };
		return this.#ownParts.of(personId, pollId.toLowerCase());
	}
}

function selectPolls(column: string): string {
	return `select ${POLL_COLUMNS} from ${POLL_TABLES} where ${column} = any($1::uuid[]) order by p.created_at desc, p.id`;
}
