-- The owner's word for a device is his own and may be forgotten; the act that registers a passkey is proved to everybody and names none.

alter table confirmation.passkey_use add column label text;
grant update (label) on confirmation.passkey_use to liangqian_app;
