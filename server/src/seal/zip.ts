import { crc32, inflateRawSync } from 'node:zlib';

/**
 * ZIP containers (PKWARE APPNOTE 6.3) as OFD packages use them. The writer has one way of writing; the reader believes
 * nothing: it holds both directories against each other and bounds what a stranger's file may cost.
 */

export interface ZipPart {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `bytes` after DEFLATE; absent for a part that is stored as it is. */
  readonly deflated?: Uint8Array;
}

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Buffer;
  readonly method: number;
  /** As it stands in the container. */
  readonly packed: Buffer;
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
const ENTRIES_READ = 2_000;
const BYTES_READ = 64 * 2 ** 20;
const PATH = /^(?:[\p{L}\p{N}_-][\p{L}\p{N}_. -]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}_. -]*\/?$/u;

/** Writes the parts in their order. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const written = parts.map((part) => ({
    name: Buffer.from(part.path, 'utf8'),
    method: part.deflated === undefined ? 0 : 8,
    packed: Buffer.from(part.deflated ?? part.bytes),
    size: part.bytes.length,
    crc: crc32(part.bytes),
  }));
  return container(written);
}

/** The same container again from what was read of it: equal bytes mean that nothing in it is without meaning. */
export function rewriteZip(entries: readonly ZipEntry[]): Uint8Array {
  return container(
    entries.map(({ path, bytes, method, packed }) => ({
      name: Buffer.from(path, 'utf8'),
      method,
      packed,
      size: bytes.length,
      crc: crc32(bytes),
    })),
  );
}

interface Written {
  readonly name: Buffer;
  readonly method: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

function container(entries: readonly Written[]): Uint8Array {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const fields = fieldsOf(entry);
    const local = Buffer.concat([words([LOCAL, 4], ...fields), entry.name, entry.packed]);
    const head = words([CENTRAL, 4], [VERSION, 2], ...fields, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    directory.push(head, entry.name);
    body.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = words([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return Buffer.concat([...body, ...directory, end]);
}

/** From the version needed to the length of the extra field: the same in both headers. */
function fieldsOf({ name, method, packed, size, crc }: Written): readonly (readonly [number, 2 | 4])[] {
  return [
    ...([
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [method, 2],
      [0, 2],
      [DATE, 2],
    ] as const),
    ...([
      [crc, 4],
      [packed.length, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    ] as const),
  ];
}

function words(...fields: readonly (readonly [value: number, width: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of fields) {
    buffer.writeUIntLE(value, at, width);
    at += width;
  }
  return buffer;
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

/** Reads every entry; throws ZipError when the container is not whole, ambiguous, or larger than a letter may be. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { listed, directoryAt } = readDirectory(buffer);
  const paths = new Set(listed.map(({ path }) => path.toLowerCase()));
  if (paths.size !== listed.length) throw new ZipError('two entries of one name');
  if (listed.reduce((sum, { size }) => sum + size, 0) > BYTES_READ) throw new ZipError('it unpacks to too much');
  const inOrder = [...listed].sort((one, other) => one.at - other.at);
  let next = 0;
  const entries: ZipEntry[] = [];
  for (const entry of inOrder) {
    if (entry.at !== next) throw new ZipError('entries overlap, or bytes lie between them');
    const packedAt = localEnd(buffer, entry);
    const packed = buffer.subarray(packedAt, packedAt + entry.packedSize);
    if (packed.length !== entry.packedSize) throw new ZipError('an entry ends early');
    next = descriptorEnd(buffer, entry, packedAt + entry.packedSize);
    if (!entry.path.endsWith('/')) entries.push({ ...unpacked(entry, packed), packed });
  }
  if (next !== directoryAt) throw new ZipError('bytes lie between the entries and their directory');
  return entries;
}

function readDirectory(buffer: Buffer): { readonly listed: readonly Listed[]; readonly directoryAt: number } {
  const endAt = buffer.length - 22;
  // A comment would be a place for bytes that nobody protects.
  if (endAt < 0 || buffer.readUInt32LE(endAt) !== END) throw new ZipError('not a ZIP container without comment');
  const [count, total, size, directoryAt, comment] = [
    buffer.readUInt16LE(endAt + 8),
    buffer.readUInt16LE(endAt + 10),
    buffer.readUInt32LE(endAt + 12),
    buffer.readUInt32LE(endAt + 16),
    buffer.readUInt16LE(endAt + 20),
  ];
  const isOneDisk = buffer.readUInt32LE(endAt + 4) === 0 && count === total && comment === 0;
  if (!isOneDisk || directoryAt + size !== endAt) throw new ZipError('the directory is not where it should be');
  if (count > ENTRIES_READ) throw new ZipError('more entries than any letter has');
  const listed: Listed[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index += 1) {
    const { entry, end } = readListed(buffer, at, endAt);
    listed.push(entry);
    at = end;
  }
  if (at !== endAt) throw new ZipError('bytes follow the directory');
  return { listed, directoryAt };
}

function readListed(buffer: Buffer, at: number, limit: number): { readonly entry: Listed; readonly end: number } {
  if (at + 46 > limit || buffer.readUInt32LE(at) !== CENTRAL) throw new ZipError('the directory cannot be read');
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
  const end = at + 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  if (end > limit) throw new ZipError('the directory ends early');
  const path = buffer.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
  if (!PATH.test(path) || path.includes('..'))
    throw new ZipError(`not a path inside the package: ${path.slice(0, 80)}`);
  const entry = {
    path,
    flags: buffer.readUInt16LE(at + 8),
    method: buffer.readUInt16LE(at + 10),
    crc: buffer.readUInt32LE(at + 16),
    packedSize: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    at: buffer.readUInt32LE(at + 42),
  };
  if ((entry.flags & ENCRYPTED) !== 0) throw new ZipError('encrypted entries are not read');
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError(`compression ${entry.method} is not read`);
  return { entry, end };
}

/** Where the data begins; the local header must say what the directory says. */
function localEnd(buffer: Buffer, entry: Listed): number {
  const { at, flags, method } = entry;
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL) throw new ZipError('an entry cannot be read');
  const nameLength = buffer.readUInt16LE(at + 26);
  const start = at + 30 + nameLength + buffer.readUInt16LE(at + 28);
  const isSame =
    buffer.toString('utf8', at + 30, at + 30 + nameLength) === entry.path &&
    buffer.readUInt16LE(at + 6) === flags &&
    buffer.readUInt16LE(at + 8) === method;
  const sizes = [buffer.readUInt32LE(at + 14), buffer.readUInt32LE(at + 18), buffer.readUInt32LE(at + 22)];
  const expected = [entry.crc, entry.packedSize, entry.size];
  const later = (flags & WITH_DESCRIPTOR) !== 0 && sizes.every((size) => size === 0);
  if (!isSame || !(later || sizes.every((size, index) => size === expected[index]))) {
    throw new ZipError('an entry and the directory contradict each other');
  }
  return start;
}

/** After the data of some writers stand its sums once more, with a mark in front or without. */
function descriptorEnd(buffer: Buffer, { flags, crc, packedSize, size }: Listed, at: number): number {
  if ((flags & WITH_DESCRIPTOR) === 0) return at;
  const marked = at + 16 <= buffer.length && buffer.readUInt32LE(at) === 0x08074b50;
  const from = marked ? at + 4 : at;
  if (from + 12 > buffer.length) throw new ZipError('an entry ends early');
  const found = [buffer.readUInt32LE(from), buffer.readUInt32LE(from + 4), buffer.readUInt32LE(from + 8)];
  if (![crc, packedSize, size].every((value, index) => value === found[index])) {
    throw new ZipError('an entry and its sums contradict each other');
  }
  return from + 12;
}

function unpacked({ path, method, crc, size }: Listed, packed: Buffer): Omit<ZipEntry, 'packed'> {
  let bytes: Buffer;
  try {
    // One byte more than announced is enough to see that the announcement is wrong.
    bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw new ZipError(`${path} cannot be unpacked, or unpacks to more than it says`);
  }
  if (bytes.length !== size || crc32(bytes) !== crc) throw new ZipError(`${path} is not what its sums say`);
  return { path, bytes, method };
}
