import type { Language } from '../text/text.ts';
import { dateText } from '../time/dates.ts';

/** The term's ends as China dates, always with the year: a term is read years later. */
export function termText(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): { readonly from: string; readonly to: string } {
  return { from: dateText(chinaDateOf(from), '', language), to: dateText(chinaDateOf(to), '', language) };
}

/** The China date on which an instant falls. */
export function chinaDateOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The first instant of a China date. */
export function startOf(on: string): string {
  return new Date(`${on}T00:00:00+08:00`).toISOString();
}
