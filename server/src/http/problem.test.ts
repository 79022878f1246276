import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refuse } from '../kernel/refusal.ts';
import { httpRefusals } from './refusals.ts';
import { Problem, problemOf, statusOf } from './problem.ts';
import { statuses } from './statuses.ts';

const sources = new URL('../', import.meta.url);

async function tables(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('refusals.ts'),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = { ...(await import(new URL(file, sources).href)) };
      return Object.entries(exported)
        .filter(([name]) => name.endsWith('Refusals'))
        .map(([name, table]) => [name, Object.keys(Object(table))] as const);
    }),
  );
  return found.flat();
}

test('every refusal code of every module has a status, and no status is left without its code', async () => {
  const codes = (await tables()).flatMap(([, names]) => names);
  expect(codes.length).toBeGreaterThan(200);
  expect([...new Set(codes)].toSorted()).toEqual(Object.keys(statuses).toSorted());
});

test('a code that no table knows is a fault, never a guess', () => {
  expect(() => statusOf('made-up')).toThrow('made-up');
  expect(() => statusOf('toString')).toThrow('toString');
});

test('a problem says rule, article and remedy in both languages, and the number of the request', () => {
  const problem = problemOf(refuse(httpRefusals, 'not-yourself', { of: ['a', 'b'] }), '42', [
    { path: 'x', message: 'y' },
  ]);
  expect(Problem.parse(problem)).toEqual(problem);
  expect(problem).toMatchObject({
    status: 403,
    code: 'not-yourself',
    rule: 'R15',
    requestId: '42',
    detail: { of: ['a', 'b'] },
    paths: [{ path: 'x', message: 'y' }],
  });
});
