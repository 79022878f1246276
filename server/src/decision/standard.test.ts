import { expect, test } from 'vitest';
import { type CaseStory, caseStory, nineOn, person } from '../../test/case-story.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const officer = { at: nineOn('2025-03-06'), actor: person('officer-1'), role: 'handler' } as const;

/** HL-01 by the normal route: the water of a pool is tested. */
function tested(findings: Readonly<Record<string, boolean>>): CaseStory {
  const story = caseStory('HL-01');
  story.receive({ application: { form: { category: '游泳场所', byPromise: false, promiseSigned: false } } }, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false });
  const visit = { fromAt: '2025-03-05T02:00:00.000Z', toAt: '2025-03-05T03:00:00.000Z', officers: ['a', 'b'] };
  const where = { address: '云桥街道1号', place: { latitude: 39.9, longitude: 116.4 }, record: '记录', findings: [] };
  story.review({ act: 'recordSiteVisit', ...where, ...visit, signedBy: ['a', 'b'] }, officer);
  const points = story.version.item.reviewPoints.map((_text, point) => ({
    point,
    result: 'met' as const,
    evidence: '材料',
  }));
  const named = Object.entries(findings).map(([name, value]) => ({ name, value, evidence: '报告' }));
  story.review({ act: 'recordFindings', findings: named, points }, officer);
  return story;
}

const refusal = {
  outcome: 'REFUSE',
  reason: '不符合卫生要求',
  facts: '现场核查与检测结果',
  norms: ['《公共场所卫生管理条例》第四条'],
} as const;

test('R40: who is refused because a test came out against him learns by which technical standard', () => {
  const failed = tested({ testOk: false, siteOk: true });
  const norms = [...refusal.norms];
  expect(failed.sign({ ...refusal, norms }, officer)).toBe('standard-missing');
  expect(failed.sign({ ...refusal, norms: [...norms, 'GB 37488-2019 公共场所卫生指标及限值要求'] }, officer)).toBe(
    'ok',
  );
  // The test was passed; the refusal rests on something else.
  expect(tested({ testOk: true, siteOk: false }).sign({ ...refusal, norms }, officer)).toBe('ok');
});
