-- The newest revocation list of each licensed authority (R73), as it signed it: whoever checks a document needs the list of the seal's own
-- issuer. It is no act of ours and is replaced by the next one; the operator's word for whom he trusts is in the journal.

create table seal.revocation_list (
  realm text not null,
  -- SM3 of the certificate of the authority that issued it.
  issuer text collate "C" not null check (length(issuer) = 64),
  made_at timestamptz not null,
  list bytea not null,
  primary key (realm, issuer)
);
grant select on seal.revocation_list to liangqian_app, liangqian_auditor;
grant insert, update on seal.revocation_list to liangqian_app;
