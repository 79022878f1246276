-- The law's clock runs on working days, and only the State Council's yearly notice says which days those are. A notice is data
-- that arrives every November, so it lives in the database and not in the program.

create schema calendar;
grant usage on schema calendar to liangqian_app, liangqian_reader, liangqian_auditor;

create table calendar.year (
  realm text not null,
  year integer not null check (year between 1990 and 2100),
  source text not null check (source in ('notice', 'statute')),
  body json not null check (json_typeof(body) = 'object'),
  loaded_at timestamptz not null default now(),
  primary key (realm, year)
);
comment on table calendar.year is 'Days off and make-up working days of one year; a second notice for the same year replaces the first. A year without a row has the holidays of the statute and its deadlines are provisional.';

grant select, insert, update on calendar.year to liangqian_app;
grant select on calendar.year to liangqian_reader, liangqian_auditor;
