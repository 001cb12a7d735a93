import { Migration } from "@mikro-orm/migrations";

/** Remembers the pushes whose updates have left a draft's log, so that a repeat is answered alike. */
export class Migration20261124100000DraftPush extends Migration {
	override name = "Migration20261124100000DraftPush";

	override up(): void {
		this.addSql(`
create table draft_push (
  draft_id uuid not null references draft(id), push_id uuid not null, mark text not null, seq bigint not null, received_at timestamptz not null,
  primary key (draft_id, push_id)
);
create index draft_push_age on draft_push (draft_id, received_at);
`);
	}
}
