-- The journal is the only memory of legal effect: append-only streams of acts, each row's body the exact text that was
-- hashed. Everything else in the database can be computed from it again. One function writes; nobody has a privilege to
-- update, delete or truncate, and a trigger refuses even the owner, so that a mistake in an operator's console is no way in.

create schema journal;
grant usage on schema journal to liangqian_app, liangqian_reader, liangqian_auditor;

create table journal.act (
  realm text not null,
  stream text collate "C" not null,
  from_seq integer not null check (from_seq > 0),
  to_seq integer not null check (to_seq >= from_seq),
  request_id text collate "C" not null,
  digest bytea not null,
  hash bytea not null check (length(hash) = 32),
  body text not null,
  primary key (realm, stream, from_seq),
  unique (realm, request_id)
);
comment on table journal.act is 'Append-only, one row for every act: its events are from_seq to to_seq of the stream. body is RFC 8785 JSON of the record; hash is SM3 over its UTF-8 bytes; the record holds the hash of the act before. Repeating a request id answers with the first outcome and changes nothing; digest tells whether the repetition asks for the same.';

-- For people who read with SQL: one row for every event, with what the act says for all of them.
create view journal.event as
  select a.realm, a.stream, (a.from_seq + e.place - 1)::integer as seq, e.event ->> 'type' as type,
    (a.body::json ->> 'at')::timestamptz as at,
    coalesce(e.event -> 'actor', a.body::json -> 'actor') as actor,
    case when e.event -> 'mandate' is null then a.body::json -> 'mandate'
      when json_typeof(e.event -> 'mandate') = 'null' then null
      else e.event -> 'mandate' end as mandate,
    a.request_id, e.event -> 'data' as data, a.hash
  from journal.act a
  cross join lateral json_array_elements(a.body::json -> 'events') with ordinality as e (event, place);

create table journal.fence (
  realm text not null,
  key text collate "C" not null,
  open boolean not null,
  epoch bigint not null,
  primary key (realm, key)
) with (fillfactor = 50);
comment on table journal.fence is 'An act locks the rows of what it relies on; closing one is exact because the same rows are locked for the close.';

create table journal.outbox (
  id bigint generated always as identity,
  realm text not null,
  topic text not null,
  payload text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  failed text,
  primary key (realm, id)
);
create index outbox_due on journal.outbox (due_at, id);
comment on table journal.outbox is 'Follow-up work, committed with the act that owes it. A robot deletes a row when the work is done; handlers are idempotent.';

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'journal.% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger act_append_only before update or delete or truncate on journal.act
  for each statement execute function journal.refuse_change();

-- For stores that must know an epoch before they add up rows behind it.
create view journal.v_fence as select f.realm, f.key, f.open, f.epoch from journal.fence f;

-- Work lists and figures are written in the same commit as the act. The module that owns them replaces this body.
create function journal.project(
  a_realm text[], a_stream text[], a_seq integer[], a_verdict text[], a_documents text
) returns void
language plpgsql as $$ begin end $$;

-- Appends many acts in one commit, each succeeding or failing on its own. The caller sorts acts by (realm, stream) and
-- fences by (realm, key), so that two calls always lock in the same order, and never puts an act that sets or bumps a
-- fence beside another act that uses the same one, nor two acts on one stream or with one request id. Verdicts, one each:
--   ok · repeat (the request id exists) · raced (the stream moved) · fenced:<key> (closed, missing, or another epoch)
create function journal.append(
  a_realm text[], a_request text[], a_digest bytea[], a_stream text[], a_from integer[], a_to integer[],
  a_prev bytea[], a_hash bytea[], a_bodies text, a_fences text[], a_documents text,
  f_realm text[], f_key text[], f_mode text[], f_open boolean[], f_epoch bigint[], f_act integer[],
  o_act integer[], o_topic text[], o_payload text[], o_due timestamptz[]
) returns text[] language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  passed boolean[] := '{}';
  verdict text[];
  was_open boolean;
  was_epoch bigint;
  -- Long texts come as one, parted by a character that JSON cannot hold: an array would be escaped and unescaped.
  a_body text[] := string_to_array(a_bodies, chr(30));
begin
  for i in 1 .. cardinality(f_key) loop
    if f_mode[i] = 'pass' then
      select f.open, f.epoch into was_open, was_epoch from journal.fence f
        where f.realm = f_realm[i] and f.key = f_key[i] for share;
    else
      -- A key that is set for the first time, or that nobody bumped yet, comes into being here.
      insert into journal.fence (realm, key, open, epoch) values (f_realm[i], f_key[i], true, 0) on conflict do nothing;
      select f.open, f.epoch into was_open, was_epoch from journal.fence f
        where f.realm = f_realm[i] and f.key = f_key[i] for update;
    end if;
    passed := passed || (f_mode[i] = 'set'
      or coalesce(was_open and (f_epoch[i] is null or f_epoch[i] = was_epoch), false));
  end loop;

  -- One statement for all acts of the group from here on: starting a statement costs more than a row. What was there
  -- before is looked up at the end of an index, whatever the statistics say (lateral, limit 1).
  select array_agg(case
      when shut.key is not null then 'fenced:' || shut.key
      when done.known then 'repeat'
      when a.from_seq = 1 and head.to_seq is null or head.to_seq = a.from_seq - 1 and head.hash = a.prev then 'ok'
      else 'raced'
    end order by a.place)
    into verdict
    from unnest(a_realm, a_request, a_stream, a_from, a_prev, a_fences)
      with ordinality as a (realm, request, stream, from_seq, prev, fences, place)
    left join lateral (
      select h.to_seq, h.hash from journal.act h
      where h.realm = a.realm and h.stream = a.stream order by h.from_seq desc limit 1
    ) head on true
    left join lateral (
      select true as known from journal.act r
      where r.realm = a.realm and r.request_id = a.request order by r.request_id limit 1
    ) done on true
    left join lateral (
      select f_key[u.fence] as key from unnest(string_to_array(a.fences, ',')::integer[]) with ordinality as u (fence, nth)
      where not passed[u.fence] order by u.nth limit 1
    ) shut on true;

  -- Another transaction may take a stream or a request id between the look and here: then a primary key refuses, all is
  -- rolled back, the caller tries again one by one, and the look says "raced" or "repeat".
  insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    select a.realm, a.stream, a.from_seq, a.to_seq, a.request, a.digest, a.hash, a.body
    from unnest(a_realm, a_stream, a_from, a_to, a_request, a_digest, a_hash, a_body, verdict)
      as a (realm, stream, from_seq, to_seq, request, digest, hash, body, verdict)
    where a.verdict = 'ok';

  for i in 1 .. cardinality(f_key) loop
    if f_mode[i] <> 'pass' and verdict[f_act[i]] = 'ok' then
      if f_mode[i] = 'set' then
        update journal.fence f set open = f_open[i], epoch = a_to[f_act[i]] where f.realm = f_realm[i] and f.key = f_key[i];
      else
        update journal.fence f set epoch = f.epoch + 1 where f.realm = f_realm[i] and f.key = f_key[i];
      end if;
    end if;
  end loop;
  if cardinality(o_act) > 0 then
    insert into journal.outbox (realm, topic, payload, due_at)
      select a_realm[o.act], o.topic, o.payload, o.due
      from unnest(o_act, o_topic, o_payload, o_due) as o (act, topic, payload, due)
      where verdict[o.act] = 'ok';
  end if;
  if a_documents <> '' and 'ok' = any(verdict) then
    perform journal.project(a_realm, a_stream, a_to, verdict, a_documents);
  end if;
  return verdict;
end $$;

-- One round trip to read: the streams, and the first outcome of request ids that may be repetitions.
create function journal.read(a_realm text, a_streams text[], a_requests text[])
returns table (
  stream text, from_seq integer, to_seq integer, request_id text, digest bytea, hash bytea, body text
)
language plpgsql stable security definer set search_path = '' as $$
declare
  name text;
begin
  foreach name in array a_streams loop
    return query select a.stream, a.from_seq, a.to_seq, a.request_id, a.digest, a.hash, a.body from journal.act a
      where a.realm = a_realm and a.stream = name order by a.from_seq;
  end loop;
  foreach name in array a_requests loop
    return query select a.stream, a.from_seq, a.to_seq, a.request_id, a.digest, a.hash, null::text from journal.act a
      where a.realm = a_realm and a.request_id = name;
  end loop;
end $$;

revoke all on function journal.append from public;
revoke all on function journal.project from public;
revoke all on function journal.read from public;
grant execute on function journal.append, journal.read to liangqian_app;
grant select on journal.act, journal.event, journal.fence, journal.outbox to liangqian_app, liangqian_auditor;
-- Robots take work from the outbox and give it back; the journal itself they only append to.
grant update (due_at, attempts, failed), delete on journal.outbox to liangqian_app;
grant select on journal.v_fence to liangqian_app, liangqian_reader, liangqian_auditor;
