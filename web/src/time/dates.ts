import type { Clock } from '../api/model.ts';
import type { Language, Say } from '../text/text.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** A China date in words: 11月23日 周一, with the year only when it is not this one. */
export function dateText(on: string, todayOn: string, language: Language): string {
  const isThisYear = on.slice(0, 4) === todayOn.slice(0, 4);
  const at = new Date(`${on.slice(0, 10)}T00:00:00Z`);
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  const month = language === 'zh' ? 'long' : 'short';
  const format = { ...year, month, day: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(locales[language], format).format(at);
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' }).format(at);
  return language === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`;
}

/** An instant as wall time in China: 11月23日 周一 10:04. */
export function instantText(at: string, todayOn: string, language: Language): string {
  const wall = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${dateText(wall.slice(0, 10), todayOn, language)} ${wall.slice(11, 16)}`;
}

/** One clock as a sentence: 还剩 3 个工作日,12月1日 周二到期(暂定). */
export function clockSentence(clock: Clock, todayOn: string, say: Say): string {
  const on = dateText(clock.dueOn, todayOn, say.language);
  const days = Math.abs(clock.workingDaysLeft);
  const sentence = sentenceOf(clock, say, { on, days });
  return clock.provisional ? `${sentence}${say('clock.provisional')}` : sentence;
}

/** One clock in a word for a list: 剩 3 个工作日. */
export function clockWord(clock: Clock, say: Say): string {
  if (clock.paused) return say('clock.pausedWord');
  if (clock.workingDaysLeft < 0) return say('clock.overWord', { days: -clock.workingDaysLeft });
  return clock.workingDaysLeft === 0 ? say('clock.todayWord') : say('clock.leftWord', { days: clock.workingDaysLeft });
}

function sentenceOf(clock: Clock, say: Say, values: { readonly on: string; readonly days: number }): string {
  if (clock.paused) return say('clock.paused', values);
  if (clock.workingDaysLeft < 0) return say('clock.over', values);
  return clock.workingDaysLeft === 0 ? say('clock.today', values) : say('clock.left', values);
}
