-- Which matters 一件事 somebody has begun, for his own list. Everything else about a matter is read from its stream; these rows
-- can be computed from the journal again.

create schema matter;
grant usage on schema matter to liangqian_app, liangqian_reader, liangqian_auditor;

create table matter.party (
  realm text not null,
  -- SM3 of the person's number with the realm: enough to find his matters, not enough to name anybody.
  party_key bytea not null,
  matter_no text collate "C" not null,
  primary key (realm, party_key, matter_no)
);
grant select on matter.party to liangqian_app, liangqian_reader, liangqian_auditor;
grant insert on matter.party to liangqian_app;
