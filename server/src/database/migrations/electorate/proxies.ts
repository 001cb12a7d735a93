/**
 * Proxies: what was given before opening [proxy_grant], and what the opening froze of it [elector.proxy_id]. An elector
 * without a proxy votes in person, and was present.
 */
export const proxyChanges = [
	`
alter table poll add column proxy_cap int not null default 0 check (proxy_cap >= 0);
alter table elector add column proxy_id uuid null references person(id) check (proxy_id <> person_id);
create index elector_proxy on elector (proxy_id);
create table proxy_grant (
  poll_id uuid not null references poll(id) on delete cascade, principal_id uuid not null references person(id),
  proxy_id uuid not null references person(id) check (proxy_id <> principal_id),
  given_by uuid not null references person(id), given_at timestamptz not null, primary key (poll_id, principal_id)
);
create index proxy_grant_principal on proxy_grant (principal_id);
create index proxy_grant_proxy on proxy_grant (proxy_id);
create index proxy_grant_given_by on proxy_grant (given_by);
`,
];
