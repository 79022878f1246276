-- Answers to the questions of a matter 一件事 that somebody saved before he submitted it. As drafts of single applications: no
-- legal effect, personal, deleted by their owner at once and by a robot after their time. One for each account and bundle.

create table matter.draft (
  realm text not null,
  owner text collate "C" not null,
  bundle_id text not null,
  bundle_version integer not null,
  revision integer not null check (revision > 0),
  body text not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (realm, owner, bundle_id)
);
create index draft_due on matter.draft (realm, expires_at);
grant select, insert, update, delete on matter.draft to liangqian_app;
