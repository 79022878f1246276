-- Whoever holds a sealed letter knows its hash or the number in its printed code, and nothing else. This finds the act that
-- sealed it, so that the letter can be checked by anybody and read by those whom it concerns. Computed from the journal in
-- the same commit as the act; it can be computed again.

create schema seal;
grant usage on schema seal to liangqian_app, liangqian_reader, liangqian_auditor;

-- Half a hash finds a letter as surely as the whole; whoever reads compares the whole with the event.
create table seal.letter (
  realm text not null,
  sealed_hash bytea not null check (length(sealed_hash) = 16),
  signed_hash bytea not null check (length(signed_hash) = 16),
  doc_no text not null,
  stream text not null,
  seq integer not null,
  primary key (realm, sealed_hash)
);
create index letter_signed on seal.letter (realm, signed_hash);
create index letter_number on seal.letter (realm, doc_no);
grant select on seal.letter to liangqian_app, liangqian_reader, liangqian_auditor;
