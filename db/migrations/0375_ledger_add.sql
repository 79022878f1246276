-- Why: a backlog must be taken up as fast as rows can be inserted at all, and beside each act the log has to cost as little as it can. The
-- records come as an array in binary form, so that nothing parts or unescapes them. The index by subject goes: nothing asks by it (the
-- entries of a stream are found by the places of its acts), and a random place in an index was the dearest part of an entry.
-- `ledger.extend` stays for a program of before.

drop index ledger.entry_subject;

create function ledger.add(
  a_realm text, a_generation integer, a_epoch bigint, a_size bigint, a_root bytea, a_settled bigint,
  e_place bigint[], e_leaf bytea[], e_record text[], e_subject bytea[],
  s_stream text[], s_salt bytea[],
  t_level integer[], t_n bigint[], t_root bytea[], t_hashes bytea[]
) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update ledger.head h set size = a_size + cardinality(e_place), root = a_root, settled = a_settled
    where h.realm = a_realm and h.generation = a_generation and h.epoch = a_epoch and h.size = a_size;
  if not found then return false; end if;
  insert into ledger.salt (realm, stream, salt)
    select a_realm, s.stream, s.salt from unnest(s_stream, s_salt) as s (stream, salt);
  insert into ledger.entry (realm, generation, idx, place, leaf, record, subject)
    select a_realm, a_generation, a_size + e.nth - 1, e.place, e.leaf, e.record, e.subject
    from unnest(e_place, e_leaf, e_record, e_subject) with ordinality as e (place, leaf, record, subject, nth);
  if cardinality(t_level) > 0 then
    insert into ledger.tile (realm, generation, level, n, root, hashes)
      select a_realm, a_generation, t.level, t.n, t.root, t.hashes
      from unnest(t_level, t_n, t_root, t_hashes) as t (level, n, root, hashes);
  end if;
  return true;
end $$;
revoke all on function ledger.add from public;
grant execute on function ledger.add to liangqian_app;
