import { expect, test } from 'vitest';
import type { Text } from '../api/model.ts';
import { type Say, type TextKey, texts } from '../text/text.ts';
import { detailLines } from './refusal-detail.ts';

const inChinese = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
  texts[key].zh.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
const zh: Say = Object.assign(inChinese, { language: 'zh' as const, of: (text: Text) => text.zh });

test('R35: whoever is barred reads until when, and by which decision', () => {
  const detail = {
    untilOn: '2027-03-03',
    reason: 'concealed',
    article: '《行政许可法》第78条',
    decisionNo: '云市监罚〔2026〕1号',
  };
  expect(detailLines({ code: 're-application-barred', detail }, zh)).toEqual([
    expect.stringMatching(/^限制到 2027年3月3日/),
    '依据的决定：云市监罚〔2026〕1号（《行政许可法》第78条）。',
  ]);
  // What a credit record says has no number of a decision.
  expect(detailLines({ code: 're-application-barred', detail: { untilOn: '2027-03-03' } }, zh)).toHaveLength(1);
});

test('R34: whoever may not sign yet reads how many are before him', () => {
  const detail = { earlierUndecided: 2, placesLeft: 1 };
  expect(detailLines({ code: 'quota-order', detail }, zh)).toEqual(['前面还有 2 件没有决定，剩 1 个名额。']);
});

test('R11: the questions that are listed are really listed; what no reader needs is not shown', () => {
  const detail = { questions: ['seatCount: missing', 'MK-01 form.x: type', 'bundleVersion: 1 ≠ 2'] };
  expect(detailLines({ code: 'matter-answers-wrong', detail }, zh)).toEqual([
    'seatCount：没有回答',
    'MK-01 form.x：回答不符合要求',
    'bundleVersion: 1 ≠ 2',
  ]);
  expect(detailLines({ code: 'draft-moved', detail: { itemId: 'MK-05', revision: 2 } }, zh)).toEqual([]);
});
