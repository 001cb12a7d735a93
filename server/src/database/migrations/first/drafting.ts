/** Tables of the room drafting: live drafts and their logs of updates. */
export const draftingTables = `
create table draft (
  id uuid primary key default gen_random_uuid(), recommendation_id uuid not null references recommendation(id), language text not null,
  snapshot bytea null, snapshot_seq bigint not null default 0, last_seq bigint not null default 0, created_at timestamptz not null default now(),
  unique (recommendation_id, language)
);
create table draft_update (
  draft_id uuid not null references draft(id), seq bigint not null, content bytea not null, person_id uuid null references person(id),
  push_id uuid not null, received_at timestamptz not null default now(), primary key (draft_id, seq)
);
create index draft_update_push on draft_update (draft_id, push_id);
create index draft_update_person on draft_update (person_id);
`;
