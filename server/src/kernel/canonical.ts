export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them.
 * The hashed bytes are the stored bytes, so anything that JSON cannot say exactly is a fault, never silently dropped.
 * Members whose value is `undefined` count as absent.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`canonical JSON cannot hold ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new Error(`canonical JSON cannot hold a ${typeof value}`);
  }
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) text += text.length === 1 ? canonicalJson(value) : `,${canonicalJson(value)}`;
  return `${text}]`;
}

function canonicalObject(value: object): string {
  let text = '{';
  // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is how `sort` orders strings.
  for (const key of sorted(Object.keys(value))) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${quoteKey(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

/** Keys are few and come again with every event; values are not. */
const quotedKeys = new Map<string, string>();
const QUOTED_KEYS = 4_000;

function quoteKey(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const quoted = quote(key);
  if (quotedKeys.size < QUOTED_KEYS) quotedKeys.set(key, quoted);
  return quoted;
}

/** Insertion takes steps by the square of the members; whoever sends an application chooses how many members its form has. */
const FEW = 24;

/** By insertion where members are few: most come in order already. */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > FEW) return keys.sort();
  for (let end = 1; end < keys.length; end += 1) {
    const key = keys[end] ?? '';
    let place = end;
    for (let before = keys[place - 1]; place > 0 && before !== undefined && before > key; before = keys[place - 1]) {
      keys[place] = before;
      place -= 1;
    }
    keys[place] = key;
  }
  return keys;
}

/** Texts that JSON writes as they are: no quotation mark, no backslash, no control, no half of a surrogate pair. */
const PLAIN = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/;

function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  // A lone surrogate has no UTF-8 form: two different texts would get the same stored bytes (RFC 8785 §3.2.2.2).
  if (!text.isWellFormed()) throw new Error('canonical JSON cannot hold a lone surrogate');
  return JSON.stringify(text);
}
