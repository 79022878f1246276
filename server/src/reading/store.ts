import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';
import type { KeptReading, ReadingKind } from './reading.ts';

export type NewReading = Omit<KeptReading, 'batch'>;

/** Writes readings, several in one round trip and one commit. */
export async function insertReadings(pool: Pool, realm: string, readings: readonly NewReading[]): Promise<void> {
  await pool.query({
    name: 'reading.insert',
    text: `insert into reading.made (realm, subject, reader, post, what, reason, read_at, salt, digest)
           select $1, r.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
             $8::bytea[], $9::bytea[]) as r`,
    values: [
      realm,
      readings.map(({ subject }) => subject),
      readings.map(({ reader }) => reader),
      readings.map(({ post }) => post),
      readings.map(({ what }) => what),
      readings.map(({ reason }) => reason ?? null),
      readings.map(({ readAt }) => readAt),
      readings.map(({ salt }) => salt),
      readings.map(({ digest }) => digest),
    ],
  });
}

/** Gives what waits to `batch`; returns the digests, oldest first. */
export async function takeReadings(
  pool: Pool,
  realm: string,
  { batch, limit }: { readonly batch: string; readonly limit: number },
): Promise<readonly Buffer[]> {
  const { rows } = await pool.query<{ digest: Buffer }>({
    name: 'reading.take',
    text: 'select t.digest from reading.take($1, $2, $3) t',
    values: [realm, batch, limit],
  });
  return rows.map(({ digest }) => digest);
}

/** Batches whose act never came to be, however old, with their digests in order. */
export async function listBroken(
  pool: Pool,
  realm: string,
): Promise<readonly { readonly batch: string; readonly digests: readonly Buffer[] }[]> {
  const { rows } = await pool.query<{ batch: string; digests: readonly Buffer[] }>({
    name: 'reading.broken',
    text: `select m.batch, array_agg(m.digest order by m.id) as digests
           from reading.made m
           where m.realm = $1 and m.batch is not null
             and not exists (
               select 1 from journal.v_act a where a.realm = m.realm and a.stream = 'reading/' || m.batch::text
             )
           group by m.batch`,
    values: [realm],
  });
  return rows;
}

interface Row {
  readonly subject: string;
  readonly reader: string;
  readonly post: string;
  readonly what: ReadingKind;
  readonly reason: string | null;
  readonly readAt: Instant;
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly batch: string | null;
}

/** The newest readings first; of one subject or of one reader where they are named. */
export async function listReadings(
  pool: Pool,
  realm: string,
  { subject, reader, limit }: { readonly subject?: string; readonly reader?: string; readonly limit: number },
): Promise<readonly KeptReading[]> {
  const { rows } = await pool.query<Row>({
    name: 'reading.list',
    text: `select m.subject, m.reader, m.post, m.what, m.reason, m.read_at as "readAt", m.salt, m.digest, m.batch
           from reading.made m
           where m.realm = $1 and ($2::text is null or m.subject = $2) and ($3::text is null or m.reader = $3)
           order by m.id desc limit $4`,
    values: [realm, subject ?? null, reader ?? null, limit],
  });
  return rows.map(({ reason, batch, ...row }) => ({
    ...row,
    ...(reason === null ? {} : { reason }),
    batch: batch ?? undefined,
  }));
}

/** The last reason that a reader gave for a subject since then. */
export async function findReason(
  pool: Pool,
  realm: string,
  { subject, reader, since }: { readonly subject: string; readonly reader: string; readonly since: Instant },
): Promise<string | undefined> {
  const { rows } = await pool.query<{ reason: string }>({
    name: 'reading.reason',
    text: `select m.reason from reading.made m
           where m.realm = $1 and m.reader = $2 and m.subject = $3 and m.reason is not null and m.read_at >= $4
           order by m.id desc limit 1`,
    values: [realm, reader, subject, since],
  });
  return rows[0]?.reason;
}

/** Forgets what is older than three years; returns how many. */
export async function forgetReadings(pool: Pool, realm: string, now: Instant): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'reading.forget',
    text: 'select reading.forget($1, $2) as count',
    values: [realm, now],
  });
  return Number(rows[0]?.count ?? 0);
}
