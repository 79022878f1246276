/** An element: text as it is, or the bytes that it has in the database already. */
type Element = string | Uint8Array;

/** The type's number in every PostgreSQL (pg_type.dat). */
const TEXT = 25;
const BYTEA = 17;
const INT4 = 23;
const INT8 = 20;

/**
 * `values` as a parameter of type `text[]` in PostgreSQL's binary form (`array_recv` in arrayfuncs.c: dimensions, a null
 * flag, the element type, then length and lower bound, then each element behind its length). Long texts and many of them
 * cost an escape here and a parse there in the other form. Bytes have to be UTF-8.
 */
export function textArray(values: readonly Element[]): Buffer {
  return arrayOf(TEXT, values);
}

/** `values` as a parameter of type `bytea[]`. */
export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return arrayOf(BYTEA, values);
}

/** `values` as a parameter of type `integer[]`. */
export function intArray(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD + 8 * values.length);
  let at = putHead(bytes, INT4, values.length);
  for (const value of values) at = bytes.writeInt32BE(value, bytes.writeInt32BE(4, at));
  return at === bytes.length ? bytes : bytes.subarray(0, at);
}

/** `values` as a parameter of type `bigint[]`. */
export function longArray(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD + 12 * values.length);
  let at = putHead(bytes, INT8, values.length);
  for (const value of values) at = bytes.writeBigInt64BE(BigInt(value), bytes.writeInt32BE(8, at));
  return at === bytes.length ? bytes : bytes.subarray(0, at);
}

const HEAD = 20;

function arrayOf(type: number, values: readonly Element[]): Buffer {
  let room = HEAD;
  // UTF-8 takes at most three bytes for a UTF-16 code unit; what is left over is cut off.
  for (const value of values) room += 4 + (typeof value === 'string' ? 3 * value.length : value.length);
  const bytes = Buffer.allocUnsafe(room);
  let at = putHead(bytes, type, values.length);
  for (const value of values) {
    const length = typeof value === 'string' ? bytes.write(value, at + 4, 'utf8') : put(value, bytes, at + 4);
    at = bytes.writeInt32BE(length, at) + length;
  }
  return bytes.subarray(0, at);
}

function put(value: Uint8Array, bytes: Buffer, at: number): number {
  bytes.set(value, at);
  return value.length;
}

/** An array without elements has no dimension either. */
function putHead(bytes: Buffer, type: number, elements: number): number {
  let at = bytes.writeInt32BE(elements === 0 ? 0 : 1, 0);
  at = bytes.writeInt32BE(0, at);
  at = bytes.writeInt32BE(type, at);
  if (elements === 0) return at;
  return bytes.writeInt32BE(1, bytes.writeInt32BE(elements, at));
}
