import type { FoundItem, Limit } from '../api/model.ts';
import type { Language, Say } from '../text/text.ts';

/** The item's name in the reader's language. */
export function itemName(item: Pick<FoundItem, 'name' | 'nameEn'>, language: Language): string {
  return language === 'zh' ? item.name : item.nameEn;
}

/** A limit in words; zero working days means on the spot. */
export function limitText({ value, unit }: Limit, say: Say): string {
  if (unit === 'S' || Number(value) === 0) return say('limit.S');
  return say(unit === 'N' ? 'limit.N' : 'limit.W', { value });
}
