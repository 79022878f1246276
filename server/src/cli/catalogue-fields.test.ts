import { expect, test } from 'vitest';
import { demoFieldsReports } from './catalogue-fields.ts';

const reports = await demoFieldsReports();

test.each(reports)(
  '$report.bundleId $report.name: at least 60 per cent fewer to answer, by the whole forms and by the lines filled here',
  ({ report, bare }) => {
    expect(report.fewerPercent).toBeGreaterThanOrEqual(60);
    expect(report.fewerPercentFilled).toBeGreaterThanOrEqual(60);
    // What licences answer is counted as asked where they do not answer: nothing drops out of the sum.
    expect(bare.asked + bare.prefilled).toBe(report.asked + report.prefilled);
    expect([bare.alone, bare.aloneFilled]).toEqual([report.alone, report.aloneFilled]);
  },
);
