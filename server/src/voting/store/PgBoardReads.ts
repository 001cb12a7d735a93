import { type BallotEntry, type ElectorEntry, isUuid } from "@crossroads/shared";
import type { Database, Transaction } from "../../database/index.ts";
import type { OpenedPart } from "../domain/secret/pollBox.ts";
import type { BoardReads, BoardRecord } from "../ports.ts";
import { POLL_COLUMNS, POLL_TABLES, type PollRow, pollOf } from "./pollRows.ts";

const POLL = `
select ${POLL_COLUMNS} from ${POLL_TABLES} where p.id = $1 and p.state = 'PUBLISHED'`;

/** Somebody who was erased has no name here either; the id stays, for the electorate's hash is over the ids. */
const ELECTORS = `
select e.person_id as "personId", case when person.erased_at is null then person.name end as name,
  e.partner_id as "partnerId", e.stakeholder_group as "group", e.weight, e.proxy_id is null as "isPresent",
  e.proxy_id as "proxyId"
from elector e join person on person.id = e.person_id where e.poll_id = $1`;

const PARTNERS = `
select id as "partnerId", name from partner where id in (select partner_id from elector where poll_id = $1)`;

const BALLOTS = `
select b.person_id as "personId", case when e.paper is null then b.receipt end as receipt,
  e.paper is not null as "isPaper", e.partner_id as "partnerId", e.stakeholder_group as "group",
  coalesce(part.weight, e.weight) as weight, coalesce(part.answer, b.answer) as answer
from ballot b join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
left join lateral jsonb_to_recordset(b.parts) as part (answer jsonb, weight int) on true
where b.poll_id = $1`;

/** A secret poll's key, and who could open its box together. */
const BOX = `
select public_key as "publicKey", case when holder = 'TRUSTEES' then json_build_object('needed', needed, 'of',
  (select count(*) from poll_trustee t where t.poll_id = b.poll_id)) end as trustees
from poll_box b where poll_id = $1`;

/** Its parts, as they are kept since it was opened. */
const PARTS = `
select part, partner_id as "partnerId", stakeholder_group as "group", sealed, coalesce(answers, '{}') as answers,
  coalesce(invalid, '{}') as invalid
from sealed_box where poll_id = $1`;

/** Of polls that closed before it was written down who was there then, that follows from who came and went. */
const ATTENDANCE = `
select json_build_object('persons', p.entitled, 'cities', p.entitled_cities, 'weight', p.entitled_weight) as entitled,
  json_build_object('persons', coalesce(p.present_at_closing, was.persons), 'cities', coalesce(p.cities_at_closing, was.cities))
    as "presentAtClosing", p.count
from poll p cross join lateral (
  select count(distinct e.person_id) as persons, count(distinct e.partner_id) as cities
  from elector e join presence pr on pr.person_id = e.person_id and pr.session_id = p.session_id
  where e.poll_id = p.id and pr.checked_in_at <= p.closed_at and (pr.checked_out_at is null or pr.checked_out_at > p.closed_at)
) was where p.id = $1`;

type Attendance = Pick<BoardRecord, "entitled" | "presentAtClosing" | "count">;

/** The record of published polls, each read whole. */
export class PgBoardReads implements BoardReads {
	constructor(private readonly database: Database) {}

	async boardRecord(pollId: string): Promise<BoardRecord | null> {
		if (!isUuid(pollId)) return null;
		return this.database.transaction((tx) => readRecord(tx, pollId), { isolation: "repeatable read" });
	}
}

async function readRecord(tx: Transaction, pollId: string): Promise<BoardRecord | null> {
	const [row] = await tx.query<PollRow>(POLL, [pollId]);
	if (!row) return null;
	const poll = pollOf(row);
	const electors = await tx.query<Omit<ElectorEntry, "kind">>(ELECTORS, [poll.id]);
	const secret = poll.secrecy === "SECRET" ? await readSecret(tx, poll.id) : null;
	const ballots = await tx.query<Omit<BallotEntry, "kind">>(BALLOTS, [poll.id]);
	const [attendance] = await tx.query<Attendance>(ATTENDANCE, [poll.id]);
	return {
		poll,
		...(attendance as Attendance),
		partners: await tx.query(PARTNERS, [poll.id]),
		electors,
		ballots,
		secret,
	};
}

async function readSecret(tx: Transaction, pollId: string): Promise<BoardRecord["secret"]> {
	const [box] = await tx.query<NonNullable<BoardRecord["secret"]>["box"]>(BOX, [pollId]);
	const parts = await tx.query<OpenedPart>(PARTS, [pollId]);
	return box ? { box, parts } : null;
}
