/**
 * Ballots on paper. Who votes on paper has the paper's number [elector.paper] and no other ballot. `poll.papers` is the
 * number of the last that was handed out: a commit of ballots that has waited for one looks at its electors again.
 */
export const paperChanges = [
	`
alter table poll add column papers int not null default 0;
alter table elector add column paper int null check (paper >= 1);
create unique index elector_paper on elector (poll_id, paper) where paper is not null;
create table paper_entry (
  poll_id uuid not null references poll(id) on delete cascade, paper int not null,
  entered_by uuid not null references person(id), answer jsonb not null, entered_at timestamptz not null,
  primary key (poll_id, paper, entered_by)
);
create index paper_entry_entered_by on paper_entry (entered_by);
`,
];
