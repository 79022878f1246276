import type { Pool } from "pg";
import { canonicalJson } from "../kernel/canonical.ts";
import { sm3Hex } from "../kernel/digest.ts";
import { isRefusal, type Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { groupAppends, groupReads, type ReadAnswer } from "./group.ts";
import {
  type Actor,
  type Decided,
  type Performed,
  type Recorded,
  seal,
  type Step,
} from "./journal.ts";
import { type JournalRefusalCode, journalRefusals } from "./refusals.ts";
import type { Register } from "./register.ts";
import type { PreparedAct, PreparedFence } from "./store.ts";

/** How often an act that lost a race reads and decides again before it gives up. */
const ATTEMPTS = 12;

/** The journal of one database: the only way in for change. `main.ts` opens one and hands it to every module. */
export interface Journal {
  readonly pool: Pool;
  readonly read: ReturnType<typeof groupReads>;
  readonly append: ReturnType<typeof groupAppends>;
  readonly registers: Register<unknown>[];
  /** What the work lists show for a stream after its new events, as JSON text; null changes nothing. */
  readonly project: (events: readonly Recorded[]) => string | null;
}

/** Opens the journal on `pool`. `project` is the work lists' pure fold, handed in by `main.ts`. */
export function openJournal(pool: Pool, project: Journal["project"] = () => null): Journal {
  return { pool, read: groupReads(pool), append: groupAppends(pool), registers: [], project };
}

/** One act. `facts` is asked again on every attempt, so that a lost race decides on fresh ones. */
export interface Act<Command, Facts> {
  readonly realm: string;
  /** The stream, or how to draw the name of a new one; drawn again when another act took it. */
  readonly stream: string | ((attempt: number) => string | Promise<string>);
  readonly command: Command;
  readonly facts: (events: readonly Recorded[]) => Facts | Promise<Facts>;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

/**
 * The one door for change: read once, decide purely, append once. Repeating a request id returns the first answer;
 * a lost race or a moved fence reads and decides again, so nothing is ever decided on what is no longer so.
 */
export async function perform<Command, View, Facts, Code extends string>(
  journal: Journal,
  step: Step<Command, View, Facts, Code>,
  act: Act<Command, Facts>,
): Promise<Performed | Refusal<Code | JournalRefusalCode>> {
  const digest = digestOf(step.name, act.command, act.actor);
  let closed: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stream = typeof act.stream === "string" ? act.stream : await act.stream(attempt);
    const { events, outcome } = await journal.read({
      realm: act.realm,
      stream,
      requestId: act.requestId,
    });
    if (outcome !== undefined) return repeatOf(journal, act, digest, { events, outcome });
    const context = { actor: act.actor, at: act.at, stream };
    const decided = step.decide(step.view(events), act.command, await act.facts(events), context);
    if (isRefusal(decided)) return decided;
    if (decided.events.length === 0)
      return { stream, seq: events.at(-1)?.seq ?? 0, events: [], repeated: false };
    requireFence(journal, stream, decided, step.name);
    const { prepared, recorded } = prepare(journal, act, decided, { stream, events, digest });
    const verdict = await journal.append(prepared);
    if (verdict === "ok") {
      for (const register of journal.registers) register.apply(recorded);
      return { stream, seq: prepared.toSeq, events: recorded, repeated: false };
    }
    if (verdict.startsWith("fenced:")) {
      const key = verdict.slice("fenced:".length);
      // Twice fenced on fresh facts means that the object is closed by something the step does not look at: say so.
      if (closed === key && attempt > 1) return refuse(journalRefusals, "fence-closed", { key });
      closed = key;
      await catchUp(journal, key);
    }
  }
  return refuse(journalRefusals, "contended");
}

/** Tells all registers to fetch what other processes appended; `key` narrows it to the register that holds it. */
export async function catchUp(journal: Journal, key = ""): Promise<void> {
  await Promise.all(
    journal.registers
      .filter((register) => key.startsWith(register.prefix) || key === "")
      .map((register) => register.catchUp()),
  );
}

/** The events of one stream as they are now. */
export async function readStream(
  journal: Journal,
  realm: string,
  stream: string,
): Promise<readonly Recorded[]> {
  return (await journal.read({ realm, stream, requestId: "" })).events;
}

/** An object that others rely on must move its fence with every event, else acts on it would be fenced for ever. */
function requireFence(journal: Journal, stream: string, decided: Decided, step: string): void {
  const registered = journal.registers.some((register) => stream.startsWith(register.prefix));
  if (registered && !(decided.sets ?? []).some(({ key }) => key === stream)) {
    throw new Error(`step ${step} changes ${stream} without setting its fence`);
  }
}

async function repeatOf<Command, Facts>(
  journal: Journal,
  act: Act<Command, Facts>,
  digest: Buffer,
  read: ReadAnswer,
): Promise<Performed | Refusal<JournalRefusalCode>> {
  const first = read.outcome;
  if (first === undefined || !first.digest.equals(digest)) {
    return refuse(journalRefusals, "request-id-reused", { requestId: act.requestId });
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

function prepare<Command, Facts>(
  journal: Journal,
  act: Act<Command, Facts>,
  decided: Decided,
  place: { readonly stream: string; readonly events: readonly Recorded[]; readonly digest: Buffer },
): { readonly prepared: PreparedAct; readonly recorded: readonly Recorded[] } {
  const last = place.events.at(-1);
  let prev = last?.hash ?? "";
  let seq = last?.seq ?? 0;
  const sealed = decided.events.map((event) => {
    seq += 1;
    const made = seal({
      realm: act.realm,
      stream: place.stream,
      seq,
      type: event.type,
      at: act.at,
      actor: act.actor,
      ...(event.mandate === undefined ? {} : { mandate: event.mandate }),
      requestId: act.requestId,
      data: event.data,
      prev,
    });
    prev = made.recorded.hash;
    return made;
  });
  const recorded = sealed.map((made) => made.recorded);
  return {
    recorded,
    prepared: {
      realm: act.realm,
      requestId: act.requestId,
      digest: place.digest,
      stream: place.stream,
      fromSeq: (last?.seq ?? 0) + 1,
      toSeq: seq,
      prev: Buffer.from(last?.hash ?? "", "hex"),
      events: sealed.map(({ recorded: { seq: place_, type, hash }, body }) => ({
        seq: place_,
        type,
        hash: Buffer.from(hash, "hex"),
        body,
      })),
      fences: fencesOf(decided),
      outbox: (decided.outbox ?? []).map((entry) => ({
        topic: entry.topic,
        payload: canonicalJson(entry.payload),
        dueAt: entry.dueAt ?? act.at,
      })),
      document: journal.project([...place.events, ...recorded]),
    },
  };
}

/** An object that an act both relies on and sets is only set: the stream's own sequence already excludes other writers. */
function fencesOf(decided: Decided): readonly PreparedFence[] {
  const sets = (decided.sets ?? []).map(({ key, open }) => ({
    key,
    mode: "set" as const,
    open,
    epoch: null,
  }));
  const set = new Set(sets.map(({ key }) => key));
  const uses = (decided.fences ?? [])
    .filter(({ key }) => !set.has(key))
    .map(({ key, mode, epoch }) => ({ key, mode, open: true, epoch: epoch ?? null }));
  return [...sets, ...uses];
}

function digestOf(step: string, command: unknown, actor: Actor): Buffer {
  return Buffer.from(sm3Hex(canonicalJson({ step, command, actor })), "hex");
}
