import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkMandate } from './check-mandate.ts';

const example: { acts: { name: string; expect: string; under?: string }[] } = JSON.parse(
  readFileSync(new URL('../../../examples/mandates/acts.json', import.meta.url), 'utf8'),
);

test('T01–T04, R75–R81: every act of the example file has the verdict that it states', () => {
  const report = checkMandate(example);
  expect(report.mismatches).toStrictEqual([]);
  expect(report.passed).toBeGreaterThanOrEqual(example.acts.length);
});

test('a wrong expectation is reported with its name, what was expected and what came', () => {
  const acts = example.acts.map((act) => ({
    ...act,
    expect: act.expect === 'granted' ? 'T03' : 'granted',
    ...(act.under === undefined ? {} : { under: 'NO-SUCH' }),
  }));
  const report = checkMandate({ ...example, acts });
  expect(report.passed).toBe(0);
  expect(report.mismatches[0]).toBe('签一次清单事项由派驻工作人员一签: expected "T03", got "granted"');
});

test('a file with an unknown member is no check file', () => {
  expect(() => checkMandate({ ...example, notes: 'x' })).toThrow(/notes/);
});
