import { expect, test } from 'vitest';
import { demoBundles, demoItems, exampleSubmission } from './example-matters.ts';
import { fieldsReport } from './fields-report.ts';

const chang = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '1',
} as const;

test.each(demoBundles)(
  '$id $name: where no licence answers anything, less than half remains to be answered',
  (bundle) => {
    const { answers } = exampleSubmission(bundle, chang, { area: 120, gvw: 12_000, motherEmployed: true });
    const report = fieldsReport(bundle, demoItems, chang, answers);
    expect(report.fewerPercent).toBeGreaterThanOrEqual(50);
    // By the strictest measure: only the lines that this matter fills.
    expect(report.fewerPercentFilled).toBeGreaterThanOrEqual(50);
    expect(report.asked + report.prefilled).toBe(report.together);
  },
);
