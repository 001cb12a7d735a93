/** Tables of the room programme: themes, activities, events, sessions, delegates, agenda and presence. */
export const programmeTables = `
create table theme (
  id uuid primary key default gen_random_uuid(), network_id uuid not null references network(id),
  code text not null, ordinal int not null, title text not null, unique (network_id, code)
);
create table activity (
  id uuid primary key default gen_random_uuid(), network_id uuid not null references network(id),
  ordinal int not null, kind text not null check (kind in ('PREPARATION','LOCAL','TRANSNATIONAL')), title text not null, summary text null,
  theme_id uuid null references theme(id), host_partner_id uuid null references partner(id),
  starts_on date null, ends_on date null, reported_delegates int null, unique (network_id, ordinal)
);
create table event (
  id uuid primary key default gen_random_uuid(), activity_id uuid not null unique references activity(id),
  place text null, time_zone text null, join_code text null unique,
  session_kinds text[] not null default '{}'
);
create table session (
  id uuid primary key default gen_random_uuid(), event_id uuid not null references event(id),
  kind text not null check (kind in ('PLENARY','WORKSHOP','FIELD_VISIT')), title text not null, ordinal int not null,
  starts_at timestamptz null, ends_at timestamptz null,
  current_agenda_item_id uuid null, version bigint not null default 1
);
create table delegate (
  id uuid primary key default gen_random_uuid(), event_id uuid not null references event(id),
  membership_id uuid not null references membership(id),
  badge_code text not null check (badge_code ~ '^[0-9]{4}$'),
  unique (event_id, membership_id)
);
create table join_attempt (
  id bigint generated always as identity primary key, event_id uuid null references event(id), delegate_id uuid null references delegate(id), at timestamptz not null
);
create table mailed_join_code (
  delegate_id uuid primary key references delegate(id), code_hash bytea not null, expires_at timestamptz not null
);
create table join_mail (
  id bigint generated always as identity primary key, delegate_id uuid not null references delegate(id), at timestamptz not null
);
create table agenda_item (
  id uuid primary key default gen_random_uuid(), session_id uuid not null references session(id),
  ordinal int not null, kind text not null check (kind in ('INFORMATION','DISCUSSION','DECISION','BREAK')), title text not null, minutes int null,
  recommendation_id uuid null, started_at timestamptz null, finished_at timestamptz null,
  unique (session_id, ordinal) deferrable initially deferred
);
alter table session add foreign key (current_agenda_item_id) references agenda_item(id) on delete set null;
create table presence (
  id uuid primary key default gen_random_uuid(), session_id uuid not null references session(id), person_id uuid not null references person(id),
  delegate_id uuid not null references delegate(id),
  checked_in_at timestamptz not null, checked_out_at timestamptz null
);
create unique index presence_now on presence (session_id, person_id) where checked_out_at is null;
create table floor_request (
  id uuid primary key default gen_random_uuid(), session_id uuid not null references session(id), person_id uuid not null references person(id),
  requested_at timestamptz not null, called_at timestamptz null, ended_at timestamptz null
);
create unique index floor_request_open on floor_request (session_id, person_id) where ended_at is null;
create index activity_theme on activity (theme_id);
create index activity_host_partner on activity (host_partner_id);
create index session_event on session (event_id);
create index session_current_agenda_item on session (current_agenda_item_id);
create index delegate_membership on delegate (membership_id);
create index join_attempt_event on join_attempt (event_id, at);
create index join_attempt_delegate on join_attempt (delegate_id, at);
create index join_mail_delegate on join_mail (delegate_id, at);
create index presence_person on presence (person_id);
create index presence_delegate on presence (delegate_id);
create index floor_request_person on floor_request (person_id);
alter table role_assignment add foreign key (session_id) references session(id);
`;
