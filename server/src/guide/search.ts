import type { How, Likeness } from './likeness.ts';
import { type Field, fieldWeight, keysOf, type Phrase, phraseOf } from './phrase.ts';
import { keysAsked, likenessOf, readQuestion, singleKeys } from './question.ts';
import { fold } from './words.ts';

/**
 * The index in which items are found by plain words. It lives in the memory of each process and is changed item by item:
 * pairs of signs, sounds, initials and pieces of words lead to few phrases, and only those are compared with the question.
 */

export interface Findable {
  readonly itemId: string;
  readonly texts: readonly FindableText[];
}

export interface FindableText {
  readonly field: Field;
  readonly text: string;
  /** Place of the item among those that a saying leads to; 0 for the likeliest. */
  readonly place?: number;
}

/** By what an item was found: shown with every hit. */
export interface Reason {
  readonly field: Field;
  readonly text: string;
  readonly how: How;
}

export interface Hit {
  readonly itemId: string;
  /** 0–100; only the order matters. */
  readonly score: number;
  readonly reason: Reason;
}

export interface SearchIndex {
  /** Takes in an item, or what became of it. */
  readonly put: (findable: Findable) => void;
  readonly remove: (itemId: string) => void;
  /** The items that answer `text`, best first. Nothing for a question without words. */
  readonly find: (text: string, most?: number) => readonly Hit[];
  /** The items that come nearest to `text`, though none answers it. */
  readonly nearest: (text: string, most?: number) => readonly Hit[];
}

interface Entry {
  readonly phrase: Phrase;
  /** Items that the phrase stands for, with their place. */
  readonly owners: Map<string, number>;
}

/** How strict a search is: the least share of question or phrase that must agree, and the least score of a hit. */
const STRICT = { share: 0.6, score: 0.45 };
const LOOSE = { share: 0.3, score: 0.15 };
const MOST_HITS = 50;
/** How many phrases are compared with one question. */
const COMPARED = 120;
/** Places of the index that one question may walk through, from its rarest key on; what stands everywhere tells nothing. */
const MOST_POSTINGS = 20_000;

/** An empty index. */
export function createSearchIndex(): SearchIndex {
  const entries: Entry[] = [];
  const numbers = new Map<string, number>();
  const postings = new Map<string, number[]>();
  const textsOf = new Map<string, readonly number[]>();

  function numberOf({ field, text }: FindableText): number {
    const name = `${field} ${text}`;
    const number = numbers.get(name) ?? entries.length;
    if (number < entries.length) return number;
    const phrase = phraseOf(field, text);
    entries.push({ phrase, owners: new Map() });
    numbers.set(name, number);
    for (const key of keysOf(phrase)) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [number]);
      else list.push(number);
    }
    return number;
  }

  function remove(itemId: string): void {
    for (const number of textsOf.get(itemId) ?? []) entries[number]?.owners.delete(itemId);
    textsOf.delete(itemId);
  }

  function ranked(text: string, most: number, { share, score }: typeof STRICT): readonly Hit[] {
    const question = readQuestion(text);
    const byPairs = candidates(postings, entries.length, keysAsked(question));
    const found = byPairs.length > 0 ? byPairs : candidates(postings, entries.length, singleKeys(question));
    const hits = new Map<string, Hit>();
    for (const number of found) {
      const entry = entries[number];
      if (entry !== undefined) collect(hits, entry, likenessOf(question, entry.phrase, share));
    }
    return [...hits.values()]
      .filter((hit) => hit.score >= 100 * score)
      .toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
      .slice(0, most);
  }

  return {
    put({ itemId, texts }) {
      remove(itemId);
      const own = texts.filter(({ text }) => fold(text) !== '');
      for (const one of own) entries[numberOf(one)]?.owners.set(itemId, one.place ?? 0);
      textsOf.set(itemId, own.map(numberOf));
    },
    remove,
    find: (text, most = MOST_HITS) => ranked(text, most, STRICT),
    nearest: (text, most = 3) =>
      ranked(text, MOST_HITS, LOOSE)
        .filter(({ reason }) => reason.field === 'name' || reason.field === 'saying')
        .slice(0, most),
  };
}

/** The phrases that share the most, and the rarest, keys with a question. */
function candidates(
  postings: ReadonlyMap<string, readonly number[]>,
  size: number,
  keys: Iterable<string>,
): readonly number[] {
  const lists = [...keys].flatMap((key) => {
    const list = postings.get(key);
    return list === undefined ? [] : [list];
  });
  lists.sort((a, b) => a.length - b.length);
  const tally = new Float32Array(size);
  const touched: number[] = [];
  let walked = 0;
  for (const list of lists) {
    walked += list.length;
    if (walked > MOST_POSTINGS) break;
    const worth = Math.log(1 + size / list.length);
    for (const number of list) {
      if (tally[number] === 0) touched.push(number);
      tally[number] = (tally[number] ?? 0) + worth;
    }
  }
  if (touched.length > COMPARED) touched.sort((a, b) => (tally[b] ?? 0) - (tally[a] ?? 0));
  return touched.slice(0, COMPARED);
}

/** Keeps for every item its best reason. */
function collect(hits: Map<string, Hit>, { phrase, owners }: Entry, { quality, how }: Likeness): void {
  if (quality === 0) return;
  for (const [itemId, place] of owners) {
    const score = Math.round(1_000 * quality * fieldWeight[phrase.field] * (1 - 0.02 * Math.min(place, 9))) / 10;
    const known = hits.get(itemId);
    if (known !== undefined && known.score >= score) continue;
    hits.set(itemId, { itemId, score, reason: { field: phrase.field, text: phrase.text, how } });
  }
}
