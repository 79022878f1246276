import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTotals } from './totals.ts';

const dir = mkdtempSync(join(tmpdir(), 'liangqian-totals-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const passed = { assertionResults: [{ status: 'passed' }], status: 'passed' };
const clean = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [passed],
};

test('passed tests are counted', () => {
  expect(readTotals(report(clean), 0)).toEqual({ passed: 3, failed: 0 });
});

test.each([
  ['a failed test', { ...clean, success: false, numFailedTests: 1 }, 1],
  ['a test that was switched off', { ...clean, numPendingTests: 1 }, 0],
  ['a test that is only announced', { ...clean, numTodoTests: 1 }, 0],
  ['a file that did not load', { ...clean, testResults: [passed, { status: 'failed', assertionResults: [] }] }, 1],
  ['a leak that was found after the tests', clean, 1],
  ['an end by a signal', clean, null],
])('%s counts as a failure', (_, content, exitCode) => {
  expect(readTotals(report(content), exitCode)).toEqual({ passed: 3, failed: 1 });
});

test('a run without a report counts as a failure', () => {
  expect(readTotals(join(dir, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
});

function report(content: object): string {
  const file = join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
