-- A letter between two organs bears the seal of each; the register has a line for every seal on it.
alter table seal.use drop constraint use_pkey;
alter table seal.use add primary key (realm, sealed_hash, seal_id);
