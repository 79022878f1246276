-- Answers that somebody saved before he applied. They have no legal effect and are personal: their owner deletes them at
-- once, a robot after their time. One for each account and item; the revision keeps two devices from overwriting each other.

create schema application;
grant usage on schema application to liangqian_app;

create table application.draft (
  realm text not null,
  owner text collate "C" not null,
  item_id text not null,
  item_version integer not null,
  revision integer not null check (revision > 0),
  body text not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (realm, owner, item_id)
);
create index draft_due on application.draft (realm, expires_at);
grant select, insert, update, delete on application.draft to liangqian_app;

-- Whose cases these are, for the answers that the same applicant gave before.
create view desk.v_party as select p.realm, p.party_key, p.case_no from desk.party p;
grant select on desk.v_party to liangqian_app;
