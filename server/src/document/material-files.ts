import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrivedFile, MaterialFiles } from '../material/material.ts';
import { isKept, syncDirectory } from './file-store.ts';

const DAY_MS = 86_400_000;
/** Bytes read at a time when a file goes out. */
const STEP = 65_536;

/**
 * Files of materials on disk under `directory`, laid out like the documents: `ab/abcd….bin` by SM3. They come and go as
 * streams; what has not arrived whole lies in `arriving`.
 */
export function materialFiles(directory: string, now: () => number = Date.now): MaterialFiles {
  const arriving = join(directory, 'arriving');
  return {
    async receive(chunks, limitBytes, look) {
      await mkdir(arriving, { recursive: true });
      const path = join(arriving, `${randomUUID()}.tmp`);
      const file = await open(path, 'wx+', 0o640);
      try {
        const arrived = await arrive(file, chunks, limitBytes);
        if (typeof arrived === 'string') return arrived;
        const { hash, size } = arrived;
        const keep = (): Promise<void> => keepFile({ directory, path, file }, hash, size);
        return await look({ hash, size, read: (offset, length) => readAt(file, offset, length), keep });
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
    },
    open: (hash, size) => provenBytes(pathOf(directory, hash), hash, size),
    drop: (hash) => rm(pathOf(directory, hash), { force: true }),
    async sweep() {
      await endBroken(arriving, now() - DAY_MS);
      const names = await namesUnder(directory);
      return names.flatMap((name) => /([0-9a-f]{64})\.bin$/.exec(name)?.[1] ?? []);
    },
  };
}

async function arrive(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Pick<ArrivedFile, 'hash' | 'size'> | 'tooLarge' | 'interrupted'> {
  const hash = createHash('sm3');
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > limitBytes) return 'tooLarge';
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } catch (error) {
    if (isInterruption(error)) return 'interrupted';
    throw error;
  }
  return { hash: hash.digest('hex'), size };
}

/** The sender went away; everything else, such as a full disk, is a fault of ours. */
function isInterruption(error: unknown): boolean {
  const codes = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'EPIPE'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function keepFile(
  { directory, path, file }: { readonly directory: string; readonly path: string; readonly file: FileHandle },
  hash: string,
  size: number,
): Promise<void> {
  const folder = join(directory, hash.slice(0, 2));
  const kept = pathOf(directory, hash);
  if (await isKept(kept, size)) return;
  await file.sync();
  await mkdir(folder, { recursive: true });
  await rename(path, kept);
  await syncDirectory(folder);
  await syncDirectory(directory);
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

/** Each piece goes out when the next is there; the last only when the hash is proved, so that altered bytes never come whole. */
async function* provenBytes(path: string, expected: string, size: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sm3');
    let held: Uint8Array | undefined;
    for (let at = 0; at < size; at += STEP) {
      const piece = await readAt(file, at, Math.min(STEP, size - at));
      hash.update(piece);
      if (held !== undefined) yield held;
      held = piece;
    }
    if (hash.digest('hex') !== expected) throw new Error(`the stored material ${expected} has been altered`);
    if (held !== undefined) yield held;
  } finally {
    await file.close();
  }
}

async function endBroken(folder: string, before: number): Promise<void> {
  for (const name of await namesUnder(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true });
  }
}

async function namesUnder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function pathOf(directory: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a hash: ${hash}`);
  return join(directory, hash.slice(0, 2), `${hash}.bin`);
}
