/** Tables of the room people: persons, explicit roles, sign-in links and sign-ins. */
export const peopleTables = `
create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  email text null check (char_length(email) between 3 and 320),
  language text not null default 'en',
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  erased_at timestamptz null
);
create unique index person_email_key on person (lower(email));
create table role_assignment (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person(id),
  role text not null check (role in ('NETWORK_COORDINATOR','PARTNER_COORDINATOR','FACILITATOR','TRANSLATOR','OBSERVER')),
  network_id uuid null, partner_id uuid null, session_id uuid null,
  check (num_nonnulls(network_id, partner_id, session_id) = 1),
  unique nulls not distinct (person_id, role, network_id, partner_id, session_id)
);
create table sign_in_link (
  token_hash bytea primary key,
  person_id uuid not null references person(id),
  created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz null
);
create table sign_in (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  person_id uuid not null references person(id),
  created_at timestamptz not null, last_seen_at timestamptz not null, expires_at timestamptz not null,
  ended_at timestamptz null,
  user_agent text null
);
create index role_assignment_network on role_assignment (network_id);
create index role_assignment_partner on role_assignment (partner_id);
create index role_assignment_session on role_assignment (session_id);
create index sign_in_link_person on sign_in_link (person_id, created_at);
create index sign_in_person on sign_in (person_id) where ended_at is null;
`;
