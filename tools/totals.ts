import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * The totals of one vitest run from its JSON report. What cannot be counted is a failure: no report, a file that did not
 * load, a leak found after the tests, a test that was switched off.
 */
export function readTotals(file: string, exitCode: number | null): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
  const isBadEnd = exitCode !== 0 || !report.success;
  return { passed: report.numPassedTests, failed: failed === 0 && isBadEnd ? 1 : failed };
}
