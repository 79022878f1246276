import { z } from 'zod';

import { bareCode, compactText, matchKey, plainText } from './exchange-text.ts';
import { outcomeNames } from './item.ts';

/** One cell of an exchange file stands for one element: how it is written, and what may be read in its place. */

/** A schema without what only says that it may be missing. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return bareSchema(schema.unwrap());
  return schema;
}

/** `unreadable` says what was expected. */
export type Read = { readonly value: unknown } | { readonly unreadable: string };

/** Codes that come with and without separators; a local code is written as its locality likes. */
const CODES = new Set(['region', 'basicCode', 'implCode', 'bizCode', 'organCode']);

/** The text of a cell for `value`; reading it gives exactly `value` again. An empty cell is an empty text, or nothing. */
export function writeLeaf(schema: z.core.$ZodType, name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const candidates = [plainForm(schema, value), JSON.stringify(value)];
  return (
    candidates.find((text) => text !== undefined && isSame(schema, { name, value, text })) ?? JSON.stringify(value)
  );
}

function isSame(
  schema: z.core.$ZodType,
  { name, value, text }: { readonly name: string; readonly value: unknown; readonly text: string },
): boolean {
  const read = readLeaf(schema, name, text);
  return 'value' in read && JSON.stringify(read.value) === JSON.stringify(value);
}

function plainForm(schema: z.core.$ZodType, value: unknown): string | undefined {
  if (typeof value === 'boolean' && bareSchema(schema) instanceof z.ZodBoolean) return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => listForm(schema, one)).join('\n');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, one]) => `${key} = ${JSON.stringify(one)}`)
      .join('\n');
  }
  return labelOf(schema, value) ?? String(value);
}

function listForm(schema: z.core.$ZodType, value: unknown): string {
  const bare = bareSchema(schema);
  return (bare instanceof z.ZodArray ? labelOf(bare.element, value) : undefined) ?? String(value);
}

/** The Chinese name of a code, if it has one. */
function labelOf(schema: z.core.$ZodType, value: unknown): string | undefined {
  return typeof value === 'string' ? namesOf(schema).get(value)?.[0] : undefined;
}

const Names = z.record(z.string(), z.tuple([z.string(), z.string()]));

const namesMade = new WeakMap<z.core.$ZodType, ReadonlyMap<string, readonly string[]>>();

/** Codes of a choice with their Chinese and English names; of a choice without names the codes alone. */
export function namesOf(schema: z.core.$ZodType): ReadonlyMap<string, readonly string[]> {
  const made = namesMade.get(schema) ?? makeNames(schema);
  namesMade.set(schema, made);
  return made;
}

function makeNames(schema: z.core.$ZodType): ReadonlyMap<string, readonly string[]> {
  const bare = bareSchema(schema);
  if (!(bare instanceof z.ZodEnum)) return new Map();
  const names = Names.safeParse(z.globalRegistry.get(bare)?.['names'] ?? z.globalRegistry.get(schema)?.['names']);
  if (names.success) return new Map(Object.entries(names.data));
  const outcomes = new Map(Object.entries(outcomeNames).map(([code, { zh, en }]) => [code, [zh, en]]));
  const codes = bare.options.map(String);
  return new Map(codes.map((code) => [code, codes.includes('APPROVE') ? (outcomes.get(code) ?? []) : []]));
}

/** Reads what stands in a cell as the element `name` of `schema`. */
export function readLeaf(schema: z.core.$ZodType, name: string, cell: string): Read {
  const text = plainText(cell);
  const bare = bareSchema(schema);
  if (text === '') return emptyLeaf(schema);
  if (bare instanceof z.ZodString || bare instanceof z.ZodISODate) return { value: textLeaf(bare, name, text) };
  if (bare instanceof z.ZodBoolean) return flagLeaf(text);
  if (bare instanceof z.ZodNumber) return numberLeaf(text);
  if (bare instanceof z.ZodEnum) return choiceLeaf(bare, schema, text);
  if (bare instanceof z.ZodArray) return listLeaf(bare.element, name, text);
  if (bare instanceof z.ZodRecord) return recordLeaf(text);
  return looseLeaf(bare, text);
}

function emptyLeaf(schema: z.core.$ZodType): Read {
  if (schema instanceof z.ZodNullable) return { value: null };
  const bare = bareSchema(schema);
  if (bare instanceof z.ZodArray) return { value: [] };
  if (bare instanceof z.ZodRecord) return { value: {} };
  return { value: bare instanceof z.ZodString ? '' : undefined };
}

/** A text in quotation marks is exactly what JSON says; any other is taken as it is meant. */
function textLeaf(schema: z.ZodType, name: string, text: string): unknown {
  const quoted = text.startsWith('"') ? jsonOf(text) : undefined;
  if (typeof quoted === 'string') return quoted;
  if (CODES.has(name)) return bareCode(text);
  if (schema instanceof z.ZodISODate) return dateOf(text);
  // Where the schema knows the signs, the reading that it takes is the one that is meant.
  return [text, compactText(text), bareCode(text)].find((one) => schema.safeParse(one).success) ?? text;
}

/** 2026年3月1日, 2026/3/1, 2026.3.1 and the day number of a spreadsheet (days since 1899-12-30) are dates too. */
function dateOf(text: string): string {
  const compact = compactText(text);
  const [, year = '', month = '', day = ''] = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(compact) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{5}$/.test(compact)) return compact;
  return new Date(Date.UTC(1899, 11, 30) + Number(compact) * 86_400_000).toISOString().slice(0, 10);
}

const YES = new Set(['是', '有', 'true', 'yes', 'y', '1', '√', '✓', '✔']);
const NO = new Set(['否', '无', 'false', 'no', 'n', '0', '×', '✗', '✘']);

function flagLeaf(text: string): Read {
  const said = compactText(text).toLowerCase();
  if (YES.has(said)) return { value: true };
  return NO.has(said) ? { value: false } : { unreadable: '是/否 yes/no' };
}

function numberLeaf(text: string): Read {
  const figure = compactText(text).replaceAll(/,(?=\d{3}(\D|$))/g, '');
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(figure) ? { value: Number(figure) } : { unreadable: '数字 a number' };
}

function choiceLeaf(bare: z.ZodEnum, schema: z.core.$ZodType, text: string): Read {
  const names = namesOf(schema);
  const codes = bare.options.map(String);
  const exact = codes.find((code) => code === text) ?? codes.find((code) => names.get(code)?.includes(text) === true);
  if (exact !== undefined) return { value: exact };
  const wanted = matchKey(text);
  const found = codes.filter((code) => [code, ...(names.get(code) ?? [])].some((one) => matchKey(one) === wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return { value: only };
  return { unreadable: codes.map((code) => names.get(code)?.[0] ?? code).join('、') };
}

/** One entry on each line; codes and names of codes may also stand side by side. A list in brackets is JSON. */
function listLeaf(element: z.core.$ZodType, name: string, text: string): Read {
  const given = text.startsWith('[') ? jsonOf(text) : undefined;
  if (Array.isArray(given)) return { value: given };
  const bare = bareSchema(element);
  const isCoded = bare instanceof z.ZodEnum || (bare instanceof z.ZodString && isPatterned(bare));
  const parts = text.split(isCoded ? /[\n;；,，、]/u : '\n').map(plainText);
  const values: unknown[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const read = readLeaf(element, name, part);
    if ('unreadable' in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

/** Whether only texts of one shape are taken. */
export function isPatterned(schema: z.ZodString): boolean {
  return (schema.def.checks ?? []).some((check) => check._zod.def.check === 'string_format');
}

/** `area = 120` on each line, the value as JSON has it. */
function recordLeaf(text: string): Read {
  const whole = text.startsWith('{') ? jsonOf(text) : undefined;
  if (typeof whole === 'object' && whole !== null && !Array.isArray(whole)) return { value: whole };
  const entries: (readonly [string, unknown])[] = [];
  for (const line of text.split('\n').filter((one) => plainText(one) !== '')) {
    const [, key = '', said = ''] = /^\s*([A-Za-z]\w*)\s*[=＝]\s*(.*)$/u.exec(line) ?? [];
    if (key === '') return { unreadable: 'name = value' };
    entries.push([key, jsonOf(said) ?? said]);
  }
  return { value: Object.fromEntries(entries) };
}

/** What may be one of several kinds: the first reading that the schema takes. */
function looseLeaf(schema: z.core.$ZodType, text: string): Read {
  const compact = compactText(text);
  const found = [jsonOf(compact), compact.toUpperCase(), compact, text].find((one) => z.safeParse(schema, one).success);
  return found === undefined ? { unreadable: expected(schema) } : { value: found };
}

function expected(schema: z.core.$ZodType): string {
  if (!(schema instanceof z.ZodUnion)) return schema._zod.def.type;
  return schema.options.map((one) => (one instanceof z.ZodLiteral ? String(one.value) : '')).join('、');
}

/** With what JSON may begin. */
const JSON_BEGINS = /^\s*["{[\-\dtfn]/;

function jsonOf(text: string): unknown {
  // Most cells are words; to fail at each of them costs more than all the rest of reading.
  if (!JSON_BEGINS.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
