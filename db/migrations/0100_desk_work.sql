-- Work lists. One row a case, written in the same commit as the act that changed it, so that nobody ever works from a
-- list that is behind. Everything here is computed from the journal and can be computed again.

create schema desk;
grant usage on schema desk to liangqian_app, liangqian_reader, liangqian_auditor;

-- What never changes comes first, and pages are left half empty: a change then writes only the end of the row (the server
-- logs no common beginning of two versions that stand on one page).
create table desk.work (
  realm text not null,
  case_no text not null,
  received_at timestamptz not null,
  item_id text not null,
  item_name text not null,
  organ text not null,
  applicant_name text not null,
  seq integer not null,
  signatures integer not null,
  updated_at timestamptz not null,
  -- The earlier of the two clocks orders the lists; both are shown.
  due_on date not null,
  provisional boolean not null,
  state text not null,
  -- Whose turn it is: window, applicant, handler, chief, head, delivery, nobody.
  waits_for text not null,
  accepted_on date,
  statutory_due_on date,
  promised_due_on date,
  -- After the end of this day silence is acceptance (R25).
  deemed_after_on date,
  -- After the end of this day an undecided renewal counts as granted (R63).
  renews_after_on date,
  outcome text,
  primary key (realm, case_no)
) with (fillfactor = 50);
-- Cases of one day are sorted when read.
create index work_turn on desk.work (realm, organ, waits_for, due_on);
-- What waits for the centre, across all organs.
create index work_window on desk.work (realm, waits_for, due_on) where waits_for in ('window', 'delivery');
create index work_deemed on desk.work (realm, deemed_after_on) where deemed_after_on is not null;
create index work_renewal on desk.work (realm, renews_after_on) where renews_after_on is not null;
grant select on desk.work to liangqian_app, liangqian_reader, liangqian_auditor;

-- Whose cases these are: the applicant, and the agent who acts for him. Apart from the work list because it never changes.
create table desk.party (
  realm text not null,
  -- SM3 of the person's number with the realm: enough to find his cases, not enough to name anybody.
  party_key bytea not null,
  case_no text not null,
  primary key (realm, party_key, case_no)
);
grant select on desk.party to liangqian_app, liangqian_reader, liangqian_auditor;

-- Cases about which an organ was asked for its opinion and has not given it (R48): they stand on its list beside its own.
create table desk.asked (
  realm text not null,
  organ text not null,
  case_no text not null,
  due_on date not null,
  primary key (realm, organ, case_no)
);
grant select on desk.asked to liangqian_app, liangqian_reader, liangqian_auditor;

-- Writes what the documents of a group of acts say, in one statement that reads them once: `a_documents` is one JSON array
-- with an object for every act, empty where an act shows nothing. Rows of cases that are there already are looked up by
-- their whole key, whatever the statistics say: a plan that reads the table gets slower with every case. `again` leaves
-- alone what each act writes once. A row that an act has meanwhile moved on stays as the act left it.
create function desk.write(
  a_realm text[], a_stream text[], a_seq integer[], a_verdict text[], a_documents text, again boolean
) returns void
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  with row as materialized (
    select x.*
    from rows from (
      json_to_recordset(a_documents::json) as (
        "isNew" boolean, "caseNo" text, "itemId" text, "itemName" text, organ text, "applicantKey" text,
        "agentKey" text, "applicantName" text, state text, "waitsFor" text, "receivedAt" timestamptz,
        "updatedAt" timestamptz, "acceptedOn" date, "dueOn" date, "statutoryDueOn" date, "promisedDueOn" date,
        provisional boolean, "deemedAfterOn" date, "renewsAfterOn" date, signatures integer, outcome text, signed json,
        letters json, visit json, queue json, asked json
      ),
      unnest(a_realm), unnest(a_stream), unnest(a_seq), unnest(a_verdict)
    ) as x (
      "isNew", "caseNo", "itemId", "itemName", organ, "applicantKey", "agentKey", "applicantName", state, "waitsFor",
      "receivedAt", "updatedAt", "acceptedOn", "dueOn", "statutoryDueOn", "promisedDueOn", provisional,
      "deemedAfterOn", "renewsAfterOn", signatures, outcome, signed, letters, visit, queue, asked, realm, stream, seq, verdict
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
    select x.realm, y."personId", y."signedAt", x."caseNo", y.kind, y.outcome, x."itemId",
      decode(x."applicantKey", 'hex'), y.project, y.amount
    from row x
    cross join lateral json_to_record(x.signed) as y (
      "personId" text, "signedAt" timestamptz, kind text, outcome text, project text, amount numeric
    )
    where x.signed is not null and not again
  ), sealed as (
    insert into seal.letter (realm, doc_no, sealed_hash, signed_hash, stream, seq)
    select x.realm, y."docNo", decode(left(y."sealedHash", 32), 'hex'), decode(left(y."signedHash", 32), 'hex'), x.stream, y.seq
    from row x
    cross join lateral json_to_recordset(x.letters) as y (
      "docNo" text, "sealedHash" text, "signedHash" text, seq integer
    )
    where x.letters is not null and not again
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

create or replace function journal.project(
  a_realm text[], a_stream text[], a_seq integer[], a_verdict text[], a_documents text
) returns void
language plpgsql as $$
begin
  perform desk.write(a_realm, a_stream, a_seq, a_verdict, a_documents, false);
end $$;

-- After a new calendar notice or an upgrade the rows are computed again from the journal.
create function desk.refresh(a_realm text[], a_stream text[], a_seq integer[], a_documents text) returns void
language sql security definer set search_path = '' as $$
  select desk.write(a_realm, a_stream, a_seq, array(select 'ok' from unnest(a_realm)), a_documents, true)
$$;
revoke all on function desk.refresh, desk.write from public;
grant execute on function desk.refresh to liangqian_app;
