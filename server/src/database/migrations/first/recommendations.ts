/** Tables of the room recommendations: recommendations, their versions and their transitions. */
export const recommendationsTables = `
create table recommendation (
  id uuid primary key default gen_random_uuid(), network_id uuid not null references network(id), theme_id uuid not null references theme(id),
  number int not null, title text not null, language text not null default 'en',
  state text not null check (state in ('DRAFT','REVIEW','TABLED','ADOPTED','REJECTED','PUBLISHED','WITHDRAWN')),
  is_demonstration boolean not null default false, created_at timestamptz not null default now(), unique (network_id, number)
);
create table recommendation_basis (
  id uuid primary key default gen_random_uuid(), recommendation_id uuid not null references recommendation(id),
  initiative_id uuid null references initiative(id), finding_id uuid null references finding(id), check (num_nonnulls(initiative_id, finding_id) = 1)
);
create table recommendation_version (
  id uuid primary key default gen_random_uuid(), recommendation_id uuid not null references recommendation(id), number int not null,
  language text not null, title text not null, document jsonb not null, text text not null, content_hash text not null,
  frozen_at timestamptz not null, frozen_by uuid not null references person(id), unique (recommendation_id, number)
);
create table recommendation_transition (
  id uuid primary key default gen_random_uuid(), recommendation_id uuid not null references recommendation(id),
  from_state text null check (from_state in ('DRAFT','REVIEW','TABLED','ADOPTED','REJECTED','PUBLISHED','WITHDRAWN')),
  to_state text not null check (to_state in ('DRAFT','REVIEW','TABLED','ADOPTED','REJECTED','PUBLISHED','WITHDRAWN')), at timestamptz not null, person_id uuid null references person(id),
  version_id uuid null references recommendation_version(id), poll_id uuid null
);
alter table agenda_item add foreign key (recommendation_id) references recommendation(id);
create index recommendation_theme on recommendation (theme_id);
create index recommendation_basis_recommendation on recommendation_basis (recommendation_id);
create index recommendation_basis_initiative on recommendation_basis (initiative_id);
create index recommendation_basis_finding on recommendation_basis (finding_id);
create index recommendation_version_frozen_by on recommendation_version (frozen_by);
create index recommendation_transition_recommendation on recommendation_transition (recommendation_id, at);
create index recommendation_transition_person on recommendation_transition (person_id);
create index recommendation_transition_version on recommendation_transition (version_id);
create index agenda_item_recommendation on agenda_item (recommendation_id);
`;
