/**
 * Ranks are counted at closing, and nobody reads how often each was given: the counters of ranked polls hold the turnout
 * alone. The functions are those of `electorate/weights.ts`, but for that.
 */
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
  join poll on poll.id = b.poll_id and not is_ranked(poll.method)
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
  join poll on poll.id = b.poll_id and not is_ranked(poll.method)
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

const ranked = `
create function is_ranked(method text) returns boolean language sql immutable as $$
  select method in ('SCHULZE', 'INSTANT_RUNOFF', 'SINGLE_TRANSFERABLE_VOTE')
$$;
`;

const countersOfBefore = `
delete from poll_count c using poll p where p.id = c.poll_id and is_ranked(p.method);
`;

/** In their order. */
export const uncountedRanks = [ranked, counting, countersOfBefore];
