-- Why: anyone must be able to see that nothing in the journal was changed, removed or shown differently to different people. Each
-- act becomes one entry of a Merkle tree (RFC 6962), in gapless order. The act itself is the promise to log it: it needs no second
-- write beside the first, and what is not yet here is found by its place in the journal.

create schema ledger;
grant usage on schema ledger to liangqian_app, liangqian_reader, liangqian_auditor;

create table ledger.head (
  realm text not null,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  -- Raised by every sequencer that takes over; one that was replaced writes nothing more.
  epoch bigint not null,
  -- Every act up to this place of the journal is in the log, or never came to be.
  settled bigint not null,
  primary key (realm)
);
comment on table ledger.head is 'Where the log of a realm stands. One sequencer at a time moves it.';

create table ledger.entry (
  realm text not null,
  idx bigint not null check (idx >= 0),
  place bigint not null,
  leaf bytea not null check (length(leaf) = 128),
  record text not null,
  subject bytea not null check (length(subject) = 32),
  primary key (realm, idx),
  unique (realm, place)
);
create index entry_subject on ledger.entry (realm, subject, idx);
comment on table ledger.entry is 'Append-only. leaf is a Sigsum leaf over record; record is RFC 8785 JSON with salted commitments and nothing personal.';

create table ledger.salt (
  realm text not null,
  stream text collate "C" not null,
  salt bytea not null check (length(salt) = 32),
  primary key (realm, stream)
);
comment on table ledger.salt is 'What opens the commitments of a stream. Erased together with the stream’s data when the law asks for it; the log stays whole.';

create table ledger.tile (
  realm text not null,
  level smallint not null check (level between 0 and 7),
  n bigint not null check (n >= 0),
  root bytea not null check (length(root) = 32),
  hashes bytea not null check (length(hashes) = 8192),
  primary key (realm, level, n)
);
alter table ledger.tile alter column hashes set storage external;
comment on table ledger.tile is 'Append-only. Full tiles of 256 hashes (C2SP tlog-tiles); root is the hash that stands for the tile one level up.';

create table ledger.checkpoint (
  realm text not null,
  size bigint not null,
  root bytea not null check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null,
  primary key (realm, size)
);
comment on table ledger.checkpoint is 'Append-only. What the log has said of itself, with its own signatures; the witnesses’ stand in ledger.cosignature.';

create table ledger.cosignature (
  realm text not null,
  size bigint not null,
  witness text not null,
  line text not null,
  received_at timestamptz not null,
  primary key (realm, size, witness),
  foreign key (realm, size) references ledger.checkpoint (realm, size)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger entry_append_only before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();
create trigger tile_append_only before update or delete or truncate on ledger.tile
  for each statement execute function ledger.refuse_change();
create trigger checkpoint_append_only before update or delete or truncate on ledger.checkpoint
  for each statement execute function ledger.refuse_change();
create trigger cosignature_append_only before update or delete or truncate on ledger.cosignature
  for each statement execute function ledger.refuse_change();

-- The sequencer that takes over raises the epoch; from then on its predecessor, should it still run, is refused.
create function ledger.take_over(a_realm text, a_empty_root bytea)
returns table (size bigint, root bytea, epoch bigint, settled bigint)
language sql security definer set search_path = '' as $$
  insert into ledger.head (realm, size, root, epoch, settled) values (a_realm, 0, a_empty_root, 1, 0)
  on conflict (realm) do update set epoch = ledger.head.epoch + 1
  returning ledger.head.size, ledger.head.root, ledger.head.epoch, ledger.head.settled
$$;

-- Adds entries and the tiles that they complete, and moves the head: all of it or, for a sequencer that was replaced, nothing.
create function ledger.extend(
  a_realm text, a_epoch bigint, a_size bigint, a_root bytea, a_settled bigint,
  e_place bigint[], e_leaf bytea[], e_records text, e_subject bytea[],
  s_stream text[], s_salt bytea[],
  t_level smallint[], t_n bigint[], t_root bytea[], t_hashes bytea[]
) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update ledger.head h set size = a_size + cardinality(e_place), root = a_root, settled = a_settled
    where h.realm = a_realm and h.epoch = a_epoch and h.size = a_size;
  if not found then return false; end if;
  insert into ledger.salt (realm, stream, salt)
    select a_realm, s.stream, s.salt from unnest(s_stream, s_salt) as s (stream, salt);
  insert into ledger.entry (realm, idx, place, leaf, record, subject)
    select a_realm, a_size + e.nth - 1, e.place, e.leaf, e.record, e.subject
    from unnest(e_place, e_leaf, string_to_array(e_records, chr(30)), e_subject)
      with ordinality as e (place, leaf, record, subject, nth);
  insert into ledger.tile (realm, level, n, root, hashes)
    select a_realm, t.level, t.n, t.root, t.hashes
    from unnest(t_level, t_n, t_root, t_hashes) as t (level, n, root, hashes);
  return true;
end $$;

-- Only a sequencer that still holds the log may say where it stands.
create function ledger.say(
  a_realm text, a_epoch bigint, a_size bigint, a_root bytea, a_note text, a_at timestamptz
) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from ledger.head h where h.realm = a_realm and h.epoch = a_epoch for share;
  if not found then return false; end if;
  insert into ledger.checkpoint (realm, size, root, note, signed_at) values (a_realm, a_size, a_root, a_note, a_at)
    on conflict do nothing;
  return true;
end $$;

revoke all on function ledger.take_over, ledger.extend, ledger.say from public;
grant execute on function ledger.take_over, ledger.extend, ledger.say to liangqian_app;
grant insert on ledger.cosignature to liangqian_app;
grant select on ledger.head, ledger.entry, ledger.salt, ledger.tile, ledger.checkpoint, ledger.cosignature to liangqian_app, liangqian_auditor;
grant select on ledger.head, ledger.checkpoint, ledger.cosignature to liangqian_reader;
