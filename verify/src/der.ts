import { concat, textOf as decoded, toHex } from './bytes.ts';

/**
 * Reading DER (ITU-T X.690), for the few structures of seals and certificates. It is strict: one value has one encoding, so a
 * changed byte is either noticed here or changes what was signed. Nothing is nested by recursion, so depth costs nothing.
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
  return BigInt(`0x${toHex(content)}`);
}

export function textOf(node: DerNode | undefined, tag: number): string {
  const { content } = expectTag(node, tag);
  const text = decoded(content);
  if (text === undefined) throw new DerError('not a text in UTF-8');
  return text;
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

/** The parts as one sequence: for what is signed together and does not stand together. */
export function sequenceOf(...parts: readonly Uint8Array[]): Uint8Array {
  return encoded(TAG.sequence, concat(...parts));
}

/** The value under another tag, as an implicitly tagged one is signed (RFC 5652 §5.4). */
export function retagged(tag: number, { content }: DerNode): Uint8Array {
  return encoded(tag, content);
}

function encoded(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  if (length < 0x80) return concat(Uint8Array.of(tag, length), content);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return concat(Uint8Array.of(tag, 0x80 + bytes.length, ...bytes), content);
}
