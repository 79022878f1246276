import { z } from 'zod';

import { bareSchema, writeLeaf } from './exchange-leaf.ts';
import { allSheets, headingOf, itemSheet, keyColumns, membersOf, type Sheet } from './exchange-sheet.ts';
import type { Item } from './item.ts';
import type { Table } from './workbook-write.ts';

/** Items as the tables of a workbook: a sheet that says how to read it, one row for each item, one for each line of its lists. */
export function tablesOf(items: readonly Item[]): readonly Table[] {
  const rows = new Map<string, string[][]>(allSheets.map(({ id }) => [id, []]));
  for (const item of items) putLine(itemSheet, { line: item, keys: [] }, item.id, rows);
  const tables = allSheets.map((sheet) => ({
    name: sheet.title.zh,
    head: headOf(sheet),
    rows: rows.get(sheet.id) ?? [],
  }));
  return [{ name: '说明', head: explanation[0] ?? [], rows: explanation.slice(1) }, ...tables];
}

const explanation: readonly (readonly string[])[] = [
  ['政务服务事项交换表', 'Exchange of service items'],
  ['“事项”表一行一个事项；其余各表一行一条，以“事项编号”归到事项，以“序号”排列，如 3-2 为第 3 条的第 2 项。', ''],
  [
    '',
    'One row is one item; on the other sheets one line of it, under its number, in the order of “No.”: 3-2 is the second of line 3.',
  ],
  ['没有的列、没有的表保持原值；留空的格表示没有内容；一张表里没有某事项的行，表示该事项没有这一类内容。', ''],
  [
    '',
    'What has no column or sheet keeps its value; an empty cell is no content; no row of an item on a sheet is an empty list.',
  ],
  ['编码请用文本格式，保留开头的 0。不得合并单元格，不得使用公式和宏。', ''],
  ['', 'Codes are texts and keep their leading zeros. No merged cells, formulas or macros.'],
];

function headOf(sheet: Sheet): readonly string[] {
  const heads = sheet.columns.map(({ head }) => headingOf(head));
  return sheet.id === '' ? heads : [headingOf(keyColumns.item), headingOf(keyColumns.place), ...heads];
}

interface Line {
  readonly line: unknown;
  /** Places of the line and of those that hold it, from 1. */
  readonly keys: readonly number[];
}

function putLine(sheet: Sheet, { line, keys }: Line, itemId: string, rows: ReadonlyMap<string, string[][]>): void {
  const cells = new Map<string, string>();
  fill(sheet.line, [], line, cells);
  const values = sheet.columns.map(({ path }) => cells.get(path) ?? '');
  rows.get(sheet.id)?.push(sheet.id === '' ? values : [itemId, keys.join('-'), ...values]);
  for (const [path, list] of sheet.lists) {
    const lines = valueAt(line, path);
    if (!Array.isArray(lines)) continue;
    for (const [at, one] of lines.entries()) putLine(list, { line: one, keys: [...keys, at + 1] }, itemId, rows);
  }
}

/** Writes the cells of one line. What is there but empty throughout would read as absent: then one text says that it is empty. */
function fill(schema: z.core.$ZodType, path: readonly string[], value: unknown, cells: Map<string, string>): void {
  if (value === null || value === undefined) return;
  const bare = bareSchema(schema);
  if (!(bare instanceof z.ZodObject || bare instanceof z.ZodDiscriminatedUnion)) {
    cells.set(path.join('.'), writeLeaf(schema, path.at(-1) ?? '', value));
    return;
  }
  const own = new Map<string, string>();
  for (const [key, child] of membersOf(bare)) fill(child, [...path, key], valueAt(value, key), own);
  const [first] = own.keys();
  const isEmpty = [...own.values()].every((text) => text === '');
  if (schema instanceof z.ZodNullable && isEmpty && first !== undefined) own.set(first, '""');
  for (const [key, text] of own) cells.set(key, text);
}

/** What stands at `path` (`basis.law`); the value itself for the empty path. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
