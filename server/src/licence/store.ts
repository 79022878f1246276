import type { Pool } from 'pg';

/** A licence as the index finds it. */
export interface LicencePlace {
  readonly stream: string;
  /** Place of the licence in the status lists: unique within the realm, never used again. */
  readonly statusIndex: number;
}

/** The licences of a holder, the newest first. */
export async function listHeld(
  pool: Pool,
  realm: string,
  holderKey: string,
  limit: number,
): Promise<readonly LicencePlace[]> {
  const { rows } = await pool.query<LicencePlace>({
    name: 'licence.held',
    text: `select h.stream, h.status_index as "statusIndex" from licence.holding h
           where h.realm = $1 and h.holder_key = decode($2, 'hex')
           order by h.status_index desc limit $3`,
    values: [realm, holderKey, limit],
  });
  return rows;
}
