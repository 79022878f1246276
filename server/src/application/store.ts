import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';
import { type Draft, DraftBody } from './draft.ts';
import type { EnteredBar } from './misconduct.ts';

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

/** The bars entered for any of these persons, the newest first. */
export async function readBars(pool: Pool, realm: string, keys: readonly string[]): Promise<readonly EnteredBar[]> {
  const { rows } = await pool.query<EnteredBar>({
    name: 'application.bar.read',
    text: `select encode(b.holder_key, 'hex') as "holderKey", b.case_no as "caseNo", b.cause, b.item_id as "itemId",
             b.decided_on::text as "decidedOn", b.decision_no as "decisionNo"
           from application.bar b
           where b.realm = $1 and b.holder_key = any(array(select decode(k, 'hex') from unnest($2::text[]) as k))
           order by b.decided_on desc, b.case_no`,
    values: [realm, keys],
  });
  return rows;
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
