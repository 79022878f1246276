import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { acceptanceNotice } from './intake-letters.ts';
import { endingDecision, endingNotice, type Ending, type EndingFacts } from './ending-letters.ts';
import { exampleLetters, exampleRemedy } from './example-letters.ts';
import { withChinesePunctuation } from './letter.ts';

const frame = {
  organ: '云河区市场监督管理局',
  docNo: '云市监撤字〔2025〕第0001号',
  addressee: '北京云河小馆餐饮管理有限公司',
  on: '2025-03-03',
  verification: { code: 'YH25', url: 'https://yunhe.example/verify/YH25' },
} as const;

const ending: EndingFacts = {
  ...frame,
  ending: 'annulmentDecision',
  licence: '《食品经营许可证》',
  licenceNo: 'JY21198000001234',
  holder: '北京云河小馆餐饮管理有限公司',
  facts: ['申请时提交的证明系伪造'],
  norms: [],
  reasons: ['以欺骗手段取得'],
  consequences: [],
  remedy: exampleRemedy,
};

test.each<[Ending, string, string]>([
  ['withdrawalDecision', '撤回行政许可决定书', '给予补偿'],
  ['annulmentDecision', '撤销行政许可决定书', '自始不具有法律效力'],
  ['forfeitureDecision', '吊销许可证件决定书', '不得再从事'],
  ['cancellationDecision', '注销行政许可决定书', '许可证件作废'],
])('R91, R92, R93: %s is its own act, with its own title and consequence', (kind, title, consequence) => {
  const letter = endingDecision({ ...ending, ending: kind });
  if (isRefusal(letter)) throw new Error(letter.code);
  expect([letter.kind, letter.title]).toEqual([kind, title]);
  expect(JSON.stringify(letter.sections)).toContain(consequence);
});

test('R67: a licence is not ended without facts, reasons and remedies', () => {
  for (const missing of [{ facts: [' '] }, { reasons: [] }]) {
    const letter = endingDecision({ ...ending, ...missing });
    expect(isRefusal(letter) && letter.code).toBe('refusal-without-grounds');
  }
  const unknown = endingDecision({ ...ending, remedy: { ...exampleRemedy, court: '' } });
  expect(isRefusal(unknown) && unknown.code).toBe('remedies-incomplete');
  expect(JSON.stringify(exampleLetters.annulmentDecision.sections)).toContain('申请行政复议');
});

test('R42: the notice of a hearing names day, place and presider, that it is public and free, and the right to challenge', () => {
  const text = JSON.stringify(exampleLetters.hearingNotice.sections);
  for (const part of ['2025年3月20日', '三层听证室', '沈国强', '公开举行', '不收取费用', '申请回避', '笔录']) {
    expect(text).toContain(part);
  }
});

test('R32: an acceptance that tolerates missing materials says so in its title', () => {
  const facts = {
    ...frame,
    caseNo: '1',
    itemName: '食品经营许可',
    applicant: '甲',
    receivedOn: '2025-03-03',
    acceptedOn: '2025-03-03',
    isLicence: true,
    materials: ['申请书'],
    enquiry: '可以查询。',
  } as const;
  expect(acceptanceNotice(facts).title).toBe('受理通知书');
  expect(acceptanceNotice({ ...facts, tolerated: [{ name: '健康证明', untilOn: '2025-03-07' }] }).title).toBe(
    '容缺受理通知书',
  );
});

test('R87: the proof of service leaves room for the signature of the one who received', () => {
  expect(exampleLetters.deliveryReceipt.slip).toContainEqual({ label: '受送达人签收', value: '　' });
});

test('a licence names its term, and a form is punctuated like any letter', () => {
  const { slip } = exampleLetters.licence;
  expect(slip?.find(({ label }) => label === '有效期限')?.value).toBe('2025年3月3日至2030年3月2日');
  const punctuated = withChinesePunctuation({
    ...exampleLetters.licence,
    slip: [{ label: '住所', value: '云河区(甲)' }],
  });
  expect(punctuated.slip).toEqual([{ label: '住所', value: '云河区（甲）' }]);
});

test('行政处罚法44: the notice of a suspension tells how long it is to last', () => {
  const told = { ...ending, intended: 'suspensionDecision' as const, answerWithinDays: 5 };
  expect(endingNotice({ ...told, untilOn: '2025-06-30' }).paragraphs[0]).toContain(
    '拟决定暂扣该许可证件，暂扣至2025年6月30日。',
  );
  expect(endingNotice(told).paragraphs[0]).toContain('拟决定暂扣该许可证件。');
});
