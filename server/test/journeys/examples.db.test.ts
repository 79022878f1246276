import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCase } from '../../src/cli/case-course.ts';
import { parseFile } from '../../src/cli/case-run.ts';
import { reportOf } from '../../src/cli/case-summary.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';
import { ROOT } from '../tree.ts';

/** One district for all: whoever revokes a mandate comes last. */
const examples = readdirSync(join(ROOT, 'examples'))
  .filter((name) => name.endsWith('.json'))
  .toSorted((a, b) => Number(a.includes('revoked')) - Number(b.includes('revoked')));

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test.each(examples)('%s comes to its end, and everybody can verify its documents', async (name) => {
  const path = join(ROOT, 'examples', name);
  const file = parseFile(JSON.parse(readFileSync(path, 'utf8')), path);
  const { summary } = await reportOf(await runCase(district, file));
  expect(summary.differences).toEqual([]);
  expect(summary).toMatchObject({ reached: true, history: { intact: true } });
  expect(summary.refusals.filter(({ expected }) => !expected).map(({ code }) => code)).toEqual(
    name === 'paper-only.json' ? ['paper-only-instrument'] : [],
  );
});

test('there is an example of every outcome that the documentation names', () => {
  expect(examples).toEqual(
    expect.arrayContaining([
      'correction.json',
      'deemed-acceptance.json',
      'head-decides.json',
      'mandate-revoked-between-signatures.json',
      'one-signature.json',
      'recusal.json',
      'refusal.json',
      'tolerance.json',
      'two-signatures.json',
      'zero-signature.json',
    ]),
  );
});
