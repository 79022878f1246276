import { setTimeout as pause } from 'node:timers/promises';
import { actRecordOf, sealAct } from '../../journal/act-record.ts';
import { type Journal, perform } from '../../journal/actions.ts';
import type { Actor, Recorded, Step } from '../../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Ledger, type Proved, proveAct } from '../actions.ts';
import { listLogs } from '../generation/store.ts';
import type { LogId } from '../ledger.ts';
import { type LedgerRefusalCode, ledgerRefusals } from '../refusals.ts';
import { logOf } from '../sequencer.ts';
import { recordIn } from './check-proof.ts';
import {
  type AppendOptions,
  type ConsortiumLedger,
  type EngineRefusalCode,
  type Entry,
  type EntryId,
  type LogLine,
  type ProofBundle,
  type Receipt,
  type SaidNote,
  SignedRecord,
} from './engine.ts';
import { applyRecord, checkRecord, statusAt, type SubjectState } from './rules.ts';
import { listLines, listSaid } from './store.ts';

export interface PgEnginePorts {
  readonly journal: Journal;
  readonly ledger: Ledger;
}

const PREFIX = 'record/';
const RECORD_APPENDED = 'RecordAppended';
const BATCH = 500;
/** Robots sequence five times a second, and others may do it: whoever waits looks as often as that is worth. */
const LOOK_EVERY_MS = 20;

const streamOf = (subject: string): string => `${PREFIX}${subject}`;

interface Facts {
  readonly mandate: { readonly state: SubjectState; readonly seq: number } | undefined;
}

interface View {
  readonly state: SubjectState;
  readonly head: string;
}

/** An act like every other: read, decide purely, append once. The fence makes a revoked mandate exact: nothing commits after it. */
const append: Step<{ readonly record: SignedRecord; readonly expectHead?: string }, View, Facts, LedgerRefusalCode> = {
  name: 'appendRecord',
  view: viewSubject,
  decide({ state, head }, { record, expectHead }, { mandate }, { at }) {
    if (expectHead !== undefined && expectHead !== head) return refuse(ledgerRefusals, 'record-head-moved', { head });
    const refusal = checkRecord(state, record, { at, mandate: mandate?.state });
    if (refusal !== undefined) return refusal;
    const key = record.mandate === undefined ? undefined : streamOf(record.mandate);
    return {
      events: [{ type: RECORD_APPENDED, data: { record } }],
      ...(key === undefined || mandate === undefined
        ? {}
        : { fences: [{ key, epoch: mandate.seq, mode: 'pass' as const }] }),
      sets: [{ key: streamOf(record.subject), open: applyRecord(state, record).state === 'valid' }],
    };
  },
};

function recordsIn(
  events: readonly Recorded[],
): readonly { readonly event: Recorded; readonly record: SignedRecord }[] {
  return events
    .filter(({ type }) => type === RECORD_APPENDED)
    .map((event) => ({ event, record: SignedRecord.parse(Object(event.data).record) }));
}

function viewSubject(events: readonly Recorded[]): View {
  const state = recordsIn(events).reduce<SubjectState>((before, { record }) => applyRecord(before, record), {
    state: 'unknown',
  });
  return { state, head: events.at(-1)?.hash ?? '' };
}

/** The engine that comes with the platform: the journal as store, the transparency log over it as proof. */
export function pgEngine(ports: PgEnginePorts): ConsortiumLedger {
  const { ledger } = ports;
  const engine: ConsortiumLedger = {
    append: (record, options) => appendTo(ports, SignedRecord.parse(record), options),
    revoke: (record, options) => engine.append({ ...record, op: 'revoke' }, options),
    wait: (id, level, timeoutMs) => waitFor(ports, id, level, timeoutMs),
    async proof(id) {
      const proved = await proveAct(ledger, streamOf(id.subject), id.seq);
      return proved === undefined ? undefined : bundleOf(ports, id, proved);
    },
    get: async ({ subject, seq }) => (await entriesOf(ports, subject)).find(({ id }) => id.seq === seq),
    head: async (subject) => (await entriesOf(ports, subject)).at(-1),
    async *lineage(subject) {
      yield* await entriesOf(ports, subject);
    },
    status: async (subject, at) => statusAt(viewSubject(await eventsOf(ports, subject)).state, at),
    subscribe: (after) => linesAfter(ports, after),
    checkpoints: (reach) => notesBeyond(ports, reach),
    capabilities: () => ({
      engine: 'pg-tlog',
      byzantineOrdering: false,
      preCommitRules: 'operator',
      visibility: ['commitment'],
    }),
  };
  return engine;
}

async function eventsOf({ journal, ledger }: PgEnginePorts, subject: string): Promise<readonly Recorded[]> {
  return (await journal.read({ realm: ledger.ports.realm, stream: streamOf(subject), requestId: '' })).events;
}

async function entriesOf(ports: PgEnginePorts, subject: string): Promise<readonly Entry[]> {
  return recordsIn(await eventsOf(ports, subject)).map(({ event, record }) => entryOf(record, event.seq, event.hash));
}

function entryOf(record: SignedRecord, seq: number, hash: string): Entry {
  return { id: { subject: record.subject, seq }, record, hash };
}

async function appendTo(
  ports: PgEnginePorts,
  record: SignedRecord,
  { idempotencyKey, visibility, expectHead }: AppendOptions,
): Promise<Receipt | Refusal<EngineRefusalCode>> {
  if (visibility.kind !== 'commitment') return refuse(ledgerRefusals, 'record-visibility-unsupported');
  const { journal, ledger } = ports;
  const actor: Actor = { kind: 'operator', id: record.org };
  const done = await perform(journal, append, {
    realm: ledger.ports.realm,
    stream: streamOf(record.subject),
    actor,
    requestId: `record/${idempotencyKey}`,
    at: ledger.ports.clock.now(),
    command: { record, ...(expectHead === undefined ? {} : { expectHead }) },
    facts: async () => ({ mandate: record.mandate === undefined ? undefined : await mandateOf(ports, record.mandate) }),
  });
  if (isRefusal(done)) return done;
  const [made] = done.events;
  if (made === undefined) throw new Error(`the record of ${record.subject} left no event`);
  return { id: { subject: record.subject, seq: made.seq }, hash: made.hash, level: 'accepted' };
}

async function mandateOf(ports: PgEnginePorts, subject: string): Promise<Facts['mandate']> {
  const events = await eventsOf(ports, subject);
  return { state: viewSubject(events).state, seq: events.at(-1)?.seq ?? 0 };
}

/** A time-out is told by the level: it is how far the record has come when the patience ends. */
async function waitFor(
  ports: PgEnginePorts,
  id: EntryId,
  level: Receipt['level'],
  timeoutMs: number,
): Promise<Receipt | undefined> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const found = (await eventsOf(ports, id.subject)).find(({ seq }) => seq === id.seq);
    if (found === undefined) return undefined;
    const proved = await proveAct(ports.ledger, streamOf(id.subject), id.seq);
    const reached = proved === undefined ? 'accepted' : proved.isWitnessed ? 'witnessed' : 'ordered';
    if (order[reached] >= order[level] || waited >= timeoutMs) return { id, hash: found.hash, level: reached };
    await pause(LOOK_EVERY_MS);
  }
}

const order = { accepted: 0, ordered: 1, witnessed: 2 } as const satisfies Record<Receipt['level'], number>;

async function bundleOf(
  ports: PgEnginePorts,
  { subject, seq }: EntryId,
  { entry, proof }: Proved,
): Promise<ProofBundle> {
  const events = await eventsOf(ports, subject);
  const act = events.filter((event) => event.seq === seq);
  const before = events.find((event) => event.seq === seq - 1);
  return {
    proof,
    leaf: entry.leaf,
    logged: Buffer.from(entry.record),
    salt: entry.salt ?? Buffer.alloc(0),
    body: sealAct(actRecordOf(act, before?.hash ?? '')).body,
  };
}

/** Places of each log begin so far behind those of the log before it. No log has as many entries; 8,000 logs stay exact. */
const LEAP = 2 ** 40;

/** The logs of the realm from the one that a place lies in, with how far that is into it; into those after it nothing is. */
async function logsFrom(
  { ledger: { ports } }: PgEnginePorts,
  place: number,
): Promise<readonly { readonly log: LogId; readonly from: number; readonly leap: number }[]> {
  const { realm, generation } = logOf(ports);
  const newest = (await listLogs(ports.pool, realm)).at(-1)?.generation ?? generation;
  const first = Math.max(0, Math.floor(place / LEAP));
  return Array.from({ length: Math.max(0, newest - first) }, (_, nth) => {
    const leap = (first + nth) * LEAP;
    return { log: { realm, generation: first + nth + 1 }, from: nth === 0 ? place - leap : -1, leap };
  });
}

async function* linesAfter(ports: PgEnginePorts, after: number): AsyncGenerator<LogLine> {
  for (const { log, from, leap } of await logsFrom(ports, after)) {
    let last = from;
    for (;;) {
      const rows = await listLines(ports.journal.pool, log, last, BATCH);
      for (const { idx, leaf, stream, fromSeq, hash, body } of rows) {
        const record = stream.startsWith(PREFIX) ? recordIn(Buffer.from(body)) : undefined;
        const entry = record === undefined ? undefined : entryOf(record, fromSeq, hash.toString('hex'));
        yield { cursor: leap + idx, leaf, entry };
        last = idx;
      }
      if (rows.length === 0) break;
    }
  }
}

async function* notesBeyond(ports: PgEnginePorts, reach: number): AsyncGenerator<SaidNote> {
  for (const { log, from, leap } of await logsFrom(ports, reach)) {
    let last = from;
    for (;;) {
      const said = await listSaid(ports.journal.pool, log, last);
      for (const { size, note } of said) yield { reach: leap + size, note };
      last = said.at(-1)?.size ?? last;
      if (said.length === 0) break;
    }
  }
}
