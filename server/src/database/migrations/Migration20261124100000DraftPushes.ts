import { Migration } from "@mikro-orm/migrations";

/**
 * Pushes of drafts: a row of the log holds all updates of a push, not one; and those that have left the log are
 * remembered, so that a repeat is answered alike.
 */
export class Migration20261124100000DraftPushes extends Migration {
	override name = "Migration20261124100000DraftPushes";

	override up(): void {
		this.addSql(`
alter table draft_update add column count int not null default 1;
create table draft_push (
  draft_id uuid not null references draft(id), push_id uuid not null, mark text not null, seq bigint not null, received_at timestamptz not null,
  primary key (draft_id, push_id)
);
create index draft_push_age on draft_push (draft_id, received_at);
`);
	}
}
