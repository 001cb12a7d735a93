import { type CountResult, isUuid } from "@crossroads/shared";
import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type {
	BallotForm,
	CountedPoll,
	NamedBallot,
	OwnPart,
	PlacedPoll,
	PollPlace,
	PollReads,
} from "../ports.ts";
import { COUNTED_POLLS, type CountedPollRow, countedPollOf, pollCellsOf } from "./countedPolls.ts";
import type { KnownCounts } from "./KnownCounts.ts";
import { OwnParts } from "./OwnParts.ts";
import { POLL_COLUMNS, POLL_TABLES, type PollRow, pollOf, settingsOf } from "./pollRows.ts";

const NAMED_BALLOTS = `
select b.poll_id as "pollId", person.name as "personName", e.partner_id as "partnerId", e.stakeholder_group as "group",
  coalesce(part.answer, b.answer) as answer, coalesce(part.weight, e.weight) as weight
from ballot b
left join lateral jsonb_to_recordset(b.parts) as part (answer jsonb, weight int) on true
join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
join poll p on p.id = b.poll_id and p.secrecy = 'NAMED' and p.state = 'PUBLISHED'
join person on person.id = b.person_id
join partner on partner.id = e.partner_id
where b.poll_id = any($1::uuid[])
order by partner.ordinal, person.name, b.person_id, part.answer::text`;

const SESSION_PLACES = `
select s.id, s.id as "sessionId", e.id as "eventId", a.network_id as "networkId"
from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
where s.id = any($1::uuid[])`;

const COUNTS = "select id, count from poll where id = any($1::uuid[])";

const FORMS = "select id, method, options, settings, secrecy from poll where id = any($1::uuid[])";

/** Polls whose forms are remembered at most. */
const MOST_REMEMBERED = 1_000;

type NamedBallotRow = NamedBallot & { readonly pollId: string };
type CountRow = { readonly id: string; readonly count: CountResult | null };
type FormRow = Pick<PollRow, "id" | "method" | "options" | "settings" | "secrecy">;

/** The record of polls, read from PostgreSQL. */
export class PgPollReads implements PollReads {
	readonly poll: (id: string) => Promise<PlacedPoll | null>;
	readonly pollsOfSession: (sessionId: string) => Promise<readonly PlacedPoll[]>;
	readonly pollsOfVersion: (versionId: string) => Promise<readonly PlacedPoll[]>;
	readonly namedBallots: (pollId: string) => Promise<readonly NamedBallot[]>;
	readonly sessionPlace: (sessionId: string) => Promise<PollPlace | null>;
	readonly #storedCount: (id: string) => Promise<CountedPoll | null>;
	readonly #countRow: (id: string) => Promise<CountRow | null>;
	readonly #formRow: (id: string) => Promise<FormRow | null>;
	readonly #forms = new Map<string, BallotForm>();
	readonly #ownParts: OwnParts;

	/** `known` is told of each count that is read; without it, every count is read. */
	constructor(
		sql: Sql,
		private readonly known: KnownCounts | null = null,
	) {
		const pollsWhere = (column: string) => async (ids: readonly string[]) =>
			(await sql.query<PollRow>(selectPolls(column), [ids])).map(pollOf);
		this.poll = rowById(pollsWhere("p.id"));
		this.pollsOfSession = rowsBy("sessionId", pollsWhere("p.session_id"));
		this.pollsOfVersion = rowsBy("recommendationVersionId", pollsWhere("p.recommendation_version_id"));
		this.namedBallots = rowsBy("pollId", (ids) => sql.query<NamedBallotRow>(NAMED_BALLOTS, [ids]));
		this.sessionPlace = rowById((ids) => sql.query<PollPlace & { id: string }>(SESSION_PLACES, [ids]));
		this.#storedCount = rowById(async (ids) => {
			const rows = await sql.query<CountedPollRow>(COUNTED_POLLS, [ids], { isPrepared: true });
			const polls = rows.map(pollCellsOf);
			for (const poll of polls) known?.learn(poll);
			return polls.map(countedPollOf);
		});
		this.#countRow = rowById((ids) => sql.query<CountRow>(COUNTS, [ids]));
		this.#formRow = rowById((ids) => sql.query<FormRow>(FORMS, [ids]));
		this.#ownParts = new OwnParts(sql);
	}

	async countOf(pollId: string): Promise<CountResult | null> {
		return (await this.#countRow(pollId))?.count ?? null;
	}

	/** What a commit of ours has just left is known already. */
	async countedPoll(id: string): Promise<CountedPoll | null> {
		return this.known?.justCommitted(id.toLowerCase()) ?? this.#storedCount(id);
	}

	/** Remembered: they are fixed when the poll is prepared, and every ballot asks for them. */
	async ballotForm(pollId: string): Promise<BallotForm | null> {
		const known = this.#forms.get(pollId);
		if (known) return known;
		const row = await this.#formRow(pollId);
		if (!row) return null;
		const form = { settings: settingsOf(row), secrecy: row.secrecy };
		if (this.#forms.size >= MOST_REMEMBERED) this.#forms.clear();
		this.#forms.set(pollId, form);
		return form;
	}

	async ownPart(personId: string, pollId: string): Promise<OwnPart> {
		if (!isUuid(pollId))
			return { isElector: false, hasVoted: false, paper: null, weight: null, ballot: null };
		return this.#ownParts.of(personId, pollId.toLowerCase());
	}
}

function selectPolls(column: string): string {
	return `select ${POLL_COLUMNS} from ${POLL_TABLES} where ${column} = any($1::uuid[]) order by p.created_at desc, p.id`;
}
