-- Why: each version of a licence has its own identifier and its own credential, so each has its own place in the status lists
-- (Token Status List): a credential of a version that was replaced is no longer good. The row follows from the acts on the licence,
-- in their own commit, and can be computed again from the journal. A sealed licence document is found by its hash and number as
-- the letters of cases are.

create table licence.version (
  realm text not null,
  stream text collate "C" not null,
  version integer not null check (version > 0),
  -- The place in the status lists; never used again.
  status_index bigint generated always as identity (minvalue 0 start with 0),
  -- 0 valid, 1 invalid, 2 suspended, as the registry of Token Status Lists has them.
  status smallint not null default 0 check (status between 0 and 2),
  primary key (realm, stream, version)
);
create unique index version_status on licence.version (realm, status_index);
-- Nearly all are valid: a list is made from the others.
create index version_invalid on licence.version (realm, status_index) where status <> 0;
grant select on licence.version to liangqian_app, liangqian_reader, liangqian_auditor;

create or replace function licence.enter() returns trigger language plpgsql set search_path = '' as $$
declare
  e record;
begin
  for e in
    select o.event ->> 'type' as type, o.event -> 'data' as data, (new.from_seq + o.place - 1)::integer as seq
    from json_array_elements(new.body::json -> 'events') with ordinality as o (event, place)
  loop
    if e.type = 'LicenceIssued' then
      insert into licence.holding (realm, stream, holder_key, type_id, organ)
        values (new.realm, new.stream, decode(e.data -> 'holder' ->> 'key', 'hex'), e.data ->> 'typeId',
          e.data -> 'organ' ->> 'code');
    end if;
    if e.type in ('LicenceIssued', 'LicenceRenewed', 'LicenceChanged', 'LicenceReplaced') then
      update licence.version v set status = 1 where v.realm = new.realm and v.stream = new.stream;
      insert into licence.version (realm, stream, version)
        select new.realm, new.stream, 1 + count(*) from licence.version v
        where v.realm = new.realm and v.stream = new.stream;
    elsif e.type in ('LicenceWithdrawn', 'LicenceAnnulled', 'LicenceForfeited', 'LicenceCancelled') then
      update licence.version v set status = 1 where v.realm = new.realm and v.stream = new.stream;
    elsif e.type in ('LicenceSuspended', 'LicenceReinstated') then
      update licence.version v set status = case e.type when 'LicenceSuspended' then 2 else 0 end
      where v.realm = new.realm and v.stream = new.stream and v.version = (
        select max(x.version) from licence.version x where x.realm = new.realm and x.stream = new.stream);
    elsif e.type = 'LetterSealed' then
      insert into seal.letter (realm, doc_no, sealed_hash, signed_hash, stream, seq)
        values (new.realm, e.data ->> 'docNo', decode(left(e.data ->> 'sealedHash', 32), 'hex'),
          decode(left(e.data ->> 'signedHash', 32), 'hex'), new.stream, e.seq);
    end if;
  end loop;
  return null;
end $$;

-- Licences that an earlier build issued: their first version.
insert into licence.version (realm, stream, version) select h.realm, h.stream, 1 from licence.holding h order by h.status_index;

drop trigger licence_enter on journal.act;
create trigger licence_enter after insert on journal.act for each row
  when (new.stream >= 'licence/' and new.stream < 'licence0')
  execute function licence.enter();
