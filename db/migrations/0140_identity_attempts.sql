-- Why: a lock that belongs to the account alone lets any stranger lock an officer out with wrong passwords. Attempts are
-- counted for each account and the address that they come from; the account itself keeps a slower brake for strangers' addresses.

create table identity.attempt (
  realm text not null,
  login text collate "C" not null,
  source text collate "C" not null check (length(source) = 64),
  failed_count integer not null default 0 check (failed_count >= 0),
  locked_until timestamptz,
  last_at timestamptz not null,
  known_until timestamptz,
  primary key (realm, login, source),
  foreign key (realm, login) references identity.account (realm, login)
);
create index attempt_last on identity.attempt (realm, last_at);
comment on table identity.attempt is 'source is a SHA-256 of account and address, never the address. known_until: the account was opened from there, so the brake against strangers does not hold it up.';

grant select, insert, delete on identity.attempt to liangqian_app;
grant update (failed_count, locked_until, last_at, known_until) on identity.attempt to liangqian_app;
grant select (realm, login, failed_count, locked_until, last_at, known_until) on identity.attempt to liangqian_auditor;
