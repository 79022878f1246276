import type { Pool } from 'pg';
import { inTransaction } from '../kernel/database.ts';
import type { Instant } from '../kernel/time.ts';
import type { Upload } from './material.ts';

export interface NewUpload extends Upload {
  readonly realm: string;
  readonly owner: string;
  readonly uploadedAt: Instant;
}

const COLUMNS = `u.upload_id as "uploadId", encode(u.hash, 'hex') as hash, u.size, u.media_type as "mediaType", u.name,
  u.kept_until as "keptUntilAt"`;

/**
 * Enters an upload, unless with it more would wait for its owner than `limitBytes`. His uploads wait for each other, so that
 * two at once do not both take the last place; `keep` runs while the hash is locked against the sweep.
 */
export function insertUpload(
  pool: Pool,
  upload: NewUpload,
  limitBytes: number,
  keep: () => Promise<void>,
): Promise<boolean> {
  const { realm, owner, hash } = upload;
  return inTransaction(pool, async (connection) => {
    await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${realm}/${owner}`]);
    await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [hash]);
    const { rowCount } = await connection.query({
      name: 'material.insert',
      text: `insert into material.upload (realm, upload_id, owner, hash, size, media_type, name, uploaded_at, kept_until)
             select $1, $2, $3, decode($4, 'hex'), $5::bigint, $6, $7, $8::timestamptz, $9
             where (
               select coalesce(sum(u.size), 0) from material.upload u
               where u.realm = $1 and u.owner = $3 and u.request_id is null and u.kept_until > $8::timestamptz
             ) + $5::bigint <= $10::bigint`,
      values: [
        realm,
        upload.uploadId,
        owner,
        hash,
        upload.size,
        upload.mediaType,
        upload.name,
        upload.uploadedAt,
        upload.keptUntilAt,
        limitBytes,
      ],
    });
    if (rowCount !== 1) return false;
    await keep();
    return true;
  });
}

/** An upload of this owner that is still there. */
export async function readUpload(
  pool: Pool,
  { realm, owner, uploadId, at }: { realm: string; owner: string; uploadId: string; at: Instant },
): Promise<Upload | undefined> {
  const { rows } = await pool.query<Upload>({
    name: 'material.read',
    text: `select ${COLUMNS} from material.upload u
           where u.realm = $1 and u.owner = $2 and u.upload_id = $3 and (u.request_id is not null or u.kept_until > $4)`,
    values: [realm, owner, uploadId, at],
  });
  return rows[0];
}

/** The uploads of this owner that wait, the newest first. */
export async function readUploads(
  pool: Pool,
  { realm, owner, at }: { realm: string; owner: string; at: Instant },
): Promise<readonly Upload[]> {
  const { rows } = await pool.query<Upload>({
    name: 'material.list',
    text: `select ${COLUMNS} from material.upload u
           where u.realm = $1 and u.owner = $2 and u.request_id is null and u.kept_until > $3
           order by u.uploaded_at desc, u.upload_id desc
           limit 200`,
    values: [realm, owner, at],
  });
  return rows;
}

export interface Taking {
  readonly realm: string;
  readonly owner: string;
  readonly requestId: string;
  readonly uploadIds: readonly string[];
  readonly at: Instant;
}

/** Takes uploads for the act of a request: from now on they stay, if that act is done. What another act has is not taken. */
export async function takeUploads(pool: Pool, taking: Taking): Promise<readonly Upload[]> {
  const { rows } = await pool.query<Upload>({
    name: 'material.take',
    text: `update material.upload u set request_id = $3, taken_at = $5
           where u.realm = $1 and u.owner = $2 and u.upload_id = any($4::uuid[])
             and (u.request_id = $3 or (u.kept_until > $5 and not exists (
               select from journal.v_done a
               where a.realm = u.realm and a.begins_with_digit = (u.request_id < ':') and a.request_id = u.request_id)))
           returning ${COLUMNS}`,
    values: [taking.realm, taking.owner, taking.requestId, taking.uploadIds, taking.at],
  });
  return rows;
}

/** Lets uploads of this owner wait until `untilAt`; those that an act has taken stay in any case. */
export async function keepUploads(
  pool: Pool,
  {
    realm,
    owner,
    uploadIds,
    untilAt,
  }: { realm: string; owner: string; uploadIds: readonly string[]; untilAt: Instant },
): Promise<void> {
  await pool.query({
    name: 'material.keep',
    text: `update material.upload set kept_until = $4
           where realm = $1 and owner = $2 and upload_id = any($3::uuid[])`,
    values: [realm, owner, uploadIds, untilAt],
  });
}

/**
 * Forgets uploads whose time is over and that no act has taken; one taken for an act that was never done counts as waiting
 * again after a day. Returns how many.
 */
export async function deleteDead(pool: Pool, realm: string, at: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'material.dead',
    text: `delete from material.upload u
           where u.realm = $1 and u.kept_until <= $2
             and (u.request_id is null or (u.taken_at < $2::timestamptz - interval '1 day' and not exists (
               select from journal.v_done a
               where a.realm = u.realm and a.begins_with_digit = (u.request_id < ':') and a.request_id = u.request_id)))`,
    values: [realm, at],
  });
  return rowCount ?? 0;
}

/** Runs `drop` for each of these hashes that no upload names, while nobody can begin to name it. Returns how many. */
export async function dropUnnamed(
  pool: Pool,
  hashes: readonly string[],
  drop: (hash: string) => Promise<void>,
): Promise<number> {
  const { rows } = await pool.query<{ hash: string }>({
    name: 'material.unnamed',
    text: `select h.hash from unnest($1::text[]) as h(hash)
           where not exists (select from material.upload u where u.hash = decode(h.hash, 'hex'))`,
    values: [hashes],
  });
  let dropped = 0;
  for (const { hash } of rows) {
    const isDropped = await inTransaction(pool, async (connection) => {
      await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [hash]);
      const again = await connection.query(`select from material.upload where hash = decode($1, 'hex') limit 1`, [
        hash,
      ]);
      if (again.rowCount !== 0) return false;
      await drop(hash);
      return true;
    });
    if (isDropped) dropped += 1;
  }
  return dropped;
}
