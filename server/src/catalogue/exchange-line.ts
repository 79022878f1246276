import { z } from 'zod';

import { settleCodes } from './exchange-codes.ts';
import { type BuiltItem, nearestSpot, type RowFault, rowFault, type Spot } from './exchange-given.ts';
import { bareSchema, readLeaf } from './exchange-leaf.ts';
import { valueAt } from './exchange-rows.ts';
import { literalsOf, membersOf, type Sheet } from './exchange-sheet.ts';
import { compactText } from './exchange-text.ts';

export interface BookCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly spot: Spot;
}

/** A row of a sheet with the item and the place that it names. */
export interface BookLine {
  readonly itemId: string;
  /** Places from 1: [3, 2] is the second line of the third. */
  readonly keys: readonly number[];
  readonly cells: ReadonlyMap<string, BookCell>;
  readonly spot: Spot;
}

/** The lines of the item on a sheet; undefined where the file has no such sheet. */
type Listed = (sheetId: string) => readonly BookLine[] | undefined;

interface Building {
  readonly itemId: string;
  readonly listed: Listed;
  readonly faults: RowFault[];
  readonly spots: Map<string, Spot>;
  readonly placed: Set<BookLine>;
}

interface At {
  readonly sheet: Sheet;
  readonly line: BookLine;
  /** Where the line is in the item: `materials[3]`; empty for the item itself. */
  readonly prefix: string;
  readonly base: unknown;
}

/** Makes the item of its rows; what the file leaves open is taken from `base`. */
export function buildFromLine(sheet: Sheet, line: BookLine, listed: Listed, base: unknown): BuiltItem {
  const building = { itemId: line.itemId, listed, faults: [], spots: new Map(), placed: new Set<BookLine>() };
  const built = take(sheet.line, '', { sheet, line, prefix: '', base }, building);
  const elements = z.record(z.string(), z.unknown()).parse({ ...Object(built), id: line.itemId });
  const { item, readings } = settleCodes(elements);
  const faults: RowFault[] = [...building.faults, ...unplaced(sheet, building)];
  return { item, readings, faults, spotOf: (path) => nearestSpot(building.spots, path, line.spot) };
}

/** Rows whose number leads to no line. */
function unplaced(sheet: Sheet, building: Building): readonly RowFault[] {
  return [...sheet.lists.values()].flatMap((list) => [
    ...(building.listed(list.id) ?? [])
      .filter((line) => !building.placed.has(line))
      .map((line) => rowFault('exchange-row-without-item', line.itemId, line.spot, line.keys.join('-'))),
    ...unplaced(list, building),
  ]);
}

function take(schema: z.core.$ZodType, path: string, at: At, building: Building): unknown {
  const bare = bareSchema(schema);
  const list = at.sheet.lists.get(path);
  if (list !== undefined) return takeList(list, path, at, building);
  if (!(bare instanceof z.ZodObject || bare instanceof z.ZodDiscriminatedUnion))
    return takeCell(schema, path, at, building);
  const isWithin = (name: string): boolean => path === '' || name.startsWith(`${path}.`);
  const own = [...at.line.cells].filter(([name]) => isWithin(name));
  const isListed = [...at.sheet.lists].some(([name, one]) => isWithin(name) && building.listed(one.id) !== undefined);
  if (own.length === 0 && !isListed) return valueAt(at.base, path);
  const isEmpty = own.every(([, { text }]) => compactText(text) === '');
  if (schema instanceof z.ZodNullable && isEmpty) return null;
  return takeMembers(bare, path, at, building);
}

function takeMembers(
  bare: z.ZodObject | z.ZodDiscriminatedUnion,
  path: string,
  at: At,
  building: Building,
): Readonly<Record<string, unknown>> {
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const taken = (key: string, child: z.core.$ZodType) => [key, take(child, inside(key), at, building)] as const;
  if (bare instanceof z.ZodObject) return present(Object.entries(bare.shape).map(([key, child]) => taken(key, child)));
  const kindKey = bare.def.discriminator;
  const members = membersOf(bare);
  const kinds = members.find(([key]) => key === kindKey);
  const kind = kinds === undefined ? undefined : take(kinds[1], inside(kindKey), at, building);
  const option = optionFor(bare, kindKey, kind);
  if (option === undefined) return { [kindKey]: kind };
  for (const [key] of members) {
    const stray = key in option.shape ? undefined : at.line.cells.get(inside(key));
    if (stray === undefined || compactText(stray.text) === '') continue;
    building.faults.push(
      rowFault('exchange-cell-unreadable', building.itemId, stray.spot, `${kindKey} = ${String(kind)}`),
    );
  }
  const others = Object.entries(option.shape).filter(([key]) => key !== kindKey);
  return present([[kindKey, kind], ...others.map(([key, child]) => taken(key, child))]);
}

function optionFor(bare: z.ZodDiscriminatedUnion, kindKey: string, kind: unknown): z.ZodObject | undefined {
  for (const option of bare.options) {
    const known = option instanceof z.ZodObject ? option.shape[kindKey] : undefined;
    if (option instanceof z.ZodObject && known !== undefined && literalsOf(known).includes(String(kind))) return option;
  }
  return undefined;
}

/** What no column and no sheet gives is left out: the item's own check then says that it is missing. */
function present(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function takeCell(schema: z.core.$ZodType, path: string, at: At, building: Building): unknown {
  const cell = at.line.cells.get(path);
  if (cell === undefined) return valueAt(at.base, path);
  const place = [at.prefix, path].filter((part) => part !== '').join('.');
  building.spots.set(place, cell.spot);
  if (at.prefix !== '' && !building.spots.has(at.prefix)) building.spots.set(at.prefix, cell.spot);
  if (isLostCode(schema, cell)) {
    building.faults.push(rowFault('exchange-number-for-code', building.itemId, cell.spot, cell.text));
    return cell.text;
  }
  const name = path.split('.').at(-1) ?? '';
  const read = readLeaf(schema, name, cell.text);
  if ('value' in read) return read.value;
  building.faults.push(rowFault('exchange-cell-unreadable', building.itemId, cell.spot, read.unreadable));
  return undefined;
}

/** A spreadsheet keeps fifteen digits of a number; a code that it took for one is no longer what was typed. */
function isLostCode(schema: z.core.$ZodType, { text, isNumber }: BookCell): boolean {
  return (
    isNumber && bareSchema(schema) instanceof z.ZodString && (/e/i.test(text) || text.replace(/\D/g, '').length > 15)
  );
}

function takeList(list: Sheet, path: string, at: At, building: Building): unknown {
  const lines = building.listed(list.id);
  if (lines === undefined) return valueAt(at.base, path);
  const depth = at.prefix === '' ? 0 : at.line.keys.length;
  const own = lines
    .filter(
      ({ keys }) =>
        keys.length === depth + 1 && at.line.keys.slice(0, depth).every((key, place) => key === keys[place]),
    )
    .toSorted((a, b) => (a.keys.at(-1) ?? 0) - (b.keys.at(-1) ?? 0));
  const seen = new Set<number>();
  return own.map((line, place) => {
    const number = line.keys.at(-1) ?? 0;
    if (seen.has(number))
      building.faults.push(rowFault('exchange-row-twice', building.itemId, line.spot, line.keys.join('-')));
    seen.add(number);
    building.placed.add(line);
    const prefix = `${[at.prefix, path].filter((part) => part !== '').join('.')}[${place}]`;
    building.spots.set(prefix, line.spot);
    return take(list.line, '', { sheet: list, line, prefix, base: undefined }, building);
  });
}
