import { setImmediate } from 'node:timers/promises';

import { isRefusal, type Refusal, type Text } from '../kernel/refusal.ts';
import { blankItem } from './blank-item.ts';
import { givenInBook } from './exchange-book.ts';
import { type BuiltItem, type GivenItem, type GivenItems, type RowFault, rowFault } from './exchange-given.ts';
import { givenInJson, writeItemsJson } from './exchange-json.ts';
import { type ExchangeRefusalCode } from './exchange-refusals.ts';
import { tablesOf } from './exchange-rows.ts';
import { compareItems, type ElementChange } from './item-comparison.ts';
import type { ItemDraft } from './item-draft.ts';
import { lintItem } from './item-lint.ts';
import type { Item } from './item.ts';
import type { PublicationFacts } from './publication.ts';
import { readWorkbook } from './workbook-read.ts';
import { writeWorkbook } from './workbook-write.ts';

/** What an import would do, item by item, before anything is done: it makes drafts, and never publishes. */

export const exchangeFormats = ['xlsx', 'json'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

/** What the library holds of an item now. */
export interface HeldItem {
  /** The version in force; 0 when there is none. */
  readonly version: number;
  readonly item?: Item;
  readonly draft?: Pick<ItemDraft, 'item' | 'revision' | 'state'>;
  /** The organ whose item it is. */
  readonly organ: string;
}

export interface ExchangeFacts {
  readonly held: (itemId: string) => HeldItem;
  /** Whether the one who imports writes the items of this organ. */
  readonly mayWrite: (organ: string) => boolean;
  readonly publication: Omit<PublicationFacts, 'others' | 'inForce'>;
  /** Items in force, for rules that compare items (R10). */
  readonly inForce: readonly Pick<Item, 'id' | 'implCode' | 'bizCode'>[];
}

export interface PlannedItem {
  readonly itemId: string;
  readonly name: string;
  readonly row: number;
  readonly state: 'new' | 'changed' | 'unchanged' | 'faulty';
  /** Against the open draft, else the version in force. */
  readonly changes: readonly ElementChange[];
  readonly readings: readonly string[];
  readonly item: Readonly<Record<string, unknown>>;
  /** Where the draft would start, and which revision it would follow; 0 opens a new one. */
  readonly from: number;
  readonly revision: number;
}

export interface ImportPlan {
  readonly items: readonly PlannedItem[];
  readonly faults: readonly RowFault[];
}

/** Hears how many of how many items have been looked at. */
export type Progress = (done: number, total: number) => void;

/** Writes items as a file. Export, then import, changes nothing. */
export function writeItems(format: ExchangeFormat, items: readonly Item[]): Uint8Array {
  return format === 'json' ? writeItemsJson(items) : writeWorkbook(tablesOf(items));
}

/** The items of a file, told by its content: a workbook or JSON. */
export function readItems(bytes: Uint8Array): GivenItems | Refusal<ExchangeRefusalCode> {
  if (
    /^\s*[[{]/.test(
      Buffer.from(bytes.subarray(0, 64))
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  )
    return givenInJson(bytes);
  const book = readWorkbook(bytes);
  return isRefusal(book) ? book : givenInBook(book);
}

/** Items looked at before others get a turn: some ten milliseconds. */
const TURN = 10;

/** Plans the import of `given`: every fault of every row at once, every change of every item; pure but for taking turns. */
export async function planImport(given: GivenItems, facts: ExchangeFacts, progress: Progress): Promise<ImportPlan> {
  const faults = [...given.faults];
  const built = [];
  const total = given.items.length * 2;
  for (const [at, one] of given.items.entries()) {
    built.push(settle(one, facts.held(one.itemId)));
    if (at % TURN === 0) await turn(progress, at, total);
  }
  const others = withThose(facts.inForce, built);
  const items: PlannedItem[] = [];
  for (const [at, one] of built.entries()) {
    const planned = judge(one, facts, others);
    faults.push(...planned.faults);
    items.push(planned.item);
    if (at % TURN === 0) await turn(progress, built.length + at, total);
  }
  progress(total, total);
  if (items.length === 0 && faults.length === 0) faults.push(rowFault('exchange-sheet-missing', '', NOWHERE));
  return { items, faults };
}

const EMPTY: Text = { zh: '', en: '' };
const NOWHERE = { sheet: '', row: 0, column: EMPTY, value: '' };

async function turn(progress: Progress, done: number, total: number): Promise<void> {
  progress(done, total);
  await setImmediate();
}

interface Settled {
  readonly given: GivenItem;
  readonly held: HeldItem;
  readonly built: BuiltItem;
}

function settle(given: GivenItem, held: HeldItem): Settled {
  const base = held.draft?.item ?? held.item ?? blankItem(given.itemId, held.organ);
  return { given, held, built: given.build(base) };
}

/** The codes of the library as they would be after the import. */
function withThose(inForce: ExchangeFacts['inForce'], built: readonly Settled[]): ExchangeFacts['inForce'] {
  const codes = new Map(inForce.map((one) => [one.id, one]));
  for (const { given, built: made } of built) {
    const { implCode, bizCode } = made.item;
    if (typeof implCode === 'string' && typeof bizCode === 'string')
      codes.set(given.itemId, { id: given.itemId, implCode, bizCode });
  }
  return [...codes.values()];
}

function judge(
  { given, held, built }: Settled,
  facts: ExchangeFacts,
  others: ExchangeFacts['inForce'],
): { readonly item: PlannedItem; readonly faults: readonly RowFault[] } {
  const { itemId, spot } = given;
  const { item, readings } = built;
  const before = held.draft?.item ?? held.item;
  const changes = compareItems(before ?? blankItem(itemId, held.organ), item);
  const isSame = before !== undefined && changes.length === 0;
  const faults = [...built.faults];
  if (!isSame) {
    if (!facts.mayWrite(held.organ) || item['dept'] !== held.organ)
      faults.push(rowFault('item-of-another-organ', itemId, built.spotOf('dept'), held.organ));
    if (held.draft !== undefined && held.draft.state !== 'editing')
      faults.push(rowFault('draft-not-in-state', itemId, spot, held.draft.state));
    faults.push(...lawFaults(itemId, built, { ...factsFor(facts, held), others }));
  }
  const { name } = item;
  const state = faults.length > 0 ? 'faulty' : isSame ? 'unchanged' : before === undefined ? 'new' : 'changed';
  return {
    faults,
    item: {
      itemId,
      name: typeof name === 'string' ? name : '',
      row: spot.row,
      state,
      changes: before === undefined ? [] : changes,
      readings,
      item,
      from: held.version,
      revision: held.draft?.revision ?? 0,
    },
  };
}

function factsFor({ publication }: ExchangeFacts, { item }: HeldItem): PublicationFacts {
  return { ...publication, ...(item === undefined ? {} : { inForce: item }) };
}

/** What the rules of publication say, each at the cell that it is about. */
function lawFaults(itemId: string, built: BuiltItem, facts: PublicationFacts): readonly RowFault[] {
  // What could not be read is missing from the item; that it is missing is no second fault.
  const known = new Set(built.faults.map(placeOf));
  const head = built.spotOf('id');
  const found = lintItem(built.item, facts).map((fault) => {
    const spot = built.spotOf(fault.path);
    // A whole list stands in no cell: the row of the item is named, and the list by its own name.
    const isNowhere = spot.column.zh === '' || (fault.path !== 'id' && spot.column.zh === head.column.zh);
    const column = isNowhere ? fault.element : spot.column;
    return { ...rowFault(fault.code, itemId, spot, fault.found), column };
  });
  return found.filter((fault) => !known.has(placeOf(fault)));
}

function placeOf({ sheet, row, column }: RowFault): string {
  return `${sheet} ${row} ${column.zh}`;
}
