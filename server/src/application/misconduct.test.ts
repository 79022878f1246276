import { expect, test } from 'vitest';
import { applicant, caseStory, findItem, nineOn, person } from '../../test/case-story.ts';
import { company } from '../../test/story-cast.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { Application } from './application.ts';
import { barAgainst, barredBy, type EnteredBar, Misconduct, personsAsked, recordMisconduct } from './misconduct.ts';

const food = findItem('MK-05');
const entered: EnteredBar = {
  holderKey: 'chang',
  caseNo: '1',
  cause: 'concealed',
  itemId: 'MK-05',
  decidedOn: '2025-03-03',
  decisionNo: '云市监罚〔2025〕1号',
};

function barred(bar: Partial<EnteredBar>, on: string, item = food, key = 'chang'): unknown {
  const refusal = barAgainst(item, [{ ...entered, ...bar }], key, nineOn(on));
  return refusal === undefined ? 'free' : [refusal.code, refusal.detail['untilOn'], refusal.detail['article']];
}

test('R35: who concealed something is barred from this licence for one year, with article and last day', () => {
  const told = ['re-application-barred', '2026-03-03', '《行政许可法》第78条'];
  expect(barred({}, '2025-03-03')).toEqual(told);
  expect(barred({}, '2026-03-02')).toEqual(told);
  expect(barred({}, '2026-03-03')).toBe('free');
  expect(barred({ itemId: 'MK-06' }, '2025-03-04')).toBe('free');
  expect(barred({}, '2025-03-04', food, 'another')).toBe('free');
});

test('R35: who obtained it by fraud is barred for three years, also over a 29th of February', () => {
  expect(barred({ cause: 'fraud' }, '2028-03-02')).toEqual([
    're-application-barred',
    '2028-03-03',
    '《行政许可法》第79条',
  ]);
  expect(barred({ cause: 'fraud', decidedOn: '2024-02-29' }, '2027-02-28')).toContain('2027-03-01');
});

test('R35: who answers for an annulled registration is barred from every registration, also behind a company', () => {
  const bar = { cause: 'annulledRegistration', itemId: 'MK-01', holderKey: 'representative' } as const;
  expect(barred(bar, '2027-03-02', findItem('MK-02'), 'company')).toContain('《市场主体登记管理条例》第40条');
  expect(barred(bar, '2028-03-03', findItem('MK-02'), 'company')).toBe('free');
  expect(barred(bar, '2025-03-04', food, 'company')).toBe('free');
  const application = Application.parse({
    itemId: 'MK-01',
    applicant: company,
    channel: 'window',
    scope: { region: '110198' },
    truthStatement: true,
  });
  expect(personsAsked(application)).toEqual([company.idNo, company.legalRepresentative.idNo]);
  const finding = { cause: 'annulledRegistration', decisionNo: '1号', decidedOn: '2025-03-03', facts: '虚假登记' };
  const responsible = [{ name: applicant.name, idNo: applicant.idNo }];
  expect(barredBy(Misconduct.parse({ ...finding, responsible }), application)).toEqual([company.idNo, applicant.idNo]);
  expect(barredBy(Misconduct.parse({ ...finding, cause: 'fraud', responsible }), application)).toEqual([company.idNo]);
});

test('R35: a finding names a cause that the statute of the item knows, and a decision between receipt and today', () => {
  const told = (change: Partial<Misconduct>, itemId = 'MK-05'): string => {
    const story = caseStory(itemId);
    story.receive({}, { at: nineOn('2025-03-03'), actor: person('clerk-1') });
    const finding = { cause: 'concealed', decisionNo: '1号', decidedOn: '2025-03-04', facts: '隐瞒事实' };
    const facts = { item: story.version.item, authority: { fences: [] } };
    const when = { at: nineOn('2025-03-05'), actor: person('mk-head') };
    return story.take(recordMisconduct, Misconduct.parse({ ...finding, ...change }), facts, when);
  };
  expect(told({})).toBe('ok');
  expect(told({ cause: 'annulledRegistration' })).toBe('no-bar-in-statute');
  expect(told({ decidedOn: '2025-03-06' })).toBe('no-bar-in-statute');
  expect(told({ decidedOn: '2025-03-02' })).toBe('no-bar-in-statute');
  expect(told({}, 'PS-03')).toBe('no-bar-in-statute');
  expect(isRefusal(barAgainst(food, [], 'chang', nineOn('2025-03-05')))).toBe(false);
});
