import { rowsBy, type Sql } from "../../../database/index.ts";
import type {
	HandedPaper,
	ListedDelegate,
	NamedGrant,
	NamedWeight,
	Represented,
} from "../../domain/electorate/electorateFacts.ts";
import type { ElectorateReads } from "../../ports.ts";
import { type OwnPartRow, ownBallotOf } from "../pollRows.ts";

const DELEGATES = `
select s.id as "sessionId", m.person_id as "personId", person.name, m.partner_id as "partnerId",
  m.stakeholder_group as "group"
from session s join delegate d on d.event_id = s.event_id join membership m on m.id = d.membership_id
join person on person.id = m.person_id join partner on partner.id = m.partner_id
where s.id = any($1::uuid[]) order by partner.ordinal, person.name, d.id`;

const NAMES = `
  json_build_object('personId', principal.id, 'name', principal.name) as principal,
  json_build_object('personId', proxy.id, 'name', proxy.name) as proxy`;

const GRANTS = `
select g.poll_id as "pollId", ${NAMES}
from proxy_grant g join person principal on principal.id = g.principal_id join person proxy on proxy.id = g.proxy_id
where g.poll_id = any($1::uuid[]) order by principal.name, principal.id`;

const WEIGHTS = `
select w.poll_id as "pollId", person.id as "personId", person.name, w.weight
from (
  select pw.poll_id, pw.person_id, pw.weight from poll_weight pw join poll p on p.id = pw.poll_id and p.state = 'PREPARED'
  union all select poll_id, person_id, weight from elector where weight > 1
) w join person on person.id = w.person_id
where w.poll_id = any($1::uuid[]) order by person.name, person.id`;

const PAPERS = `
select e.poll_id as "pollId", e.paper, json_build_object('personId', person.id, 'name', person.name) as person,
  coalesce((
    select json_agg(json_build_object('personId', p.entered_by, 'answer', p.answer) order by p.entered_by)
    from paper_entry p where p.poll_id = e.poll_id and p.paper = e.paper
  ), '[]') as entries
from elector e join person on person.id = e.person_id
where e.poll_id = any($1::uuid[]) and e.paper is not null order by e.paper`;

const REPRESENTED = `
select e.poll_id as "pollId", e.person_id as "personId", ${NAMES}, e.paper, e.weight, b.answer, b.parts, b.receipt,
  b.idempotency_key as "idempotencyKey", b.cast_at as "castAt", b.changed_at as "changedAt"
from elector e join person principal on principal.id = e.person_id join person proxy on proxy.id = e.proxy_id
left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id and e.paper is null
where e.poll_id = any($1::uuid[]) order by principal.name, principal.id`;

type RepresentedRow = Omit<Represented, "ballot"> & Omit<OwnPartRow, "votesInPerson">;

/** Electorates, read from PostgreSQL. */
export class PgElectorateReads implements ElectorateReads {
	readonly delegatesOf: (sessionId: string) => Promise<readonly ListedDelegate[]>;
	readonly grantsOf: (pollId: string) => Promise<readonly NamedGrant[]>;
	readonly weightsOf: (pollId: string) => Promise<readonly NamedWeight[]>;
	readonly papersOf: (pollId: string) => Promise<readonly HandedPaper[]>;
	readonly representedOf: (pollId: string) => Promise<readonly Represented[]>;

	constructor(sql: Sql) {
		this.delegatesOf = rowsBy("sessionId", (ids) =>
			sql.query<ListedDelegate & { sessionId: string }>(DELEGATES, [ids]),
		);
		this.grantsOf = rowsBy("pollId", (ids) => sql.query<NamedGrant & { pollId: string }>(GRANTS, [ids]));
		this.weightsOf = rowsBy("pollId", (ids) => sql.query<NamedWeight & { pollId: string }>(WEIGHTS, [ids]));
		this.papersOf = rowsBy("pollId", (ids) => sql.query<HandedPaper & { pollId: string }>(PAPERS, [ids]));
		this.representedOf = rowsBy("pollId", async (ids) =>
			(await sql.query<RepresentedRow>(REPRESENTED, [ids])).map((row) => ({
				pollId: row.pollId,
				principal: row.principal,
				proxy: row.proxy,
				paper: row.paper,
				weight: row.weight,
				ballot: ownBallotOf(row),
			})),
		);
	}
}
