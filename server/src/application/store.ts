import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';
import { type Draft, DraftBody } from './draft.ts';

/** Whose draft, of what. */
export interface DraftKey {
  readonly realm: string;
  readonly owner: string;
  readonly itemId: string;
}

interface DraftRow extends Omit<Draft, 'body'> {
  readonly body: string;
}

const COLUMNS = `d.item_id as "itemId", d.item_version as "itemVersion", d.revision, d.body, d.saved_at as "savedAt",
  d.expires_at as "expiresAt"`;

/** Saves a draft over the revision that its owner has seen (0 where there was none); undefined when another device saved. */
export async function writeDraft(
  pool: Pool,
  { realm, owner, itemId }: DraftKey,
  draft: Omit<Draft, 'itemId'>,
): Promise<number | undefined> {
  const { itemVersion, revision, body, savedAt, expiresAt } = draft;
  const { rows } = await pool.query<{ revision: number }>({
    name: 'application.draft.write',
    text: `insert into application.draft as d
             (realm, owner, item_id, item_version, revision, body, saved_at, expires_at)
           select $1, $2, $3, $4, 1, $6, $7, $8
           where $5::integer = 0 or exists (
             select from application.draft x where x.realm = $1 and x.owner = $2 and x.item_id = $3)
           on conflict (realm, owner, item_id) do update
           set item_version = $4, revision = d.revision + 1, body = $6, saved_at = $7, expires_at = $8
           where d.revision = $5::integer or d.expires_at <= $7
           returning d.revision`,
    values: [realm, owner, itemId, itemVersion, revision, JSON.stringify(body), savedAt, expiresAt],
  });
  return rows[0]?.revision;
}

/** The draft, unless its time is over. */
export async function readDraft(pool: Pool, key: DraftKey, at: Instant): Promise<Draft | undefined> {
  const { rows } = await pool.query<DraftRow>({
    name: 'application.draft.read',
    text: `select ${COLUMNS} from application.draft d
           where d.realm = $1 and d.owner = $2 and d.item_id = $3 and d.expires_at > $4`,
    values: [key.realm, key.owner, key.itemId, at],
  });
  return rows.map(draftOf)[0];
}

/** All drafts of an owner, the newest first. */
export async function listDrafts(
  pool: Pool,
  { realm, owner }: Omit<DraftKey, 'itemId'>,
  at: Instant,
): Promise<readonly Draft[]> {
  const { rows } = await pool.query<DraftRow>({
    name: 'application.draft.list',
    text: `select ${COLUMNS} from application.draft d
           where d.realm = $1 and d.owner = $2 and d.expires_at > $3
           order by d.saved_at desc, d.item_id limit 200`,
    values: [realm, owner, at],
  });
  return rows.map(draftOf);
}

/** Deletes a draft for good; the draft as it was. */
export async function deleteDraft(pool: Pool, { realm, owner, itemId }: DraftKey): Promise<Draft | undefined> {
  const { rows } = await pool.query<DraftRow>({
    name: 'application.draft.delete',
    text: `delete from application.draft d where d.realm = $1 and d.owner = $2 and d.item_id = $3 returning ${COLUMNS}`,
    values: [realm, owner, itemId],
  });
  return rows.map(draftOf)[0];
}

/** Deletes the drafts whose time is over. Returns how many. */
export async function deleteOldDrafts(pool: Pool, realm: string, at: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'application.draft.old',
    text: 'delete from application.draft where realm = $1 and expires_at <= $2',
    values: [realm, at],
  });
  return rowCount ?? 0;
}

/** Case numbers of an applicant or agent, the newest day first. */
export async function listOwnCases(
  pool: Pool,
  { realm, key, limit }: { readonly realm: string; readonly key: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ case_no: string }>({
    name: 'application.own',
    // A case number ends in its day and serial (GB/T 39554.1).
    text: `select p.case_no from desk.v_party p where p.realm = $1 and p.party_key = decode($2, 'hex')
           order by right(p.case_no, 12) desc, p.case_no desc limit $3`,
    values: [realm, key, limit],
  });
  return rows.map((row) => row.case_no);
}

function draftOf({ body, ...row }: DraftRow): Draft {
  return { ...row, body: DraftBody.parse(JSON.parse(body)) };
}
