import type { ContentReader } from './content.ts';

/** What the end of a file says of a ZIP archive in it. Nothing is ever unpacked: only the directory is read. */
export type ZipDirectory =
  | { readonly found: 'none' }
  | { readonly found: 'unsafe'; readonly why: string }
  | { readonly found: 'whole'; readonly names: readonly string[] };

/** End of central directory record: 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16). */
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
const MOST_DIRECTORY_BYTES = 4 * 2 ** 20;
const MOST_UNPACKED_BYTES = 512 * 2 ** 20;
const MOST_GROWTH = 200;

/** Reads the directory of the archive that ends where the file ends. */
export async function readZipDirectory(file: ContentReader): Promise<ZipDirectory> {
  const length = Math.min(END_BYTES + LONGEST_COMMENT, file.size);
  const tail = Buffer.from(await file.read(file.size - length, length));
  const end = endRecordIn(tail);
  if (end === undefined) return { found: 'none' };
  const count = end.readUInt16LE(10);
  const size = end.readUInt32LE(12);
  const offset = end.readUInt32LE(16);
  const begins = file.size - end.byteLength;
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) return unsafe('zip64');
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES) return unsafe('entries');
  if (end.readUInt16LE(4) !== 0 || offset + size !== begins) return unsafe('offset');
  return entriesOf(Buffer.from(await file.read(offset, size)), count, file.size);
}

function endRecordIn(tail: Buffer): Buffer | undefined {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isEnd = tail.readUInt32LE(at) === 0x06054b50;
    if (isEnd && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.byteLength) return tail.subarray(at);
  }
  return undefined;
}

function entriesOf(directory: Buffer, count: number, fileSize: number): ZipDirectory {
  const names: string[] = [];
  let unpacked = 0;
  let at = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > directory.byteLength || directory.readUInt32LE(at) !== 0x02014b50) return unsafe('directory');
    if ((directory.readUInt16LE(at + 8) & 1) === 1) return unsafe('encrypted');
    unpacked += directory.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    if (name === undefined || extra === undefined || comment === undefined) return unsafe('directory');
    const text = directory.toString('utf8', at + 46, at + 46 + name);
    if (text.startsWith('/') || text.split(/[\\/]/).includes('..')) return unsafe('path');
    names.push(text);
    at += 46 + name + extra + comment;
  }
  if (at !== directory.byteLength) return unsafe('directory');
  const isBomb = unpacked > MOST_UNPACKED_BYTES || unpacked > fileSize * MOST_GROWTH;
  return isBomb ? unsafe('unpacks') : { found: 'whole', names };
}

function unsafe(why: string): ZipDirectory {
  return { found: 'unsafe', why };
}
