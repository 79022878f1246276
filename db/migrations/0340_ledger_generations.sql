-- Why: a log that was set back behind what its witnesses have seen must never go on under its name: that would be a fork. The realm begins
-- a new log, whose first entry pins where the old one stood. What the old log holds stays as it is, with its proofs.

create table ledger.log (
  realm text not null,
  generation integer not null check (generation > 0),
  origin text not null,
  -- Ed25519 for checkpoints, Ed25519 for leaves, SM2 for checkpoints: public, and kept so that proofs of an old log go on being checked.
  log_key bytea not null check (length(log_key) = 32),
  submit_key bytea not null check (length(submit_key) = 32),
  sm2_key bytea not null check (length(sm2_key) = 65),
  begun_at timestamptz not null,
  primary key (realm, generation),
  unique (realm, origin)
);
comment on table ledger.log is 'Append-only. The logs of a realm, one after the other; only the newest grows.';
create trigger log_append_only before update or delete or truncate on ledger.log
  for each statement execute function ledger.refuse_change();
grant select on ledger.log to liangqian_app, liangqian_reader, liangqian_auditor;

alter table ledger.head add column generation integer not null default 1,
  drop constraint head_pkey, add primary key (realm, generation);
alter table ledger.entry add column generation integer not null default 1,
  drop constraint entry_pkey, add primary key (realm, generation, idx);
alter table ledger.tile add column generation integer not null default 1,
  drop constraint tile_pkey, add primary key (realm, generation, level, n);
alter table ledger.cosignature drop constraint cosignature_realm_size_fkey;
alter table ledger.checkpoint add column generation integer not null default 1,
  drop constraint checkpoint_pkey, add primary key (realm, generation, size);
alter table ledger.cosignature add column generation integer not null default 1,
  drop constraint cosignature_pkey, add primary key (realm, generation, size, witness),
  add foreign key (realm, generation, size) references ledger.checkpoint (realm, generation, size);

-- The parameter of the three comes last and has a default, so that a program of before, which knows one log, still finds them.
drop function ledger.take_over(text, bytea);
drop function ledger.extend(
  text, bigint, bigint, bytea, bigint, bigint[], bytea[], text, bytea[], text[], bytea[], smallint[], bigint[], bytea[], bytea[]
);
drop function ledger.say(text, bigint, bigint, bytea, text, timestamptz);

-- No row: a newer log has begun, and this one has ended. A new log goes on behind the place up to which the old one is whole.
create function ledger.take_over(a_realm text, a_empty_root bytea, a_generation integer default 1)
returns table (size bigint, root bytea, epoch bigint, settled bigint)
language sql security definer set search_path = '' as $$
  insert into ledger.head (realm, generation, size, root, epoch, settled)
    select a_realm, a_generation, 0, a_empty_root, 1, coalesce((
      select h.settled from ledger.head h where h.realm = a_realm and h.generation = a_generation - 1
    ), 0)
    where not exists (select 1 from ledger.log l where l.realm = a_realm and l.generation > a_generation)
  on conflict (realm, generation) do update set epoch = ledger.head.epoch + 1
  returning ledger.head.size, ledger.head.root, ledger.head.epoch, ledger.head.settled
$$;

create function ledger.extend(
  a_realm text, a_epoch bigint, a_size bigint, a_root bytea, a_settled bigint,
  e_place bigint[], e_leaf bytea[], e_records text, e_subject bytea[],
  s_stream text[], s_salt bytea[],
  t_level smallint[], t_n bigint[], t_root bytea[], t_hashes bytea[],
  a_generation integer default 1
) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update ledger.head h set size = a_size + cardinality(e_place), root = a_root, settled = a_settled
    where h.realm = a_realm and h.generation = a_generation and h.epoch = a_epoch and h.size = a_size;
  if not found then return false; end if;
  insert into ledger.salt (realm, stream, salt)
    select a_realm, s.stream, s.salt from unnest(s_stream, s_salt) as s (stream, salt);
  insert into ledger.entry (realm, generation, idx, place, leaf, record, subject)
    select a_realm, a_generation, a_size + e.nth - 1, e.place, e.leaf, e.record, e.subject
    from unnest(e_place, e_leaf, string_to_array(e_records, chr(30)), e_subject)
      with ordinality as e (place, leaf, record, subject, nth);
  insert into ledger.tile (realm, generation, level, n, root, hashes)
    select a_realm, a_generation, t.level, t.n, t.root, t.hashes
    from unnest(t_level, t_n, t_root, t_hashes) as t (level, n, root, hashes);
  return true;
end $$;

create function ledger.say(
  a_realm text, a_epoch bigint, a_size bigint, a_root bytea, a_note text, a_at timestamptz, a_generation integer default 1
) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from ledger.head h where h.realm = a_realm and h.generation = a_generation and h.epoch = a_epoch for share;
  if not found then return false; end if;
  insert into ledger.checkpoint (realm, generation, size, root, note, signed_at)
    values (a_realm, a_generation, a_size, a_root, a_note, a_at)
    on conflict do nothing;
  return true;
end $$;

-- Begins the log of a generation, once. Whoever still holds the one before is replaced and writes nothing more.
create function ledger.begin_log(
  a_realm text, a_generation integer, a_origin text, a_log_key bytea, a_submit_key bytea, a_sm2_key bytea, a_at timestamptz
) returns void language plpgsql security definer set search_path = '' as $$
begin
  if a_generation > 1 and not exists (
    select 1 from ledger.log l where l.realm = a_realm and l.generation = a_generation - 1
  ) then
    raise exception 'the log before generation % of % is unknown', a_generation, a_realm;
  end if;
  insert into ledger.log (realm, generation, origin, log_key, submit_key, sm2_key, begun_at)
    values (a_realm, a_generation, a_origin, a_log_key, a_submit_key, a_sm2_key, a_at)
    on conflict (realm, generation) do nothing;
  update ledger.head h set epoch = h.epoch + 1 where h.realm = a_realm and h.generation < a_generation;
end $$;

-- Every transaction that writes the journal holds a lock on its table from before it takes a place until it ends: a place that is
-- missing while nobody writes any more, who wrote when it was first missed, will never come. No clock is asked.
create function ledger.writers() returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct l.virtualtransaction), '{}') from pg_catalog.pg_locks l
  where l.locktype = 'relation' and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
    and l.relation = 'journal.act'::pg_catalog.regclass and l.granted
    and l.mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
$$;

revoke all on function ledger.take_over, ledger.extend, ledger.say, ledger.begin_log, ledger.writers from public;
grant execute on function ledger.take_over, ledger.extend, ledger.say, ledger.begin_log, ledger.writers to liangqian_app;
