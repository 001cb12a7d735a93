/**
 * Polls among options, ballots as answers of every method, and counters that advance with the ballots.
 *
 * The counters are written by triggers, in the very statement that writes electors or ballots, whoever writes them:
 * for each partner and group how many may vote and how many have [poll_turnout], and for each option and value how many
 * ballots say so [poll_count]. A trigger sees the rows of before and after as they are, also where the ballot was
 * changed by another instance after the statement's own snapshot; the counters' rows are therefore only ever upserted.
 */
const pollsAmongOptions = `
alter table poll add column options jsonb not null default '[]', add column settings jsonb not null default '{}';
update poll set result = result || '{"winners":[]}' where result is not null;

alter table ballot add column answer jsonb null;
update ballot set answer = jsonb_build_object('marks', jsonb_build_array(jsonb_build_object('option', choice, 'value', 1)));
alter table ballot alter column answer set not null, drop column choice;
`;

const counters = `
create table poll_turnout (
  poll_id uuid not null references poll(id) on delete cascade, partner_id uuid not null references partner(id),
  stakeholder_group text not null, electors int not null, ballots int not null,
  primary key (poll_id, partner_id, stakeholder_group)
) with (fillfactor = 50);
create index poll_turnout_partner on poll_turnout (partner_id);
create table poll_count (
  poll_id uuid not null, partner_id uuid not null, stakeholder_group text not null, option text not null,
  value int not null, ballots int not null, weight int not null,
  primary key (poll_id, partner_id, stakeholder_group, option, value),
  foreign key (poll_id, partner_id, stakeholder_group) references poll_turnout on delete cascade
) with (fillfactor = 50);
`;

const counting = `
create function count_electors() returns trigger language plpgsql as $$
begin
  insert into poll_turnout as t (poll_id, partner_id, stakeholder_group, electors, ballots)
  select poll_id, partner_id, stakeholder_group, count(*), 0 from added group by poll_id, partner_id, stakeholder_group
  on conflict (poll_id, partner_id, stakeholder_group) do update set electors = t.electors + excluded.electors;
  return null;
end $$;

create function count_new_ballots() returns trigger language plpgsql as $$
begin
  insert into poll_turnout as t (poll_id, partner_id, stakeholder_group, electors, ballots)
  select e.poll_id, e.partner_id, e.stakeholder_group, 0, count(*)
  from added b join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  group by e.poll_id, e.partner_id, e.stakeholder_group
  on conflict (poll_id, partner_id, stakeholder_group) do update set ballots = t.ballots + excluded.ballots;

  insert into poll_count as c (poll_id, partner_id, stakeholder_group, option, value, ballots, weight)
  select e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value, count(*), sum(e.weight)
  from added b join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  cross join jsonb_to_recordset(b.answer -> 'marks') as m (option text, value int)
  group by e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value
  on conflict (poll_id, partner_id, stakeholder_group, option, value)
    do update set ballots = c.ballots + excluded.ballots, weight = c.weight + excluded.weight;
  return null;
end $$;

create function count_changed_ballots() returns trigger language plpgsql as $$
begin
  insert into poll_count as c (poll_id, partner_id, stakeholder_group, option, value, ballots, weight)
  select e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value, sum(b.sign), sum(b.sign * e.weight)
  from (select poll_id, person_id, answer, 1 as sign from added
    union all select poll_id, person_id, answer, -1 from removed) b
  join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  cross join jsonb_to_recordset(b.answer -> 'marks') as m (option text, value int)
  group by e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value having sum(b.sign) <> 0
  on conflict (poll_id, partner_id, stakeholder_group, option, value)
    do update set ballots = c.ballots + excluded.ballots, weight = c.weight + excluded.weight;
  return null;
end $$;

create trigger elector_counted after insert on elector
  referencing new table as added for each statement execute function count_electors();
create trigger ballot_counted after insert on ballot
  referencing new table as added for each statement execute function count_new_ballots();
create trigger ballot_recounted after update on ballot
  referencing old table as removed new table as added for each statement execute function count_changed_ballots();
`;

const countersOfBefore = `
insert into poll_turnout (poll_id, partner_id, stakeholder_group, electors, ballots)
select e.poll_id, e.partner_id, e.stakeholder_group, count(*), count(b.person_id)
from elector e left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id
group by e.poll_id, e.partner_id, e.stakeholder_group;

insert into poll_count (poll_id, partner_id, stakeholder_group, option, value, ballots, weight)
select e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value, count(*), sum(e.weight)
from elector e join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id
cross join jsonb_to_recordset(b.answer -> 'marks') as m (option text, value int)
group by e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value;
`;

/** In their order. */
export const votingChanges = [pollsAmongOptions, counters, counting, countersOfBefore];
