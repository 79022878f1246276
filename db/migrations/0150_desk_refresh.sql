-- Why: a row computed again before an act and written after it left the work list as the act had it, but put the case back
-- into the queue of a quantity-limited item (R34): its place would be given twice, or hold up whoever came later. A case that
-- an act has meanwhile moved on is left alone as a whole. Its row is locked first, so that an act on its way is waited for.

create or replace function desk.refresh(a_realm text[], a_stream text[], a_seq integer[], a_documents text) returns void
language plpgsql security definer set search_path = ''
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  verdict text[];
begin
  select array_agg(case when w.seq <= a.seq then 'ok' else 'raced' end order by a.place)
    into verdict
    from unnest(a_realm, a_stream, a_seq) with ordinality as a (realm, stream, seq, place)
    left join lateral (
      select r.seq from desk.work r
      where r.realm = a.realm and r.case_no = substr(a.stream, length('case/') + 1)
      for update
    ) w on true;
  perform desk.write(a_realm, a_stream, a_seq, verdict, a_documents, true);
end $$;
