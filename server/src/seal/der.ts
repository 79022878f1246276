import { isUtf8 } from 'node:buffer';

/**
 * DER (ITU-T X.690) for the few structures of seals and certificates. The reader is strict: one value has one
 * encoding, so a changed byte is either noticed here or changes what was signed.
 */

export interface DerNode {
  readonly tag: number;
  readonly content: Uint8Array;
  /** The value as received, tag and length included: what a signature is verified over. */
  readonly bytes: Uint8Array;
}

/** Bounds on what a stranger's bytes may cost: no seal, certificate or name has more parts, numbers or arcs than these. */
const MEMBERS_READ = 10_000;
const OID_BYTES = 64;
const INTEGER_BYTES = 1024;

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export function derSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(TAG.sequence, ...parts);
}

export function derExplicit(number: number, part: Uint8Array): Uint8Array {
  return der(0xa0 + number, part);
}

export function derInteger(value: bigint | number): Uint8Array {
  const hex = BigInt(value).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // A leading one bit would read as a negative number.
  return der(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function derText(tag: number, text: string): Uint8Array {
  return der(tag, Buffer.from(text, 'utf8'));
}

export function derOctets(bytes: Uint8Array): Uint8Array {
  return der(TAG.octetString, bytes);
}

export function derBits(bytes: Uint8Array): Uint8Array {
  return der(TAG.bitString, Buffer.from([0]), bytes);
}

/** A list of named bits, such as key usage: the first bit is the highest, and zeros at the end are left out. */
export function derNamedBits(set: readonly number[]): Uint8Array {
  const last = Math.max(...set);
  const bytes = Buffer.alloc(Math.floor(last / 8) + 1);
  for (const bit of set) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return der(TAG.bitString, Buffer.from([7 - (last % 8)]), bytes);
}

/** UTCTime until 2049 and GeneralizedTime after it, as RFC 5280 §4.1.2.5 has it. */
export function derTime(at: string): Uint8Array {
  return at < '2050' ? derUtcTime(at) : derGeneralizedTime(at);
}

export function derBoolean(value: boolean): Uint8Array {
  return der(TAG.boolean, Buffer.from([value ? 0xff : 0]));
}

export function derOid(oid: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = oid.split('.').map(BigInt);
  return der(TAG.objectIdentifier, Buffer.from([first * 40n + second, ...rest].flatMap(base128)));
}

/** Whole seconds, as DER wants it. */
export function derGeneralizedTime(at: string): Uint8Array {
  return derText(TAG.generalizedTime, `${at.slice(0, 19).replace(/[-:T]/g, '')}Z`);
}

export function derUtcTime(at: string): Uint8Array {
  return derText(TAG.utcTime, `${at.slice(2, 19).replace(/[-:T]/g, '')}Z`);
}

/** Reads exactly one value that fills `bytes`. */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readFirst(bytes);
  if (node.bytes.length !== bytes.length) throw new DerError('bytes follow the value');
  return node;
}

/** Reads the value at the start of `bytes`; what follows is the caller's to judge. */
export function readFirst(bytes: Uint8Array): DerNode {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('the value ends early');
  const { length, header } = readLength(bytes, first);
  if (header + length > bytes.length) throw new DerError('the value ends early');
  return { tag, content: bytes.subarray(header, header + length), bytes: bytes.subarray(0, header + length) };
}

/** The members of a sequence or set; more than `most` are an attack on the reader. */
export function members(
  node: DerNode | undefined,
  tag: number = TAG.sequence,
  most = MEMBERS_READ,
): readonly DerNode[] {
  const list: DerNode[] = [];
  for (let rest = expectTag(node, tag).content; rest.length > 0;) {
    const member = readFirst(rest);
    if (list.push(member) > most) throw new DerError('more members than any honest structure has');
    rest = rest.subarray(member.bytes.length);
  }
  return list;
}

export function octets(node: DerNode | undefined): Uint8Array {
  return expectTag(node, TAG.octetString).content;
}

export function bits(node: DerNode | undefined): Uint8Array {
  const { content } = expectTag(node, TAG.bitString);
  if (content[0] !== 0) throw new DerError('a bit string of whole bytes was expected');
  return content.subarray(1);
}

/** The named bits that are set. */
export function namedBits(node: DerNode | undefined): readonly number[] {
  const { content } = expectTag(node, TAG.bitString);
  const [unused = 8] = content;
  if (unused > 7 || content.length > 9 || content.length < (unused > 0 ? 2 : 1))
    throw new DerError('not a list of bits');
  return [...content.subarray(1)].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bit) => ((byte & (0x80 >> bit)) === 0 ? [] : [index * 8 + bit])),
  );
}

export function integer(node: DerNode | undefined): bigint {
  const { content } = expectTag(node, TAG.integer);
  const [first = 0, second = 0x80] = content;
  const padded = content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (content.length > INTEGER_BYTES) throw new DerError('a number longer than any key');
  if (content.length === 0 || padded || first >= 0x80) throw new DerError('not a whole number in its shortest form');
  return BigInt(`0x${Buffer.from(content).toString('hex')}`);
}

export function textOf(node: DerNode | undefined, tag: number): string {
  const { content } = expectTag(node, tag);
  if (!isUtf8(content)) throw new DerError('not a text in UTF-8');
  return Buffer.from(content).toString('utf8');
}

export function boolean(node: DerNode | undefined): boolean {
  const { content } = expectTag(node, TAG.boolean);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) throw new DerError('not a DER boolean');
  return content[0] === 0xff;
}

export function oidOf(node: DerNode | undefined): string {
  const { content } = expectTag(node, TAG.objectIdentifier);
  if (content.length === 0 || content.length > OID_BYTES || (content.at(-1) ?? 0) >= 0x80) {
    throw new DerError('not an object identifier');
  }
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    if (arc === 0n && byte === 0x80) throw new DerError('not the shortest object identifier');
    arc = arc * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length > 0) arcs.push(arc);
    else arcs.push(arc < 80n ? arc / 40n : 2n, arc < 80n ? arc % 40n : arc - 80n);
    arc = 0n;
  }
  return arcs.join('.');
}

/** An instant from GeneralizedTime or UTCTime, both in UTC with seconds. */
export function instantOf(node: DerNode | undefined): string {
  const tag = node?.tag === TAG.utcTime ? TAG.utcTime : TAG.generalizedTime;
  const text = textOf(node, tag);
  const full = tag === TAG.utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (match === null) throw new DerError(`not a UTC time: ${text}`);
  const [, year, month, day, hour, minute, second] = match;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  // The thirtieth of February would silently become a day of March.
  const milliseconds = Date.parse(at);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== at) {
    throw new DerError(`not a time: ${text}`);
  }
  return at;
}

export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node === undefined) throw new DerError('a member is absent');
  if (node.tag !== tag) throw new DerError(`tag ${node.tag} where ${tag} was expected`);
  return node;
}

/** The bytes are not what the structure demands. Thrown, because a reader deep inside cannot answer for the whole. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

function readLength(bytes: Uint8Array, first: number): { readonly length: number; readonly header: number } {
  if (first < 0x80) return { length: first, header: 2 };
  const count = first & 0x7f;
  // Indefinite lengths are BER; four bytes are more than any seal needs.
  if (count === 0 || count > 4 || bytes.length < 2 + count) throw new DerError('not a definite length');
  let length = 0;
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte;
  if (length < 0x80 || bytes[2] === 0) throw new DerError('not the shortest length');
  return { length, header: 2 + count };
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) + 0x80);
  return bytes;
}
