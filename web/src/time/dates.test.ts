import { expect, test } from 'vitest';
import type { Clock } from '../api/model.ts';
import { type Language, type Say, texts, type TextKey, type Values } from '../text/text.ts';
import { clockSentence, clockWord, dateText, instantText } from './dates.ts';

const TODAY = '2026-11-23';

function sayIn(language: Language): Say {
  const say = (key: TextKey, values: Values = {}): string =>
    texts[key][language].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name]));
  return Object.assign(say, { language, of: (text: { zh: string; en: string }) => text[language] });
}

const zh = sayIn('zh');
const en = sayIn('en');
const clock: Clock = { dueOn: '2026-12-01', light: 'green', workingDaysLeft: 3, provisional: false, paused: false };

test('a date has its weekday, and its year only when it is not this year', () => {
  expect(dateText('2026-11-23', TODAY, 'zh')).toBe('11月23日 周一');
  expect(dateText('2027-01-04', TODAY, 'zh')).toBe('2027年1月4日 周一');
  expect(dateText('2026-11-23', TODAY, 'en')).toBe('Mon 23 Nov');
});

test('an instant is told as wall time in China, wherever the reader is', () => {
  expect(instantText('2026-11-22T18:04:00.000Z', TODAY, 'zh')).toBe('11月23日 周一 02:04');
});

test('R66: a clock is a sentence with what is left and the day', () => {
  expect(clockSentence(clock, TODAY, zh)).toBe('还剩 3 个工作日，12月1日 周二到期');
  expect(clockSentence(clock, TODAY, en)).toBe('3 working days left, due Tue 1 Dec');
  expect(clockSentence({ ...clock, workingDaysLeft: 0 }, TODAY, zh)).toBe('今天（12月1日 周二）到期');
  expect(clockSentence({ ...clock, workingDaysLeft: -2 }, TODAY, zh)).toBe('已超期 2 个工作日，应于12月1日 周二办结');
});

test('R58: a clock that stands still by law says so instead of counting', () => {
  expect(clockSentence({ ...clock, paused: true }, TODAY, zh)).toContain('计时中止');
  expect(clockWord({ ...clock, paused: true, workingDaysLeft: -4 }, zh)).toBe('计时中止');
});

test('a date in a year without announced holidays is marked provisional', () => {
  expect(clockSentence({ ...clock, provisional: true }, TODAY, zh)).toContain('暂定');
});

test('in a list a clock is a word', () => {
  expect(clockWord(clock, zh)).toBe('剩 3 个工作日');
  expect(clockWord({ ...clock, workingDaysLeft: 0 }, zh)).toBe('今天到期');
  expect(clockWord({ ...clock, workingDaysLeft: -1 }, zh)).toBe('超期 1 个工作日');
});
