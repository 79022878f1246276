-- Questions that one case alone cannot answer: was an inspector somewhere else at that hour (T09), and how much has
-- this mandate's holder already decided, today and for this applicant or project (R71, T04). Both tables are computed
-- from the journal in the same commit as the act and can be computed again.

create schema review;
grant usage on schema review to liangqian_app, liangqian_reader, liangqian_auditor;

create table review.site_visit (
  realm text not null,
  case_no text not null,
  seq integer not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  officers text[] not null,
  latitude double precision not null,
  longitude double precision not null,
  primary key (realm, case_no, seq)
);
create index site_visit_officers on review.site_visit using gin (officers);
grant select on review.site_visit to liangqian_app, liangqian_reader, liangqian_auditor;

create schema decision;
grant usage on schema decision to liangqian_app, liangqian_reader, liangqian_auditor;

create table decision.signature (
  realm text not null,
  person_id text not null,
  signed_at timestamptz not null,
  case_no text not null,
  kind text not null check (kind in ('propose', 'endorse', 'decide')),
  outcome text not null,
  item_id text not null,
  -- SM3 of the applicant's number with the realm: enough to add up, not enough to name anybody.
  applicant_key bytea not null,
  project text not null,
  amount numeric,
  primary key (realm, person_id, signed_at, case_no)
);
-- Sums go over decisions alone, of one applicant or, where a cap says so, of one project.
create index signature_applicant on decision.signature (realm, applicant_key, item_id, signed_at) where kind = 'decide';
create index signature_project on decision.signature (realm, project, item_id, signed_at)
  where kind = 'decide' and project <> '';
grant select on decision.signature to liangqian_app, liangqian_reader, liangqian_auditor;

-- R34: the cases of quantity-limited items in the order of acceptance; the last place is decided behind a fence.
create table decision.queue (
  realm text not null,
  case_no text not null,
  item_id text not null,
  accepted_at timestamptz not null,
  open boolean not null,
  granted_at timestamptz,
  primary key (realm, case_no)
);
create index queue_order on decision.queue (realm, item_id, accepted_at, case_no);
grant select on decision.queue to liangqian_app, liangqian_reader, liangqian_auditor;
