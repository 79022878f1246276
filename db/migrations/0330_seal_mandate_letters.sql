-- Why: the sealed letter of a mandate belongs to no case and is found by its hash and its number like every other, and stands in
-- the seal-use register. It is rare: what an act shows is read a second time only where it names such a letter.

create or replace function journal.project(
  a_realm text[], a_stream text[], a_seq integer[], a_verdict text[], a_documents text
) returns void
language plpgsql as $$
begin
  perform desk.write(a_realm, a_stream, a_seq, a_verdict, a_documents, false);
  if position('"ownLetters"' in a_documents) > 0 then
    insert into seal.letter (realm, doc_no, sealed_hash, signed_hash, stream, seq)
    select x.realm, y."docNo", decode(left(y."sealedHash", 32), 'hex'), decode(left(y."signedHash", 32), 'hex'), x.stream, y.seq
    from rows from (
      json_to_recordset(a_documents::json) as ("ownLetters" json),
      unnest(a_realm), unnest(a_stream), unnest(a_verdict)
    ) as x (letters, realm, stream, verdict)
    cross join lateral json_to_recordset(x.letters) as y (
      "docNo" text, "sealedHash" text, "signedHash" text, seq integer
    )
    where x.verdict = 'ok' and x.letters is not null;
  end if;
end $$;
