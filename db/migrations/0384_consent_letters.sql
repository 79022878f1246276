-- Letters under which agents show papers of their principals (R15). The letter is a stream of the journal that names nobody; who the
-- two are lies here, because it is personal and is forgotten when nobody can rest anything on the letter any more.

create table consent.sharing_letter (
  realm text not null,
  letter_id text collate "C" not null,
  -- Digests of the numbers of both, by which each finds his letters.
  principal_key text not null check (length(principal_key) = 64),
  agent_key text not null check (length(agent_key) = 64),
  -- Both as they stand in an application.
  parties text not null,
  until_at timestamptz not null,
  primary key (realm, letter_id)
);
create index sharing_letter_agent on consent.sharing_letter (realm, agent_key);
create index sharing_letter_principal on consent.sharing_letter (realm, principal_key);
create index sharing_letter_over on consent.sharing_letter (realm, until_at);
grant select, insert, delete on consent.sharing_letter to liangqian_app;
grant select (realm, letter_id, until_at) on consent.sharing_letter to liangqian_auditor;
