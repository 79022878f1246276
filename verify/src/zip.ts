import { Inflate } from 'fflate';
import { concat, textOf, utf8 } from './bytes.ts';

/**
 * ZIP containers (PKWARE APPNOTE 6.3) as OFD packages use them. The reader believes nothing: it holds both directories against
 * each other and bounds what a stranger's file may cost.
 */

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly method: number;
  /** As it stands in the container. */
  readonly packed: Uint8Array;
}

/** The container is broken, or costs more than any letter may. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** The first of January 1980, the oldest date there is: the same content gives the same bytes. */
const DATE = 0x21;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 0x0001;
const WITH_DESCRIPTOR = 0x0008;
/** Ten times the largest letter, and hashed within a second. */
const LARGEST_LETTER = { bytes: 24 * 2 ** 20, files: 2_000 } as const;
/** One piece unpacks to at most some thousand times its length before anybody looks. */
const PIECE_BYTES = 4096;
const PATH = /^(?:[\p{L}\p{N}_-][\p{L}\p{N}_. -]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}_. -]*\/?$/u;

/** The container that our own writer would make of these entries: equal bytes mean that nothing in it is without meaning. */
export function rewriteZip(entries: readonly ZipEntry[]): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = utf8(entry.path);
    const fields = fieldsOf(entry, name.length);
    const local = concat(words([LOCAL, 4], ...fields), name, entry.packed);
    directory.push(words([CENTRAL, 4], [VERSION, 2], ...fields, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name);
    body.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = words([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return concat(...body, ...directory, end);
}

type Field = readonly [value: number, width: 2 | 4];

/** From the version needed to the length of the extra field: the same in both headers. */
function fieldsOf({ method, packed, bytes }: ZipEntry, nameLength: number): readonly Field[] {
  const head: readonly Field[] = [
    [VERSION, 2],
    [UTF8_NAMES, 2],
    [method, 2],
    [0, 2],
    [DATE, 2],
  ];
  return [...head, [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [nameLength, 2], [0, 2]];
}

function words(...fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, width]) => sum + width, 0)));
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

interface Listed {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

/** What a stranger's file may cost: bytes when it is unpacked, and files in it. */
export interface ZipLimits {
  readonly bytes: number;
  readonly files: number;
}

/** Reads every entry; throws ZipError when the container is not whole, ambiguous, or larger than it may be. */
export function readZip(bytes: Uint8Array, limits: ZipLimits = LARGEST_LETTER): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { listed, directoryAt } = readDirectory(view, limits.files);
  const paths = new Set(listed.map(({ path }) => path.toLowerCase()));
  if (paths.size !== listed.length) throw new ZipError('two entries of one name');
  if (listed.reduce((sum, { size }) => sum + size, 0) > limits.bytes) throw new ZipError('it unpacks to too much');
  let next = 0;
  const entries: ZipEntry[] = [];
  for (const entry of [...listed].sort((one, other) => one.at - other.at)) {
    if (entry.at !== next) throw new ZipError('entries overlap, or bytes lie between them');
    const packedAt = localEnd(view, entry);
    const packed = bytes.subarray(packedAt, packedAt + entry.packedSize);
    if (packed.length !== entry.packedSize) throw new ZipError('an entry ends early');
    next = descriptorEnd(view, entry, packedAt + entry.packedSize);
    if (!entry.path.endsWith('/')) entries.push({ ...unpacked(entry, packed), packed });
  }
  if (next !== directoryAt) throw new ZipError('bytes lie between the entries and their directory');
  return entries;
}

function readDirectory(
  view: DataView,
  mostFiles: number,
): { readonly listed: readonly Listed[]; readonly directoryAt: number } {
  const endAt = view.byteLength - 22;
  // A comment would be a place for bytes that nobody protects.
  if (endAt < 0 || view.getUint32(endAt, true) !== END) throw new ZipError('not a ZIP container without comment');
  const count = view.getUint16(endAt + 8, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  const isOneDisk =
    view.getUint32(endAt + 4, true) === 0 &&
    count === view.getUint16(endAt + 10, true) &&
    view.getUint16(endAt + 20, true) === 0;
  if (!isOneDisk || directoryAt + view.getUint32(endAt + 12, true) !== endAt) {
    throw new ZipError('the directory is not where it should be');
  }
  if (count > mostFiles) throw new ZipError('more entries than it may have');
  const listed: Listed[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index += 1) {
    const { entry, end } = readListed(view, at, endAt);
    listed.push(entry);
    at = end;
  }
  if (at !== endAt) throw new ZipError('bytes follow the directory');
  return { listed, directoryAt };
}

function readListed(view: DataView, at: number, limit: number): { readonly entry: Listed; readonly end: number } {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL) throw new ZipError('the directory cannot be read');
  const nameLength = view.getUint16(at + 28, true);
  const end = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > limit) throw new ZipError('the directory ends early');
  const path = nameAt(view, at + 46, nameLength) ?? '';
  if (!PATH.test(path) || path.includes('..')) {
    throw new ZipError(`not a path inside the package: ${path.slice(0, 80)}`);
  }
  const entry = {
    path,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  if ((entry.flags & ENCRYPTED) !== 0) throw new ZipError('encrypted entries are not read');
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError(`compression ${entry.method} is not read`);
  return { entry, end };
}

/** Where the data begins; the local header must say what the directory says. */
function localEnd(view: DataView, entry: Listed): number {
  const { at, flags, method } = entry;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw new ZipError('an entry cannot be read');
  const nameLength = view.getUint16(at + 26, true);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start > view.byteLength) throw new ZipError('an entry ends early');
  const isSame =
    nameAt(view, at + 30, nameLength) === entry.path &&
    view.getUint16(at + 6, true) === flags &&
    view.getUint16(at + 8, true) === method;
  const sizes = [14, 18, 22].map((offset) => view.getUint32(at + offset, true));
  const expected = [entry.crc, entry.packedSize, entry.size];
  const later = (flags & WITH_DESCRIPTOR) !== 0 && sizes.every((size) => size === 0);
  if (!isSame || !(later || sizes.every((size, index) => size === expected[index]))) {
    throw new ZipError('an entry and the directory contradict each other');
  }
  return start;
}

/** After the data of some writers stand its sums once more, with a mark in front or without. */
function descriptorEnd(view: DataView, { flags, crc, packedSize, size }: Listed, at: number): number {
  if ((flags & WITH_DESCRIPTOR) === 0) return at;
  const marked = at + 16 <= view.byteLength && view.getUint32(at, true) === 0x08074b50;
  const from = marked ? at + 4 : at;
  if (from + 12 > view.byteLength) throw new ZipError('an entry ends early');
  const isSame = [crc, packedSize, size].every((value, index) => value === view.getUint32(from + index * 4, true));
  if (!isSame) throw new ZipError('an entry and its sums contradict each other');
  return from + 12;
}

function nameAt(view: DataView, at: number, length: number): string | undefined {
  return textOf(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

function unpacked({ path, method, crc, size }: Listed, packed: Uint8Array): Omit<ZipEntry, 'packed'> {
  const bytes = method === 0 ? packed : inflate(packed, size);
  if (bytes === undefined) throw new ZipError(`${path} cannot be unpacked, or unpacks to more than it says`);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new ZipError(`${path} is not what its sums say`);
  return { path, bytes, method };
}

/** Undefined for what is no DEFLATE (RFC 1951), and as soon as there are more bytes than `most`. */
function inflate(packed: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflating = new Inflate((piece) => {
    length += piece.length;
    if (length > most) throw new ZipError('it unpacks to more than it says');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += PIECE_BYTES) {
      inflating.push(packed.slice(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
    return concat(...pieces);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
