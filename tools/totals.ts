import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** What failed, each with the beginning of its message: the end of a long log is all that some readers are given. */
  readonly failures: readonly string[];
}

const Test = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), message: z.string().nullish(), assertionResults: z.array(Test) }),
  ),
});

/** Lines of a message that are told again. */
const TOLD_LINES = 25;

/**
 * The totals of one vitest run from its JSON report. What cannot be counted is a failure: no report, a file that did not
 * load, a leak found after the tests, a test that was switched off.
 */
export function readTotals(file: string, exitCode: number | null): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 1, failures: ['the run left no report'] };
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failures = report.testResults.flatMap(failuresOf);
  const broken = report.testResults.filter(isBroken).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken;
  const isBadEnd = exitCode !== 0 || !report.success;
  if (failed > 0 || !isBadEnd) return { passed: report.numPassedTests, failed, failures };
  const ending = `every test passed, but the run ended with ${exitCode ?? 'a signal'}`;
  return { passed: report.numPassedTests, failed: 1, failures: [ending] };
}

type FileResult = z.infer<typeof Report>['testResults'][number];

/** Failed without a failed test: the file did not load, or something around its tests did not hold. */
function isBroken({ status, assertionResults }: FileResult): boolean {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function failuresOf(file: FileResult): readonly string[] {
  const tests = file.assertionResults.filter(({ status }) => status !== 'passed');
  const told = tests.map(({ fullName, status, failureMessages }) =>
    tell(`${file.name} > ${fullName}`, failureMessages?.join('\n') || status),
  );
  return isBroken(file) ? [...told, tell(file.name, file.message || 'the file failed')] : told;
}

function tell(name: string, message: string): string {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, TOLD_LINES);
  return [name, ...lines.map((line) => `    ${line}`)].join('\n');
}
