-- Why: signing in is not an act of legal effect, so accounts and sessions are ordinary rows, not events. Staff and organs
-- themselves are streams of the journal; an account only points at one of them, or at an applicant.

create schema identity;
grant usage on schema identity to liangqian_app, liangqian_auditor;

create table identity.applicant (
  realm text not null,
  applicant_id text collate "C" not null,
  kind text not null check (kind in ('naturalPerson', 'organisation')),
  name text not null check (name <> ''),
  id_type text not null check (id_type in ('citizenId', 'passport', 'residencePermit', 'uscc')),
  id_no text not null check (id_no <> ''),
  phone text not null,
  verified_at timestamptz,
  legal_representative_name text,
  legal_representative_id_no text,
  primary key (realm, applicant_id),
  unique (realm, id_type, id_no),
  check ((kind = 'organisation') = (id_type = 'uscc')),
  check ((kind = 'organisation') = (legal_representative_name is not null)),
  check ((kind = 'organisation') = (legal_representative_id_no is not null))
);
comment on table identity.applicant is 'Natural persons and organisations who apply. verified_at: the real name was verified (行政许可法 29).';

create table identity.account (
  realm text not null,
  login text collate "C" not null check (login <> ''),
  kind text not null check (kind in ('staff', 'applicant')),
  holder_id text collate "C" not null,
  password_hash text not null check (password_hash like 'scrypt$%'),
  failed_count integer not null default 0 check (failed_count >= 0),
  locked_until timestamptz,
  created_at timestamptz not null,
  password_set_at timestamptz not null,
  closed_at timestamptz,
  primary key (realm, login)
);
create index account_holder on identity.account (realm, kind, holder_id);
comment on table identity.account is 'holder_id is a personId of staff or an applicant_id. A closed account answers like one that does not exist.';

create table identity.session (
  realm text not null,
  token_hash text collate "C" not null check (length(token_hash) = 64),
  login text collate "C" not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  off_site boolean not null,
  primary key (realm, token_hash),
  foreign key (realm, login) references identity.account (realm, login)
);
create index session_login on identity.session (realm, login);
comment on table identity.session is 'SHA-256 of the token, never the token: a copy of this table opens no session.';

grant select, insert on identity.applicant, identity.account, identity.session to liangqian_app;
grant update (verified_at, phone) on identity.applicant to liangqian_app;
grant update (password_hash, password_set_at, failed_count, locked_until, closed_at) on identity.account to liangqian_app;
grant update (last_seen_at), delete on identity.session to liangqian_app;

-- The auditor sees who could sign in and when, not what would let anyone try passwords at home.
grant select on identity.applicant to liangqian_auditor;
grant select (realm, login, kind, holder_id, failed_count, locked_until, created_at, password_set_at, closed_at)
  on identity.account to liangqian_auditor;
grant select (realm, login, created_at, last_seen_at, off_site) on identity.session to liangqian_auditor;
