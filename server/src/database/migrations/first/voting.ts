/** Tables of the room voting: polls, electorates and ballots. */
export const votingTables = `
create table poll (
  id uuid primary key default gen_random_uuid(), session_id uuid not null references session(id), agenda_item_id uuid null references agenda_item(id) on delete set null,
  recommendation_version_id uuid null references recommendation_version(id),
  question text not null check (char_length(question) between 1 and 1000), method text not null default 'YES_NO_ABSTAIN', secrecy text not null default 'NAMED' check (secrecy in ('NAMED','SECRET')),
  state text not null check (state in ('PREPARED','OPEN','CLOSED','PUBLISHED')),
  quorum_numerator int not null default 1 check (quorum_numerator >= 0),
  quorum_denominator int not null default 2 check (quorum_denominator > 0),
  needs_majority_of_cities boolean not null default false, allows_ballot_change boolean not null default false, is_public boolean not null default true,
  entitled int null,
  electorate_hash text null,
  created_at timestamptz not null default now(), opened_at timestamptz null, closed_at timestamptz null, published_at timestamptz null,
  opened_by uuid null references person(id), closed_by uuid null references person(id),
  version bigint not null default 1, result jsonb null
);
create unique index poll_open_one on poll (session_id) where state = 'OPEN';
alter table recommendation_transition add foreign key (poll_id) references poll(id);
create table elector (
  poll_id uuid not null references poll(id), person_id uuid not null references person(id), partner_id uuid not null references partner(id),
  stakeholder_group text not null, weight int not null default 1, primary key (poll_id, person_id)
);
create table ballot (
  poll_id uuid not null, person_id uuid not null, choice text not null check (choice in ('YES','NO','ABSTAIN')),
  receipt text not null, idempotency_key uuid not null, cast_at timestamptz not null, changed_at timestamptz null,
  primary key (poll_id, person_id), foreign key (poll_id, person_id) references elector (poll_id, person_id)
);
create index poll_session on poll (session_id);
create index poll_agenda_item on poll (agenda_item_id);
create index poll_recommendation_version on poll (recommendation_version_id);
create index poll_opened_by on poll (opened_by);
create index poll_closed_by on poll (closed_by);
create index elector_person on elector (person_id);
create index elector_partner on elector (partner_id);
create index recommendation_transition_poll on recommendation_transition (poll_id);
`;
