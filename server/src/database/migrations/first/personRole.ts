/**
 * Every role that a person holds now, with the network, partner, event and session it is held in: explicit
 * assignments, PANEL_MEMBER from active memberships, DELEGATE from the events' lists of delegates.
 */
export const personRoleView = `
create view person_role as
  select a.person_id, a.role,
    coalesce(a.network_id, p.network_id, held_in.network_id) as network_id,
    a.partner_id, s.event_id, a.session_id
  from role_assignment a
  left join partner p on p.id = a.partner_id
  left join session s on s.id = a.session_id
  left join event e on e.id = s.event_id
  left join activity held_in on held_in.id = e.activity_id
  union all
  select m.person_id, 'PANEL_MEMBER', p.network_id, m.partner_id, null, null
  from membership m join partner p on p.id = m.partner_id
  where m.left_on is null
  union all
  select m.person_id, 'DELEGATE', p.network_id, m.partner_id, d.event_id, null
  from delegate d join membership m on m.id = d.membership_id join partner p on p.id = m.partner_id;
`;
