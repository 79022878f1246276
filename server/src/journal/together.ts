import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { type ActFrame, type Journal, type Part, repeatOf } from './actions.ts';
import { decideParts, digestOf, prepare } from './decide.ts';
import { isRetryable } from './group.ts';
import type { Performed } from './journal.ts';
import { type JournalRefusalCode, journalRefusals } from './refusals.ts';
import { appendTogether, compareText, type PreparedAct } from './store.ts';

/** One of several acts that are one commit: its stream is known, and nobody else's in the company. */
export interface TogetherAct<Code extends string = string> {
  readonly frame: ActFrame<Code> & { readonly stream: string };
  readonly parts: readonly Part<Code>[];
}

/** Each loss is another act's success on one of the streams. */
const ATTEMPTS = 8;

/**
 * `performParts` on several streams: all acts are committed, or none is. One refusal refuses all; a repetition of the request
 * ids returns the first answers. No act may rest on a fence that another of them moves.
 */
export async function performTogether<Code extends string>(
  journal: Journal,
  acts: readonly TogetherAct<Code>[],
): Promise<readonly Performed[] | Refusal<Code | JournalRefusalCode>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const decided = await decideAll(journal, acts);
    if (isRefusal(decided) || decided.every(({ kind }) => kind === 'done')) return answersOf(decided);
    if (decided.some(({ kind }) => kind === 'done')) return refuse(journalRefusals, 'request-id-reused');
    if (await isWritten(journal, decided)) return answersOf(decided);
  }
  return refuse(journalRefusals, 'contended');
}

type OneDecided =
  | { readonly kind: 'done'; readonly performed: Performed }
  | {
      readonly kind: 'ready';
      readonly performed: Performed;
      readonly prepared: PreparedAct;
      readonly written: () => void;
    };

function answersOf<Code extends string>(
  decided: readonly OneDecided[] | Refusal<Code>,
): readonly Performed[] | Refusal<Code> {
  return isRefusal(decided) ? decided : decided.map(({ performed }) => performed);
}

async function decideAll<Code extends string>(
  journal: Journal,
  acts: readonly TogetherAct<Code>[],
): Promise<readonly OneDecided[] | Refusal<Code | JournalRefusalCode>> {
  const reads = await Promise.all(
    acts.map(({ frame: { realm, stream, requestId } }) => journal.read({ realm, stream, requestId })),
  );
  const decided: OneDecided[] = [];
  for (const [at, { frame, parts }] of acts.entries()) {
    const { events = [], outcome } = reads[at] ?? {};
    const digest = digestOf(frame, parts);
    if (outcome !== undefined) {
      const performed = await repeatOf(journal, frame, digest, { events, outcome });
      if (isRefusal(performed)) return performed;
      decided.push({ kind: 'done', performed });
      continue;
    }
    const { stream } = frame;
    const draft = await decideParts(frame, parts, stream, events);
    if (isRefusal(draft)) return draft;
    const performed = { stream, seq: draft.all.length, events: draft.made, repeated: false };
    decided.push({
      kind: 'ready',
      performed,
      prepared: prepare(journal, { act: frame, draft, events, stream, digest }),
      written() {
        journal.recent.set(`${frame.realm} ${stream}`, draft.all);
        for (const register of journal.registers) register.apply(draft.made);
      },
    });
  }
  return decided;
}

async function isWritten(journal: Journal, decided: readonly OneDecided[]): Promise<boolean> {
  const ready = decided.flatMap((one) => (one.kind === 'ready' ? [one] : []));
  // One lock order for all callers, as in group.ts.
  const prepared = ready
    .map((one) => one.prepared)
    .toSorted((a, b) => compareText(a.realm, b.realm) || compareText(a.stream, b.stream));
  try {
    const verdicts = await appendTogether(journal.pool, prepared);
    if (verdicts.length !== prepared.length || verdicts.some((verdict) => verdict !== 'ok')) return false;
  } catch (error) {
    if (isRetryable(error)) return false;
    throw error;
  }
  for (const { written } of ready) written();
  return true;
}
