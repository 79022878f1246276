/** What every `liangqian check …` returns: each mismatch in one line that names the place, what was expected and what came. */
export interface CheckReport {
  readonly passed: number;
  readonly failed: number;
  readonly mismatches: readonly string[];
}

/** Collects checks into a report. `label` names the place in the checked file. */
export function newCheckReport(): {
  readonly expect: (label: string, actual: unknown, expected: unknown) => void;
  readonly report: () => CheckReport;
} {
  let passed = 0;
  const mismatches: string[] = [];
  return {
    expect(label, actual, expected) {
      const got = JSON.stringify(actual);
      const wanted = JSON.stringify(expected);
      if (got === wanted) passed += 1;
      else mismatches.push(`${label}: expected ${wanted}, got ${got}`);
    },
    report: () => ({ passed, failed: mismatches.length, mismatches }),
  };
}
