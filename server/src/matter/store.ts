import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';

/** Notes whose matter it is; again changes nothing. */
export async function saveParties(pool: Pool, realm: string, matterNo: string, keys: readonly string[]): Promise<void> {
  await pool.query({
    name: 'matter.saveParties',
    text: `insert into matter.party (realm, party_key, matter_no)
           select $1, decode(k.key, 'hex'), $2 from unnest($3::text[]) as k (key)
           on conflict do nothing`,
    values: [realm, matterNo, keys],
  });
}

/** The matters of somebody, the newest first. */
export async function listMatters(pool: Pool, realm: string, key: string, limit: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly no: string }>({
    name: 'matter.list',
    text: `select matter_no as no from matter.party
           where realm = $1 and party_key = decode($2, 'hex')
           order by matter_no desc limit $3`,
    values: [realm, key, limit],
  });
  return rows.map(({ no }) => no);
}

/** Whose draft, of which matter. */
export interface DraftKey {
  readonly realm: string;
  readonly owner: string;
  readonly bundleId: string;
}

export interface DraftRow {
  readonly bundleId: string;
  /** The version of the bundle whose questions were answered. */
  readonly bundleVersion: number;
  /** Counts the savings; whoever saves names the one that he has seen. */
  readonly revision: number;
  /** JSON. */
  readonly body: string;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
}

const COLUMNS = `d.bundle_id as "bundleId", d.bundle_version as "bundleVersion", d.revision, d.body, d.saved_at as "savedAt",
  d.expires_at as "expiresAt"`;

/** Saves over the revision that the owner has seen (0 where there was none); undefined when another device saved meanwhile. */
export async function writeDraft(
  pool: Pool,
  { realm, owner, bundleId }: DraftKey,
  { bundleVersion, revision, body, savedAt, expiresAt }: Omit<DraftRow, 'bundleId'>,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ readonly revision: number }>({
    name: 'matter.draft.write',
    text: `insert into matter.draft as d
             (realm, owner, bundle_id, bundle_version, revision, body, saved_at, expires_at)
           select $1, $2, $3, $4, 1, $6, $7, $8
           where $5::integer = 0 or exists (
             select from matter.draft x where x.realm = $1 and x.owner = $2 and x.bundle_id = $3)
           on conflict (realm, owner, bundle_id) do update
           set bundle_version = $4, revision = d.revision + 1, body = $6, saved_at = $7, expires_at = $8
           where d.revision = $5::integer or d.expires_at <= $7
           returning d.revision`,
    values: [realm, owner, bundleId, bundleVersion, revision, body, savedAt, expiresAt],
  });
  return rows[0]?.revision;
}

/** The draft, unless its time is over. */
export async function readDraft(pool: Pool, key: DraftKey, at: Instant): Promise<DraftRow | undefined> {
  const { rows } = await pool.query<DraftRow>({
    name: 'matter.draft.read',
    text: `select ${COLUMNS} from matter.draft d
           where d.realm = $1 and d.owner = $2 and d.bundle_id = $3 and d.expires_at > $4`,
    values: [key.realm, key.owner, key.bundleId, at],
  });
  return rows[0];
}

/** All drafts of an owner, the newest first. */
export async function listDrafts(
  pool: Pool,
  { realm, owner }: Omit<DraftKey, 'bundleId'>,
  at: Instant,
): Promise<readonly DraftRow[]> {
  const { rows } = await pool.query<DraftRow>({
    name: 'matter.draft.list',
    text: `select ${COLUMNS} from matter.draft d
           where d.realm = $1 and d.owner = $2 and d.expires_at > $3
           order by d.saved_at desc, d.bundle_id limit 200`,
    values: [realm, owner, at],
  });
  return rows;
}

/** Deletes a draft for good; the draft as it was. */
export async function deleteDraft(pool: Pool, { realm, owner, bundleId }: DraftKey): Promise<DraftRow | undefined> {
  const { rows } = await pool.query<DraftRow>({
    name: 'matter.draft.delete',
    text: `delete from matter.draft d where d.realm = $1 and d.owner = $2 and d.bundle_id = $3 returning ${COLUMNS}`,
    values: [realm, owner, bundleId],
  });
  return rows[0];
}

/** Deletes the drafts whose time is over. Returns how many. */
export async function deleteOldDrafts(pool: Pool, realm: string, at: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'matter.draft.old',
    text: 'delete from matter.draft where realm = $1 and expires_at <= $2',
    values: [realm, at],
  });
  return rowCount ?? 0;
}
