/** Tables of the room initiatives: initiatives, reviews and findings. */
export const initiativesTables = `
create table initiative (
  id uuid primary key default gen_random_uuid(), partner_id uuid not null references partner(id), theme_id uuid null references theme(id),
  title text not null, summary text null, is_demonstration boolean not null default false, unique (partner_id, title)
);
create table review (
  id uuid primary key default gen_random_uuid(), initiative_id uuid not null unique references initiative(id),
  tried text not null, for_whom text null, effect text null, evidence text null, transferable text null, is_recommended boolean not null default false
);
create table finding (
  id uuid primary key default gen_random_uuid(), theme_id uuid not null references theme(id), partner_id uuid null references partner(id),
  initiative_id uuid null references initiative(id), text text not null, is_demonstration boolean not null default false
);
create index initiative_theme on initiative (theme_id);
create index finding_theme on finding (theme_id);
create index finding_partner on finding (partner_id);
create index finding_initiative on finding (initiative_id);
`;
