-- Staff must learn which words lead people nowhere. Searches are counted by day and by nothing else: no account, no address,
-- no session, so that nobody's interest can be read from here (个保法6: the least that serves the purpose).

create schema guide;
grant usage on schema guide to liangqian_app, liangqian_auditor;

create table guide.search (
  realm text not null,
  searched_on date not null,
  query text collate "C" not null check (length(query) between 2 and 64),
  found integer not null check (found >= 0),
  times integer not null check (times > 0),
  primary key (realm, searched_on, query)
);
comment on table guide.search is 'Questions of people who look for a matter, folded, without numbers that could name anybody. found: hits of the latest one.';

create table guide.search_choice (
  realm text not null,
  searched_on date not null,
  query text collate "C" not null,
  item_id text collate "C" not null,
  times integer not null check (times > 0),
  primary key (realm, searched_on, query, item_id),
  foreign key (realm, searched_on, query) references guide.search (realm, searched_on, query)
);
comment on table guide.search_choice is 'Which item was opened after a question, counted in the same way.';

grant select, insert on guide.search, guide.search_choice to liangqian_app;
grant update (times, found) on guide.search to liangqian_app;
grant update (times) on guide.search_choice to liangqian_app;
grant select on guide.search, guide.search_choice to liangqian_auditor;
