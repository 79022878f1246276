import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';

/** Where a letter was sealed: the event `seq` of `stream`. */
export interface LetterPlace {
  readonly stream: string;
  readonly seq: number;
}

/** Where a document whose hash begins like `hash` was sealed, as sealed or as signed; the event itself has the whole hash. */
export async function findLetter(pool: Pool, realm: string, hash: string): Promise<LetterPlace | undefined> {
  const { rows } = await pool.query<LetterPlace>({
    name: 'seal.letter',
    text: `select l.stream, l.seq from seal.letter l where l.realm = $1 and l.sealed_hash = $2
           union all
           select l.stream, l.seq from seal.letter l where l.realm = $1 and l.signed_hash = $2
           limit 1`,
    values: [realm, Buffer.from(hash.slice(0, 32), 'hex')],
  });
  return rows[0];
}

/** The seal on the letter with this number; undefined when there is none. */
export async function findLetterByNumber(pool: Pool, realm: string, docNo: string): Promise<LetterPlace | undefined> {
  const { rows } = await pool.query<LetterPlace>({
    name: 'seal.letter.number',
    text: 'select l.stream, l.seq from seal.letter l where l.realm = $1 and l.doc_no = $2 limit 1',
    values: [realm, docNo],
  });
  return rows[0];
}

/** A use of a seal as the register finds it: the event `seq` of `stream`. */
export interface UsePlace extends LetterPlace {
  readonly sealId: string;
  readonly sealedAt: Instant;
  /** The first half of the sealed document's hash, hex. */
  readonly halfHash: string;
  readonly verified: 'valid' | 'invalid' | 'undecided';
}

/** Letters that were sealed since the register was last read, oldest in no order. */
export async function listUnentered(
  pool: Pool,
  realm: string,
  limit: number,
): Promise<readonly (LetterPlace & { readonly halfHash: string })[]> {
  const { rows } = await pool.query<LetterPlace & { halfHash: string }>({
    name: 'seal.use.unentered',
    text: `select l.stream, l.seq, encode(l.sealed_hash, 'hex') as "halfHash"
           from seal.letter l
           where l.realm = $1
             and not exists (select from seal.use u where u.realm = l.realm and u.sealed_hash = l.sealed_hash)
           limit $2`,
    values: [realm, limit],
  });
  return rows;
}

/** Enters uses into the register; one that another process entered meanwhile stays as it is. */
export async function enterUses(pool: Pool, realm: string, uses: readonly UsePlace[]): Promise<void> {
  await pool.query({
    name: 'seal.use.enter',
    text: `insert into seal.use (realm, sealed_hash, seal_id, sealed_at, stream, seq, verified)
           select $1, decode(x.half, 'hex'), x.seal_id, x.sealed_at, x.stream, x.seq, x.verified
           from unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::integer[], $7::text[])
             as x (half, seal_id, sealed_at, stream, seq, verified)
           on conflict do nothing`,
    values: [
      realm,
      uses.map(({ halfHash }) => halfHash),
      uses.map(({ sealId }) => sealId),
      uses.map(({ sealedAt }) => sealedAt),
      uses.map(({ stream }) => stream),
      uses.map(({ seq }) => seq),
      uses.map(({ verified }) => verified),
    ],
  });
}

/** The newest uses of a seal, those before the instant `before` and at it from the hash `beforeHash` on. */
export async function listUses(
  pool: Pool,
  realm: string,
  sealId: string,
  page: { readonly before: Instant; readonly beforeHash: string; readonly limit: number },
): Promise<readonly UsePlace[]> {
  const { rows } = await pool.query<Omit<UsePlace, 'sealId'>>({
    name: 'seal.use.list',
    text: `select encode(u.sealed_hash, 'hex') as "halfHash", u.sealed_at as "sealedAt", u.stream, u.seq, u.verified
           from seal.use u
           where u.realm = $1 and u.seal_id = $2
             and (u.sealed_at < $3 or u.sealed_at = $3 and u.sealed_hash > decode($4, 'hex'))
           order by u.sealed_at desc, u.sealed_hash
           limit $5`,
    values: [realm, sealId, page.before, page.beforeHash, page.limit],
  });
  return rows.map((row) => ({ ...row, sealId }));
}

/** Keeps the newest list of an authority; false where the one that is kept is as new or newer. */
export async function keepRevocationList(
  pool: Pool,
  realm: string,
  { issuer, madeAt, list }: { readonly issuer: string; readonly madeAt: Instant; readonly list: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'seal.revocation-list.keep',
    text: `insert into seal.revocation_list as kept (realm, issuer, made_at, list)
           values ($1, $2, $3, $4)
           on conflict (realm, issuer) do update set made_at = excluded.made_at, list = excluded.list
           where kept.made_at < excluded.made_at`,
    values: [realm, issuer, madeAt, Buffer.from(list)],
  });
  return rowCount === 1;
}

/** The lists that are kept of these issuers, by fingerprint; DER. */
export async function listRevocationLists(
  pool: Pool,
  realm: string,
  issuers: readonly string[],
): Promise<readonly Uint8Array[]> {
  const { rows } = await pool.query<{ readonly list: Buffer }>({
    name: 'seal.revocation-list.all',
    text: 'select l.list from seal.revocation_list l where l.realm = $1 and l.issuer = any($2) order by l.issuer',
    values: [realm, issuers],
  });
  return rows.map(({ list }) => list);
}
