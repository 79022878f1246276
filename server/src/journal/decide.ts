import { canonicalBytes, canonicalJson } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { actRecordOf, sealAct } from './act-record.ts';
import type { ActFrame, Journal, Part } from './actions.ts';
import {
  type Actor,
  type Decided,
  type FenceSet,
  type FenceUse,
  grow,
  type NewEvent,
  type OutboxEntry,
  type Recorded,
} from './journal.ts';
import type { PreparedAct, PreparedFence } from './store.ts';

/** What an act makes of its stream, decided but not written. */
export interface Draft {
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
