import { z } from 'zod';

import { ItemId, type Item } from './item.ts';

/** What people say (俗称) → items: nobody searches for "食品经营许可(餐饮服务)核发", they search for 开饭店. */
export const Synonyms = z.record(z.string().min(2), z.array(ItemId).min(1));
export type Synonyms = z.infer<typeof Synonyms>;

export interface Found {
  readonly itemId: string;
  readonly name: string;
  readonly nameEn: string;
  /** 0–100; only the order matters. */
  readonly score: number;
}

/** Items that answer the plain words of `query`, best first. */
export function findItems(items: readonly Item[], synonyms: Synonyms, query: string): readonly Found[] {
  const asked = fold(query);
  if (asked === '') return [];
  return items
    .map((item) => ({ itemId: item.id, name: item.name, nameEn: item.nameEn, score: scoreOf(item, synonyms, asked) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
}

/** An exact name beats a saying, a saying beats shared letters. */
function scoreOf(item: Item, synonyms: Synonyms, asked: string): number {
  if (fold(item.id) === asked || item.bizCode === asked.toUpperCase()) return 100;
  const names = [fold(item.name), fold(item.nameEn)];
  if (names.includes(asked)) return 95;
  if (asked.length > 1 && names.some((name) => name.includes(asked) || asked.includes(name))) return 80;
  return Math.max(sayingScore(item, synonyms, asked), wordScore(item, asked));
}

function sayingScore(item: Item, synonyms: Synonyms, asked: string): number {
  let best = 0;
  for (const [saying, itemIds] of Object.entries(synonyms)) {
    const place = itemIds.indexOf(item.id);
    if (place < 0) continue;
    const known = fold(saying);
    const exact = known === asked ? 75 : asked.includes(known) || known.includes(asked) ? 65 : 0;
    // The first item of a saying is the likeliest.
    if (asked.length > 1 && exact > 0) best = Math.max(best, exact - Math.min(place, 9));
  }
  return best;
}

/** The share of the asked word pairs (Chinese) and words (English) that the item's texts contain. */
function wordScore(item: Item, asked: string): number {
  const text = fold(
    [item.name, item.nameEn, item.result.document, ...item.materials.map(({ name }) => name)].join(' '),
  );
  const title = fold(`${item.name} ${item.nameEn} ${item.result.document}`);
  const words = wordsOf(asked);
  if (words.length === 0) return title.includes(asked) ? 20 : 0;
  const inTitle = words.filter((word) => title.includes(word)).length / words.length;
  const inText = words.filter((word) => text.includes(word)).length / words.length;
  // One shared pair of a long sentence is chance.
  return inTitle >= 1 / 3 ? Math.round(60 * inTitle) : inText >= 0.5 ? Math.round(15 * inText) : 0;
}

function wordsOf(asked: string): readonly string[] {
  const english = asked.match(/[a-z]{3,}/g) ?? [];
  const chinese = (asked.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(run.length - 1, 0) }, (_, index) => run.slice(index, index + 2)),
  );
  return [...new Set([...english, ...chinese])];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}
