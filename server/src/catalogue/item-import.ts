import { z } from 'zod';

import { type Journal, part, readStream } from '../journal/actions.ts';
import type { Actor, Recorded, Step } from '../journal/journal.ts';
import { journalRefusals } from '../journal/refusals.ts';
import { performTogether, type TogetherAct } from '../journal/together.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { ImportPlan, PlannedItem } from './exchange-plan.ts';
import { type DraftFacts, draftStream, type DraftView, editDraft, openDraft, viewDraft } from './item-draft.ts';
import { catalogueRefusals } from './refusals.ts';

/**
 * An import is a stream of its own, `item-import/<requestId>`, with one event: which file, which items, which drafts. It is
 * committed in one piece with the drafts that it makes, so that a file is imported whole or not at all.
 */

const ItemsImported = z.strictObject({
  /** SHA-256 of the file's bytes, as hex. */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().max(400),
  unchanged: z.int().min(0),
  drafts: z.array(
    z.strictObject({
      itemId: z.string(),
      /** Opened from a version (0 is none), or written anew over a revision. */
      made: z.enum(['opened', 'edited']),
    }),
  ),
});
export type ItemsImported = z.infer<typeof ItemsImported>;

/** What an import did, and whether it had been done before. */
export interface Imported extends ItemsImported {
  readonly repeated: boolean;
}

export interface ImportCall {
  readonly realm: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
  readonly fileHash: string;
  readonly fileName: string;
  /** What a step of the item's draft asks for; asked anew at every attempt. */
  readonly factsOf: (itemId: string) => (view: DraftView) => DraftFacts;
}

function importStream(requestId: string): string {
  return `item-import/${requestId}`;
}

const recordImport: Step<ItemsImported, readonly Recorded[], undefined> = {
  name: 'recordImport',
  view: (events) => events,
  decide: (_events, data) => ({ events: [{ type: 'ItemsImported', data }] }),
};

/** The import that this request id has already made; a refusal where it was of another file or by somebody else. */
export async function findImport(
  journal: Journal,
  { realm, requestId, fileHash, actor }: Pick<ImportCall, 'realm' | 'requestId' | 'fileHash' | 'actor'>,
): Promise<Imported | Refusal | undefined> {
  const [event] = await readStream(journal, realm, importStream(requestId));
  if (event === undefined) return undefined;
  const imported = ItemsImported.parse(event.data);
  if (imported.fileHash !== fileHash || event.actor.id !== actor.id)
    return refuse(journalRefusals, 'request-id-reused', { requestId });
  return { ...imported, repeated: true };
}

/**
 * Makes the drafts of a plan, all or none: a faulty row, a lost race or a draft that moved since leaves everything as it was.
 * The drafts are then submitted, approved by a second person and published like any other.
 */
export async function importItems(journal: Journal, call: ImportCall, plan: ImportPlan): Promise<Imported | Refusal> {
  const before = await findImport(journal, call);
  if (before !== undefined) return before;
  if (plan.faults.length > 0) {
    return refuse(catalogueRefusals, 'exchange-rows-faulty', { faults: plan.faults.length });
  }
  const moved = plan.items.filter(({ state }) => state !== 'unchanged');
  const { fileHash, fileName } = call;
  const command: ItemsImported = {
    fileHash,
    fileName,
    unchanged: plan.items.length - moved.length,
    drafts: moved.map(({ itemId, revision }) => ({ itemId, made: revision === 0 ? 'opened' : 'edited' })),
  };
  const record = {
    frame: frameOf(call, importStream(call.requestId), call.requestId),
    parts: [part(recordImport, command, () => undefined)],
  };
  const done = await performTogether<string>(journal, [record, ...moved.map((one) => draftAct(call, one))]);
  return isRefusal(done) ? done : { ...command, repeated: false };
}

function frameOf({ realm, actor, at, fileHash }: ImportCall, stream: string, requestId: string) {
  return { realm, actor, at, stream, requestId, asked: { fileHash } };
}

function draftAct(call: ImportCall, { itemId, item, from, revision }: PlannedItem): TogetherAct {
  const facts = (events: readonly Recorded[]): DraftFacts => call.factsOf(itemId)(viewDraft(events));
  return {
    frame: frameOf(call, draftStream(itemId), `${call.requestId}/${itemId}`),
    parts: [
      revision === 0
        ? part(openDraft, { from, item: { ...item } }, facts)
        : part(editDraft, { revision, item: { ...item } }, facts),
    ],
  };
}
