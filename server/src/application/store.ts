import type { Pool } from 'pg';
import { gather, takeAll } from '../journal/group.ts';
import type { Instant } from '../kernel/time.ts';
import type { EnteredBar } from './misconduct.ts';

/** Whose draft, of what: an item, or a bundle. */
export interface DraftKey {
  readonly realm: string;
  readonly owner: string;
  readonly subject: string;
}

/** A draft as its table has it. */
export interface DraftRow {
  readonly subject: string;
  /** The version of the item or bundle whose questions were answered. */
  readonly version: number;
  /** Counts the savings; whoever saves names the one that he has seen. */
  readonly revision: number;
  /** JSON. */
  readonly body: string;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
}

/** One table of drafts, in the schema of the module that keeps them. */
export interface DraftTable {
  /** Saves over the revision that the owner has seen (0 where there was none); undefined when another device saved meanwhile. */
  readonly write: (pool: Pool, key: DraftKey, draft: Omit<DraftRow, 'subject'>) => Promise<number | undefined>;
  /** The draft, unless its time is over. */
  readonly read: (pool: Pool, key: DraftKey, at: Instant) => Promise<DraftRow | undefined>;
  /** All drafts of an owner, the newest first. */
  readonly list: (pool: Pool, of: Omit<DraftKey, 'subject'>, at: Instant) => Promise<readonly DraftRow[]>;
  /** Deletes a draft for good; the draft as it was. */
  readonly delete: (pool: Pool, key: DraftKey) => Promise<DraftRow | undefined>;
  /** Deletes the drafts whose time is over. Returns how many. */
  readonly deleteOld: (pool: Pool, realm: string, at: Instant) => Promise<number>;
}

/** The table `table`, whose columns name their subject `subject` (item, bundle). */
export function draftTable(table: string, subject: 'item' | 'bundle'): DraftTable {
  const [id, version] = [`${subject}_id`, `${subject}_version`];
  const columns = `d.${id} as subject, d.${version} as version, d.revision, d.body, d.saved_at as "savedAt",
    d.expires_at as "expiresAt"`;
  const isHis = `d.realm = $1 and d.owner = $2`;
  const rowsOf = async (pool: Pool, verb: string, text: string, values: readonly unknown[]) =>
    (await pool.query<DraftRow>({ name: `${table}.${verb}`, text, values: [...values] })).rows;
  return {
    async write(pool, key, draft) {
      const text = `insert into ${table} as d
                      (realm, owner, ${id}, ${version}, revision, body, saved_at, expires_at)
                    select $1, $2, $3, $4, 1, $6, $7, $8
                    where $5::integer = 0 or exists (
                      select from ${table} x where x.realm = $1 and x.owner = $2 and x.${id} = $3)
                    on conflict (realm, owner, ${id}) do update
                    set ${version} = $4, revision = d.revision + 1, body = $6, saved_at = $7, expires_at = $8
                    where d.revision = $5::integer or d.expires_at <= $7
                    returning ${columns}`;
      const { realm, owner, subject: of } = key;
      const { version: filled, revision, body, savedAt, expiresAt } = draft;
      const values = [realm, owner, of, filled, revision, body, savedAt, expiresAt];
      return (await rowsOf(pool, 'write', text, values))[0]?.revision;
    },
    async read(pool, { realm, owner, subject: of }, at) {
      const text = `select ${columns} from ${table} d where ${isHis} and d.${id} = $3 and d.expires_at > $4`;
      return (await rowsOf(pool, 'read', text, [realm, owner, of, at]))[0];
    },
    list(pool, { realm, owner }, at) {
      const text = `select ${columns} from ${table} d where ${isHis} and d.expires_at > $3
                    order by d.saved_at desc, d.${id} limit 200`;
      return rowsOf(pool, 'list', text, [realm, owner, at]);
    },
    async delete(pool, { realm, owner, subject: of }) {
      const text = `delete from ${table} d where ${isHis} and d.${id} = $3 returning ${columns}`;
      return (await rowsOf(pool, 'delete', text, [realm, owner, of]))[0];
    },
    async deleteOld(pool, realm, at) {
      const text = `delete from ${table} where realm = $1 and expires_at <= $2`;
      return (await pool.query({ name: `${table}.old`, text, values: [realm, at] })).rowCount ?? 0;
    },
  };
}

/** Drafts of applications for one item. */
export const itemDrafts = draftTable('application.draft', 'item');

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

/** Enters bars; entering the same again changes nothing. */
export async function insertBars(pool: Pool, realm: string, bars: readonly EnteredBar[]): Promise<void> {
  await pool.query({
    name: 'application.bar.insert',
    text: `insert into application.bar (realm, holder_key, case_no, cause, item_id, decided_on, decision_no)
           select $1, decode(x.key, 'hex'), x.case_no, x.cause, x.item_id, x.decided_on, x.decision_no
           from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[])
             as x (key, case_no, cause, item_id, decided_on, decision_no)
           on conflict do nothing`,
    values: [
      realm,
      bars.map(({ holderKey }) => holderKey),
      bars.map(({ caseNo }) => caseNo),
      bars.map(({ cause }) => cause),
      bars.map(({ itemId }) => itemId),
      bars.map(({ decidedOn }) => decidedOn),
      bars.map(({ decisionNo }) => decisionNo),
    ],
  });
}

/** Whose bars are asked for. */
export interface BarQuestion {
  readonly realm: string;
  readonly holderKeys: readonly string[];
}

/** The bars entered for any of these persons, the newest first; what is asked in the same moment shares one round trip. */
export function readBars(pool: Pool, question: BarQuestion): Promise<readonly EnteredBar[]> {
  const known = askedTogether.get(pool);
  if (known !== undefined) return known(question);
  const ask = gather(takeAll<BarQuestion, readonly EnteredBar[]>, (questions) => readBarsOf(pool, questions));
  askedTogether.set(pool, ask);
  return ask(question);
}

const askedTogether = new WeakMap<Pool, (question: BarQuestion) => Promise<readonly EnteredBar[]>>();

async function readBarsOf(pool: Pool, questions: readonly BarQuestion[]): Promise<readonly (readonly EnteredBar[])[]> {
  const holders = new Map(
    questions.flatMap(({ realm, holderKeys }) =>
      holderKeys.map((holderKey) => [`${realm} ${holderKey}`, { realm, holderKey }] as const),
    ),
  );
  const { rows } = await pool.query<EnteredBar & { readonly realm: string }>({
    name: 'application.bar.read',
    text: `select b.realm, encode(b.holder_key, 'hex') as "holderKey", b.case_no as "caseNo", b.cause,
             b.item_id as "itemId", b.decided_on::text as "decidedOn", b.decision_no as "decisionNo"
           from unnest($1::text[], $2::text[]) as h (realm, holder_key)
           join application.bar b on b.realm = h.realm and b.holder_key = decode(h.holder_key, 'hex')
           order by b.decided_on desc, b.case_no`,
    values: [[...holders.values()].map(({ realm }) => realm), [...holders.values()].map(({ holderKey }) => holderKey)],
  });
  return questions.map(({ realm, holderKeys }) =>
    rows
      .filter((row) => row.realm === realm && holderKeys.includes(row.holderKey))
      .map(({ realm: _realm, ...bar }) => bar),
  );
}

/** A discrepancy as the organ of the source is told of it (R47). */
export interface ToldDiscrepancy {
  readonly caseNo: string;
  readonly name: string;
  readonly organ: string;
  readonly source: string;
  readonly sourceName: string;
  readonly value: string;
  readonly stated: string;
  readonly receipt: string;
  readonly notedAt: Instant;
}

/** Enters notices of discrepancies; the same again changes nothing. */
export async function insertDiscrepancies(pool: Pool, realm: string, told: readonly ToldDiscrepancy[]): Promise<void> {
  for (const one of told) {
    await pool.query({
      name: 'application.discrepancy.insert',
      text: `insert into application.discrepancy
               (realm, case_no, name, organ, source, source_name, value, stated, receipt, noted_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      values: [
        realm,
        one.caseNo,
        one.name,
        one.organ,
        one.source,
        one.sourceName,
        one.value,
        one.stated,
        one.receipt,
        one.notedAt,
      ],
    });
  }
}

/** What applicants said otherwise than the sources of this organ, the newest first. */
export async function listDiscrepancies(
  pool: Pool,
  { realm, organ, limit }: { readonly realm: string; readonly organ: string; readonly limit: number },
): Promise<readonly ToldDiscrepancy[]> {
  const { rows } = await pool.query<ToldDiscrepancy>({
    name: 'application.discrepancy.list',
    text: `select d.case_no as "caseNo", d.name, d.organ, d.source, d.source_name as "sourceName", d.value, d.stated,
             d.receipt, d.noted_at as "notedAt"
           from application.discrepancy d where d.realm = $1 and d.organ = $2
           order by d.noted_at desc, d.case_no, d.name limit $3`,
    values: [realm, organ, limit],
  });
  return rows;
}
