import { z } from 'zod';

import { isKeepable } from '../kernel/keepable.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { elementName } from './element-name.ts';
import { settleCodes } from './exchange-codes.ts';
import {
  type BuiltItem,
  type GivenItem,
  type GivenItems,
  itemIdOf,
  rowFault,
  type RowFault,
  type Spot,
} from './exchange-given.ts';
import { bareSchema, readLeaf } from './exchange-leaf.ts';
import { type ExchangeRefusalCode, exchangeRefusals } from './exchange-refusals.ts';
import { membersOf, nameOf } from './exchange-sheet.ts';
import { bareCode, compactText, matchKey } from './exchange-text.ts';
import { Item } from './item.ts';

/** Items as JSON: `{ "items": […] }`, a list, or a single item. */

/** As much as a workbook may hold unpacked would be a hundred times an ordinary library. */
const MOST_BYTES = 60_000_000;
const MOST_ITEMS = 20_000;

const Elements = z.record(z.string(), z.unknown());

/** The bytes of a JSON file of items; the same items are the same bytes. */
export function writeItemsJson(items: readonly Item[]): Uint8Array {
  return Buffer.from(`${JSON.stringify({ items }, undefined, 1)}\n`, 'utf8');
}

/** Reads the items of a JSON file, with or without a byte order mark. */
export function givenInJson(bytes: Uint8Array): GivenItems | Refusal<ExchangeRefusalCode> {
  if (bytes.length > MOST_BYTES) return refuse(exchangeRefusals, 'exchange-file-too-large', { bytes: bytes.length });
  const document = parsed(bytes);
  if (document === undefined) return refuse(exchangeRefusals, 'exchange-file-broken');
  const items = itemsIn(document);
  if (items.length > MOST_ITEMS) return refuse(exchangeRefusals, 'exchange-file-too-large', { items: items.length });
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  const given = items.flatMap((one, at): GivenItem[] => {
    const elements = Elements.safeParse(one);
    const row = elements.success ? settled(Item, elements.data) : {};
    const said = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
    const itemId = itemIdOf(compactText(said));
    const spot = spotAt(at, 'id', said);
    if (itemId === '') faults.push(rowFault('exchange-row-without-item', '', spot, said));
    else if (seen.has(itemId)) faults.push(rowFault('exchange-row-twice', itemId, spot, said));
    if (itemId === '' || seen.has(itemId)) return [];
    seen.add(itemId);
    return [{ itemId, spot, build: (base) => buildFrom({ ...Object(base), ...Object(row), id: itemId }, at) }];
  });
  return { items: given, faults };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    // The decoder takes a byte order mark off by itself.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), checked);
  } catch {
    return undefined;
  }
}

function checked(name: string, value: unknown): unknown {
  const isWhole = name !== '__proto__' && isKeepable(name) && (typeof value !== 'string' || isKeepable(value));
  if (!isWhole) throw new SyntaxError('a text that cannot be kept');
  return value;
}

function itemsIn(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  const file = z.object({ items: z.array(z.unknown()) }).safeParse(document);
  return file.success ? file.data.items : [document];
}

function buildFrom(given: Readonly<Record<string, unknown>>, at: number): BuiltItem {
  const { item, readings } = settleCodes(given);
  return { item, readings, faults: [], spotOf: (path) => spotAt(at, path, textOf(itemAt(item, path))) };
}

function spotAt(at: number, path: string, value: string): Spot {
  return { sheet: 'items', row: at + 1, column: elementName(pathOf(path)), value };
}

function pathOf(path: string): readonly (string | number)[] {
  return (path.match(/[^.[\]]+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function itemAt(value: unknown, path: string): unknown {
  return pathOf(path).reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? new Map(Object.entries(found)).get(String(key)) : undefined,
    value,
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/**
 * What the schema takes stays exactly as it is. Of the rest, keys may be the elements' names, and texts are read as a cell
 * would be: 是 is true, a code may have separators, a choice may stand by its name.
 */
function settled(schema: z.core.$ZodType, value: unknown, name = ''): unknown {
  const bare = bareSchema(schema);
  if (isCode(name) && typeof value === 'string') return bareCode(value);
  if (z.safeParse(schema, value).success && !(bare instanceof z.ZodObject)) return value;
  if (bare instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => settled(bare.element, one, name));
  const isGroup = bare instanceof z.ZodObject || bare instanceof z.ZodDiscriminatedUnion;
  if (isGroup) {
    const elements = Elements.safeParse(value);
    if (!elements.success) return value;
    const members = new Map(membersOf(bare));
    return Object.fromEntries(
      Object.entries(elements.data).map(([given, one]) => {
        const key = members.has(given) ? given : (keyNamed(members, given) ?? given);
        const child = members.get(key);
        return [key, child === undefined ? one : settled(child, one, key)];
      }),
    );
  }
  if (typeof value !== 'string') return value;
  const read = readLeaf(schema, name, value);
  return 'value' in read ? read.value : value;
}

function isCode(name: string): boolean {
  return ['basicCode', 'implCode', 'bizCode', 'organCode', 'region'].includes(name);
}

function keyNamed(members: ReadonlyMap<string, z.core.$ZodType>, given: string): string | undefined {
  const wanted = matchKey(given);
  return [...members].find(([key, child]) => {
    const { zh, en } = nameOf(child, key);
    return [zh, en].some((one) => matchKey(one) === wanted);
  })?.[0];
}
