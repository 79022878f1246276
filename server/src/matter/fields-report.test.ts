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

test.each(demoBundles)('$id $name: at least 60 per cent fewer to answer than item by item', (bundle) => {
  const { answers } = exampleSubmission(bundle, chang, { area: 120, gvw: 12_000, motherEmployed: true });
  const report = fieldsReport(bundle, demoItems, chang, answers);
  expect(report.fewerPercent).toBeGreaterThanOrEqual(60);
  // By the strictest measure, only the lines that this matter fills, and where no licence answers anything.
  expect(report.fewerPercentFilled).toBeGreaterThanOrEqual(59);
  expect(report.asked + report.prefilled).toBe(report.together);
});
