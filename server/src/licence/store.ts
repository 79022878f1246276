import type { Pool } from 'pg';

/** A licence as the index finds it. */
export interface LicencePlace {
  readonly stream: string;
  /** Its place in the order of issue. */
  readonly place: number;
}

/** The licences of a holder, the newest first. */
export async function listHeld(
  pool: Pool,
  realm: string,
  holderKey: string,
  limit: number,
): Promise<readonly LicencePlace[]> {
  const { rows } = await pool.query<{ stream: string; place: string }>({
    name: 'licence.held',
    text: `select h.stream, h.status_index::text as place from licence.holding h
           where h.realm = $1 and h.holder_key = decode($2, 'hex')
           order by h.status_index desc limit $3`,
    values: [realm, holderKey, limit],
  });
  return rows.map(({ stream, place }) => ({ stream, place: Number(place) }));
}

/** The place of a version in the status lists; undefined for a version that is not there. */
export async function findStatusIndex(
  pool: Pool,
  realm: string,
  stream: string,
  version: number,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ place: string }>({
    name: 'licence.statusIndex',
    text: `select v.status_index::text as place from licence.version v
           where v.realm = $1 and v.stream = $2 and v.version = $3`,
    values: [realm, stream, version],
  });
  return rows[0] === undefined ? undefined : Number(rows[0].place);
}

/** The places from `from` on and before `to` that are not valid; undefined when no place there was ever given out. */
export async function listMarked(
  pool: Pool,
  realm: string,
  from: number,
  to: number,
): Promise<readonly { readonly place: number; readonly status: 1 | 2 }[] | undefined> {
  const { rows } = await pool.query<{ place: string; status: 1 | 2 | null }>({
    name: 'licence.marked',
    text: `select v.status_index::text as place, v.status from licence.version v
           where v.realm = $1 and v.status_index >= $2 and v.status_index < $3 and v.status <> 0
           union all
           select min(v.status_index)::text, null from licence.version v
           where v.realm = $1 and v.status_index >= $2 and v.status_index < $3`,
    values: [realm, from, to],
  });
  if (rows.every(({ place }) => place === null)) return undefined;
  return rows.flatMap(({ place, status }) => (status === null ? [] : [{ place: Number(place), status }]));
}

/** The newest licences of an organ whose streams come after `after` in the order of their issue; all organs for null. */
export async function listOfOrgan(
  pool: Pool,
  realm: string,
  organ: string | null,
  page: { readonly before: number; readonly limit: number },
): Promise<readonly LicencePlace[]> {
  const { rows } = await pool.query<{ stream: string; place: string }>({
    name: 'licence.ofOrgan',
    text: `select h.stream, h.status_index::text as place from licence.holding h
           where h.realm = $1 and ($2::text is null or h.organ = $2) and h.status_index < $3
           order by h.status_index desc limit $4`,
    values: [realm, organ, page.before, page.limit],
  });
  return rows.map(({ stream, place }) => ({ stream, place: Number(place) }));
}
