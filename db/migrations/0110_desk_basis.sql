-- Due dates in the work lists were computed with a calendar. When an operator loads a State Council notice, the lists are
-- computed again; this row says with which calendar they were computed last.

create table desk.basis (
  realm text not null,
  calendar_mark text not null,
  primary key (realm)
);
grant select, insert, update on desk.basis to liangqian_app;
grant select on desk.basis to liangqian_reader, liangqian_auditor;
