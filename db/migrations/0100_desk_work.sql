-- Work lists. One row a case, written in the same commit as the act that changed it, so that nobody ever works from a
-- list that is behind. Everything here is computed from the journal and can be computed again.

create schema desk;
grant usage on schema desk to liangqian_app, liangqian_reader, liangqian_auditor;

create table desk.work (
  realm text not null,
  case_no text not null,
  seq integer not null,
  item_id text not null,
  item_name text not null,
  organ text not null,
  applicant_key text not null,
  agent_key text not null,
  applicant_name text not null,
  state text not null,
  -- Whose turn it is: window, applicant, handler, chief, head, delivery, nobody.
  waits_for text not null,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  accepted_on date,
  -- The earlier of the two clocks orders the lists; both are shown.
  due_on date not null,
  statutory_due_on date,
  promised_due_on date,
  provisional boolean not null,
  -- After the end of this day silence is acceptance (R25).
  deemed_after_on date,
  -- After the end of this day an undecided renewal counts as granted (R63).
  renews_after_on date,
  signatures integer not null,
  outcome text,
  primary key (realm, case_no)
) with (fillfactor = 80);
create index work_turn on desk.work (realm, organ, waits_for, due_on, case_no);
-- What waits for the centre, across all organs.
create index work_window on desk.work (realm, waits_for, due_on, case_no) where waits_for in ('window', 'delivery');
create index work_applicant on desk.work (realm, applicant_key, updated_at desc, case_no);
create index work_agent on desk.work (realm, agent_key, updated_at desc, case_no) where agent_key <> '';
create index work_deemed on desk.work (realm, deemed_after_on) where deemed_after_on is not null;
create index work_renewal on desk.work (realm, renews_after_on) where renews_after_on is not null;
grant select on desk.work to liangqian_app, liangqian_reader, liangqian_auditor;

-- Every document is read once; rows of all acts of a group go in together.
create or replace function journal.project(a_realm text[], a_stream text[], a_seq integer[], a_document text[]) returns void
language plpgsql as $$
begin
  insert into desk.work as w (
    realm, case_no, seq, item_id, item_name, organ, applicant_key, agent_key, applicant_name, state, waits_for,
    received_at, updated_at, accepted_on, due_on, statutory_due_on, promised_due_on, provisional, deemed_after_on,
    renews_after_on, signatures, outcome
  )
  select a.realm, x."caseNo", a.seq, x."itemId", x."itemName", x.organ, x."applicantKey", x."agentKey",
    x."applicantName", x.state, x."waitsFor", x."receivedAt", x."updatedAt", x."acceptedOn", x."dueOn",
    x."statutoryDueOn", x."promisedDueOn", x.provisional, x."deemedAfterOn", x."renewsAfterOn", x.signatures, x.outcome
  from unnest(a_realm, a_seq, a_document) as a (realm, seq, document)
  cross join lateral json_to_record(a.document::json) as x (
    "caseNo" text, "itemId" text, "itemName" text, organ text, "applicantKey" text, "agentKey" text,
    "applicantName" text, state text, "waitsFor" text, "receivedAt" timestamptz, "updatedAt" timestamptz,
    "acceptedOn" date, "dueOn" date, "statutoryDueOn" date, "promisedDueOn" date, provisional boolean,
    "deemedAfterOn" date, "renewsAfterOn" date, signatures integer, outcome text
  )
  on conflict (realm, case_no) do update set
    seq = excluded.seq, state = excluded.state, waits_for = excluded.waits_for, updated_at = excluded.updated_at,
    accepted_on = excluded.accepted_on, due_on = excluded.due_on, statutory_due_on = excluded.statutory_due_on,
    promised_due_on = excluded.promised_due_on, provisional = excluded.provisional,
    deemed_after_on = excluded.deemed_after_on, renews_after_on = excluded.renews_after_on,
    signatures = excluded.signatures, outcome = excluded.outcome
    where w.seq <= excluded.seq;

  -- The documents are canonical JSON without white space, so these texts can only be members of theirs.
  insert into decision.signature (
    realm, person_id, signed_at, case_no, seq, kind, outcome, item_id, mandate_no, applicant_key, project, amount
  )
  select a.realm, y."personId", y."signedAt", x."caseNo", y.seq, y.kind, y.outcome, x."itemId", y."mandateNo",
    x."applicantKey", y.project, y.amount
  from unnest(a_realm, a_document) as a (realm, document)
  cross join lateral json_to_record(a.document::json) as x (
    "caseNo" text, "itemId" text, "applicantKey" text, signed json
  )
  cross join lateral json_to_record(x.signed) as y (
    "personId" text, "signedAt" timestamptz, seq integer, kind text, outcome text, "mandateNo" text, project text,
    amount numeric
  )
  where a.document like '%"signed":{%'
  on conflict do nothing;

  insert into review.site_visit (realm, case_no, seq, from_at, to_at, officers, latitude, longitude)
  select a.realm, x."caseNo", y.seq, y."fromAt", y."toAt", array(select json_array_elements_text(y.officers)),
    y.latitude, y.longitude
  from unnest(a_realm, a_document) as a (realm, document)
  cross join lateral json_to_record(a.document::json) as x ("caseNo" text, visit json)
  cross join lateral json_to_record(x.visit) as y (
    seq integer, "fromAt" timestamptz, "toAt" timestamptz, officers json, latitude float8, longitude float8
  )
  where a.document like '%"visit":{%'
  on conflict do nothing;

  insert into decision.queue as q (realm, case_no, item_id, accepted_at, open, granted_at)
  select a.realm, x."caseNo", x."itemId", y."acceptedAt", y.open, y."grantedAt"
  from unnest(a_realm, a_document) as a (realm, document)
  cross join lateral json_to_record(a.document::json) as x ("caseNo" text, "itemId" text, queue json)
  cross join lateral json_to_record(x.queue) as y ("acceptedAt" timestamptz, open boolean, "grantedAt" timestamptz)
  where a.document like '%"queue":{%'
  on conflict (realm, case_no) do update set open = excluded.open, granted_at = excluded.granted_at;
end $$;

-- After a new calendar notice or an upgrade the rows are computed again from the journal.
create function desk.refresh(a_realm text[], a_stream text[], a_seq integer[], a_document text[]) returns void
language sql security definer set search_path = '' as $$
  select journal.project(a_realm, a_stream, a_seq, a_document)
$$;
revoke all on function desk.refresh from public;
grant execute on function desk.refresh to liangqian_app;
