-- Whoever holds a sealed letter knows its hash and nothing else. This finds the case that it belongs to, so that the letter
-- can be checked by anybody and read by those whom it concerns. The members that it reads are written by the platform
-- alone; a text of a user can never hold an unescaped quotation mark.

create index event_sealed on journal.event (realm, (substring(body from '"sealedHash":"([0-9a-f]{64})"')))
  where type in ('LetterSealed', 'DecisionSealed');
create index event_sealed_signed on journal.event (realm, (substring(body from '"signedHash":"([0-9a-f]{64})"')))
  where type in ('LetterSealed', 'DecisionSealed');
