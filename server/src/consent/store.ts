import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';

/** A code that is shown on somebody's phone, as it is kept. */
export interface LiveCode {
  readonly consentId: string;
  readonly giver: string;
  readonly digest: Buffer;
  /** JSON of whose claims they are (`Subject`). */
  readonly subject: string;
  readonly expiresAt: Instant;
}

/**
 * Keeps a code in place of the giver's last one. False when somebody else shows the same digits now, or when `limit` codes are
 * live already.
 */
export async function keepCode(
  pool: Pool,
  realm: string,
  code: LiveCode,
  { at, limit }: { readonly at: Instant; readonly limit: number },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'consent.keepCode',
    text: `insert into consent.code as c (realm, giver, digest, consent_id, subject, expires_at)
           select $1, $2, $3, $4, $5, $6
           where not exists (
             select from consent.code o
             where o.realm = $1 and o.digest = $3 and o.giver <> $2 and o.expires_at > $7
           ) and (select count(*) from consent.code l where l.realm = $1 and l.expires_at > $7) < $8::integer
           on conflict (realm, giver) do update
           set digest = excluded.digest, consent_id = excluded.consent_id, subject = excluded.subject,
             expires_at = excluded.expires_at`,
    values: [realm, code.giver, code.digest, code.consentId, code.subject, code.expiresAt, at, limit],
  });
  return rowCount === 1;
}

/** The code with this digest, expired or not; undefined where there is none, or more than one. */
export async function findCode(pool: Pool, realm: string, digest: Buffer): Promise<LiveCode | undefined> {
  const { rows } = await pool.query<LiveCode>({
    name: 'consent.findCode',
    text: `select c.consent_id as "consentId", c.giver, c.digest, c.subject, c.expires_at as "expiresAt"
           from consent.code c where c.realm = $1 and c.digest = $2 order by c.expires_at desc limit 2`,
    values: [realm, digest],
  });
  return rows.length === 1 ? rows[0] : undefined;
}

/** Takes away the codes whose time has been over since `before`. Returns how many. */
export async function deleteOldCodes(pool: Pool, realm: string, before: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'consent.oldCodes',
    text: 'delete from consent.code where realm = $1 and expires_at <= $2',
    values: [realm, before],
  });
  return rowCount ?? 0;
}

/** Whose tries are counted, and the lock after every round of `failures`. */
export interface Counted {
  readonly source: string;
  readonly failures: number;
  readonly locks: readonly Instant[];
}

/**
 * Charges one try to each of `counted` before the code is looked at, so that guesses sent in parallel wait for each other on
 * the rows. Undefined when charged; else the instant until which reading is locked. What lies before `forgetBefore` is forgotten.
 */
export async function chargeTries(
  pool: Pool,
  realm: string,
  counted: readonly Counted[],
  { at, forgetBefore }: { readonly at: Instant; readonly forgetBefore: Instant },
): Promise<Instant | undefined> {
  let lockedUntil: Instant | undefined;
  // One after the other, in one order for all: two statements that lock the same two rows never wait for each other.
  for (const { source, failures, locks } of counted.toSorted((a, b) => (a.source < b.source ? -1 : 1))) {
    const { rows } = await pool.query<{ readonly isCharged: boolean; readonly lockedUntil: Instant | null }>({
      name: 'consent.charge',
      text: `with charged as (
               insert into consent.attempt as a (realm, source, failed_count, last_at, locked_until)
               values ($1, $2, 1, $3, case when 1 % $5 = 0 then ($6::timestamptz[])[1] end)
               on conflict (realm, source) do update
               set failed_count = case when a.last_at <= $4 then 1 else a.failed_count + 1 end,
                 last_at = $3,
                 locked_until = case
                   when (case when a.last_at <= $4 then 1 else a.failed_count + 1 end) % $5 = 0
                   then ($6::timestamptz[])[least((a.failed_count + 1) / $5, cardinality($6::timestamptz[]))]
                 end
               where a.locked_until is null or a.locked_until <= $3
               returning true
             )
             select exists (select from charged) as "isCharged", (
               select a.locked_until from consent.attempt a where a.realm = $1 and a.source = $2
             ) as "lockedUntil"`,
      values: [realm, source, at, forgetBefore, failures, locks],
    });
    if (rows[0]?.isCharged === true) continue;
    // A lock that a rival has set in this very instant is not yet seen: then it is the shortest.
    const until = rows[0]?.lockedUntil ?? locks[0] ?? at;
    if (lockedUntil === undefined || until > lockedUntil) lockedUntil = until;
  }
  return lockedUntil;
}

/** Gives one try back, after a code that was right: a colleague who reads a hundred codes a day is never locked out. */
export async function returnTries(pool: Pool, realm: string, sources: readonly string[]): Promise<void> {
  await pool.query({
    name: 'consent.returnTries',
    text: `update consent.attempt a set failed_count = greatest(a.failed_count - 1, 0), locked_until = null
           where a.realm = $1 and a.source = any($2::text[])`,
    values: [realm, sources],
  });
}

/** Forgets tries before `before`. */
export async function deleteOldTries(pool: Pool, realm: string, before: Instant): Promise<void> {
  await pool.query({
    name: 'consent.oldTries',
    text: `delete from consent.attempt where realm = $1 and last_at <= $2
             and (locked_until is null or locked_until <= $2)`,
    values: [realm, before],
  });
}
