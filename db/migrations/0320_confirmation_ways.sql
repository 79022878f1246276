-- Which passkeys and codes a person holds is told by the events of the stream confirmation/<personId>. Here lies what has no
-- legal effect of its own: questions that wait a few minutes for their answer, how far a device has counted, and the secret of
-- one-time codes, encrypted. A question may go again once it is over.

create schema confirmation;
grant usage on schema confirmation to liangqian_app, liangqian_auditor;

create table confirmation.challenge (
  realm text not null,
  nonce text collate "C" not null check (length(nonce) >= 43),
  purpose text not null check (purpose in ('register', 'sign')),
  person_id text collate "C" not null,
  -- SHA-256 of the session in which it was asked: no other session answers it.
  token_hash text collate "C" not null check (length(token_hash) = 64),
  rp_id text not null,
  origin text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  decisions text[] not null check (cardinality(decisions) <= 200),
  -- The act that used it up.
  used_by text collate "C",
  primary key (realm, nonce)
);
create index challenge_person on confirmation.challenge (realm, person_id);

create table confirmation.passkey_use (
  realm text not null,
  credential_id text collate "C" not null,
  counter bigint not null check (counter >= 0),
  last_use text collate "C" not null,
  used_at timestamptz not null,
  primary key (realm, credential_id)
);

create table confirmation.code (
  realm text not null,
  person_id text collate "C" not null,
  secret bytea,
  set_at timestamptz not null,
  -- The time step whose code was used last (RFC 6238): it and earlier ones are never taken again.
  last_step bigint not null default 0,
  last_use text collate "C",
  primary key (realm, person_id)
);

grant select, insert, delete on confirmation.challenge to liangqian_app;
grant update (used_by) on confirmation.challenge to liangqian_app;
grant select, insert on confirmation.passkey_use, confirmation.code to liangqian_app;
grant update (counter, last_use, used_at) on confirmation.passkey_use to liangqian_app;
grant update (secret, set_at, last_step, last_use) on confirmation.code to liangqian_app;
grant select (realm, purpose, person_id, rp_id, origin, asked_at, expires_at, decisions, used_by)
  on confirmation.challenge to liangqian_auditor;
grant select on confirmation.passkey_use to liangqian_auditor;
grant select (realm, person_id, set_at, last_step, last_use) on confirmation.code to liangqian_auditor;
