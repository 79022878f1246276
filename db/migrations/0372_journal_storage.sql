-- Why: a body of some thousand bytes stays in the row of its act, which is never read without it, instead of taking a row and an
-- index entry of another table. Every column of the row has to stay, for the server would move the others out first.

alter table journal.act
  alter column realm set storage main,
  alter column stream set storage main,
  alter column request_id set storage main,
  alter column digest set storage main,
  alter column hash set storage main,
  alter column body set storage main;
