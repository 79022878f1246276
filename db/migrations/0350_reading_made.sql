-- Why: whoever reads the personal data of another at work leaves a trace that he cannot take away, and the person may see it
-- (个人信息保护法 44, 45, 51, 55). The rows are personal themselves and may be forgotten after three years (56); what remains of them
-- for ever are their salted digests, which stand in the journal and so in the transparency log.

create schema reading;
grant usage on schema reading to liangqian_app, liangqian_auditor;

create table reading.made (
  realm text not null,
  id bigint generated always as identity,
  -- The stream of what was read: `case/…`, `matter/…`.
  subject text collate "C" not null,
  reader text collate "C" not null,
  post text not null,
  what text not null,
  reason text,
  read_at timestamptz not null,
  salt bytea not null check (length(salt) = 32),
  -- SM3 over salt and the row as canonical JSON.
  digest bytea not null check (length(digest) = 32),
  -- The act `reading/<batch>` of the journal that holds the digest.
  batch uuid,
  primary key (realm, id)
);
create index made_subject on reading.made (realm, subject, id);
create index made_reader on reading.made (realm, reader, subject, id) where reason is not null;
create index made_waiting on reading.made (realm, id) where batch is null;
comment on table reading.made is 'Who read what of whom, noted before it was shown. Rows change once, when their batch is named, and go only after three years.';

-- Gives the rows that wait to a batch; two processes never take the same row.
create function reading.take(a_realm text, a_batch uuid, a_limit integer) returns table (digest bytea)
language sql security definer set search_path = '' as $$
  with waiting as (
    select m.id from reading.made m where m.realm = a_realm and m.batch is null
    order by m.id limit a_limit for update skip locked
  ), taken as (
    update reading.made m set batch = a_batch from waiting w where m.realm = a_realm and m.id = w.id
    returning m.id, m.digest
  )
  select t.digest from taken t order by t.id
$$;

-- 个人信息保护法 56: records of processing are kept for three years at least, so nobody forgets earlier.
create function reading.forget(a_realm text, a_now timestamptz) returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from reading.made m
    where m.realm = a_realm and m.batch is not null and m.read_at < least(a_now, now()) - interval '3 years'
    returning 1
  )
  select count(*) from gone
$$;

revoke all on function reading.take, reading.forget from public;
grant execute on function reading.take, reading.forget to liangqian_app;
grant select, insert on reading.made to liangqian_app;
grant select on reading.made to liangqian_auditor;
