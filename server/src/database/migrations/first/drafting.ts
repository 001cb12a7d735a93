/** Tables of the room drafting: live drafts, their logs of updates, and under which Yjs client ids who writes. */
export const draftingTables = `
create table draft (
  id uuid primary key default gen_random_uuid(), recommendation_id uuid not null references recommendation(id), language text not null,
  snapshot bytea null, snapshot_seq bigint not null default 0, last_seq bigint not null default 0, mark text not null default '0',
  bytes bigint not null default 0, created_at timestamptz not null default now(),
  unique (recommendation_id, language)
);
create table draft_update (
  draft_id uuid not null references draft(id), seq bigint not null, mark text not null, content bytea not null, person_id uuid null references person(id),
  push_id uuid not null, received_at timestamptz not null default now(), primary key (draft_id, seq)
);
create index draft_update_push on draft_update (draft_id, push_id);
create index draft_update_person on draft_update (person_id);
create table draft_client (
  draft_id uuid not null references draft(id), client_id bigint not null, person_id uuid null references person(id), sign_in_id uuid null,
  clock bigint not null default 0, created_at timestamptz not null default now(), primary key (draft_id, client_id)
) with (fillfactor = 70);
create index draft_client_person on draft_client (person_id, draft_id);
create table draft_archive (
  draft_id uuid not null references draft(id), first_seq bigint not null, last_seq bigint not null, updates bytea not null, merged bytea not null,
  moments jsonb not null, primary key (draft_id, last_seq)
);
`;
