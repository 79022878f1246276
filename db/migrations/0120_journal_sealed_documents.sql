-- Whoever holds a sealed letter knows its hash and nothing else. This finds the case that it belongs to, so that the letter
-- can be checked by anybody and read by those whom it concerns. The members that it reads are written by the platform
-- alone; a text of a user can never hold an unescaped quotation mark. Cut out as text: a regular expression over every
-- sealed letter would take a tenth of the database's time in writing cases.

create index event_sealed on journal.event (realm, (split_part(split_part(body, '"sealedHash":"', 2), '"', 1)))
  where type in ('LetterSealed', 'DecisionSealed');
create index event_sealed_signed on journal.event (realm, (split_part(split_part(body, '"signedHash":"', 2), '"', 1)))
  where type in ('LetterSealed', 'DecisionSealed');
