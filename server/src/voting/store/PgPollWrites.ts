import { hasOwnOptions } from "@crossroads/shared";
import type { Database, Transaction } from "../../database/index.ts";
import type { OpeningCounts } from "../domain/decidePoll.ts";
import type { Poll } from "../domain/Poll.ts";
import type {
	ClosedPoll,
	ElectorWithBallot,
	NewPoll,
	OpenedPoll,
	PlacedPoll,
	PollSubject,
	PollWrites,
} from "../ports.ts";
import {
	BALLOTS_OF_ELECTORS,
	OPENING_COUNTS,
	type OpeningRow,
	openingCountsOf,
	SAVE_CLOSED,
	SAVE_OPENED,
} from "./openingAndClosing.ts";
import { POLL_COLUMNS, POLL_TABLES, type PollRow, pollOf } from "./pollRows.ts";

const INSERT_POLL = `
insert into poll (id, secrecy, session_id, agenda_item_id, recommendation_version_id, question, state, quorum_numerator,
  quorum_denominator, needs_majority_of_cities, allows_ballot_change, is_public, created_at, method, options, settings,
  rule, proxy_cap)
values ($1, $2, $3, $4, $5, $6, 'PREPARED', $7, $8, $9, $10, $11, $12, $13, $14::jsonb, $15::jsonb, $16::jsonb, $17)
on conflict (id) do nothing returning id`;

const SUBJECT = `
select
  $2::uuid is null or exists (select from agenda_item i where i.id = $2 and i.session_id = $1) as "isItemOfSession",
  version.state as "recommendationState", coalesce(version.is_newest, false) as "isNewestVersion",
  exists (select from agenda_item i where i.session_id = s.id and i.recommendation_id = version.recommendation_id) as "isOnAgenda"
from session s
join event e on e.id = s.event_id
join activity a on a.id = e.activity_id
left join lateral (
  select r.id as recommendation_id, r.state, v.number = (select max(number) from recommendation_version where recommendation_id = r.id) as is_newest
  from recommendation_version v join recommendation r on r.id = v.recommendation_id
  where v.id = $3 and r.network_id = a.network_id
) version on true
where s.id = $1`;

/** The record of polls, written to PostgreSQL. */
export class PgPollWrites implements PollWrites {
	constructor(private readonly database: Database) {}

	transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
		return this.database.transaction(work);
	}

	async lockPoll(tx: Transaction, pollId: string): Promise<PlacedPoll | null> {
		const [row] = await tx.query<PollRow>(
			`select ${POLL_COLUMNS} from ${POLL_TABLES} where p.id = $1 for no key update of p`,
			[pollId],
		);
		return row ? pollOf(row) : null;
	}

	async subjectOf(tx: Transaction, poll: NewPoll): Promise<PollSubject> {
		const values = [poll.sessionId, poll.agendaItemId, poll.recommendationVersionId];
		const [subject] = await tx.query<PollSubject>(SUBJECT, values);
		const nothing = {
			isItemOfSession: false,
			recommendationState: null,
			isNewestVersion: false,
			isOnAgenda: false,
		};
		return subject ?? nothing;
	}

	async insertPoll(tx: Transaction, poll: NewPoll): Promise<boolean> {
		const { method, options, ...limits } = poll.settings;
		const labels = hasOwnOptions(method) ? [] : options.map(({ label }) => label);
		const { quorum, needsMajorityOfCities, allowsBallotChange, ...rule } = poll.rule;
		const written = await tx.query(INSERT_POLL, [
			poll.id,
			poll.secrecy,
			poll.sessionId,
			poll.agendaItemId,
			poll.recommendationVersionId,
			poll.question,
			quorum.numerator,
			quorum.denominator,
			needsMajorityOfCities,
			allowsBallotChange,
			poll.isPublic,
			poll.createdAt,
			method,
			JSON.stringify(labels),
			JSON.stringify(limits),
			JSON.stringify(rule),
			poll.proxyCap,
		]);
		return written.length > 0;
	}

	async isAnotherPollOpen(tx: Transaction, { id, sessionId }: Poll): Promise<boolean> {
		const rows = await tx.query("select from poll where session_id = $1 and state = 'OPEN' and id <> $2", [
			sessionId,
			id,
		]);
		return rows.length > 0;
	}

	async openingCounts(tx: Transaction, pollId: string): Promise<OpeningCounts> {
		const [row] = await tx.query<OpeningRow>(OPENING_COUNTS, [pollId]);
		if (!row) throw new Error("The poll that was locked is gone.");
		return openingCountsOf(row);
	}

	ballotsOf(tx: Transaction, pollId: string): Promise<readonly ElectorWithBallot[]> {
		return tx.query<ElectorWithBallot>(BALLOTS_OF_ELECTORS, [pollId]);
	}

	async saveOpened(tx: Transaction, opened: OpenedPoll): Promise<void> {
		const { pollId, personId, at, electorateHash, counts } = opened;
		const { entitled, present } = counts;
		await tx.query(SAVE_OPENED, [
			pollId,
			personId,
			at,
			entitled.persons,
			electorateHash,
			entitled.cities,
			entitled.weight,
			present.persons,
			present.cities,
		]);
	}

	async saveClosed(tx: Transaction, closed: ClosedPoll): Promise<void> {
		const { pollId, personId, at, decided, presentAtClosing } = closed;
		await tx.query(SAVE_CLOSED, [
			pollId,
			personId,
			at,
			decided && JSON.stringify(decided.result),
			decided && JSON.stringify(decided.count),
			presentAtClosing.persons,
			presentAtClosing.cities,
		]);
	}

	async savePublished(tx: Transaction, { pollId, at }: { pollId: string; at: Date }): Promise<void> {
		await tx.query(
			"update poll set state = 'PUBLISHED', published_at = $2, version = version + 1 where id = $1",
			[pollId, at],
		);
	}
}
