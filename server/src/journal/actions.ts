import type { Pool } from 'pg';
import { canonicalBytes, canonicalJson } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { actRecordOf, sealAct } from './act-record.ts';
import { groupAppends, groupReads, type ReadAnswer } from './group.ts';
import {
  type Actor,
  type Decided,
  type FenceSet,
  type FenceUse,
  type NewEvent,
  type OutboxEntry,
  type Performed,
  type Recorded,
  grow,
  type Step,
  type StepContext,
} from './journal.ts';
import { type InLine, lines } from './line.ts';
import { type JournalRefusalCode, journalRefusals } from './refusals.ts';
import { type RecentStreams, recentStreams } from './recent.ts';
import type { Register } from './register.ts';
import { listFences, type PreparedAct, type PreparedFence } from './store.ts';

/** How often an act that lost a race reads and decides again before it gives up. Each loss is another act's success. */
const ATTEMPTS = 40;

/** The journal of one database: the only way in for change. `main.ts` opens one and hands it to every module. */
export interface Journal {
  readonly pool: Pool;
  readonly read: ReturnType<typeof groupReads>;
  readonly append: ReturnType<typeof groupAppends>;
  readonly registers: Register<unknown>[];
  /** What this process wrote last, so that its next act on the stream need not read. */
  readonly recent: RecentStreams;
  /** Acts of this process on one stream go one after the other; only other processes can then win a race against them. */
  readonly inLine: InLine;
  /** What the work lists show for a stream after its new events, as JSON text; null changes nothing. */
  readonly project: (events: readonly Recorded[]) => string | null;
  /** Follow-up work that later modules owe after an act on a stream, committed with the act. */
  readonly follow: (events: readonly Recorded[], made: readonly Recorded[]) => readonly OutboxEntry[];
}

/** Opens the journal on `pool`. `project` is the work lists' pure fold, `follow` what acts owe; both are handed in from outside. */
export function openJournal(
  pool: Pool,
  project: Journal['project'] = () => null,
  follow: Journal['follow'] = () => [],
): Journal {
  return {
    pool,
    read: groupReads(pool),
    append: groupAppends(pool),
    registers: [],
    recent: recentStreams(),
    inLine: lines(),
    project,
    follow,
  };
}

/** One act. `facts` is asked again on every attempt, so that a lost race decides on fresh ones. */
export interface Act<Command, Facts, Code extends string = string> extends ActFrame<Code> {
  readonly command: Command;
  readonly facts: FactsFor<Facts>;
}

/** Everything about an act but what it decides. */
export interface ActFrame<Code extends string = string> {
  readonly realm: string;
  /** The stream, or how to draw the name of a new one; drawn again when another act took it. */
  readonly stream: string | ((attempt: number) => string | Refusal<Code> | Promise<string | Refusal<Code>>);
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
  /** What the client asked for, when the parts follow from it by themselves; a repetition is told by this. */
  readonly asked?: unknown;
}

/** The facts a step decides on, gathered for the stream as it is (or will be, in an act of several parts). */
export type FactsFor<Facts> = (events: readonly Recorded[], context: StepContext) => Facts | Promise<Facts>;

/** One step of an act whose steps the law treats as one moment, and which therefore share one commit. */
export interface Part<Code extends string = string> {
  readonly name: string;
  readonly command: unknown;
  readonly actor: Actor | undefined;
  readonly decide: (events: readonly Recorded[], context: StepContext) => Promise<Decided | Refusal<Code>>;
}

/** Makes a part of `step`. `actor` differs from the act's own where a robot follows a person in the same moment. */
export function part<Command, View, Facts, Code extends string>(
  step: Step<Command, View, Facts, Code>,
  command: Command,
  facts: FactsFor<Facts>,
  actor?: Actor,
): Part<Code> {
  return {
    name: step.name,
    command,
    actor,
    decide: async (events, context) => step.decide(step.view(events), command, await facts(events, context), context),
  };
}

/**
 * The one door for change: read once, decide purely, append once. Repeating a request id returns the first answer;
 * a lost race or a moved fence reads and decides again, so nothing is ever decided on what is no longer so.
 */
export async function perform<Command, View, Facts, Code extends string>(
  journal: Journal,
  step: Step<Command, View, Facts, Code>,
  act: Act<Command, Facts, Code>,
): Promise<Performed | Refusal<Code | JournalRefusalCode>> {
  return performParts(journal, act, [part(step, act.command, act.facts)]);
}

/** `perform` for several steps in one commit: each decides on the stream as the earlier ones leave it; one refusal refuses all. */
export function performParts<Code extends string>(
  journal: Journal,
  act: ActFrame<Code>,
  parts: readonly Part<Code>[],
): Promise<Performed | Refusal<Code | JournalRefusalCode>> {
  const attempts = () => performNow(journal, act, parts);
  // A new stream has no line to stand in: its name is drawn.
  return typeof act.stream === 'string' ? journal.inLine(`${act.realm} ${act.stream}`, attempts) : attempts();
}

async function performNow<Code extends string>(
  journal: Journal,
  act: ActFrame<Code>,
  parts: readonly Part<Code>[],
): Promise<Performed | Refusal<Code | JournalRefusalCode>> {
  const digest = digestOf(act, parts);
  let closed: string | undefined;
  let trusts = true;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stream = typeof act.stream === 'string' ? act.stream : await act.stream(attempt);
    if (isRefusal(stream)) return stream;
    const { requestId, realm } = act;
    const known = trusts ? knownEvents(journal, act, stream) : undefined;
    const { events, outcome } = known ?? (await journal.read({ realm, stream, requestId }));
    if (outcome !== undefined) return repeatOf(journal, act, digest, { events, outcome });
    const draft = await decideParts(act, parts, stream, events);
    if (isRefusal(draft)) {
      if (known === undefined) return draft;
      // Nobody is refused on what this process remembers: the journal is asked, and the request id with it.
      trusts = false;
      continue;
    }
    if (draft.made.length === 0) return { stream, seq: events.length, events: [], repeated: false };
    requireFence(journal, stream, draft);
    const verdict = await journal.append(prepare(journal, { act, draft, events, stream, digest }));
    if (verdict === 'ok') {
      journal.recent.set(`${realm} ${stream}`, draft.all);
      for (const register of journal.registers) register.apply(draft.made);
      return { stream, seq: draft.all.length, events: draft.made, repeated: false };
    }
    trusts = false;
    if (verdict.startsWith('fenced:')) {
      const key = verdict.slice('fenced:'.length);
      // Fenced again on fresh facts: closed by something the step does not look at, or only a rival on the same key.
      if (closed === key && !(await isOpenFence(journal, act.realm, key)))
        return refuse(journalRefusals, 'fence-closed', { key });
      closed = key;
      await catchUp(journal, key);
    }
  }
  return refuse(journalRefusals, 'contended');
}

/**
 * What this process remembers of the stream, which spares the read: the append refuses when the stream has moved on or the
 * request id has been used. A name that was just drawn is nobody's stream yet. An act that may be a repetition reads.
 */
function knownEvents(journal: Journal, act: ActFrame, stream: string): ReadAnswer | undefined {
  const events = typeof act.stream === 'string' ? journal.recent.get(`${act.realm} ${stream}`) : [];
  if (events === undefined || events.some((event) => event.requestId === act.requestId)) return undefined;
  return { events, outcome: undefined };
}

/** Tells all registers to fetch what other processes appended; `key` narrows it to the register that holds it. */
export async function catchUp(journal: Journal, key = ''): Promise<void> {
  await Promise.all(
    journal.registers
      .filter((register) => key.startsWith(register.prefix) || key === '')
      .map((register) => register.catchUp()),
  );
}

/** The events of one stream as they are now. */
export async function readStream(journal: Journal, realm: string, stream: string): Promise<readonly Recorded[]> {
  return (await journal.read({ realm, stream, requestId: '' })).events;
}

async function isOpenFence(journal: Journal, realm: string, key: string): Promise<boolean> {
  const fences = await listFences(journal.pool, realm, key);
  return fences.some((fence) => fence.key === key && fence.open);
}

interface Draft {
  /** The whole stream as it will be. */
  readonly all: readonly Recorded[];
  /** The events of this act. */
  readonly made: readonly Recorded[];
  /** The exact bytes that are hashed and stored. */
  readonly body: Buffer;
  readonly fences: readonly FenceUse[];
  readonly sets: readonly FenceSet[];
  readonly outbox: readonly OutboxEntry[];
}

/** An event whose act is still being decided: the hash covers the whole act and is known at its end. */
type Unsealed = { -readonly [Key in keyof Recorded]: Recorded[Key] };

/** What the parts make of the stream as it is; the events bear the hash of their act. */
export async function decideParts<Code extends string>(
  act: ActFrame<Code>,
  parts: readonly Part<Code>[],
  stream: string,
  events: readonly Recorded[],
): Promise<Draft | Refusal<Code>> {
  const made: Unsealed[] = [];
  const decisions: Decided[] = [];
  let all = events;
  for (const { actor = act.actor, decide } of parts) {
    const decided = await decide(all, { actor, at: act.at, stream });
    if (isRefusal(decided)) return decided;
    decisions.push(decided);
    const added = decided.events.map((event, index) => unsealed({ act, stream, actor }, event, all.length + index + 1));
    made.push(...added);
    all = grow(all, added);
  }
  return {
    all,
    made,
    body: made.length === 0 ? NOTHING : sealAll(made, events.at(-1)?.hash ?? ''),
    fences: decisions.flatMap((decided) => decided.fences ?? []),
    sets: decisions.flatMap((decided) => decided.sets ?? []),
    outbox: decisions.flatMap((decided) => decided.outbox ?? []),
  };
}

function unsealed(
  { act, stream, actor }: { readonly act: ActFrame; readonly stream: string; readonly actor: Actor },
  event: NewEvent,
  seq: number,
): Unsealed {
  return {
    realm: act.realm,
    stream,
    seq,
    type: event.type,
    at: act.at,
    actor,
    ...(event.mandate === undefined ? {} : { mandate: event.mandate }),
    requestId: act.requestId,
    data: event.data,
    hash: '',
  };
}

const NOTHING = Buffer.alloc(0);

function sealAll(made: readonly Unsealed[], prev: string): Buffer {
  const { hash, body } = sealAct(actRecordOf(made, prev));
  for (const event of made) event.hash = hash;
  return body;
}

/** An object that others rely on must move its fence with every event, else acts on it would be fenced for ever. */
function requireFence(journal: Journal, stream: string, draft: Draft): void {
  const registered = journal.registers.some((register) => stream.startsWith(register.prefix));
  if (registered && !draft.sets.some(({ key }) => key === stream)) {
    throw new Error(`a step changes ${stream} without setting its fence`);
  }
}

/** The first answer to a request that came again; a refusal where it asks for something else. */
export async function repeatOf(
  journal: Journal,
  act: ActFrame,
  digest: Buffer,
  read: ReadAnswer,
): Promise<Performed | Refusal<JournalRefusalCode>> {
  const first = read.outcome;
  if (first === undefined || !first.digest.equals(digest)) {
    return refuse(journalRefusals, 'request-id-reused', { requestId: act.requestId });
  }
  const known = read.events.at(0)?.stream === first.stream;
  const events = known ? read.events : await readStream(journal, act.realm, first.stream);
  return {
    stream: first.stream,
    seq: first.toSeq,
    events: events.filter((event) => event.seq >= first.fromSeq && event.seq <= first.toSeq),
    repeated: true,
  };
}

/** The act with every byte that will be stored. */
export function prepare(
  journal: Journal,
  made: {
    readonly act: ActFrame;
    readonly draft: Draft;
    readonly events: readonly Recorded[];
    readonly stream: string;
    readonly digest: Buffer;
  },
): PreparedAct {
  const { act, draft, events, stream, digest } = made;
  return {
    realm: act.realm,
    requestId: act.requestId,
    digest,
    stream,
    fromSeq: events.length + 1,
    toSeq: draft.all.length,
    prev: Buffer.from(events.at(-1)?.hash ?? '', 'hex'),
    hash: Buffer.from(draft.made.at(-1)?.hash ?? '', 'hex'),
    body: draft.body,
    fences: fencesOf(draft),
    outbox: [...draft.outbox, ...journal.follow(draft.all, draft.made)].map((entry) => ({
      topic: entry.topic,
      payload: canonicalJson(entry.payload),
      dueAt: entry.dueAt ?? act.at,
    })),
    document: journal.project(draft.all),
  };
}

/** An object that an act both relies on and sets is only set: the stream's own sequence already excludes other writers. */
function fencesOf(draft: Draft): readonly PreparedFence[] {
  const sets = draft.sets.map(({ key, open }) => ({ key, mode: 'set' as const, open, epoch: null }));
  const set = new Set(sets.map(({ key }) => key));
  const uses = draft.fences
    .filter(({ key }) => !set.has(key))
    .map(({ key, mode, epoch }) => ({ key, mode, open: true, epoch: epoch ?? null }));
  return [...sets, ...uses];
}

/** By what a repetition of the act is told. */
export function digestOf(act: ActFrame, parts: readonly Part[]): Buffer {
  const asked = act.asked ?? parts.map(({ name, command }) => ({ name, command: command ?? null }));
  return sha256(canonicalBytes({ actor: act.actor, asked }));
}
