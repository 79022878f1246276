-- Why: ids that clients draw grow with time (UUID version 7) and begin with a digit, those of robots with a letter. In one order
-- the newest of the former stood before the latter, so that a full page of the index was parted in its middle, left half full
-- for ever, and its half written to the write-ahead log. With the former last, pages are left full and little is moved: two
-- hundred bytes of log less for a case of two signatures, and an index of half the size. Whoever asks for an id says on which
-- side it stands.

create unique index act_request on journal.act (realm, (request_id < ':'), request_id);
alter table journal.act drop constraint act_realm_request_id_key;

create or replace view journal.v_done as select a.realm, a.request_id, a.request_id < ':' as begins_with_digit from journal.act a;

create or replace function journal.append(
  a_realm text[], a_request text[], a_digest bytea[], a_stream text[], a_from integer[], a_to integer[],
  a_prev bytea[], a_hash bytea[], a_body text[], a_fences text[], a_documents text,
  f_realm text[], f_key text[], f_mode text[], f_open boolean[], f_epoch bigint[], f_act integer[],
  o_act integer[], o_topic text[], o_payload text[], o_due timestamptz[]
) returns text[] language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  moves constant boolean := 'set' = any(f_mode) or 'bump' = any(f_mode);
  passed boolean[] := '{}';
  verdict text[];
  was_open boolean;
  was_epoch bigint;
begin
  if not moves then
    select array_agg(coalesce(f.open and (u.epoch is null or u.epoch = f.epoch), false) order by u.place)
      into passed
      from unnest(f_realm, f_key, f_epoch) with ordinality as u (realm, key, epoch, place)
      left join lateral (
        select h.open, h.epoch from journal.fence h where h.realm = u.realm and h.key = u.key for share
      ) f on true;
  else
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
  end if;

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
      where r.realm = a.realm and (r.request_id < ':') = (a.request collate "C" < ':') and r.request_id = a.request
      order by r.request_id limit 1
    ) done on true
    left join lateral (
      select f_key[u.fence] as key from unnest(string_to_array(a.fences, ',')::integer[]) with ordinality as u (fence, nth)
      where not passed[u.fence] order by u.nth limit 1
    ) shut on not (true = all(passed));

  -- Another transaction may take a stream or a request id between the look and here: then a primary key refuses, all is
  -- rolled back, the caller tries again one by one, and the look says "raced" or "repeat".
  insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    select a.realm, a.stream, a.from_seq, a.to_seq, a.request, a.digest, a.hash, a.body
    from unnest(a_realm, a_stream, a_from, a_to, a_request, a_digest, a_hash, a_body, verdict)
      as a (realm, stream, from_seq, to_seq, request, digest, hash, body, verdict)
    where a.verdict = 'ok';

  if moves then
    for i in 1 .. cardinality(f_key) loop
      if f_mode[i] <> 'pass' and verdict[f_act[i]] = 'ok' then
        if f_mode[i] = 'set' then
          update journal.fence f set open = f_open[i], epoch = a_to[f_act[i]] where f.realm = f_realm[i] and f.key = f_key[i];
        else
          update journal.fence f set epoch = f.epoch + 1 where f.realm = f_realm[i] and f.key = f_key[i];
        end if;
      end if;
    end loop;
  end if;
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

create or replace function journal.read(a_realm text, a_streams text[], a_requests text[])
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
      where a.realm = a_realm and (a.request_id < ':') = (name collate "C" < ':') and a.request_id = name;
  end loop;
end $$;
