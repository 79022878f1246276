import { correspondingDay } from '../calendar/calendar.ts';
import { addDays, type PlainDate } from '../kernel/time.ts';

/** How long a licence is valid: until the end of a day, or as long as its words say (长期, 按场次 …). */
export type Term =
  | { readonly kind: 'until'; readonly toOn: PlainDate }
  | { readonly kind: 'open'; readonly words: string };

const NUMBER = /^(\d{1,2})(年|个月)(?!内)/;

/**
 * The term that the item's words 有效期 give from `fromOn`: years and months are counted (民法典 202: the day before the
 * corresponding one is the last), what is looked at every year ends after one, everything else stays open in its own words.
 */
export function termOf(validity: string, fromOn: PlainDate): Term {
  const [, figure, unit] = NUMBER.exec(validity) ?? [];
  const months =
    figure !== undefined ? Number(figure) * (unit === '年' ? 12 : 1) : validity.startsWith('每年') ? 12 : 0;
  if (months === 0) return { kind: 'open', words: validity === '-' ? '长期' : validity };
  return { kind: 'until', toOn: addDays(correspondingDay(fromOn, months), -1) };
}
