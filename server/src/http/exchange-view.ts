import { z } from 'zod';
import { type ElementPath, elementText, type ImportPlan } from '../catalogue/catalogue.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

const Fault = z
  .object({
    sheet: z.string(),
    row: z.int(),
    column: Words,
    value: z.string(),
    itemId: z.string(),
    code: z.string(),
    found: z.string(),
    rule: z.string(),
    article: z.string(),
    message: Words,
    remedy: Words,
  })
  .meta({ id: 'ImportFault', description: 'Why a row of a file is not taken: where it stands, the rule and the mend' });

const Row = z
  .object({
    itemId: z.string(),
    name: z.string(),
    row: z.int(),
    state: z.enum(['new', 'changed', 'unchanged', 'faulty']),
    changed: z.int(),
    /** Somebody is writing a draft of it, which the import would change. */
    isOverDraft: z.boolean(),
    changes: z.array(z.object({ element: Words, before: Words.exactOptional(), after: Words.exactOptional() })),
    readings: z.array(z.string()),
  })
  .meta({ id: 'ImportRow', description: 'What an import would do with one item' });

export const ImportPreview = z
  .object({
    fileHash: z.string(),
    /** What the one who confirms has seen: another file, or a library that moved on, has another. */
    fingerprint: z.string(),
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), faulty: z.int(), faults: z.int() }),
    /** The first of them; counts has all. */
    faults: z.array(Fault),
    rows: z.array(Row),
    isImportable: z.boolean(),
  })
  .meta({ id: 'ImportPreview', description: 'What an import of a file would do, before anything is done' });

/** As many as anybody reads on a screen; the file itself is the place for the rest. */
const MOST_FAULTS = 1_000;
const MOST_ROWS = 5_000;
const MOST_CHANGES = 12;
const MOST_SIGNS = 160;

/** The preview of a plan for the file with this hash. */
export function importPreview(plan: ImportPlan, fileHash: string): z.input<typeof ImportPreview> {
  const count = (state: ImportPlan['items'][number]['state']): number =>
    plan.items.filter((item) => item.state === state).length;
  const moved = count('new') + count('changed');
  return {
    fileHash,
    fingerprint: fingerprintOf(plan, fileHash),
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      faulty: count('faulty'),
      faults: plan.faults.length,
    },
    faults: plan.faults
      .slice(0, MOST_FAULTS)
      .map((fault) => ({ ...fault, value: clipped(fault.value), found: clipped(fault.found) })),
    rows: plan.items.slice(0, MOST_ROWS).map(({ itemId, name, row, state, revision, changes, readings }) => ({
      itemId,
      name,
      row,
      state,
      changed: changes.length,
      isOverDraft: revision > 0 && state !== 'unchanged',
      changes: changes.slice(0, MOST_CHANGES).map(({ element, place, before, after }) => ({
        element,
        ...(before === undefined ? {} : { before: clippedWords(place, before) }),
        ...(after === undefined ? {} : { after: clippedWords(place, after) }),
      })),
      readings: [...readings],
    })),
    isImportable: plan.faults.length === 0 && moved > 0,
  };
}

function clippedWords(place: ElementPath, content: unknown): { zh: string; en: string } {
  const { zh, en } = elementText(place, content);
  return { zh: clipped(zh), en: clipped(en) };
}

function clipped(text: string): string {
  return text.length <= MOST_SIGNS ? text : `${text.slice(0, MOST_SIGNS).toWellFormed()}…`;
}

/** Names the file and, of every item, what it would be written over. */
export function fingerprintOf(plan: ImportPlan, fileHash: string): string {
  const over = plan.items.map(({ itemId, state, from, revision }) => [itemId, state, from, revision]);
  return sha256(canonicalBytes({ fileHash, over })).toString('hex');
}
