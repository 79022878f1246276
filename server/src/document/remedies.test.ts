import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { remediesOf, remedyParagraphs, type RemedyFacts, type ReviewFirst } from './remedies.ts';

const market: RemedyFacts = {
  respondent: '云河区市场监督管理局',
  subordination: { kind: 'localDepartment', government: '北京市云河区人民政府' },
  court: '北京市云河区人民法院',
  servedOnline: false,
};

test('R68: the department that gave the mandate is respondent and defendant; its government reviews; 60 days, 6 months', () => {
  expect(remediesOf(market)).toEqual({
    respondent: '云河区市场监督管理局',
    reviewAuthority: '北京市云河区人民政府',
    reviewWithinDays: 60,
    suitWithinMonths: 6,
    suitAfterReviewWithinDays: 15,
    court: '北京市云河区人民法院',
  });
  expect(printed(market)).toContain('以云河区市场监督管理局为被申请人，向北京市云河区人民政府申请行政复议');
  expect(printed(market)).toContain('60日内');
  expect(printed(market)).toContain('6个月内，以云河区市场监督管理局为被告，依法向北京市云河区人民法院提起行政诉讼');
});

test('R68: the tax service is under vertical leadership, so its superior organ reviews (行政复议法 27)', () => {
  const tax: RemedyFacts = {
    ...market,
    respondent: '国家税务总局北京市云河区税务局',
    subordination: { kind: 'vertical', superiorOrgan: '国家税务总局北京市税务局' },
  };
  expect(printed(tax)).toContain('向国家税务总局北京市税务局申请行政复议');
  expect(printed(tax)).not.toContain('人民政府');
});

test('R68: a municipal branch in the district is reviewed by the government of the place (行政复议法 24(4))', () => {
  const police: RemedyFacts = {
    ...market,
    respondent: '北京市公安局云河分局',
    subordination: { kind: 'districtBranch', government: '北京市云河区人民政府' },
  };
  expect(printed(police)).toContain('向北京市云河区人民政府申请行政复议');
});

test('R68: remedies that cannot be computed are refused, never left empty', () => {
  const outcome = remediesOf({ ...market, respondent: '', subordination: { kind: 'vertical', superiorOrgan: '' } });
  expect(isRefusal(outcome) && [outcome.code, outcome.detail.missing]).toEqual([
    'remedies-incomplete',
    ['respondent', 'reviewAuthority'],
  ]);
});

test('R69: served online, the online channel for review is stated; without one the letter is refused', () => {
  const online = { ...market, servedOnline: true, onlineReviewUrl: 'https://xzfy.moj.gov.cn' };
  expect(printed(online)).toContain('行政复议申请书可以通过互联网提交：https://xzfy.moj.gov.cn');
  const outcome = remediesOf({ ...market, servedOnline: true, onlineReviewUrl: ' ' });
  expect(isRefusal(outcome) && outcome.rule).toBe('R69');
});

test.each(['nonPerformance', 'taxDispute', 'informationDisclosure', 'naturalResources'] as const)(
  'R70: %s – the letter says that review comes first',
  (reviewFirst: ReviewFirst) => {
    const text = printed({ ...market, reviewFirst });
    expect(text).toContain('应当先申请行政复议');
    expect(text).toContain('自收到行政复议决定书之日起15日内');
    expect(text).not.toContain('6个月');
  },
);

function printed(facts: RemedyFacts): string {
  const paragraphs = remedyParagraphs(facts, '本决定');
  if (isRefusal(paragraphs)) throw new Error(paragraphs.code);
  return paragraphs.join('\n');
}
