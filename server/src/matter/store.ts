import type { Pool } from 'pg';
import { draftTable } from '../application/actions.ts';

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

/** Drafts of matters. */
export const bundleDrafts = draftTable('matter.draft', 'bundle');
