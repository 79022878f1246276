-- Files that people hand in wait here until an act names them. They have no legal effect and may be personal, so rows may go
-- again: after their time, or when their owner takes them away. What an act took is told by the journal itself, which
-- knows the act by its request id; the bytes lie in the data directory under their hash.

create schema material;
grant usage on schema material to liangqian_app, liangqian_reader, liangqian_auditor;

create table material.upload (
  realm text not null,
  upload_id uuid not null,
  -- The account or the clerk whose upload it is.
  owner text collate "C" not null,
  hash bytea not null check (length(hash) = 32),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null,
  uploaded_at timestamptz not null,
  kept_until timestamptz not null,
  -- The act that took it; whether that act was done says journal.v_done.
  request_id text collate "C",
  taken_at timestamptz,
  primary key (realm, upload_id)
);
create index upload_owner on material.upload (realm, owner);
create index upload_hash on material.upload (hash);
create index upload_due on material.upload (realm, kept_until);
grant select, insert, delete on material.upload to liangqian_app;
grant update (kept_until, request_id, taken_at) on material.upload to liangqian_app;
grant select (realm, upload_id, hash, size, media_type, uploaded_at, kept_until, request_id, taken_at)
  on material.upload to liangqian_auditor;
