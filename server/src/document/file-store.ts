import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { documentHash, type FileStore } from './document.ts';

/** Documents on disk under `directory`, each in a file named by its SM3: `ab/abcd….bin`. */
export function fileStore(directory: string): FileStore {
  return {
    async put(bytes) {
      const hash = documentHash(bytes);
      const folder = join(directory, hash.slice(0, 2));
      const path = join(folder, `${hash}.bin`);
      if (await isKept(path, bytes.byteLength)) return hash;
      await mkdir(folder, { recursive: true });
      await writeDurably(folder, path, bytes);
      await syncDirectory(directory);
      return hash;
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a document hash: ${hash}`);
      const bytes = await readFile(join(directory, hash.slice(0, 2), `${hash}.bin`));
      const actual = documentHash(bytes);
      if (actual !== hash)
        throw new Error(`the stored document ${hash} has been altered: its bytes now hash to ${actual}`);
      return bytes;
    },
  };
}

/** Existing bytes of the right length are left alone; `get` proves them, and content cannot differ under the same hash. */
export async function isKept(path: string, length: number): Promise<boolean> {
  try {
    return (await stat(path)).size === length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** An acknowledged document survives a power cut: the bytes reach the disk before the name, the name before the answer. */
async function writeDurably(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncDirectory(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export async function syncDirectory(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
