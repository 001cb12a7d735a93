/** Tables of the room network: networks, partners and local panels. */
export const networkTables = `
create table network (
  id uuid primary key default gen_random_uuid(),
  code text not null unique, name text not null, programme text null, project_number text null, grant_agreement text null,
  starts_on date null, ends_on date null, working_language text not null default 'en', target_public text null,
  aims text[] not null default '{}', handbook_title text null, handbook_presented_at text null,
  newsletter_languages text[] not null default '{}'
);
create table panel_share (
  network_id uuid not null references network(id), stakeholder_group text not null check (stakeholder_group in ('CITIZENS','CIVIL_SOCIETY','AUTHORITIES_AND_EXPERTS')),
  numerator int not null check (numerator >= 0), denominator int not null check (denominator > 0), means text null,
  primary key (network_id, stakeholder_group)
);
create table partner (
  id uuid primary key default gen_random_uuid(), network_id uuid not null references network(id),
  code text not null, role text not null check (role in ('LEAD','CORE','CONTRIBUTING')), name text not null, kind text null,
  city text not null, region text null, country text not null, languages text[] not null default '{}',
  latitude double precision null, longitude double precision null, ordinal int not null,
  unique (network_id, code)
);
create table membership (
  id uuid primary key default gen_random_uuid(), partner_id uuid not null references partner(id), person_id uuid not null references person(id),
  stakeholder_group text not null check (stakeholder_group in ('CITIZENS','CIVIL_SOCIETY','AUTHORITIES_AND_EXPERTS')),
  origin text null, joined_on date not null, left_on date null check (left_on >= joined_on)
);
create unique index membership_active on membership (partner_id, person_id) where left_on is null;
create index membership_person on membership (person_id);
create index membership_partner on membership (partner_id);
alter table role_assignment add foreign key (network_id) references network(id);
alter table role_assignment add foreign key (partner_id) references partner(id);
`;
