export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them.
 * The hashed bytes are the stored bytes, so anything that JSON cannot say exactly is a fault, never silently dropped.
 * Members whose value is `undefined` count as absent.
 */
export function canonicalJson(value: unknown): string {
  const end = write(value);
  return scratch.toString('utf8', 0, end);
}

/** The same as UTF-8, for what is hashed and stored: no text is made that only has to be turned into bytes again. */
export function canonicalBytes(value: unknown): Buffer {
  const end = write(value);
  return Buffer.from(scratch.subarray(0, end));
}

const ORDINARY_BYTES = 65_536;
/** Where the bytes of one value gather. Nothing is called from here that could ask for another value meanwhile. */
let scratch = Buffer.allocUnsafeSlow(ORDINARY_BYTES);

function write(value: unknown): number {
  // One large value shall not hold its memory for ever.
  if (scratch.length > 16 * ORDINARY_BYTES) scratch = Buffer.allocUnsafeSlow(ORDINARY_BYTES);
  return put(value, 0);
}

/** Puts `value` at the place `at` and returns the place behind it; so does each of its parts below. */
function put(value: unknown, at: number): number {
  switch (typeof value) {
    case 'string':
      return putText(value, at);
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`canonical JSON cannot hold ${value}`);
      return putAscii(JSON.stringify(value), at);
    case 'boolean':
      return putAscii(value ? 'true' : 'false', at);
    case 'object':
      if (value === null) return putAscii('null', at);
      return Array.isArray(value) ? putArray(value, at) : putObject(value, at);
    default:
      throw new Error(`canonical JSON cannot hold a ${typeof value}`);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function putArray(values: readonly unknown[], at: number): number {
  let end = putByte(OPEN_ARRAY, at);
  for (let place = 0; place < values.length; place += 1) {
    if (place > 0) end = putByte(COMMA, end);
    end = put(values[place], end);
  }
  return putByte(CLOSE_ARRAY, end);
}

function putObject(value: object, at: number): number {
  let end = putByte(OPEN_OBJECT, at);
  // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is how `sort` orders strings.
  for (const key of sorted(Object.keys(value))) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    if (end > at + 1) end = putByte(COMMA, end);
    end = put(member, putKey(key, end));
  }
  return putByte(CLOSE_OBJECT, end);
}

/** Keys are few and come again with every event; values are not. */
const knownKeys = new Map<string, Buffer>();
const KNOWN_KEYS = 4_000;

function putKey(key: string, at: number): number {
  const known = knownKeys.get(key);
  if (known !== undefined) return putBytes(known, at);
  const end = putByte(COLON, putText(key, at));
  if (knownKeys.size < KNOWN_KEYS) knownKeys.set(key, Buffer.from(scratch.subarray(at, end)));
  return end;
}

/** Insertion takes steps by the square of the members; whoever sends an application chooses how many members its form has. */
const FEW = 24;

/** By insertion where members are few: most come in order already. */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > FEW) return keys.sort();
  for (let last = 1; last < keys.length; last += 1) {
    const key = keys[last] ?? '';
    let place = last;
    for (let before = keys[place - 1]; place > 0 && before !== undefined && before > key; before = keys[place - 1]) {
      keys[place] = before;
      place -= 1;
    }
    keys[place] = key;
  }
  return keys;
}

/** Up to this length going through the characters here costs less than a call of the engine. */
const SHORT = 80;
/** Texts that JSON writes as they are: no quotation mark, no backslash, no control, no half of a surrogate pair. */
const PLAIN = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/;

function putText(text: string, at: number): number {
  if (text.length <= SHORT) {
    const end = putShort(text, at);
    if (end > at) return end;
  }
  if (PLAIN.test(text)) return putByte(QUOTE, putUtf8(text, putByte(QUOTE, at)));
  // A lone surrogate has no UTF-8 form: two different texts would get the same stored bytes (RFC 8785 §3.2.2.2).
  if (!text.isWellFormed()) throw new Error('canonical JSON cannot hold a lone surrogate');
  return putUtf8(JSON.stringify(text), at);
}

/** Stays at `at` when `text` needs more than its own ASCII characters. */
function putShort(text: string, at: number): number {
  reserve(at, text.length + 2);
  let end = at;
  scratch[end] = QUOTE;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return at;
    end += 1;
    scratch[end] = code;
  }
  scratch[end + 1] = QUOTE;
  return end + 2;
}

function putUtf8(text: string, at: number): number {
  // UTF-8 takes at most three bytes for a UTF-16 code unit.
  reserve(at, 3 * text.length);
  return at + scratch.write(text, at, 'utf8');
}

function putAscii(text: string, at: number): number {
  reserve(at, text.length);
  for (let place = 0; place < text.length; place += 1) scratch[at + place] = text.charCodeAt(place);
  return at + text.length;
}

/** Keys are a few bytes long: a call of the engine to copy them would cost more. */
function putBytes(bytes: Buffer, at: number): number {
  reserve(at, bytes.length);
  for (let place = 0; place < bytes.length; place += 1) scratch[at + place] = bytes[place] ?? 0;
  return at + bytes.length;
}

function putByte(byte: number, at: number): number {
  reserve(at, 1);
  scratch[at] = byte;
  return at + 1;
}

/** Makes room for `bytes` more behind the place `at`. */
function reserve(at: number, bytes: number): void {
  if (at + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafeSlow(2 * (at + bytes));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
}
