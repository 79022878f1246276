import { useText } from '../text/text.ts';
import { dateText } from './dates.ts';

/** The China date of an instant in words, always with its year: effective days are read long afterwards. */
export function useDay(): (at: string) => string {
  const { language } = useText();
  return (at) => dateText(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10), '', language);
}
