import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTotals } from './totals.ts';

const dir = mkdtempSync(join(tmpdir(), 'liangqian-totals-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const passed = { name: 'a.test.ts', assertionResults: [{ status: 'passed', fullName: 'holds' }], status: 'passed' };
const clean = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [passed],
};

test('passed tests are counted', () => {
  expect(readTotals(report(clean), 0)).toEqual({ passed: 3, failed: 0, failures: [] });
});

test.each([
  ['a failed test', { ...clean, success: false, numFailedTests: 1 }, 1],
  ['a test that was switched off', { ...clean, numPendingTests: 1 }, 0],
  ['a test that is only announced', { ...clean, numTodoTests: 1 }, 0],
  [
    'a file that did not load',
    { ...clean, testResults: [passed, { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [] }] },
    1,
  ],
  ['a leak that was found after the tests', clean, 1],
  ['an end by a signal', clean, null],
])('%s counts as a failure', (_, content, exitCode) => {
  expect(readTotals(report(content), exitCode)).toMatchObject({ passed: 3, failed: 1 });
});

test('a run without a report counts as a failure', () => {
  expect(readTotals(join(dir, 'missing.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('what failed is told by file and name with the beginning of its message, without colours', () => {
  const message = ['\u001B[31mAssertionError\u001B[39m: 1 is not 2', ...Array.from({ length: 99 }, () => 'more')].join(
    '\n',
  );
  const failed = [
    { status: 'failed', fullName: 'adds up', failureMessages: [message] },
    { status: 'skipped', fullName: 'was switched off' },
  ];
  const results = [
    passed,
    { name: 'b.test.ts', status: 'failed', message: '', assertionResults: failed },
    { name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
  ];
  const { failures } = readTotals(
    report({ ...clean, success: false, numFailedTests: 1, numPendingTests: 1, testResults: results }),
    1,
  );
  expect(failures.map((told) => told.split('\n').slice(0, 2))).toEqual([
    ['b.test.ts > adds up', '    AssertionError: 1 is not 2'],
    ['b.test.ts > was switched off', '    skipped'],
    ['c.test.ts', '    no such module'],
  ]);
  expect(failures[0]?.split('\n').length).toBeLessThan(30);
});

function report(content: object): string {
  const file = join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
