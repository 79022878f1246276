-- Why: the e-licence library is asked for the licences of a holder, and a status list (Token Status List) needs a place for each.
-- The licence itself is its stream; this row is computed from the act that issues it, in its own commit, so that a licence that
-- was issued is always found. Other acts pay the look at a name for it and nothing more.

create schema licence;
grant usage on schema licence to liangqian_app, liangqian_reader, liangqian_auditor;

create table licence.holding (
  realm text not null,
  stream text collate "C" not null,
  -- SM3 of the holder's number with the realm: enough to find his licences, not enough to name anybody.
  holder_key bytea not null check (length(holder_key) = 32),
  type_id text not null,
  organ text not null,
  -- The place in the status lists; never used again.
  status_index bigint generated always as identity,
  primary key (realm, stream)
);
create unique index holding_status on licence.holding (realm, status_index);
create index holding_holder on licence.holding (realm, holder_key, status_index desc);
create index holding_organ on licence.holding (realm, organ, status_index desc);
grant select on licence.holding to liangqian_app, liangqian_reader, liangqian_auditor;

create function licence.enter() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into licence.holding (realm, stream, holder_key, type_id, organ)
    select new.realm, new.stream, decode(e -> 'data' -> 'holder' ->> 'key', 'hex'),
      e -> 'data' ->> 'typeId', e -> 'data' -> 'organ' ->> 'code'
    from json_array_elements(new.body::json -> 'events') as e
    where e ->> 'type' = 'LicenceIssued';
  return null;
end $$;
revoke all on function licence.enter from public;

create trigger licence_enter after insert on journal.act for each row
  when (new.from_seq = 1 and new.stream >= 'licence/' and new.stream < 'licence0')
  execute function licence.enter();
