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

/** When tries are charged, and in how many milliseconds a whole round of failures is forgotten, one after the other. */
export interface Charging {
  readonly at: Instant;
  readonly forgetMs: number;
}

/**
 * Charges one try to each of `counted` before the code is looked at, so that guesses sent in parallel wait for each other on
 * the rows. Undefined when charged; else the instant until which reading is locked, and then nobody is charged. Failures fade
 * by their own time, whoever tries in the meantime: an honest slip of ten windows behind one address is no guess of one.
 */
export async function chargeTries(
  pool: Pool,
  realm: string,
  counted: readonly Counted[],
  charging: Charging,
): Promise<Instant | undefined> {
  const charged: Counted[] = [];
  // One after the other, in one order for all: two statements that lock the same two rows never wait for each other.
  for (const one of counted.toSorted((a, b) => (a.source < b.source ? -1 : 1))) {
    if (await chargeTry(pool, realm, one, charging)) {
      charged.push(one);
      continue;
    }
    await returnTries(pool, realm, charged, charging.at);
    // A lock that a rival has set in this very instant is not yet seen: then it is the shortest.
    return (await standingLock(pool, realm, counted, charging.at)) ?? one.locks[0] ?? charging.at;
  }
  return undefined;
}

/**
 * `failed_count` is whole rounds, each of which ended in a lock, and the failures of the round that is open. These fade one by
 * one, counted from `last_at`; the rounds, when the last lock lies `forgetMs` back. False while a lock stands.
 */
async function chargeTry(
  pool: Pool,
  realm: string,
  { source, failures, locks }: Counted,
  { at, forgetMs }: Charging,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'consent.charge',
    text: `insert into consent.attempt as a (realm, source, failed_count, last_at, locked_until)
           values ($1, $2, 1, $3, case when $5::integer = 1 then ($6::timestamptz[])[1] end)
           on conflict (realm, source) do update
           set (failed_count, last_at, locked_until) = (
             select n.tries,
               case when n.open = 0 then $3 else a.last_at + n.faded * n.each end,
               case when n.tries % $5 = 0
                 then ($6::timestamptz[])[least(n.tries / $5, cardinality($6::timestamptz[]))]
                 else a.locked_until
               end
             from (
               select m.faded, m.each, m.open, m.rounds * $5 + m.open + 1 as tries
               from (
                 select f.faded, f.each, greatest(a.failed_count % $5 - f.faded, 0) as open,
                   case when a.locked_until > $3 - $4::float8 * interval '1 millisecond'
                     then a.failed_count / $5 else 0
                   end as rounds
                 from (
                   select e.each,
                     least(floor(extract(epoch from greatest($3 - a.last_at, interval '0'))
                       / extract(epoch from e.each)), $5)::integer as faded
                   from (select $4::float8 / $5 * interval '1 millisecond' as each) e
                 ) f
               ) m
             ) n
           )
           where a.locked_until is null or a.locked_until <= $3`,
    values: [realm, source, at, forgetMs, failures, locks],
  });
  return rowCount === 1;
}

/** The longest of the locks that stand on these sources. */
async function standingLock(
  pool: Pool,
  realm: string,
  counted: readonly Counted[],
  at: Instant,
): Promise<Instant | undefined> {
  const { rows } = await pool.query<{ readonly until: Instant | null }>({
    name: 'consent.standingLock',
    text: `select max(a.locked_until) as until from consent.attempt a
           where a.realm = $1 and a.source = any($2::text[]) and a.locked_until > $3`,
    values: [realm, counted.map(({ source }) => source), at],
  });
  return rows[0]?.until ?? undefined;
}

/**
 * Gives one try back, after a code that was right: a colleague who reads a hundred codes a day is never locked out. A lock that
 * this very try had brought about is over with it.
 */
export async function returnTries(pool: Pool, realm: string, counted: readonly Counted[], at: Instant): Promise<void> {
  for (const { source, failures } of counted)
    await pool.query({
      name: 'consent.returnTry',
      text: `update consent.attempt a
             set failed_count = greatest(a.failed_count - 1, 0),
               locked_until = case when a.failed_count % $3 = 0 then least(a.locked_until, $4) else a.locked_until end
             where a.realm = $1 and a.source = $2`,
      values: [realm, source, failures, at],
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

/** Who the two of a letter are, as it is kept beside its stream. */
export interface LetterRow {
  readonly letterId: string;
  readonly principalKey: string;
  readonly agentKey: string;
  /** JSON of `LetterParties`. */
  readonly parties: string;
  readonly untilAt: Instant;
}

/** Keeps who the two of a letter are; again changes nothing. */
export async function keepLetter(pool: Pool, realm: string, row: LetterRow): Promise<void> {
  await pool.query({
    name: 'consent.keepLetter',
    text: `insert into consent.sharing_letter (realm, letter_id, principal_key, agent_key, parties, until_at)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [realm, row.letterId, row.principalKey, row.agentKey, row.parties, row.untilAt],
  });
}

const LETTER = `letter_id as "letterId", principal_key as "principalKey", agent_key as "agentKey", parties,
  until_at as "untilAt"`;

export async function readLetterRow(pool: Pool, realm: string, letterId: string): Promise<LetterRow | undefined> {
  const { rows } = await pool.query<LetterRow>({
    name: 'consent.letter',
    text: `select ${LETTER} from consent.sharing_letter where realm = $1 and letter_id = $2`,
    values: [realm, letterId],
  });
  return rows[0];
}

/** The letters that this person gave or received, at most `limit` of each kind, the longest-lasting first. */
export async function listLetterRows(
  pool: Pool,
  realm: string,
  { key, limit }: { readonly key: string; readonly limit: number },
): Promise<readonly LetterRow[]> {
  const { rows } = await pool.query<LetterRow>({
    name: 'consent.letters',
    text: `(select ${LETTER} from consent.sharing_letter where realm = $1 and principal_key = $2
             order by until_at desc limit $3)
           union all
           (select ${LETTER} from consent.sharing_letter where realm = $1 and agent_key = $2
             order by until_at desc limit $3)`,
    values: [realm, key, limit],
  });
  return rows;
}

/** Forgets who the two were of letters that ended before `before`. Returns how many. */
export async function deleteOldLetters(pool: Pool, realm: string, before: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'consent.oldLetters',
    text: 'delete from consent.sharing_letter where realm = $1 and until_at <= $2',
    values: [realm, before],
  });
  return rowCount ?? 0;
}
