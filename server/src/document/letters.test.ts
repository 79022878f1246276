import { expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { refusalDecision, type RefusalFacts } from './decision-letters.ts';
import { LetterContent, LetterKind, asCorrection, letterDate } from './document.ts';
import { exampleLetters, exampleRemedy } from './example-letters.ts';
import { correctionNotice, nonAcceptanceNotice, type NonAcceptanceFacts } from './intake-letters.ts';

const frame = {
  organ: '云河区市场监督管理局',
  docNo: '云市监不准字〔2025〕第0003号',
  addressee: '北京云河小馆餐饮管理有限公司',
  on: '2025-03-03',
  verification: { code: 'YH25-7KQ4-92MD', url: 'https://yunhe.example/verify/YH25-7KQ4-92MD' },
} as const;

const refusal: RefusalFacts = {
  ...frame,
  caseNo: '110198MK20250303000017',
  itemName: '食品经营许可（餐饮服务）核发',
  applicant: '北京云河小馆餐饮管理有限公司',
  acceptedOn: '2025-03-03',
  facts: ['生熟食品共用同一操作台'],
  norms: ['《中华人民共和国食品安全法》第三十三条'],
  reasons: ['存在交叉污染的现实风险，不符合法定条件'],
  remedy: exampleRemedy,
  isLicence: true,
};

const nonAcceptance: NonAcceptanceFacts = {
  ...frame,
  outcome: 'NOT_OURS',
  caseNo: '110198MK20250303000018',
  matter: '占用城市道路设置户外就餐区',
  applicant: '北京云河小馆餐饮管理有限公司',
  receivedOn: '2025-03-03',
  reason: '占道审批由城市管理部门负责',
  competentOrgan: '云河区城市管理委员会',
  remedy: exampleRemedy,
  isLicence: true,
};

test('every kind of letter has an example that is a valid letter', () => {
  for (const kind of LetterKind.options) {
    const letter = exampleLetters[kind];
    expect(letter.kind).toBe(kind);
    expect(LetterContent.parse(letter)).toEqual(letter);
  }
});

test('R67: a refusal states facts, norm, reason and remedies', () => {
  const letter = content(refusalDecision(refusal));
  expect(letter.sections.map((section) => section.heading)).toEqual(['事实', '法律依据', '理由', '救济途径']);
  const printed = text(letter);
  for (const part of [...refusal.facts, ...refusal.norms, ...refusal.reasons]) expect(printed).toContain(part);
  expect(printed).toContain('申请行政复议');
  expect(printed).toContain('提起行政诉讼');
});

test.each(['facts', 'norms', 'reasons'] as const)('R67: a refusal without %s is not made', (part) => {
  for (const nothing of [[], ['  ']]) {
    const outcome = refusalDecision({ ...refusal, [part]: nothing });
    expect(codeOf(outcome)).toBe('refusal-without-grounds');
    expect(isRefusal(outcome) && outcome.detail.missing).toEqual([part]);
  }
});

test('R67: a refusal whose remedies cannot be computed is not made', () => {
  const outcome = refusalDecision({ ...refusal, remedy: { ...exampleRemedy, court: ' ' } });
  expect(codeOf(outcome)).toBe('remedies-incomplete');
});

test('R69: a refusal served online without the online review channel is not made', () => {
  const { onlineReviewUrl: _, ...remedy } = exampleRemedy;
  expect(codeOf(refusalDecision({ ...refusal, remedy }))).toBe('online-channel-missing');
  expect(isRefusal(refusalDecision({ ...refusal, remedy: { ...remedy, servedOnline: false } }))).toBe(false);
});

test('R28: acceptance and non-acceptance are dated and carry number and name of the organ', () => {
  for (const letter of [exampleLetters.acceptanceNotice, exampleLetters.nonAcceptanceNotice]) {
    expect(letter.dateText).toBe('2025年3月3日');
    expect(letter.docNo).toMatch(/^云市监.+〔2025〕第\d{4}号$/);
  }
});

test('R28: non-acceptance gives its reason', () => {
  expect(text(content(nonAcceptanceNotice(nonAcceptance)))).toContain(nonAcceptance.reason);
  expect(codeOf(nonAcceptanceNotice({ ...nonAcceptance, reason: ' ' }))).toBe('non-acceptance-without-reason');
});

test('R24: a matter of another organ is refused with the name of that organ', () => {
  expect(text(content(nonAcceptanceNotice(nonAcceptance)))).toContain('请向云河区城市管理委员会申请');
  const { competentOrgan: _, ...unnamed } = nonAcceptance;
  expect(codeOf(nonAcceptanceNotice(unnamed))).toBe('competent-organ-missing');
  expect(content(nonAcceptanceNotice({ ...unnamed, outcome: 'NOT_NEEDED' })).title).toBe('不受理告知书');
});

test('R25: a correction notice lists every defect, and there is none without defects', () => {
  const letter = exampleLetters.correctionNotice;
  expect(letter.sections.map((section) => section.heading)).toEqual(['经营布局和操作流程文件', '油水分离设施说明']);
  const empty = correctionNotice({
    ...frame,
    ...nonAcceptance,
    itemName: '食品经营许可',
    defects: [],
    enquiry: '咨询。',
  });
  expect(codeOf(empty)).toBe('correction-notice-empty');
});

test('R103: red head and name over the date are the grantor’s', () => {
  for (const letter of Object.values(exampleLetters)) {
    expect([letter.organ, letter.signedBy]).toEqual(['云河区市场监督管理局', '云河区市场监督管理局']);
  }
});

test('the mandate letter carries the hash of the record that is enforced, and its lists', () => {
  const letter = exampleLetters.mandateLetter;
  expect(letter.record.join()).toContain('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(letter.annexes.map((annex) => annex.rows.length)).toEqual([2, 5, 3]);
});

test('R83: a correction is a new letter that names the old one, its hash, the reason and the signature', () => {
  const letter = exampleLetters.grantDecision;
  const corrects = {
    docNo: letter.docNo,
    sealedHash: 'a'.repeat(64),
    reason: '经营场所门牌号笔误',
    signatureHash: 'b'.repeat(64),
  };
  const corrected = content(asCorrection({ ...letter, docNo: '云市监准字〔2025〕第0009号' }, corrects));
  expect(corrected.corrects).toEqual(corrects);
  expect(corrected.paragraphs[0]).toBe(`本文书更正并取代${letter.docNo}文书，更正理由：经营场所门牌号笔误。`);
  expect(LetterContent.parse(corrected)).toEqual(corrected);
  expect(codeOf(asCorrection(letter, corrects))).toBe('correction-in-place');
  expect(codeOf(asCorrection({ ...letter, docNo: '另号' }, { ...corrects, reason: '' }))).toBe(
    'correction-without-reason',
  );
});

test('unknown members of a letter are refused, not printed silently', () => {
  expect(LetterContent.safeParse({ ...exampleLetters.grantDecision, extra: 'x' }).success).toBe(false);
});

test('dates are printed without leading zeros', () => {
  expect(letterDate('2025-03-03')).toBe('2025年3月3日');
  expect(letterDate('2025-12-31')).toBe('2025年12月31日');
});

function content(outcome: LetterContent | Refusal): LetterContent {
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome;
}

function codeOf(outcome: LetterContent | Refusal): string | undefined {
  return isRefusal(outcome) ? outcome.code : undefined;
}

function text(letter: LetterContent): string {
  return [...letter.paragraphs, ...letter.sections.flatMap((section) => section.paragraphs), ...letter.remedies].join(
    '\n',
  );
}
