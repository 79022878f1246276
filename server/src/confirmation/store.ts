import type { Database } from '../kernel/database.ts';
import type { Instant } from '../kernel/time.ts';
import type { Challenge } from './record.ts';

/** Keeps a question to a passkey, and forgets those of the same person that are over. */
export async function insertChallenge(database: Database, realm: string, challenge: Challenge): Promise<void> {
  const { nonce, purpose, personId, tokenHash, rpId, origin, askedAt, expiresAt, decisions } = challenge;
  await database.query({
    name: 'confirmation.insertChallenge',
    text: `with over as (
             delete from confirmation.challenge where realm = $1 and person_id = $4 and expires_at <= $8
           )
           insert into confirmation.challenge
             (realm, nonce, purpose, person_id, token_hash, rp_id, origin, asked_at, expires_at, decisions)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [realm, nonce, purpose, personId, tokenHash, rpId, origin, askedAt, expiresAt, decisions],
  });
}

/** The question with this nonce that this person was asked in this session; undefined for anybody else. */
export async function findChallenge(
  database: Database,
  realm: string,
  asked: Pick<Challenge, 'nonce' | 'purpose' | 'personId' | 'tokenHash'>,
): Promise<Challenge | undefined> {
  const { rows } = await database.query<Challenge>({
    name: 'confirmation.findChallenge',
    text: `select nonce, purpose, person_id as "personId", token_hash as "tokenHash", rp_id as "rpId", origin,
             asked_at as "askedAt", expires_at as "expiresAt", decisions, used_by as "usedBy"
           from confirmation.challenge
           where realm = $1 and nonce = $2 and purpose = $3 and person_id = $4 and token_hash = $5`,
    values: [realm, asked.nonce, asked.purpose, asked.personId, asked.tokenHash],
  });
  return rows[0];
}

/** Uses a question up for the act `useId`; false when another act had it. The same act may come again. */
export async function takeChallenge(database: Database, realm: string, nonce: string, useId: string): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'confirmation.takeChallenge',
    text: `update confirmation.challenge set used_by = $3
           where realm = $1 and nonce = $2 and (used_by is null or used_by = $3)`,
    values: [realm, nonce, useId],
  });
  return rowCount === 1;
}

/** Up to where a credential has counted, and for which act it counted last. */
export interface PasskeyUse {
  readonly counter: number;
  readonly lastUse: string;
  readonly usedAt: Instant;
  /** The owner's word for the device; absent when it was forgotten. */
  readonly label?: string;
}

export async function findPasskeyUse(
  database: Database,
  realm: string,
  credentialId: string,
): Promise<PasskeyUse | undefined> {
  const { rows } = await database.query<Omit<PasskeyUse, 'label'> & { readonly label: string | null }>({
    name: 'confirmation.findPasskeyUse',
    text: `select counter, last_use as "lastUse", used_at as "usedAt", label
           from confirmation.passkey_use where realm = $1 and credential_id = $2`,
    values: [realm, credentialId],
  });
  const [found] = rows;
  if (found === undefined) return undefined;
  const { label, ...use } = found;
  return label === null ? use : { ...use, label };
}

/** Keeps the owner's word for the device of a passkey that was noted; null forgets it. */
export async function namePasskey(
  database: Database,
  realm: string,
  credentialId: string,
  label: string | null,
): Promise<void> {
  await database.query({
    name: 'confirmation.namePasskey',
    text: 'update confirmation.passkey_use set label = $3 where realm = $1 and credential_id = $2',
    values: [realm, credentialId, label],
  });
}

/** Counts a use; false when the counter did not rise. Authenticators that do not count say zero every time (WebAuthn §6.1.1). */
export async function notePasskeyUse(
  database: Database,
  realm: string,
  credentialId: string,
  { counter, lastUse, usedAt }: PasskeyUse,
): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'confirmation.notePasskeyUse',
    // One statement: two answers that show the same count cannot both be the device.
    text: `insert into confirmation.passkey_use as u (realm, credential_id, counter, last_use, used_at)
           values ($1, $2, $3, $4, $5)
           on conflict (realm, credential_id) do update set counter = $3, last_use = $4, used_at = $5
           where u.counter < $3 or (u.counter = 0 and $3 = 0) or u.last_use = $4`,
    values: [realm, credentialId, counter, lastUse, usedAt],
  });
  return rowCount === 1;
}

/** The secret of a person's one-time codes, encrypted; undefined when there is none. */
export async function findCodeSecret(
  database: Database,
  realm: string,
  personId: string,
): Promise<Uint8Array | undefined> {
  const { rows } = await database.query<{ secret: Uint8Array }>({
    name: 'confirmation.findCodeSecret',
    text: 'select secret from confirmation.code where realm = $1 and person_id = $2 and secret is not null',
    values: [realm, personId],
  });
  return rows[0]?.secret;
}

/** Keeps a secret, encrypted; null forgets it. Steps that were used stay used. */
export async function replaceCodeSecret(
  database: Database,
  owner: { readonly realm: string; readonly personId: string },
  secret: Uint8Array | null,
  at: Instant,
): Promise<void> {
  await database.query({
    name: 'confirmation.replaceCodeSecret',
    text: `insert into confirmation.code (realm, person_id, secret, set_at) values ($1, $2, $3, $4)
           on conflict (realm, person_id) do update set secret = $3, set_at = $4`,
    values: [owner.realm, owner.personId, secret, at],
  });
}

/** Uses up the code of a time step for the act `useId`; false when it, or a later one, has been used by another act. */
export async function takeStep(
  database: Database,
  owner: { readonly realm: string; readonly personId: string },
  step: number,
  useId: string,
): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'confirmation.takeStep',
    text: `update confirmation.code set last_step = $3, last_use = $4
           where realm = $1 and person_id = $2 and (last_step < $3 or (last_step = $3 and last_use = $4))`,
    values: [owner.realm, owner.personId, step, useId],
  });
  return rowCount === 1;
}
