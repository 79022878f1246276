import type { Text } from '../kernel/refusal.ts';
import { type GivenItem, type GivenItems, itemIdOf, type RowFault, rowFault, type Spot } from './exchange-given.ts';
import { type BookLine, buildFromLine } from './exchange-line.ts';
import { allSheets, type Column, columnFinder, itemSheet, keyColumns, type Sheet } from './exchange-sheet.ts';
import { compactText, matchKey, plainText } from './exchange-text.ts';
import type { RawRow, RawSheet } from './workbook-xml.ts';

/** The sheets of a workbook as items: which sheet is which list, which column which element, which row whose. */
export function givenInBook(book: readonly RawSheet[]): GivenItems {
  const faults: RowFault[] = [];
  const lines = new Map<string, readonly BookLine[]>();
  for (const raw of book) {
    const sheet = sheetFor(raw.name);
    if (sheet === 'explanation' || raw.rows.length === 0) continue;
    const spot = { sheet: raw.name, row: 1, column: NONE, value: raw.name };
    if (sheet === undefined) faults.push(rowFault('exchange-column-unknown', '', spot, raw.name));
    else if (lines.has(sheet.id)) faults.push(rowFault('exchange-column-twice', '', spot, raw.name));
    else lines.set(sheet.id, linesOf(sheet, raw, faults));
  }
  const items = itemsOf(lines, faults);
  const known = new Set(items.map(({ itemId }) => itemId));
  for (const line of [...lines.values()].flat()) {
    if (!known.has(line.itemId)) faults.push(rowFault('exchange-row-without-item', line.itemId, line.spot));
  }
  return { items, faults };
}

const NONE: Text = { zh: '', en: '' };

function sheetFor(name: string): Sheet | 'explanation' | undefined {
  const key = matchKey(name);
  if (['说明', 'notes', 'readme', 'explanation'].includes(key)) return 'explanation';
  return allSheets.find(({ id, title }) => [title.zh, title.en, id].some((one) => matchKey(one) === key));
}

/** What a heading of a sheet means. */
type Meaning = Column | 'item' | 'place';

function linesOf(sheet: Sheet, { name, rows }: RawSheet, faults: RowFault[]): readonly BookLine[] {
  const [head, ...body] = rows;
  const meanings = head === undefined ? new Map<number, Meaning>() : headOf(sheet, name, head, faults);
  const headings = new Map([...(head?.cells ?? [])].map(([at, { text }]) => [at, bilingual(text)]));
  const lines: BookLine[] = [];
  for (const row of body) {
    if ([...row.cells.values()].every(({ text }) => plainText(text) === '')) continue;
    lines.push(lineOf(sheet, { name, row, meanings, headings }));
  }
  return numbered(lines);
}

/** A heading in one language, or in both, one above the other. */
function bilingual(heading: string): Text {
  const [zh = '', en = zh] = plainText(heading).split('\n');
  return { zh, en };
}

function headOf(sheet: Sheet, name: string, head: RawRow, faults: RowFault[]): ReadonlyMap<number, Meaning> {
  const find = columnFinder(sheet);
  const meanings = new Map<number, Meaning>();
  for (const [at, { text }] of head.cells) {
    if (plainText(text) === '') continue;
    const meaning = (sheet.id === '' ? undefined : keyFor(text)) ?? find(text) ?? itemColumn(sheet, text);
    const spot = { sheet: name, row: head.number, column: bilingual(text), value: text };
    if (meaning === undefined) faults.push(rowFault('exchange-column-unknown', '', spot, plainText(text)));
    else if ([...meanings.values()].includes(meaning))
      faults.push(rowFault('exchange-column-twice', '', spot, plainText(text)));
    else meanings.set(at, meaning);
  }
  return meanings;
}

function keyFor(heading: string): 'item' | 'place' | undefined {
  const key = matchKey(heading);
  const fits = ({ zh, en }: Text): boolean => [zh, en, zh + en].some((one) => matchKey(one) === key);
  if (fits(keyColumns.item)) return 'item';
  return fits(keyColumns.place) ? 'place' : undefined;
}

/** The items themselves may be headed as on the other sheets. */
function itemColumn(sheet: Sheet, heading: string): Column | undefined {
  return sheet.id === '' && keyFor(heading) === 'item' ? sheet.columns.find(({ path }) => path === 'id') : undefined;
}

interface RowIn {
  readonly name: string;
  readonly row: RawRow;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly headings: ReadonlyMap<number, Text>;
}

function lineOf(sheet: Sheet, { name, row, meanings, headings }: RowIn): BookLine {
  const cells: BookLine['cells'] extends ReadonlyMap<string, infer C> ? Map<string, C> : never = new Map();
  let item = '';
  let place = '';
  for (const [at, meaning] of meanings) {
    const { text = '', isNumber = false } = row.cells.get(at) ?? {};
    const spot: Spot = { sheet: name, row: row.number, column: headings.get(at) ?? NONE, value: text };
    if (meaning === 'item') item = text;
    else if (meaning === 'place') place = text;
    else {
      cells.set(meaning.path, { text, isNumber, spot });
      if (sheet.id === '' && meaning.path === 'id') item = text;
    }
  }
  const keys = compactText(place)
    .split(/\D+/u)
    .filter((part) => part !== '')
    .map(Number);
  const spot: Spot = { sheet: name, row: row.number, column: keyColumns.item, value: item };
  return { itemId: itemIdOf(compactText(item)), keys, cells, spot };
}

/** Lines without a number come in the order in which they stand. */
function numbered(lines: readonly BookLine[]): readonly BookLine[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const count = (counts.get(line.itemId) ?? 0) + 1;
    counts.set(line.itemId, count);
    return line.keys.length === 0 ? { ...line, keys: [count] } : line;
  });
}

function itemsOf(lines: ReadonlyMap<string, readonly BookLine[]>, faults: RowFault[]): readonly GivenItem[] {
  const byItem = new Map([...lines].map(([id, all]) => [id, Map.groupBy(all, ({ itemId }) => itemId)]));
  const seen = new Set<string>();
  return (lines.get('') ?? []).flatMap((line) => {
    const { itemId, spot } = line;
    if (itemId === '') return [];
    if (seen.has(itemId)) faults.push(rowFault('exchange-row-twice', itemId, spot));
    if (seen.has(itemId)) return [];
    seen.add(itemId);
    const listed = (sheetId: string) => (byItem.has(sheetId) ? (byItem.get(sheetId)?.get(itemId) ?? []) : undefined);
    return [{ itemId, spot, build: (base) => buildFromLine(itemSheet, line, listed, base) }];
  });
}
