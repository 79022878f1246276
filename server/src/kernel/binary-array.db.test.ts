import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { byteaArray, intArray, textArray } from './binary-array.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('PostgreSQL reads the arrays as what they were made of', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
  const bytes = fc.uint8Array();
  const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(text), fc.array(bytes), fc.array(number), async (texts, blobs, numbers) => {
      const { rows } = await db.database.query<{ texts: string[]; same: string[]; blobs: Buffer[]; numbers: number[] }>(
        {
          name: 'binary arrays',
          text: 'select $1::text[] as texts, $2::text[] as same, $3::bytea[] as blobs, $4::integer[] as numbers',
          values: [
            textArray(texts),
            textArray(texts.map((value) => Buffer.from(value))),
            byteaArray(blobs),
            intArray(numbers),
          ],
        },
      );
      const [row] = rows;
      expect(row?.texts).toEqual(texts);
      expect(row?.same).toEqual(texts);
      expect(row?.blobs.map((blob) => blob.toString('hex'))).toEqual(
        blobs.map((blob) => Buffer.from(blob).toString('hex')),
      );
      expect(row?.numbers).toEqual(numbers);
    }),
    { numRuns: 50 },
  );
});
