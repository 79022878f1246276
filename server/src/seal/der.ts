import { TAG } from '@liangqian/verify/der.ts';

/** Writing DER (ITU-T X.690) for the few structures of seals and certificates. The package that verifies reads it. */

export {
  bits,
  boolean,
  DerError,
  type DerNode,
  expectTag,
  instantOf,
  integer,
  members,
  namedBits,
  octets,
  oidOf,
  readDer,
  readFirst,
  TAG,
  textOf,
} from '@liangqian/verify/der.ts';

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

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) + 0x80);
  return bytes;
}
