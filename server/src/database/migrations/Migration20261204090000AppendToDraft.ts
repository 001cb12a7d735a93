import { Migration } from "@mikro-orm/migrations";

/**
 * Pushes of one draft, written on the ground of what the caller remembers of it. The draft, its recommendation and the
 * client ids are locked and compared with what is remembered, and the pushes looked for; where any of it is otherwise,
 * SQLSTATE CR001 is raised, and nothing is written. Gives the number of the draft's snapshot.
 *
 * In a function each statement sees what was committed before it began, also while the one before waited for a lock;
 * and each goes by an index, whatever is known about the sizes of the tables: they are planned for one row.
 */
const appendToDraft = `
create function append_to_draft(
  its_id uuid, its_seq bigint, its_mark text, its_network uuid, its_state text,
  new_seq bigint, new_bytes bigint, new_mark text,
  clients bigint[], persons uuid[], sign_ins uuid[], clocks bigint[], new_clocks bigint[],
  seqs bigint[], counts int[], contents bytea[], writers uuid[], pushes uuid[], times timestamptz[]
) returns bigint language plpgsql as $$
declare
  its_snapshot bigint;
begin
  select d.snapshot_seq into its_snapshot from draft d join recommendation r on r.id = d.recommendation_id
    where d.id = its_id and d.last_seq = its_seq and d.mark = its_mark and r.network_id = its_network and r.state = its_state
    for no key update of d for share of r;
  if not found then raise 'the draft is not where it was' using errcode = 'CR001'; end if;
  for i in 1 .. cardinality(clients) loop
    update draft_client set clock = new_clocks[i] where draft_id = its_id and client_id = clients[i]
      and clock = clocks[i] and person_id = persons[i] and sign_in_id is not distinct from sign_ins[i];
    if not found then raise 'the client id is not what it was' using errcode = 'CR001'; end if;
  end loop;
  for i in 1 .. cardinality(pushes) loop
    if exists (select from draft_update where draft_id = its_id and push_id = pushes[i])
      or exists (select from draft_push where draft_id = its_id and push_id = pushes[i])
    then raise 'the push was there before' using errcode = 'CR001'; end if;
    insert into draft_update (draft_id, seq, count, mark, content, person_id, push_id, received_at)
      values (its_id, seqs[i], counts[i], new_mark, contents[i], writers[i], pushes[i], times[i]);
  end loop;
  update draft set last_seq = new_seq, bytes = new_bytes, mark = new_mark where id = its_id;
  return its_snapshot;
end $$;
`;

/** A draft is written on in one statement, which compares what is remembered of it. */
export class Migration20261204090000AppendToDraft extends Migration {
	override name = "Migration20261204090000AppendToDraft";

	override up(): void {
		this.addSql(appendToDraft);
	}
}
