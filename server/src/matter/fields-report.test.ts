import { expect, test } from 'vitest';
import { demoBundle, demoBundles, demoItems, exampleSubmission } from './example-matters.ts';
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

test('who founds an enterprise says his two particulars and its name; what nobody is led through is counted on neither side', () => {
  const bare = { ...demoBundle('B-01'), fields: [], rules: [] };
  const alone = (itemId: string) => fieldsReport({ ...bare, items: [itemId], waves: [[itemId]] }, demoItems, chang, {});
  // Six lines of the form of registration beside them, and no paper.
  expect(alone('MK-01')).toMatchObject({ alone: 3 + 6, optional: 0 });
  // Name, code, and the representative's two; the address and one paper. Another paper is for some situations only.
  expect(alone('WA-01')).toMatchObject({ alone: 4 + 2, optional: 2 });
});
