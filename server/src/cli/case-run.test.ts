import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'liangqian-case-file-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const example = JSON.parse(readFileSync(join(import.meta.dirname, '../../../examples/one-signature.json'), 'utf8'));
const { application } = example;

test.each([
  ['an unknown field', { application, colour: 'red' }, 'unknown fields: colour'],
  ['an unknown field of the application', { application: { ...application, colour: 1 } }, 'application.colour'],
  ['a missing applicant', { application: { ...application, applicant: undefined } }, 'application.applicant'],
  ['an unknown item', { application: { ...application, itemId: 'ZZ-99' } }, '"ZZ-99" (application.itemId)'],
  ['a date that does not exist', { application, at: '2025-02-30T09:00:00+08:00' }, ': at is not valid'],
  ['an instant without its offset', { application, at: '2025-02-03T09:00:00' }, ': at is not valid'],
  ['a year outside the district', { application, at: '1999-03-03T09:00:00+08:00' }, 'a date in 1999'],
  ['an unknown act', { application, steps: [{ do: 'dance' }] }, 'steps[0].do'],
  ['an unknown field of a step', { application, steps: [{ do: 'accept', speed: 1 }] }, 'steps[0].speed'],
  ['an unknown person', { application, steps: [{ do: 'sign', by: 'nobody' }] }, '"nobody" (steps[0].by)'],
  ['a finding that is no input of the item', { application, review: { luck: true } }, 'review.luck'],
  ['a share that is none', { application, shares: { facts: { healthOk: true } } }, 'shares.facts.healthOk'],
  ['an unknown expectation', { application, expect: { mood: 'good' } }, 'expect.mood'],
  ['no application', {}, 'application'],
  ['something else than an object', [], 'is not valid'],
])('%s is one sentence with its place and exit code 2, before anything is started', async (_, content, part) => {
  const file = join(dir, 'case.json');
  writeFileSync(file, JSON.stringify(content));
  const { code, out, err } = await run('case', 'run', file, '--out', join(dir, 'out'));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(part);
  expect(err.trim().split('\n')).toHaveLength(2);
});

test('without --out nothing is run', async () => {
  const { code, err } = await run('case', 'run', 'examples/one-signature.json');
  expect(code).toBe(2);
  expect(err).toContain('The option --out DIR is missing');
});

test('a file that is not there, and one that is no JSON, are said in one sentence', async () => {
  expect((await run('case', 'run', join(dir, 'none.json'), '--out', dir)).code).toBe(2);
  writeFileSync(join(dir, 'broken.json'), '{');
  const { code, out } = await run('case', 'run', join(dir, 'broken.json'), '--out', dir, '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { en: expect.stringContaining('is not valid JSON') } });
});

async function run(...parameters: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCli(
    parameters,
    {},
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}
