import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { againstSize, type BundledFile, pack } from './evidence-packing.ts';

const MB = 2 ** 20;
const words = (size: number): Buffer => Buffer.alloc(size, '一案两签');
const files: readonly BundledFile[] = [
  ...Array.from({ length: 60 }, (_, nth) => ({ name: `acts/${nth}/act.json`, bytes: words(50_000 + nth) })),
  { name: 'documents/批准文书.pdf', bytes: words(70_000), isCompressed: true },
  { name: 'empty', bytes: new Uint8Array() },
];

test('what is packed is read by others, as it was, and is the same bytes every time', async () => {
  const zip = await pack(files);
  const read = unzipSync(zip);
  expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files) expect(Buffer.from(bytes).equals(read[name] ?? Buffer.of(1))).toBe(true);
  expect(Buffer.from(await pack(files)).equals(zip)).toBe(true);
  // The text is smaller; the document lies there as it was.
  expect(zip.length).toBeLessThan(200_000);
  expect(Buffer.from(zip).includes(words(70_000))).toBe(true);
});

test('others have their turn while a bundle is being packed', async () => {
  let turns = 0;
  let isDone = false;
  const other = (): void => {
    if (isDone) return;
    turns += 1;
    setImmediate(other);
  };
  setImmediate(other);
  await pack(files);
  isDone = true;
  expect(turns).toBeGreaterThan(10);
});

test('a bundle that no verifier would open is refused before it is made', () => {
  const large = [40, 24].map((mb, nth) => ({ name: String(nth), bytes: Buffer.alloc(mb * MB), isCompressed: true }));
  expect(againstSize(large)).toBeUndefined();
  expect(againstSize([...large, { name: 'more', bytes: Buffer.alloc(1) }])).toMatchObject({
    code: 'evidence-too-large',
    detail: { bytes: 64 * MB + 1, most: 64 * MB },
  });
  const many = Array.from({ length: 20_001 }, (_, nth) => ({ name: String(nth), bytes: new Uint8Array() }));
  expect(againstSize(many)).toMatchObject({ code: 'evidence-too-large' });
  expect(againstSize(many.slice(1))).toBeUndefined();
});
