import { rowById, rowsBy, type Sql } from "../../../database/index.ts";
import type { NewPollBox, PollBox } from "../../domain/secret/pollBox.ts";
import type { ReleasedShare, TrusteeCandidate, TrusteeShelf, Tx } from "../../ports.ts";

const BOXES = `
select b.poll_id as id, b.poll_id as "pollId", b.holder, b.public_key as "publicKey", b.needed, b.is_opened as "isOpened",
  coalesce((select json_agg(t order by ordinal) from (
    select t.person_id as "personId", person.name, t.public_key as "publicKey", t.sealed_share as "sealedShare",
      t.commitment, t.opener_id as "openerId", t.passed_share as "passedShare", t.ordinal
    from poll_trustee t join person on person.id = t.person_id where t.poll_id = b.poll_id
  ) t), '[]') as trustees
from poll_box b where b.poll_id = any($1::uuid[])`;

const CANDIDATES = `
select k.person_id as "personId", person.name, k.public_key as "publicKey"
from trustee_key k join person on person.id = k.person_id and person.erased_at is null
where exists (select from person_role r where r.person_id = k.person_id and r.network_id = $1)
order by person.name, k.person_id`;

const TRUSTEESHIPS = `
select t.person_id as "personId", t.poll_id as "pollId"
from poll_trustee t join poll p on p.id = t.poll_id
where t.person_id = any($1::uuid[]) order by p.created_at desc, p.id`;

const INSERT_TRUSTEES = `
insert into poll_trustee (poll_id, person_id, ordinal, public_key, sealed_share, commitment)
select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[])`;

type BoxRow = PollBox & { readonly id: string };

/** [V43] Trustees' keys and shares, and the boxes' own, in PostgreSQL. */
export class PgTrustees implements TrusteeShelf {
	readonly box: (pollId: string) => Promise<PollBox | null>;
	readonly trusteeships: (personId: string) => Promise<readonly { readonly pollId: string }[]>;

	constructor(private readonly sql: Sql) {
		this.box = rowById((ids) => sql.query<BoxRow>(BOXES, [ids]));
		this.trusteeships = rowsBy("personId", (ids) =>
			sql.query<{ personId: string; pollId: string }>(TRUSTEESHIPS, [ids]),
		);
	}

	async setKey(personId: string, publicKey: string): Promise<void> {
		await this.sql.query(
			`insert into trustee_key (person_id, public_key) values ($1, $2)
				on conflict (person_id) do update set public_key = excluded.public_key`,
			[personId, publicKey],
		);
	}

	async ownKey(personId: string): Promise<string | null> {
		const [row] = await this.sql.query<{ publicKey: string }>(
			`select public_key as "publicKey" from trustee_key where person_id = $1`,
			[personId],
		);
		return row?.publicKey ?? null;
	}

	candidates(networkId: string): Promise<readonly TrusteeCandidate[]> {
		return this.sql.query<TrusteeCandidate>(CANDIDATES, [networkId]);
	}

	async insertBox(tx: Tx, pollId: string, box: NewPollBox): Promise<void> {
		await tx.query(
			"insert into poll_box (poll_id, holder, public_key, needed, private_key) values ($1, $2, $3, $4, $5)",
			[pollId, box.holder, box.publicKey, box.needed, box.privateKey],
		);
		await tx.query(INSERT_TRUSTEES, [
			pollId,
			box.trustees.map(({ personId }) => personId),
			box.trustees.map((_, place) => place),
			box.trustees.map(({ publicKey }) => publicKey),
			box.trustees.map(({ sealedShare }) => sealedShare),
			box.trustees.map(({ commitment }) => commitment),
		]);
	}

	async release(tx: Tx, { pollId, personId, openerId, sealedShare }: ReleasedShare): Promise<void> {
		await tx.query(
			"update poll_trustee set opener_id = $3, passed_share = $4 where poll_id = $1 and person_id = $2",
			[pollId, personId, openerId, sealedShare],
		);
		await tx.query("update poll set version = version + 1 where id = $1", [pollId]);
	}
}
