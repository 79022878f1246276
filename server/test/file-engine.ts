import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { writeLogProof } from '@liangqian/verify/log-proof.ts';
import { rootOf as rootOfLeaves } from '@liangqian/verify/tree.ts';
import { journalRefusals } from '../src/journal/refusals.ts';
import { canonicalJson } from '../src/kernel/canonical.ts';
import { type Refusal, refuse } from '../src/kernel/refusal.ts';
import { signCheckpoint } from '../src/ledger/checkpoint.ts';
import { recordIn } from '../src/ledger/engine/check-proof.ts';
import type {
  AppendOptions,
  ConsortiumLedger,
  EngineRefusalCode,
  Entry,
  EntryId,
  ProofBundle,
  Receipt,
  SignedRecord,
} from '../src/ledger/engine/engine.ts';
import { applyRecord, checkRecord, statusAt, type SubjectState } from '../src/ledger/engine/rules.ts';
import { inclusionPath } from '../src/ledger/ledger.ts';
import { ledgerRefusals } from '../src/ledger/refusals.ts';

import { type FileEnginePorts, leavesOf, type Line, lineOf, readLines, tilesOf, witnessed } from './file-log.ts';

export interface FileEngine extends ConsortiumLedger {
  /** Signs a checkpoint over what is there and shows it to the witnesses. */
  readonly seal: () => Promise<void>;
}

type Outcome = Receipt | Refusal<EngineRefusalCode>;

/** The two files as they are read, and the queue of those who write. */
interface Kept {
  readonly ports: FileEnginePorts;
  readonly linesFile: string;
  readonly notesFile: string;
  readonly lines: Line[];
  /** Checkpoints by their sizes. */
  readonly notes: Map<number, string>;
  turn: Promise<unknown>;
}

export function fileEngine(ports: FileEnginePorts): FileEngine {
  const [linesFile, notesFile] = [join(ports.directory, 'lines'), join(ports.directory, 'notes')];
  const kept: Kept = {
    ports,
    linesFile,
    notesFile,
    lines: readLines(linesFile).map((text) => JSON.parse(text)),
    notes: new Map(readLines(notesFile).map((text) => JSON.parse(text))),
    turn: Promise.resolve(),
  };
  return {
    append: (record, options) => append(kept, record, options),
    revoke: (record, options) => append(kept, { ...record, op: 'revoke' }, options),
    wait: async (id) => receiptOf(kept, id),
    proof: (id) => proofOf(kept, id),
    get: async (id) => entriesOf(kept)[placeOf(kept, id)],
    head: async (subject) => about(kept, subject).at(-1),
    async *lineage(subject) {
      yield* about(kept, subject);
    },
    status: async (subject, at) => statusAt(stateOf(kept, subject), at),
    async *subscribe(after) {
      for (const [cursor, entry] of entriesOf(kept).entries())
        if (cursor > after) yield { cursor, leaf: Buffer.from(kept.lines[cursor]?.leaf ?? '', 'hex'), entry };
    },
    async *checkpoints(reach) {
      for (const [size, note] of kept.notes) if (size > reach) yield { reach: size, note };
    },
    capabilities: () => ({
      engine: 'file',
      byzantineOrdering: false,
      preCommitRules: 'operator',
      visibility: ['commitment', 'members'],
    }),
    seal: () => seal(kept),
  };
}

function entriesOf({ lines }: Kept): readonly Entry[] {
  const seqs = new Map<string, number>();
  return lines.flatMap(({ body, hash }) => {
    const record = recordIn(Buffer.from(body));
    if (record === undefined) return [];
    const seq = (seqs.get(record.subject) ?? 0) + 1;
    seqs.set(record.subject, seq);
    return [{ id: { subject: record.subject, seq }, record, hash }];
  });
}

function about(kept: Kept, subject: string): readonly Entry[] {
  return entriesOf(kept).filter(({ id }) => id.subject === subject);
}

function stateOf(kept: Kept, subject: string): SubjectState {
  const before: SubjectState = { state: 'unknown' };
  return about(kept, subject).reduce<SubjectState>((state, { record }) => applyRecord(state, record), before);
}

function placeOf(kept: Kept, { subject, seq }: EntryId): number {
  return entriesOf(kept).findIndex(({ id }) => id.subject === subject && id.seq === seq);
}

/** Two of three, as the policy of its proofs says. */
function isWitnessed({ ports }: Kept, note: string): boolean {
  return ports.witnesses.filter(({ key }) => note.includes(`\u2014 ${key.key.name} `)).length >= 2;
}

/** The newest witnessed checkpoint that holds the place, else the newest at all. */
function best(kept: Kept, place: number): string | undefined {
  const holding = [...kept.notes].filter(([size]) => size > place).map(([, note]) => note);
  return holding.findLast((note) => isWitnessed(kept, note)) ?? holding.at(-1);
}

function receiptOf(kept: Kept, id: EntryId): Receipt | undefined {
  const place = placeOf(kept, id);
  const found = entriesOf(kept)[place];
  if (found === undefined) return undefined;
  const note = best(kept, place);
  const level = note === undefined ? 'accepted' : isWitnessed(kept, note) ? 'witnessed' : 'ordered';
  return { id, hash: found.hash, level };
}

async function proofOf(kept: Kept, id: EntryId): Promise<ProofBundle | undefined> {
  const place = placeOf(kept, id);
  const [line, note] = [kept.lines[place], best(kept, place)];
  if (line === undefined || note === undefined) return undefined;
  const size = readCheckpoint(note)?.checkpoint.size ?? 0;
  const path = await inclusionPath(tilesOf(kept.lines), place, size);
  return {
    proof: writeLogProof({ index: place, path, checkpointText: note }),
    leaf: Buffer.from(line.leaf, 'hex'),
    logged: Buffer.from(line.logged),
    salt: Buffer.from(line.salt, 'hex'),
    body: Buffer.from(line.body),
  };
}

/** One after the other: reading, deciding and writing are not parted. */
function append(kept: Kept, record: SignedRecord, options: AppendOptions): Promise<Outcome> {
  const answer = kept.turn.then(() => write(kept, record, options));
  kept.turn = answer.catch(() => undefined);
  return answer;
}

async function write(kept: Kept, record: SignedRecord, options: AppendOptions): Promise<Outcome> {
  const { lines } = kept;
  const asked = canonicalJson(record);
  const done = lines.findIndex(({ key }) => key === options.idempotencyKey);
  if (done >= 0) {
    const same = entriesOf(kept)[done];
    if (lines[done]?.asked !== asked || same === undefined) return refuse(journalRefusals, 'request-id-reused');
    return { id: same.id, hash: same.hash, level: 'accepted' };
  }
  const refusal = decide(kept, record, options);
  if (refusal !== undefined) return refusal;
  const line = await lineOf(kept.ports, record, { options, asked, before: about(kept, record.subject), lines });
  appendFileSync(kept.linesFile, `${JSON.stringify(line)}\n`, { flush: true });
  lines.push(line);
  const made = about(kept, record.subject).at(-1);
  if (made === undefined) throw new Error('the record left no line');
  return { id: made.id, hash: made.hash, level: 'accepted' };
}

function decide(
  kept: Kept,
  record: SignedRecord,
  { visibility, expectHead }: AppendOptions,
): Refusal<EngineRefusalCode> | undefined {
  if (visibility.kind === 'orgs') return refuse(ledgerRefusals, 'record-visibility-unsupported');
  const head = about(kept, record.subject).at(-1)?.hash ?? '';
  if (expectHead !== undefined && expectHead !== head) return refuse(ledgerRefusals, 'record-head-moved', { head });
  const mandate = record.mandate === undefined ? undefined : stateOf(kept, record.mandate);
  return checkRecord(stateOf(kept, record.subject), record, { at: kept.ports.clock.now(), mandate });
}

async function seal({ ports, lines, notes, notesFile }: Kept): Promise<void> {
  if (lines.length === 0) return;
  const root = Buffer.from(rootOfLeaves(leavesOf(lines)));
  const size = lines.length;
  const note = notes.get(size) ?? signCheckpoint(ports.keys, { size, root });
  const whole = await witnessed(ports, lines, note);
  if (whole === notes.get(size)) return;
  appendFileSync(notesFile, `${JSON.stringify([size, whole])}\n`, { flush: true });
  notes.set(size, whole);
}
