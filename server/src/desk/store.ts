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
      `[${rows.map((row) => row.document).join(',')}]`,
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

/** A row of a work list. */
export interface WorkRow {
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly organ: string;
  readonly applicantName: string;
  readonly state: string;
  readonly waitsFor: string;
  readonly updatedAt: string;
  readonly dueOn: string;
  readonly signatures: number;
}

/** One part of somebody's work: cases that wait for `waitsFor`, of one organ and one item where these are named. */
export interface WorkScope {
  readonly organ?: string;
  readonly waitsFor: string;
  readonly itemId?: string;
}

export interface WorkQuestion {
  readonly realm: string;
  readonly scopes: readonly WorkScope[];
  /** Only cases in this state. */
  readonly state?: string | undefined;
  /** The place of the last row seen: lists are paged by place, never by count, so that nothing is skipped or shown twice. */
  readonly after?: { readonly dueOn: string; readonly caseNo: string } | undefined;
  readonly limit: number;
}

const ROW = `w.case_no as "caseNo", w.item_id as "itemId", w.item_name as "itemName", w.organ,
  w.applicant_name as "applicantName", w.state, w.updated_at as "updatedAt", w.signatures`;

const OWN = `${ROW}, w.waits_for as "waitsFor", w.due_on::text as "dueOn"`;

/** Scopes that read one index; what the index is limited to has to stand in the statement in so many words. */
const reaches = [
  {
    name: 'asked',
    holds: ({ waitsFor }: WorkScope) => waitsFor === 'opinion',
    row: `${ROW}, 'opinion' as "waitsFor", a.due_on::text as "dueOn"`,
    from: 'desk.asked a join desk.work w on w.realm = a.realm and w.case_no = a.case_no',
    place: 'a',
    where: 'a.organ = s.organ',
  },
  {
    name: 'organ',
    holds: ({ organ, waitsFor }: WorkScope) => organ !== undefined && waitsFor !== 'opinion',
    row: OWN,
    from: 'desk.work w',
    place: 'w',
    where: 'w.waits_for = s.waits_for and w.organ = s.organ',
  },
  {
    name: 'counter',
    holds: ({ organ, waitsFor }: WorkScope) => organ === undefined && isAtCounter(waitsFor),
    row: OWN,
    from: 'desk.work w',
    place: 'w',
    where: "w.waits_for = s.waits_for and w.waits_for in ('window', 'delivery')",
  },
  {
    name: 'everywhere',
    holds: ({ organ, waitsFor }: WorkScope) => organ === undefined && !isAtCounter(waitsFor),
    row: OWN,
    from: 'desk.work w',
    place: 'w',
    where: 'w.waits_for = s.waits_for',
  },
] as const;

function isAtCounter(waitsFor: string): boolean {
  return waitsFor === 'window' || waitsFor === 'delivery';
}

/** The most urgent cases first. Each scope reads its own index range, so a page costs the same in a long list. */
export async function listWork(pool: Pick<Pool, 'query'>, question: WorkQuestion): Promise<readonly WorkRow[]> {
  const { realm, scopes, state, after, limit } = question;
  const pages = await Promise.all(
    reaches.map(async ({ name, holds, row, from, place, where }) => {
      const some = scopes.filter(holds);
      if (some.length === 0) return [];
      const { rows } = await pool.query<WorkRow>({
        name: `desk.work.${name}`,
        text: `select x.* from unnest($2::text[], $3::text[], $4::text[]) as s(organ, waits_for, item_id)
               cross join lateral (
                 select ${row} from ${from}
                 where ${place}.realm = $1 and ${where} and ($5::text is null or w.state = $5)
                   and (${place}.due_on, ${place}.case_no) > ($6::date, $7) and (s.item_id = '' or w.item_id = s.item_id)
                 order by ${place}.due_on, ${place}.case_no limit $8
               ) x
               order by "dueOn", "caseNo" limit $8`,
        values: [
          realm,
          some.map(({ organ }) => organ ?? ''),
          some.map(({ waitsFor }) => waitsFor),
          some.map(({ itemId }) => itemId ?? ''),
          state ?? null,
          after?.dueOn ?? '-infinity',
          after?.caseNo ?? '',
          limit,
        ],
      });
      return rows;
    }),
  );
  const byNo = new Map(pages.flat().map((row) => [row.caseNo, row]));
  return [...byNo.values()].toSorted(byPlace).slice(0, limit);
}

function byPlace(one: WorkRow, other: WorkRow): number {
  const [a, b] = [`${one.dueOn} ${one.caseNo}`, `${other.dueOn} ${other.caseNo}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cases of an applicant or of the agent who acts for him, the newest change first. */
export async function listOwnWork(
  pool: Pool,
  question: {
    readonly realm: string;
    readonly key: string;
    readonly state?: string | undefined;
    readonly after?: { readonly updatedAt: string; readonly caseNo: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly WorkRow[]> {
  const { realm, key, state, after, limit } = question;
  const { rows } = await pool.query<WorkRow>({
    name: 'desk.own',
    text: `select ${OWN} from desk.party p
           join desk.work w on w.realm = p.realm and w.case_no = p.case_no
           where p.realm = $1 and p.party_key = $2 and ($3::text is null or w.state = $3)
             and (w.updated_at, w.case_no) < ($4::timestamptz, $5)
           order by w.updated_at desc, w.case_no desc limit $6`,
    values: [realm, Buffer.from(key, 'hex'), state ?? null, after?.updatedAt ?? 'infinity', after?.caseNo ?? '', limit],
  });
  return rows;
}

/** Cases whose window notice is overdue on `todayOn`: silence is acceptance (R25). */
export function listDeemedDue(pool: Pool, realm: string, todayOn: string, limit: number): Promise<readonly string[]> {
  return caseNos(pool, 'desk.deemed', 'deemed_after_on', [realm, todayOn, limit]);
}

/** Renewals whose licence has ended before `todayOn` without a decision (R63). */
export function listRenewalsDue(pool: Pool, realm: string, todayOn: string, limit: number): Promise<readonly string[]> {
  return caseNos(pool, 'desk.renewals', 'renews_after_on', [realm, todayOn, limit]);
}

async function caseNos(
  pool: Pool,
  name: string,
  column: 'deemed_after_on' | 'renews_after_on',
  values: readonly unknown[],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ case_no: string }>({
    name,
    text: `select case_no from desk.work where realm = $1 and ${column} < $2 order by ${column}, case_no limit $3`,
    values: [...values],
  });
  return rows.map((row) => row.case_no);
}
