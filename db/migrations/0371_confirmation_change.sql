-- Whoever holds a way of confirming answers with one before another is added or taken away: a passkey is asked about that change,
-- in questions that no signature can be made of (R72). What change, stands where the decisions stand.

alter table confirmation.challenge drop constraint challenge_purpose_check;
alter table confirmation.challenge add constraint challenge_purpose_check check (purpose in ('register', 'sign', 'change'));
