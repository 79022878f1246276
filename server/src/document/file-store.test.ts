import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentHash } from './document.ts';
import { fileStore } from './file-store.ts';

let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'documents-'));
});

afterEach(() => rm(directory, { recursive: true }));

test('a document is found under the hash of its bytes, and storing it twice changes nothing', async () => {
  const store = fileStore(directory);
  const bytes = Buffer.from('准予行政许可决定书');
  const hash = await store.put(bytes);
  expect(hash).toBe(documentHash(bytes));
  expect(await store.put(bytes)).toBe(hash);
  expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
  expect(await readdir(join(directory, hash.slice(0, 2)))).toEqual([`${hash}.bin`]);
});

test('R83: an issued document that was altered on disk is a fault that names it, never served', async () => {
  const store = fileStore(directory);
  const hash = await store.put(Buffer.from('决定书甲'));
  await writeFile(join(directory, hash.slice(0, 2), `${hash}.bin`), '决定书乙');
  await expect(store.get(hash)).rejects.toThrow(hash);
});

test('a name that is not a hash never reaches the disk', async () => {
  await expect(fileStore(directory).get('../../etc/passwd')).rejects.toThrow('not a document hash');
});

test('many at once leave no half-written file', async () => {
  const store = fileStore(directory);
  const hashes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => store.put(Buffer.from(`第${index % 5}号`))),
  );
  expect(new Set(hashes).size).toBe(5);
  const names = (
    await Promise.all((await readdir(directory)).map((folder) => readdir(join(directory, folder))))
  ).flat();
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
