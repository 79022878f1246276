import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';
import { plainNames } from './element-name.ts';
import { bareSchema, isPatterned } from './exchange-leaf.ts';
import { matchKey } from './exchange-text.ts';
import { Item } from './item.ts';

/** The sheets of an exchange file, made from the schema of the item: one for its single elements, one for each list of lines. */

export interface Column {
  /** Inside the line: `basis.law`; empty for a list of plain texts. */
  readonly path: string;
  readonly head: Text;
  readonly schema: z.core.$ZodType;
}

export interface Sheet {
  /** `materials`, `form.options`; empty for the items themselves. */
  readonly id: string;
  readonly title: Text;
  /** The schema of one line. */
  readonly line: z.core.$ZodType;
  readonly columns: readonly Column[];
  /** Lists inside the lines, by their path in the line. */
  readonly lists: ReadonlyMap<string, Sheet>;
}

const ITEMS: Text = { zh: '事项', en: 'Items' };

/** A list whose entries fit into one cell: codes, names of codes, short texts. */
function isCellList(element: z.core.$ZodType): boolean {
  const bare = bareSchema(element);
  if (bare instanceof z.ZodEnum) return true;
  if (!(bare instanceof z.ZodString)) return false;
  return isPatterned(bare) || (bare.maxLength ?? 4000) <= 400;
}

interface Collected {
  readonly columns: Column[];
  readonly lists: Map<string, Sheet>;
}

function collect(
  schema: z.core.$ZodType,
  path: readonly string[],
  heads: readonly Text[],
  into: Collected & Named,
): void {
  const bare = bareSchema(schema);
  const at = path.join('.');
  if (bare instanceof z.ZodObject || bare instanceof z.ZodDiscriminatedUnion) {
    for (const [key, child] of membersOf(bare)) collect(child, [...path, key], [...heads, nameOf(child, key)], into);
  } else if (bare instanceof z.ZodArray && !isCellList(bare.element)) {
    const id = [into.id, at].filter((part) => part !== '').join('.');
    const last = heads.at(-1) ?? ITEMS;
    const title = into.id === '' ? last : { zh: `${into.title.zh}·${last.zh}`, en: `${into.title.en} ${last.en}` };
    into.lists.set(at, sheetOf(id, title, bare.element));
  } else if (!into.columns.some((column) => column.path === at)) {
    into.columns.push({ path: at, head: joined(heads), schema });
  }
}

interface Named {
  readonly id: string;
  readonly title: Text;
}

/** The members of an object; of a choice between kinds of object, those of all kinds, each once. */
export function membersOf(
  schema: z.ZodObject | z.ZodDiscriminatedUnion,
): readonly (readonly [string, z.core.$ZodType])[] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  const kind = schema.def.discriminator;
  const all = schema.options.flatMap((option) => {
    const bare = bareSchema(option);
    return bare instanceof z.ZodObject || bare instanceof z.ZodDiscriminatedUnion ? membersOf(bare) : [];
  });
  const kinds = z.enum(all.flatMap(([key, child]) => (key === kind ? literalsOf(child) : [])));
  const others = all.filter(([key]) => key !== kind);
  return [[kind, kinds], ...new Map(others)];
}

/** The codes that a discriminator may have. */
export function literalsOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** The names of an element, in the schema or here; its key where it has none. */
export function nameOf(schema: z.core.$ZodType, key: string): Text {
  const meta = z.globalRegistry.get(schema);
  const en = meta?.['en'];
  if (meta?.title !== undefined && typeof en === 'string') return { zh: meta.title, en };
  return plainNames[key] ?? { zh: key, en: key };
}

function joined(heads: readonly Text[]): Text {
  if (heads.length === 0) return plainNames[''] ?? ITEMS;
  return { zh: heads.map(({ zh }) => zh).join('·'), en: heads.map(({ en }) => en).join(' · ') };
}

function sheetOf(id: string, title: Text, line: z.core.$ZodType): Sheet {
  const into = { id, title, columns: [], lists: new Map<string, Sheet>() };
  collect(line, [], [], into);
  return { id, title, line, columns: into.columns, lists: into.lists };
}

/** The sheet of the items, with the sheets of their lists inside. */
export const itemSheet: Sheet = sheetOf('', ITEMS, Item);

/** Every sheet, the items first. */
export const allSheets: readonly Sheet[] = flattened(itemSheet);

function flattened(sheet: Sheet): readonly Sheet[] {
  return [sheet, ...[...sheet.lists.values()].flatMap(flattened)];
}

/** The columns that tell to which item, and to which line of it, a row of a list belongs. */
export const keyColumns = {
  item: { zh: '事项编号', en: 'Item' },
  place: { zh: '序号', en: 'No.' },
} as const satisfies Record<string, Text>;

/** The heading as it is written: both languages, one above the other. */
export function headingOf({ zh, en }: Text): string {
  return `${zh}\n${en}`;
}

/** Which column of `sheet` a heading means: in Chinese, in English, in both, or by the element's own path. */
export function columnFinder(sheet: Sheet): (heading: string) => Column | undefined {
  const known = new Map<string, Column | undefined>();
  const learn = (text: string, column: Column): void => {
    const key = matchKey(text);
    if (key === '') return;
    known.set(key, known.has(key) && known.get(key) !== column ? undefined : column);
  };
  for (const column of sheet.columns) {
    const { zh, en } = column.head;
    for (const text of [zh, en, zh + en, column.path]) learn(text, column);
  }
  const whole = new Set(known.keys());
  for (const column of sheet.columns) {
    for (const text of [column.head.zh.split('·').at(-1) ?? '', exchangeName(column.schema)]) {
      if (!whole.has(matchKey(text))) learn(text, column);
    }
  }
  return (heading) => known.get(matchKey(heading));
}

/** The column of the national exchange format (TASK_*), where the element has one. */
function exchangeName(schema: z.core.$ZodType): string {
  const name = z.globalRegistry.get(schema)?.['column'];
  return typeof name === 'string' ? name : '';
}
