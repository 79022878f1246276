-- Why: the seal-use register (国发〔1999〕25号第二十五条) is asked by seal, and the letters are found by their hash. The entry itself
-- is the event on the case; this index is written when the register is read, so that no act of sealing waits for it, and can be
-- computed again from the journal.

create table seal.use (
  realm text not null,
  sealed_hash bytea not null check (length(sealed_hash) = 16),
  seal_id text not null,
  sealed_at timestamptz not null,
  stream text not null,
  seq integer not null,
  -- What the verifier said of the sealed file when the use was entered.
  verified text not null check (verified in ('valid', 'invalid', 'undecided')),
  primary key (realm, sealed_hash)
);
create index use_of_seal on seal.use (realm, seal_id, sealed_at desc, sealed_hash);
grant select on seal.use to liangqian_app, liangqian_reader, liangqian_auditor;
grant insert on seal.use to liangqian_app;
