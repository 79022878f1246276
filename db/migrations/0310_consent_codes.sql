-- Codes that holders show at windows. They live for minutes and are personal, so they lie in a table and go again (the consent
-- itself is a stream of the journal and names nobody). What is kept of a code is an HMAC under a key that is not in the
-- database; tries are counted for each clerk and each window.

create schema consent;
grant usage on schema consent to liangqian_app, liangqian_auditor;

create table consent.code (
  realm text not null,
  -- The account that shows it: a new code ends the one before.
  giver text collate "C" not null,
  digest bytea not null check (length(digest) = 32),
  consent_id text collate "C" not null,
  -- Whose claims they are, as he stands in an application.
  subject text not null,
  expires_at timestamptz not null,
  primary key (realm, giver)
);
-- Not unique: a code that two people were given in the same instant opens nothing, and both draw again.
create index code_digest on consent.code (realm, digest);
create index code_due on consent.code (realm, expires_at);
grant select, insert, update, delete on consent.code to liangqian_app;
grant select (realm, consent_id, expires_at) on consent.code to liangqian_auditor;

create table consent.attempt (
  realm text not null,
  -- SHA-256 of what is counted: a clerk, or the address of a window.
  source text collate "C" not null check (length(source) = 64),
  failed_count integer not null check (failed_count >= 0),
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (realm, source)
);
create index attempt_last on consent.attempt (realm, last_at);
grant select, insert, update, delete on consent.attempt to liangqian_app;
grant select on consent.attempt to liangqian_auditor;
