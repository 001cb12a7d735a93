/**
 * What a rule may ask for besides the columns that there were; a part that is absent is the method's usual one. Who was
 * on the list and in the room, as quorums and thresholds need it. And the count of a decided poll, beside its result: it
 * is large, and read only where it is asked for.
 */
const columns = `
alter table poll add column rule jsonb not null default '{}', add column count jsonb null,
  add column entitled_cities int null, add column entitled_weight int null,
  add column present int null, add column present_cities int null,
  add column present_at_closing int null, add column cities_at_closing int null;
`;

/**
 * Polls that were opened before: everybody weighed 1, and whoever was an elector was there. Cities are those of the
 * event's list as it is now. Who stayed until the closing was not written down; no rule asked for it.
 */
const attendanceOfBefore = `
update poll p set
  entitled_weight = p.entitled,
  entitled_cities = greatest(
    (select count(distinct m.partner_id) from session s join delegate d on d.event_id = s.event_id
      join membership m on m.id = d.membership_id where s.id = p.session_id),
    (select count(distinct partner_id) from elector where poll_id = p.id)
  ),
  present = (select count(*) from elector where poll_id = p.id),
  present_cities = (select count(distinct partner_id) from elector where poll_id = p.id)
where p.state <> 'PREPARED';
`;

/** Decided polls of before were all counted by sums (shared/src/voting/methods/countSums.ts), of ballots that weigh 1. */
const countsOfBefore = `
with option as (
  select p.id as poll_id, o.key, o.place
  from poll p
  cross join lateral unnest(case when p.method = 'YES_NO_ABSTAIN' then array['YES', 'NO', 'ABSTAIN']
    else array(select chr(64 + n) from generate_series(1, jsonb_array_length(p.options)) n) end
  ) with ordinality as o (key, place)
  where p.result is not null
), summed as (
  select o.poll_id, o.key, o.place, coalesce(sum(c.value * c.weight), 0) as sum
  from option o left join poll_count c on c.poll_id = o.poll_id and c.option = o.key
  group by o.poll_id, o.key, o.place
), level as (
  select poll_id, sum, jsonb_agg(key order by place) as keys from summed where key <> 'ABSTAIN' group by poll_id, sum
), counted as (
  select poll_id, jsonb_agg(keys order by sum desc) as ranking, max(sum) as most from level group by poll_id
), box as (
  select poll_id, count(*) as ballots,
    count(*) filter (where answer -> 'marks' = '[]' or answer -> 'marks' -> 0 ->> 'option' = 'ABSTAIN') as abstentions
  from ballot group by poll_id
)
update poll p set count = jsonb_build_object(
  'method', p.method,
  'winners', case when c.most > 0 then c.ranking -> 0 else '[]' end,
  'isTie', c.most > 0 and jsonb_array_length(c.ranking -> 0) > 1,
  'ranking', c.ranking,
  'cast', coalesce(b.ballots, 0),
  'abstained', coalesce(b.abstentions, 0),
  'working', jsonb_build_object('kind', 'SUMS', 'reasons', '[]'::jsonb, 'sums',
    (select jsonb_agg(jsonb_build_object('option', key, 'sum', sum) order by place) from summed s where s.poll_id = p.id))
)
from counted c left join box b on b.poll_id = c.poll_id
where c.poll_id = p.id;
`;

/** In their order. */
export const decisionRules = [columns, attendanceOfBefore, countsOfBefore];
