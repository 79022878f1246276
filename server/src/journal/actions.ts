import type { Pool } from 'pg';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { bringAbout, type Brought, type Consequence, noteWritten } from './consequence.ts';
import { decideParts, digestOf, type Draft, prepare } from './decide.ts';
import { groupAppends, groupCompanies, groupReads, type ReadAnswer } from './group.ts';
import type { Actor, Decided, OutboxEntry, Performed, Recorded, Step, StepContext } from './journal.ts';
import { type InLine, lines } from './line.ts';
import { type JournalRefusalCode, journalRefusals } from './refusals.ts';
import { type RecentStreams, recentStreams } from './recent.ts';
import type { Register } from './register.ts';
import { listFences, type PreparedAct } from './store.ts';

/** How often an act that lost a race reads and decides again before it gives up. Each loss is another act's success. */
const ATTEMPTS = 40;

/** The journal of one database: the only way in for change. `main.ts` opens one and hands it to every module. */
export interface Journal {
  readonly pool: Pool;
  readonly read: ReturnType<typeof groupReads>;
  readonly append: ReturnType<typeof groupAppends>;
  /** Several acts that are one: all are written or none. */
  readonly appendCompany: ReturnType<typeof groupCompanies>;
  readonly registers: Register<unknown>[];
  /** What this process wrote last, so that its next act on the stream need not read. */
  readonly recent: RecentStreams;
  /** Acts of this process on one stream go one after the other; only other processes can then win a race against them. */
  readonly inLine: InLine;
  /** What the work lists show for a stream after its new events, as JSON text; null changes nothing. */
  readonly project: (events: readonly Recorded[]) => string | null;
  /** Follow-up work that later modules owe after an act on a stream, committed with the act. */
  readonly follow: (events: readonly Recorded[], made: readonly Recorded[]) => readonly OutboxEntry[];
  /** What an act on a stream brings about on others, committed with it. */
  readonly bring: (events: readonly Recorded[], made: readonly Recorded[]) => readonly Consequence[];
}

/**
 * Opens the journal on `pool`. `project` is the work lists' pure fold, `follow` what acts owe, `bring` what they bring about;
 * all are handed in from outside.
 */
export function openJournal(
  pool: Pool,
  project: Journal['project'] = () => null,
  follow: Journal['follow'] = () => [],
  bring: Journal['bring'] = () => [],
): Journal {
  return {
    pool,
    read: groupReads(pool),
    append: groupAppends(pool),
    appendCompany: groupCompanies(pool),
    registers: [],
    recent: recentStreams(),
    inLine: lines(),
    project,
    follow,
    bring,
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
    const company = await bringAbout(journal, act, draft);
    if (isRefusal(company)) {
      if (known === undefined) return company;
      trusts = false;
      continue;
    }
    const prepared = prepare(journal, { act, draft, events, stream, digest });
    const verdict = await written(journal, prepared, company);
    if (verdict === 'ok') {
      noteWritten(journal, `${realm} ${stream}`, draft);
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

async function written(journal: Journal, prepared: PreparedAct, company: readonly Brought[]): Promise<string> {
  if (company.length === 0) return journal.append(prepared);
  const verdict = await journal.appendCompany([prepared, ...company.map((one) => one.prepared)]);
  if (verdict === 'ok') for (const one of company) one.written();
  return verdict;
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
