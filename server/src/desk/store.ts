import type { Pool } from 'pg';

/** A work list row computed again. */
export interface RefreshedRow {
  readonly stream: string;
  readonly seq: number;
  readonly document: string;
}

/** Case numbers of open cases after `after`, in order. */
export async function listOpenCases(
  pool: Pool,
  realm: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ case_no: string }>({
    name: 'desk.open',
    text: `select case_no from desk.work
           where realm = $1 and case_no > $2 and waits_for <> 'nobody'
           order by case_no limit $3`,
    values: [realm, after, limit],
  });
  return rows.map((row) => row.case_no);
}

/** Writes rows computed again; a row that an act has meanwhile moved on stays as the act left it. */
export async function saveRows(pool: Pool, realm: string, rows: readonly RefreshedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await pool.query({
    name: 'desk.refresh',
    text: 'select desk.refresh($1, $2, $3, $4)',
    values: [
      rows.map(() => realm),
      rows.map((row) => row.stream),
      rows.map((row) => row.seq),
      rows.map((row) => row.document),
    ],
  });
}

/** The mark of the calendar with which the lists were computed last; empty at first. */
export async function readBasis(pool: Pool, realm: string): Promise<string> {
  const { rows } = await pool.query<{ calendar_mark: string }>({
    name: 'desk.basis',
    text: 'select calendar_mark from desk.basis where realm = $1',
    values: [realm],
  });
  return rows[0]?.calendar_mark ?? '';
}

export async function saveBasis(pool: Pool, realm: string, mark: string): Promise<void> {
  await pool.query({
    name: 'desk.basis.save',
    text: `insert into desk.basis (realm, calendar_mark) values ($1, $2)
           on conflict (realm) do update set calendar_mark = excluded.calendar_mark`,
    values: [realm, mark],
  });
}
