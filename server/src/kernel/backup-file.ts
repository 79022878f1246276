import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { extract, type Pack, pack } from 'tar-stream';
import { z } from 'zod';
import { sha256Hex } from './digest.ts';
import { diskFault, StartFault } from './start-fault.ts';

/**
 * A backup: one tar file that any tool opens. Its parts come first; `manifest.json` names each with its size and SHA-256, and the last
 * member is the SHA-256 of the manifest. What was cut off or altered anywhere is found before anything of it is used.
 */

const Part = z.strictObject({
  name: z.string().min(1),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Part = z.infer<typeof Part>;

/** A table with the columns in which its rows were written. */
const BackedTable = z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1) });
const Sequence = z.strictObject({ name: z.string(), last: z.int() });

/** What a log had said when the backup was made, for whoever compares. */
const LogHead = z.strictObject({
  realm: z.string(),
  generation: z.int().min(1),
  origin: z.string(),
  size: z.int().min(0),
  root: z.base64(),
  /** The checkpoint with all cosignatures that it had. */
  note: z.string(),
});
export type LogHead = z.infer<typeof LogHead>;

const Contents = z.strictObject({
  v: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(BackedTable),
  sequences: z.array(Sequence),
  logs: z.array(LogHead),
  /** Whether the encrypted private keys are in it. */
  hasKeys: z.boolean(),
});
export type BackupContents = z.infer<typeof Contents>;

const Manifest = Contents.extend({ parts: z.array(Part) });
export type BackupManifest = z.infer<typeof Manifest>;

const MANIFEST = 'manifest.json';
const SUM = 'manifest.sha256';
const LONGEST_MANIFEST = 200_000_000;

export interface BackupWriter {
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Adds a file of the disk; false when it is gone. */
  readonly addFile: (name: string, path: string) => Promise<boolean>;
  readonly has: (name: string) => boolean;
}

/** Writes a backup beside its place and moves it there when it is whole and on disk. Returns the SHA-256 of the file and its size. */
export async function writeBackup(
  file: string,
  work: (writer: BackupWriter) => Promise<BackupContents>,
): Promise<{ readonly sha256: string; readonly size: number; readonly parts: number }> {
  if (existsSync(file)) throw new StartFault({ zh: `${file} 已存在。`, en: `${file} exists already.` });
  const unfinished = `${file}.unfinished`;
  const whole = createHash('sha256');
  try {
    const archive = pack();
    const written = pipeline(
      archive,
      hashing(whole),
      createWriteStream(unfinished, { mode: 0o600, flags: 'w', flush: true }),
    );
    // Whoever waits for a member hears of a full disk there; here nobody listens yet.
    written.catch(() => undefined);
    const parts = await Promise.race([fill(archive, work), written.then(() => fail())]);
    await written;
    await rename(unfinished, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
    return { sha256: whole.digest('hex'), size: (await stat(file)).size, parts };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw diskFault(error, file);
  }
}

function fail(): never {
  throw new Error('the backup ended before it was whole');
}

async function fill(archive: Pack, work: (writer: BackupWriter) => Promise<BackupContents>): Promise<number> {
  const parts = new Map<string, Part>();
  const contents = await work({
    has: (name) => parts.has(name),
    async add(name, bytes) {
      await put(archive, name, bytes);
      parts.set(name, { name, size: bytes.byteLength, sha256: sha256Hex(bytes) });
    },
    async addFile(name, path) {
      const handle = await open(path, 'r').catch(() => undefined);
      if (handle === undefined) return false;
      try {
        const { size } = await handle.stat();
        const hash = createHash('sha256');
        const entry = archive.entry({ name, size, mode: 0o600 });
        const bytes = handle.createReadStream({ autoClose: false, start: 0, ...(size === 0 ? {} : { end: size - 1 }) });
        await pipeline(size === 0 ? Readable.from([]) : bytes, hashing(hash), entry);
        parts.set(name, { name, size, sha256: hash.digest('hex') });
        return true;
      } finally {
        await handle.close();
      }
    },
  });
  const manifest = Buffer.from(JSON.stringify({ ...contents, parts: [...parts.values()] }, undefined, 1));
  await put(archive, MANIFEST, manifest);
  await put(archive, SUM, Buffer.from(`${sha256Hex(manifest)}\n`));
  archive.finalize();
  return parts.size;
}

async function put(archive: Pack, name: string, bytes: Uint8Array): Promise<void> {
  const entry = archive.entry({ name, size: bytes.byteLength, mode: 0o600 });
  entry.end(bytes);
  await finished(entry);
}

/** Passes bytes on and hashes them. */
function hashing(hash: Hash) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

/** What is done with a part, in the order of the file; it must read the part to its end. */
export type UsePart = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

/** Reads a whole backup and hands each part on; throws one sentence unless every byte of it is what was written. */
export async function readBackup(file: string, use: UsePart = drain): Promise<BackupManifest> {
  const found = new Map<string, Part>();
  const ends = new Map<string, Buffer>();
  try {
    const archive = extract();
    const read = pipeline(createReadStream(file), archive);
    read.catch(() => undefined);
    for await (const entry of archive) {
      const { name } = entry.header;
      if (found.has(name) || ends.has(name)) throw broken(file, `${name} twice`);
      if (name === MANIFEST || name === SUM) ends.set(name, await collect(entry));
      else found.set(name, await part(name, entry, use));
    }
    await read;
  } catch (error) {
    throw error instanceof StartFault ? error : unreadable(file, error);
  }
  return judge(file, found, ends);
}

async function part(name: string, entry: AsyncIterable<Uint8Array>, use: UsePart): Promise<Part> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of entry) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  await use(name, counted());
  return { name, size, sha256: hash.digest('hex') };
}

async function drain(_name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of bytes);
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > LONGEST_MANIFEST) throw new Error('the manifest is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function judge(file: string, found: ReadonlyMap<string, Part>, ends: ReadonlyMap<string, Buffer>): BackupManifest {
  const [bytes, sum] = [ends.get(MANIFEST), ends.get(SUM)];
  if (bytes === undefined || sum === undefined) throw broken(file, 'its end is missing');
  if (sum.toString('utf8') !== `${sha256Hex(bytes)}\n`) throw broken(file, MANIFEST);
  const manifest = Manifest.parse(JSON.parse(bytes.toString('utf8')));
  for (const { name, size, sha256 } of manifest.parts) {
    const one = found.get(name);
    if (one?.size !== size || one.sha256 !== sha256) throw broken(file, name);
  }
  if (found.size !== manifest.parts.length) throw broken(file, 'a part too many');
  return manifest;
}

/** Whether the whole file, with the bytes that only fill it up, is the one of which this is the SHA-256. */
export async function requireSum(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('hex') !== sha256.toLowerCase()) throw broken(file, 'sha256');
}

function broken(file: string, where: string): StartFault {
  return new StartFault({
    zh: `${file} 不是完整、未改动的备份（${where}）：什么也没有恢复。`,
    en: `${file} is not a whole and unaltered backup (${where}): nothing was restored.`,
  });
}

function unreadable(file: string, error: unknown): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  const isOfTar = /tar|header|unexpected end|premature|writable stream/i.test(reason);
  return isOfTar ? broken(file, reason) : diskFault(error, file);
}
