-- Why: a plan that is made while the work list is short may look for a case through any index that begins with the realm, and
-- keeps reading the whole list while it grows. The lists' index begins with whose turn it is now, so that a case is found by
-- its own key alone. What happens rarely (visits, opinions, quota places) is written by a statement of its own, only when
-- there is something to write; and what a signature says stands beside the row instead of in an object of its own.

drop index desk.work_turn;
create index work_turn on desk.work (waits_for, organ, realm, due_on);

create function desk.write_rare(
  a_realm text[], a_seq integer[], a_verdict text[], a_documents text, again boolean
) returns void
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  with row as materialized (
    select x.*
    from rows from (
      json_to_recordset(a_documents::json) as ("caseNo" text, "itemId" text, visit json, queue json, asked json),
      unnest(a_realm), unnest(a_verdict)
    ) as x ("caseNo", "itemId", visit, queue, asked, realm, verdict)
    where x.verdict = 'ok' and x."caseNo" is not null
  ), visited as (
    insert into review.site_visit (realm, case_no, seq, from_at, to_at, officers, latitude, longitude)
    select x.realm, x."caseNo", y.seq, y."fromAt", y."toAt", array(select json_array_elements_text(y.officers)),
      y.latitude, y.longitude
    from row x
    cross join lateral json_to_record(x.visit) as y (
      seq integer, "fromAt" timestamptz, "toAt" timestamptz, officers json, latitude float8, longitude float8
    )
    where x.visit is not null and not again
  ), asked as (
    insert into desk.asked as k (realm, organ, case_no, due_on)
    select x.realm, y.organ, x."caseNo", y."dueOn"
    from row x
    cross join lateral json_to_recordset(x.asked) as y (organ text, "dueOn" date)
    where x.asked is not null
    on conflict (realm, organ, case_no) do update set due_on = excluded.due_on
  ), answered as (
    delete from desk.asked k
    using row x
    where x.asked is not null and k.realm = x.realm and k.case_no = x."caseNo"
      and not exists (select from json_to_recordset(x.asked) as y (organ text) where y.organ = k.organ)
  )
  insert into decision.queue as q (realm, case_no, item_id, accepted_at, open, granted_at)
  select x.realm, x."caseNo", x."itemId", y."acceptedAt", y.open, y."grantedAt"
  from row x
  cross join lateral json_to_record(x.queue) as y ("acceptedAt" timestamptz, open boolean, "grantedAt" timestamptz)
  where x.queue is not null
  on conflict (realm, case_no) do update set open = excluded.open, granted_at = excluded.granted_at;
end $$;
revoke all on function desk.write_rare from public;

create or replace function desk.write(
  a_realm text[], a_stream text[], a_seq integer[], a_verdict text[], a_documents text, again boolean
) returns void
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  has_rare boolean;
begin
  with row as materialized (
    select x.*
    from rows from (
      json_to_recordset(a_documents::json) as (
        "isNew" boolean, "caseNo" text, "itemId" text, "itemName" text, organ text, "applicantKey" text,
        "agentKey" text, "applicantName" text, state text, "waitsFor" text, "receivedAt" timestamptz,
        "updatedAt" timestamptz, "acceptedOn" date, "dueOn" date, "statutoryDueOn" date, "promisedDueOn" date,
        provisional boolean, "deemedAfterOn" date, "renewsAfterOn" date, signatures integer, outcome text,
        "signedBy" text, "signedKind" text, "signedOutcome" text, project text, amount numeric, letters json, "hasRare" boolean
      ),
      unnest(a_realm), unnest(a_stream), unnest(a_seq), unnest(a_verdict)
    ) as x (
      "isNew", "caseNo", "itemId", "itemName", organ, "applicantKey", "agentKey", "applicantName", state, "waitsFor",
      "receivedAt", "updatedAt", "acceptedOn", "dueOn", "statutoryDueOn", "promisedDueOn", provisional,
      "deemedAfterOn", "renewsAfterOn", signatures, outcome, "signedBy", "signedKind", "signedOutcome", project, amount,
      letters, "hasRare", realm, stream, seq, verdict
    )
    where x.verdict = 'ok' and x."caseNo" is not null
  ), begun as (
    insert into desk.work (
      realm, case_no, seq, item_id, item_name, organ, applicant_name, state, waits_for, received_at, updated_at,
      accepted_on, due_on, statutory_due_on, promised_due_on, provisional, deemed_after_on, renews_after_on, signatures,
      outcome
    )
    select x.realm, x."caseNo", x.seq, x."itemId", x."itemName", x.organ, x."applicantName", x.state, x."waitsFor",
      x."receivedAt", x."updatedAt", x."acceptedOn", x."dueOn", x."statutoryDueOn", x."promisedDueOn", x.provisional,
      x."deemedAfterOn", x."renewsAfterOn", x.signatures, x.outcome
    from row x
    where x."isNew" and not again
  ), parties as (
    insert into desk.party (realm, party_key, case_no)
    select distinct x.realm, decode(p.key, 'hex'), x."caseNo"
    from row x
    cross join lateral unnest(array[x."applicantKey", x."agentKey"]) as p (key)
    where x."isNew" and not again and p.key <> ''
  ), moved as (
    update desk.work w set
      seq = x.seq, state = x.state, waits_for = x."waitsFor", updated_at = x."updatedAt", accepted_on = x."acceptedOn",
      due_on = x."dueOn", statutory_due_on = x."statutoryDueOn", promised_due_on = x."promisedDueOn",
      provisional = x.provisional, deemed_after_on = x."deemedAfterOn", renews_after_on = x."renewsAfterOn",
      signatures = x.signatures, outcome = x.outcome
    from row x
    where w.realm = x.realm and w.case_no = x."caseNo" and w.seq <= x.seq and (again or x."isNew" is null)
  ), signed as (
    insert into decision.signature (
      realm, person_id, signed_at, case_no, kind, outcome, item_id, applicant_key, project, amount
    )
    select x.realm, x."signedBy", x."updatedAt", x."caseNo", x."signedKind", x."signedOutcome", x."itemId",
      decode(x."applicantKey", 'hex'), x.project, x.amount
    from row x
    where x."signedBy" is not null and not again
  ), sealed as (
    insert into seal.letter (realm, doc_no, sealed_hash, signed_hash, stream, seq)
    select x.realm, y."docNo", decode(left(y."sealedHash", 32), 'hex'), decode(left(y."signedHash", 32), 'hex'), x.stream, y.seq
    from row x
    cross join lateral json_to_recordset(x.letters) as y (
      "docNo" text, "sealedHash" text, "signedHash" text, seq integer
    )
    where x.letters is not null and not again
  )
  select bool_or(x."hasRare") into has_rare from row x;
  if has_rare then
    perform desk.write_rare(a_realm, a_seq, a_verdict, a_documents, again);
  end if;
end $$;
