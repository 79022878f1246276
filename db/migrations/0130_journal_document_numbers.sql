-- The code printed on a letter holds its number, because the hash is not known before the letter is printed. Whoever scans
-- it is led to the check of exactly that letter.

create index event_document_number on journal.event (realm, (split_part(split_part(body, '"docNo":"', 2), '"', 1)))
  where type in ('LetterSealed', 'DecisionSealed');
