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
create index work_window on desk.work (realm, waits_for, due_on, case_no);
create index work_applicant on desk.work (realm, applicant_key, updated_at desc, case_no);
create index work_agent on desk.work (realm, agent_key, updated_at desc, case_no) where agent_key <> '';
create index work_deemed on desk.work (realm, deemed_after_on) where deemed_after_on is not null;
create index work_renewal on desk.work (realm, renews_after_on) where renews_after_on is not null;
grant select on desk.work to liangqian_app, liangqian_reader, liangqian_auditor;

create or replace function journal.project(a_realm text[], a_stream text[], a_seq integer[], a_document text[]) returns void
language plpgsql as $$
declare
  doc json;
  part json;
begin
  for i in 1 .. cardinality(a_realm) loop
    doc := a_document[i]::json;
    insert into desk.work as w (
      realm, case_no, seq, item_id, item_name, organ, applicant_key, agent_key, applicant_name, state, waits_for,
      received_at, updated_at, accepted_on, due_on, statutory_due_on, promised_due_on, provisional, deemed_after_on,
      renews_after_on, signatures, outcome
    ) values (
      a_realm[i], doc->>'caseNo', a_seq[i], doc->>'itemId', doc->>'itemName', doc->>'organ', doc->>'applicantKey',
      doc->>'agentKey', doc->>'applicantName', doc->>'state', doc->>'waitsFor', (doc->>'receivedAt')::timestamptz,
      (doc->>'updatedAt')::timestamptz, (doc->>'acceptedOn')::date, (doc->>'dueOn')::date,
      (doc->>'statutoryDueOn')::date, (doc->>'promisedDueOn')::date, (doc->>'provisional')::boolean,
      (doc->>'deemedAfterOn')::date, (doc->>'renewsAfterOn')::date, (doc->>'signatures')::integer, doc->>'outcome'
    )
    on conflict (realm, case_no) do update set
      seq = excluded.seq, state = excluded.state, waits_for = excluded.waits_for, updated_at = excluded.updated_at,
      accepted_on = excluded.accepted_on, due_on = excluded.due_on, statutory_due_on = excluded.statutory_due_on,
      promised_due_on = excluded.promised_due_on, provisional = excluded.provisional,
      deemed_after_on = excluded.deemed_after_on, renews_after_on = excluded.renews_after_on,
      signatures = excluded.signatures, outcome = excluded.outcome
      where w.seq <= excluded.seq;
    if doc->'signed' is not null then
      part := doc->'signed';
      insert into decision.signature (
        realm, person_id, signed_at, case_no, seq, kind, outcome, item_id, mandate_no, applicant_key, project, amount
      ) values (
        a_realm[i], part->>'personId', (part->>'signedAt')::timestamptz, doc->>'caseNo', (part->>'seq')::integer,
        part->>'kind', part->>'outcome', doc->>'itemId', part->>'mandateNo', doc->>'applicantKey', part->>'project',
        (part->>'amount')::numeric
      ) on conflict do nothing;
    end if;
    if doc->'visit' is not null then
      part := doc->'visit';
      insert into review.site_visit (realm, case_no, seq, from_at, to_at, officers, latitude, longitude)
      select a_realm[i], doc->>'caseNo', (part->>'seq')::integer, (part->>'fromAt')::timestamptz,
        (part->>'toAt')::timestamptz, array(select json_array_elements_text(part->'officers')),
        (part->>'latitude')::float8, (part->>'longitude')::float8
      on conflict do nothing;
    end if;
    if doc->'queue' is not null then
      part := doc->'queue';
      insert into decision.queue as q (realm, case_no, item_id, accepted_at, open, granted_at)
      values (a_realm[i], doc->>'caseNo', doc->>'itemId', (part->>'acceptedAt')::timestamptz, (part->>'open')::boolean,
        (part->>'grantedAt')::timestamptz)
      on conflict (realm, case_no) do update set open = excluded.open, granted_at = excluded.granted_at;
    end if;
  end loop;
end $$;

-- After a new calendar notice or an upgrade the rows are computed again from the journal.
create function desk.refresh(a_realm text[], a_stream text[], a_seq integer[], a_document text[]) returns void
language sql security definer set search_path = '' as $$
  select journal.project(a_realm, a_stream, a_seq, a_document)
$$;
revoke all on function desk.refresh from public;
grant execute on function desk.refresh to liangqian_app;
