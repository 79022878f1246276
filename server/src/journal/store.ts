import type { Pool } from 'pg';
import { z } from 'zod';
import { byteaArray, intArray, textArray } from '../kernel/binary-array.ts';
import { eventsOfAct } from './act-record.ts';
import type { Recorded } from './journal.ts';

/** An act that is ready to be written: every byte that will be stored is already fixed. */
export interface PreparedAct {
  readonly realm: string;
  readonly requestId: string;
  readonly digest: Buffer;
  readonly stream: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  /** Hash of the act before it; empty for a new stream. */
  readonly prev: Buffer;
  readonly hash: Buffer;
  /** The bytes that were hashed; UTF-8. */
  readonly body: Buffer;
  readonly fences: readonly PreparedFence[];
  readonly outbox: readonly {
    readonly topic: string;
    readonly payload: string;
    readonly dueAt: string;
  }[];
  /** What the work lists show from now on, as JSON; null leaves them as they are. */
  readonly document: string | null;
}

export interface PreparedFence {
  readonly key: string;
  readonly mode: 'pass' | 'bump' | 'set';
  readonly open: boolean;
  readonly epoch: number | null;
}

export interface FirstOutcome {
  readonly stream: string;
  readonly digest: Buffer;
  readonly fromSeq: number;
  readonly toSeq: number;
}

export interface ReadResult {
  readonly streams: ReadonlyMap<string, readonly Recorded[]>;
  readonly requests: ReadonlyMap<string, FirstOutcome>;
}

const StoredActor = z.object({ kind: z.enum(['person', 'robot', 'applicant', 'operator']), id: z.string() });
const StoredMandate = z.object({ mandateNo: z.string(), version: z.number(), hash: z.string() });
const StoredRecord = z.object({
  realm: z.string(),
  stream: z.string(),
  seq: z.number(),
  at: z.string(),
  actor: StoredActor,
  mandate: StoredMandate.exactOptional(),
  requestId: z.string(),
  events: z.array(
    z.object({
      type: z.string(),
      data: z.unknown(),
      actor: StoredActor.exactOptional(),
      mandate: StoredMandate.nullable().exactOptional(),
    }),
  ),
  prev: z.string(),
});

/** Reads streams and first outcomes in one round trip. */
export async function readJournal(
  pool: Pool,
  realm: string,
  streams: readonly string[],
  requests: readonly string[],
): Promise<ReadResult> {
  const { rows } = await pool.query<JournalRow>({
    name: 'journal.read',
    text: 'select stream, from_seq, to_seq, request_id, digest, hash, body from journal.read($1, $2, $3)',
    values: [realm, streams, requests],
  });
  const found = new Map<string, Recorded[]>(streams.map((stream) => [stream, []]));
  const outcomes = new Map<string, FirstOutcome>();
  for (const { stream, from_seq: fromSeq, to_seq: toSeq, request_id: requestId, digest, hash, body } of rows) {
    // The act of a repeated request comes without its body: its stream tells what it did.
    if (body === null) outcomes.set(requestId, { stream, digest, fromSeq, toSeq });
    else found.get(stream)?.push(...eventsOf({ hash, body }));
  }
  return { streams: found, requests: outcomes };
}

/** Every stream whose name starts with `prefix`, in order of name and seq. */
export async function readStreams(pool: Pool, realm: string, prefix: string): Promise<readonly Recorded[]> {
  const { rows } = await pool.query<StoredAct>({
    name: 'journal.prefix',
    text: `select hash, body from journal.act
           where realm = $1 and stream >= $2 and stream < $3
           order by stream, from_seq`,
    values: [realm, prefix, after(prefix)],
  });
  return rows.flatMap(eventsOf);
}

/** The highest stream name with this prefix, or undefined; case numbers are drawn from it. */
export async function findLastStream(pool: Pool, realm: string, prefix: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ stream: string }>({
    name: 'journal.last',
    text: `select stream from journal.act
           where realm = $1 and stream >= $2 and stream < $3
           order by stream desc limit 1`,
    values: [realm, prefix, after(prefix)],
  });
  return rows[0]?.stream;
}

export interface FenceState {
  readonly key: string;
  readonly open: boolean;
  readonly epoch: number;
}

/** The fences whose key starts with `prefix`. */
export async function listFences(pool: Pool, realm: string, prefix: string): Promise<readonly FenceState[]> {
  const { rows } = await pool.query<{ key: string; open: boolean; epoch: string }>({
    name: 'journal.fences',
    text: 'select key, open, epoch from journal.fence where realm = $1 and key >= $2 and key < $3 order by key',
    values: [realm, prefix, after(prefix)],
  });
  return rows.map((row) => ({ ...row, epoch: Number(row.epoch) }));
}

/**
 * Writes the acts in one commit and returns a verdict for each, in the order given.
 * The acts must already be in the order and company that `journal.append` asks for (see group.ts).
 */
export async function appendActs(pool: Pick<Pool, 'query'>, acts: readonly PreparedAct[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ verdict: string[] }>({
    name: 'journal.append',
    text: `select journal.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20, $21) as verdict`,
    values: [...actColumns(acts), ...outboxColumns(acts)],
  });
  return rows[0]?.verdict ?? [];
}

/**
 * As `appendActs`, but all or nothing: one verdict that is not `ok` and none of them is written. No two of the acts may be on
 * one stream, nor rest on a fence that another of them moves.
 */
export async function appendTogether(pool: Pool, acts: readonly PreparedAct[]): Promise<readonly string[]> {
  const client = await pool.connect();
  let fault: Error | undefined;
  try {
    await client.query('begin');
    const verdicts = await appendActs(client, acts);
    const isWhole = verdicts.length === acts.length && verdicts.every((verdict) => verdict === 'ok');
    await client.query(isWhole ? 'commit' : 'rollback');
    return verdicts;
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error));
    // What broke the transaction also ended it; a connection that cannot say so is not used again.
    await client.query('rollback').then(
      () => (fault = undefined),
      () => undefined,
    );
    throw error;
  } finally {
    client.release(fault);
  }
}

function actColumns(acts: readonly PreparedAct[]): readonly unknown[] {
  const fences = groupFences(acts);
  return [
    textArray(acts.map((act) => act.realm)),
    textArray(acts.map((act) => act.requestId)),
    byteaArray(acts.map((act) => act.digest)),
    textArray(acts.map((act) => act.stream)),
    intArray(acts.map((act) => act.fromSeq)),
    intArray(acts.map((act) => act.toSeq)),
    byteaArray(acts.map((act) => act.prev)),
    byteaArray(acts.map((act) => act.hash)),
    textArray(acts.map((act) => act.body)),
    textArray(fences.usedBy.map((used) => used.map(({ place }) => place).join(','))),
    documentsOf(acts),
    textArray(fences.list.map((fence) => fence.realm)),
    textArray(fences.list.map((fence) => fence.key)),
    textArray(fences.list.map((fence) => fence.mode)),
    fences.list.map((fence) => fence.open),
    fences.list.map((fence) => fence.epoch),
    intArray(fences.list.map((fence) => fence.act)),
  ];
}

/** What the acts show in the work lists, as one JSON array; `''` when none of them shows anything. */
function documentsOf(acts: readonly PreparedAct[]): string {
  if (acts.every((act) => act.document === null)) return '';
  return `[${acts.map((act) => act.document ?? '{}').join(',')}]`;
}

function outboxColumns(acts: readonly PreparedAct[]): readonly unknown[] {
  const rows = acts.flatMap((act, index) => act.outbox.map((entry) => ({ act: index + 1, ...entry })));
  return [
    intArray(rows.map((row) => row.act)),
    textArray(rows.map((row) => row.topic)),
    textArray(rows.map((row) => row.payload)),
    rows.map((row) => row.dueAt),
  ];
}

interface GroupFence extends PreparedFence {
  readonly realm: string;
  readonly act: number;
  /** By which the acts name it, from 1. */
  place: number;
}

interface GroupFences {
  /** Each fence of the group once, in lock order. */
  readonly list: readonly GroupFence[];
  /** What each act passes or moves. */
  readonly usedBy: readonly (readonly GroupFence[])[];
}

function groupFences(acts: readonly PreparedAct[]): GroupFences {
  const byId = new Map<string, GroupFence>();
  const usedBy = acts.map((act, index) =>
    act.fences.map((fence) => {
      const id = `${act.realm} ${fence.key} ${fence.mode} ${fence.epoch ?? ''}`;
      const known = byId.get(id) ?? { ...fence, realm: act.realm, act: index + 1, place: 0 };
      byId.set(id, known);
      return known;
    }),
  );
  const list = [...byId.values()].sort((a, b) => compareText(a.realm, b.realm) || compareText(a.key, b.key));
  list.forEach((fence, index) => {
    fence.place = index + 1;
  });
  return { list, usedBy };
}

/** Byte order for the names that we use (ASCII), as the database's "C" collation has it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface StoredAct {
  readonly hash: Buffer;
  readonly body: string;
}

interface JournalRow {
  readonly stream: string;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly request_id: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
  readonly body: string | null;
}

function eventsOf({ hash, body }: StoredAct): readonly Recorded[] {
  return eventsOfAct(StoredRecord.parse(JSON.parse(body)), hash.toString('hex'));
}

/** The first text after all texts that start with `prefix`, in byte order. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

/** Follow-up work whose turn has come. */
export interface DueWork {
  readonly id: string;
  readonly realm: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/**
 * Takes due work for a while: a row taken is due again only at `untilAt`, so that a robot that dies holds up nothing for
 * longer, and two robots never do the same row at once.
 */
export async function takeDueWork(
  pool: Pool,
  {
    realm,
    at,
    untilAt,
    limit,
  }: { readonly realm: string; readonly at: string; readonly untilAt: string; readonly limit: number },
): Promise<readonly DueWork[]> {
  const { rows } = await pool.query<Omit<DueWork, 'payload'> & { readonly payload: string }>({
    name: 'journal.takeWork',
    text: `update journal.outbox o set due_at = $3, attempts = o.attempts + 1
           from (
             select id from journal.outbox where realm = $1 and due_at <= $2 order by due_at, id limit $4
             for update skip locked
           ) due
           where o.realm = $1 and o.id = due.id
           returning o.id::text, o.realm, o.topic, o.payload, o.attempts`,
    values: [realm, at, untilAt, limit],
  });
  // An update gives its rows back in no order; work is done as it was owed.
  return rows
    .map((row) => ({ ...row, payload: JSON.parse(row.payload) }))
    .toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
}

/** The work is done. */
export async function finishWork(pool: Pool, { realm, id }: Pick<DueWork, 'realm' | 'id'>): Promise<void> {
  await pool.query({
    name: 'journal.finishWork',
    text: 'delete from journal.outbox where realm = $1 and id = $2',
    values: [realm, id],
  });
}

/** The work failed; it is due again at `dueAt`, and `failed` says why. */
export async function postponeWork(
  pool: Pool,
  { realm, id }: Pick<DueWork, 'realm' | 'id'>,
  { dueAt, failed }: { readonly dueAt: string; readonly failed: string },
): Promise<void> {
  await pool.query({
    name: 'journal.postponeWork',
    text: 'update journal.outbox set due_at = $3, failed = $4 where realm = $1 and id = $2',
    values: [realm, id, dueAt, failed],
  });
}
