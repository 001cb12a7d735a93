/**
 * Secret polls. `secret_voter` says who has voted, `sealed_box` what was cast; nothing joins the two: no key, no order,
 * no time, and no row of a ballot. A box's part is one row, written whole: while the poll is open `shut`, its ballots
 * locked together with the server's key and anew at each commit, so that two versions of the row (dead ones, or those
 * in the WAL) do not show which ballot came in between; after closing `sealed`, sorted.
 */
export const secretTables = `
alter table poll add check (secrecy = 'NAMED' or not allows_ballot_change);

create table trustee_key (person_id uuid primary key references person(id) on delete cascade, public_key text not null);

create table poll_box (
  poll_id uuid primary key references poll(id) on delete cascade,
  holder text not null check (holder in ('TRUSTEES','SERVER')), public_key text not null, needed int not null,
  private_key bytea null, is_opened boolean not null default false, shown jsonb null,
  check (holder = 'SERVER' or private_key is null), check (private_key is null or not is_opened)
);
create table poll_trustee (
  poll_id uuid not null references poll_box(poll_id) on delete cascade, person_id uuid not null references person(id),
  ordinal int not null, public_key text not null, sealed_share text not null, commitment text not null,
  opener_id uuid null, passed_share text null,
  primary key (poll_id, person_id)
);
create index poll_trustee_person on poll_trustee (person_id);

create table secret_voter (
  poll_id uuid not null, person_id uuid not null, primary key (poll_id, person_id),
  foreign key (poll_id, person_id) references elector (poll_id, person_id)
);
create table sealed_box (
  poll_id uuid not null references poll_box(poll_id) on delete cascade, part text not null,
  partner_id uuid null references partner(id), stakeholder_group text null,
  shut bytea null, sealed bytea[] null, answers text[] null, invalid bytea[] null,
  primary key (poll_id, part)
);
create index sealed_box_partner on sealed_box (partner_id);
alter table sealed_box alter column shut set storage external;

create function count_secret_voters() returns trigger language plpgsql as $$
begin
  insert into poll_turnout as t (poll_id, partner_id, stakeholder_group, electors, ballots)
  select e.poll_id, e.partner_id, e.stakeholder_group, 0, count(*)
  from added v join elector e on e.poll_id = v.poll_id and e.person_id = v.person_id
  group by e.poll_id, e.partner_id, e.stakeholder_group
  on conflict (poll_id, partner_id, stakeholder_group) do update set ballots = t.ballots + excluded.ballots;
  return null;
end $$;
create trigger secret_voter_counted after insert on secret_voter
  referencing new table as added for each statement execute function count_secret_voters();
`;
