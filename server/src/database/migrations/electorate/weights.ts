/**
 * Weights that are set before opening [poll_weight; whoever is not there weighs 1], and ballots in parts: what a
 * delegation that votes as one gives to several answers. `parts` null: all of the weight is the answer's; else the answer
 * says nothing, and the parts are counted. The counters' triggers are those of `second/voting.ts`, but for the parts.
 */
const weights = `
create table poll_weight (
  poll_id uuid not null references poll(id) on delete cascade, person_id uuid not null references person(id),
  weight int not null check (weight > 1), primary key (poll_id, person_id)
);
create index poll_weight_person on poll_weight (person_id);
alter table elector add check (weight >= 1);
alter table ballot add column parts jsonb null;
`;

const counting = `
create or replace function count_new_ballots() returns trigger language plpgsql as $$
begin
  insert into poll_turnout as t (poll_id, partner_id, stakeholder_group, electors, ballots)
  select e.poll_id, e.partner_id, e.stakeholder_group, 0, count(*)
  from added b join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  group by e.poll_id, e.partner_id, e.stakeholder_group
  on conflict (poll_id, partner_id, stakeholder_group) do update set ballots = t.ballots + excluded.ballots;

  insert into poll_count as c (poll_id, partner_id, stakeholder_group, option, value, ballots, weight)
  select e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value, count(*), sum(coalesce(b.weight, e.weight))
  from (select poll_id, person_id, answer, null::int as weight from added where parts is null
    union all select poll_id, person_id, part.answer, part.weight from added
      cross join jsonb_to_recordset(parts) as part (answer jsonb, weight int) where parts is not null) b
  join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  cross join jsonb_to_recordset(b.answer -> 'marks') as m (option text, value int)
  group by e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value
  on conflict (poll_id, partner_id, stakeholder_group, option, value)
    do update set ballots = c.ballots + excluded.ballots, weight = c.weight + excluded.weight;
  return null;
end $$;

create or replace function count_changed_ballots() returns trigger language plpgsql as $$
begin
  insert into poll_count as c (poll_id, partner_id, stakeholder_group, option, value, ballots, weight)
  select e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value, sum(b.sign),
    sum(b.sign * coalesce(part.weight, e.weight))
  from (select poll_id, person_id, answer, parts, 1 as sign from added
    union all select poll_id, person_id, answer, parts, -1 from removed) b
  join elector e on e.poll_id = b.poll_id and e.person_id = b.person_id
  cross join lateral (select b.answer, null::int as weight where b.parts is null
    union all select p.answer, p.weight from jsonb_to_recordset(b.parts) as p (answer jsonb, weight int)) part
  cross join jsonb_to_recordset(part.answer -> 'marks') as m (option text, value int)
  group by e.poll_id, e.partner_id, e.stakeholder_group, m.option, m.value
  having sum(b.sign) <> 0 or sum(b.sign * coalesce(part.weight, e.weight)) <> 0
  on conflict (poll_id, partner_id, stakeholder_group, option, value)
    do update set ballots = c.ballots + excluded.ballots, weight = c.weight + excluded.weight;
  return null;
end $$;
`;

/** In their order. */
export const weightChanges = [weights, counting];
