import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { ActFrame, Journal, Part } from './actions.ts';
import { decideParts, digestOf, type Draft, prepare } from './decide.ts';
import type { Actor, Recorded } from './journal.ts';
import { type JournalRefusalCode, journalRefusals } from './refusals.ts';
import type { PreparedAct } from './store.ts';

/**
 * What an act on one stream brings about on another in the same commit: a licence is born, renewed or closed with the decision
 * of its case (ADR 26). A later module says what it is; the module that acts knows nothing of it.
 */
export interface Consequence {
  readonly stream: string;
  readonly requestId: string;
  readonly actor: Actor;
  readonly parts: readonly Part[];
}

export interface Brought {
  readonly prepared: PreparedAct;
  /** Tells this process what the commit has left on the stream. */
  readonly written: () => void;
}

/** Decides the consequences of an act; one that the law refuses refuses the act, for it is one moment with them. */
export async function bringAbout(
  journal: Journal,
  act: ActFrame,
  draft: Pick<Draft, 'all' | 'made'>,
): Promise<readonly Brought[] | Refusal<JournalRefusalCode>> {
  const brought: Brought[] = [];
  for (const { stream, requestId, actor, parts } of journal.bring(draft.all, draft.made)) {
    const { realm, at } = act;
    const frame = { realm, at, stream, requestId, actor };
    const { events } = await journal.read({ realm, stream, requestId });
    const decided = await decideParts(frame, parts, stream, events);
    if (isRefusal(decided)) {
      const { code, rule, article, message, remedy, detail } = decided;
      // The code is the journal's, the words are those of the rule that says no.
      return {
        ...refuse(journalRefusals, 'consequence-refused', { ...detail, stream, because: code }),
        rule,
        article,
        message,
        remedy,
      };
    }
    if (decided.made.length === 0) continue;
    const prepared = prepare(journal, { act: frame, draft: decided, events, stream, digest: digestOf(frame, parts) });
    brought.push({ prepared, written: () => noteWritten(journal, `${realm} ${stream}`, decided) });
  }
  return brought;
}

/** What this process remembers and its registers hold, after a commit. */
export function noteWritten(
  journal: Journal,
  key: string,
  { all, made }: { readonly all: readonly Recorded[]; readonly made: readonly Recorded[] },
): void {
  journal.recent.set(key, all);
  for (const register of journal.registers) register.apply(made);
}
