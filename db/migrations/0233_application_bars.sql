-- Who may not apply again, and what the applicants said otherwise than the sources (R35, R47). Both follow from events of
-- cases and can be written again from them; a robot enters them, so that they can be asked across all cases of the district.

create table application.bar (
  realm text not null,
  -- SM3 of the person's number with the realm: enough to find the bar, not enough to name anybody.
  holder_key bytea not null,
  case_no text not null,
  cause text not null check (cause in ('concealed', 'fraud', 'annulledRegistration')),
  item_id text not null,
  decided_on date not null,
  decision_no text not null,
  primary key (realm, holder_key, case_no, cause)
);
grant select, insert on application.bar to liangqian_app;
grant select on application.bar to liangqian_auditor;

create table application.discrepancy (
  realm text not null,
  case_no text not null,
  name text not null,
  -- The organ that keeps the source, which the notice is for.
  organ text not null,
  source text not null,
  source_name text not null,
  value text not null,
  stated text not null,
  receipt text not null,
  noted_at timestamptz not null,
  primary key (realm, case_no, name)
);
create index discrepancy_organ on application.discrepancy (realm, organ, noted_at);
grant select, insert on application.discrepancy to liangqian_app;
