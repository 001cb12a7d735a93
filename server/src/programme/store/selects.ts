/** The columns of each read, named as the rows in ports.ts; every read of a kind begins with the same words. */

export const THEME = `select id, network_id as "networkId", code, ordinal as "order", title from theme`;

export const ACTIVITY = `select id, network_id as "networkId", ordinal as "order", kind, title, summary,
	theme_id as "themeId", host_partner_id as "hostPartnerId", starts_on as "startsOn", ends_on as "endsOn",
	reported_delegates as "reportedDelegates" from activity`;

export const EVENT = `select e.id, e.activity_id as "activityId", a.network_id as "networkId", a.title, e.place,
	e.time_zone as "timeZone", a.starts_on as "startsOn", a.ends_on as "endsOn",
	a.host_partner_id as "hostPartnerId", e.join_code as "joinCode", e.session_kinds as "sessionKinds",
	exists (
		select from delegate d join membership m on m.id = d.membership_id join person p on p.id = m.person_id
		where d.event_id = e.id and p.is_demonstration
	) as "isDemonstration"
	from event e join activity a on a.id = e.activity_id`;

export const SESSION = `select s.id, s.event_id as "eventId", a.network_id as "networkId", s.kind, s.title,
	s.starts_at as "startsAt", s.ends_at as "endsAt", s.current_agenda_item_id as "currentItemId",
	s.version::int as version
	from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id`;

/** An agenda says what it is about, so it reads the recommendation's title, and nothing else of that room. */
export const AGENDA_ITEM = `select i.id, i.session_id as "sessionId", i.ordinal as index, i.kind, i.title, i.minutes,
	i.recommendation_id as "recommendationId", r.title as "recommendationTitle", i.started_at as "startedAt",
	i.finished_at as "finishedAt", s.current_agenda_item_id is not distinct from i.id as "isCurrent"
	from agenda_item i join session s on s.id = i.session_id
	left join recommendation r on r.id = i.recommendation_id`;

export const DELEGATE = `select d.id, d.event_id as "eventId", m.partner_id as "partnerId",
	m.person_id as "personId", p.name, pa.city, m.stakeholder_group as "group", p.is_demonstration as "isDemonstration",
	p.email is not null and not p.is_demonstration as "hasMail"
	from delegate d join membership m on m.id = d.membership_id join person p on p.id = m.person_id
	join partner pa on pa.id = m.partner_id`;

export const BADGE = `select d.id, d.event_id as "eventId", p.name, pa.city, m.stakeholder_group as "group",
	d.badge_code as "fourDigits", (
		select coalesce(jsonb_agg(extract(epoch from at) * 1000), '[]') from join_attempt where delegate_id = d.id
	) as "wrongAt"
	from delegate d join membership m on m.id = d.membership_id join person p on p.id = m.person_id
	join partner pa on pa.id = m.partner_id`;

/** A speaker's city and code come from the delegate that the person is at the session's event. */
export const FLOOR_REQUEST = `select f.id, f.session_id as "sessionId", f.person_id as "personId",
	p.name as "personName", at_event.city, at_event.code as "partnerCode", f.requested_at as "requestedAt",
	f.called_at as "calledAt"
	from floor_request f join person p on p.id = f.person_id join session s on s.id = f.session_id
	join lateral (
		select pa.city, pa.code from delegate d join membership m on m.id = d.membership_id
		join partner pa on pa.id = m.partner_id
		where d.event_id = s.event_id and m.person_id = f.person_id order by pa.ordinal limit 1
	) at_event on true`;

export const PRESENCE = `select s.id as "sessionId", m.partner_id as "partnerId", m.stakeholder_group as "group",
	count(pr.id)::int as present, count(*)::int as entitled
	from session s join delegate d on d.event_id = s.event_id join membership m on m.id = d.membership_id
	join partner pa on pa.id = m.partner_id
	left join presence pr on pr.session_id = s.id and pr.delegate_id = d.id and pr.checked_out_at is null
	where s.id = any($1::uuid[])
	group by s.id, m.partner_id, pa.ordinal, m.stakeholder_group
	order by pa.ordinal, m.partner_id`;
