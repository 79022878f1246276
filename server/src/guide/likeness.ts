import type { Sign } from './words.ts';
import { wordWeight } from './words.ts';
import { blurred } from './syllables.ts';

/** How much a question and a phrase are alike, from 0 to 1, and by what: the same signs, the same sound, a slip of the keys. */

export type How = 'same' | 'part' | 'sound' | 'initials' | 'near';

export interface Likeness {
  readonly quality: number;
  readonly how: How;
}

/** One unit of a question: a sign, or a syllable that was typed. */
export interface Asked {
  readonly sign: string | undefined;
  readonly sound: string;
  readonly blur: string;
  readonly weight: number;
}

export interface Heard extends Sign {
  readonly blur: string;
}

/** Each sign with its sound exists once: names repeat the same few thousand. */
const known = new Map<string, Heard>();

export function heard(signs: readonly Sign[]): readonly Heard[] {
  return signs.map((sign) => {
    const name = `${sign.sign}${sign.sound}`;
    const made = known.get(name) ?? { ...sign, blur: blurred(sign.sound) };
    known.set(name, made);
    return made;
  });
}

const HOMOPHONE = 0.8;
const TYPED = 0.95;
const BLURRED = 0.7;
const UNFINISHED = 0.6;

function alike(asked: Asked, sign: Heard): number {
  if (asked.sign === sign.sign) return 1;
  const isTyped = asked.sign === undefined;
  if (asked.sound === sign.sound) return isTyped ? TYPED : HOMOPHONE;
  if (asked.blur === sign.blur) return isTyped ? BLURRED + 0.1 : BLURRED - 0.1;
  return isTyped && sign.sound.startsWith(asked.sound) ? UNFINISHED : 0;
}

/**
 * The best alignment in order (a longest common subsequence with degrees): 开个饭店 holds 开饭店, 施工许可 lies in
 * 建筑工程施工许可证核发. Scattered signs count for less than neighbours; below `share` of both sides a likeness is chance.
 */
export function signLikeness(asked: readonly Asked[], phrase: readonly Heard[], share: number): Likeness {
  const nothing: Likeness = { quality: 0, how: 'part' };
  if (asked.length === 0 || phrase.length === 0) return nothing;
  const { total, pairs, neighbours, exact } = align(asked, phrase);
  if (pairs === 0) return nothing;
  const ofAsked = total / sum(asked);
  const ofPhrase = total / sum(phrase);
  const more = Math.max(ofAsked, ofPhrase);
  if (more < share) return nothing;
  const together =
    asked.length === 1 || phrase.length === 1 ? 1 : (neighbours + 1) / Math.min(asked.length, phrase.length);
  // A single common sign among several is chance.
  if (pairs === 1 && asked.length > 1 && phrase.length > 1) return nothing;
  const quality = (0.7 * more + 0.3 * Math.min(ofAsked, ofPhrase)) * (0.7 + 0.3 * Math.min(1, together));
  const isSame = exact === asked.length && exact === phrase.length;
  return { quality, how: isSame ? 'same' : exact === pairs ? 'part' : 'sound' };
}

interface Alignment {
  readonly total: number;
  readonly pairs: number;
  readonly neighbours: number;
  readonly exact: number;
}

interface Cell extends Alignment {
  /** The last pair ends exactly here. */
  readonly ends: boolean;
  /** The same, not ending here. */
  readonly rest: Cell | undefined;
}

const EMPTY: Cell = { total: 0, pairs: 0, neighbours: 0, exact: 0, ends: false, rest: undefined };
/** Two alignments alike in weight: the one whose signs stand together. */
const TOGETHER = 0.01;

function align(asked: readonly Asked[], phrase: readonly Heard[]): Alignment {
  let above: readonly Cell[] = phrase.map(() => EMPTY);
  for (const unit of asked) {
    const row: Cell[] = [];
    let left = EMPTY;
    for (const [column, sign] of phrase.entries()) {
      const up = above[column] ?? EMPTY;
      const kept = worth(left) > worth(up) ? left : up;
      const degree = alike(unit, sign);
      const paired = degree === 0 ? EMPTY : joined(above[column - 1] ?? EMPTY, degree, sign);
      left = degree > 0 && worth(paired) >= worth(kept) ? paired : (kept.rest ?? kept);
      row.push(left);
    }
    above = row;
  }
  return above.at(-1) ?? EMPTY;
}

function worth({ total, neighbours }: Cell): number {
  return total + neighbours * TOGETHER;
}

function joined(before: Cell, degree: number, sign: Heard): Cell {
  const reached = {
    total: before.total + degree * sign.weight,
    pairs: before.pairs + 1,
    neighbours: before.neighbours + (before.ends ? 1 : 0),
    exact: before.exact + (degree === 1 ? 1 : 0),
  };
  return { ...reached, ends: true, rest: { ...reached, ends: false, rest: undefined } };
}

function sum(units: readonly { readonly weight: number }[]): number {
  return units.reduce((total, { weight }) => total + weight, 0);
}

/** kfd → 开饭店: the whole of the initials, or at least three of them in a row. */
export function initialsLikeness(typed: string, initials: string): Likeness {
  if (typed === initials) return { quality: 0.9, how: 'initials' };
  if (typed.length < 3 || !initials.includes(typed)) return { quality: 0, how: 'initials' };
  const start = initials.startsWith(typed) ? 0.1 : 0;
  return { quality: 0.55 + start + 0.2 * (typed.length / initials.length), how: 'initials' };
}

/** English words of the question that the phrase has, some with a slip of the keys. */
export function wordLikeness(asked: readonly string[], phrase: readonly string[], share: number): Likeness {
  let found = 0;
  let exact = 0;
  let most = 0;
  for (const word of asked) {
    const best = Math.max(0, ...phrase.map((other) => wordAlike(word, other)));
    found += best * wordWeight(word);
    exact += best === 1 ? 1 : 0;
    most += wordWeight(word);
  }
  const whole = phrase.reduce((total, word) => total + wordWeight(word), 0);
  const more = Math.max(found / most, Math.min(1, found / whole));
  if (found === 0 || more < share) return { quality: 0, how: 'part' };
  const quality = 0.7 * more + 0.3 * Math.min(found / most, found / whole);
  const how = exact < asked.length ? (exact === 0 ? 'near' : 'part') : exact === phrase.length ? 'same' : 'part';
  return { quality, how };
}

function wordAlike(asked: string, word: string): number {
  if (asked === word) return 1;
  if (asked.length < 4) return 0;
  if (word.startsWith(asked) || (asked.startsWith(word) && word.length >= 4)) return 0.85;
  const slips = slipsBetween(asked, word, asked.length >= 7 ? 2 : 1);
  return slips === undefined ? 0 : 0.9 - 0.12 * slips;
}

/** Fewer letters with a slip among them may be anything. */
const SHORTEST_TYPED = 6;

/** kaifandain against the letters of 开饭店; also inside a longer phrase. */
export function letterLikeness(typed: string, letters: string): Likeness {
  const nothing: Likeness = { quality: 0, how: 'near' };
  if (typed.length < SHORTEST_TYPED || letters.length < typed.length - 2) return nothing;
  const allowed = typed.length >= 10 ? 2 : 1;
  const slips = slipsWithin(typed, letters, allowed);
  if (slips === undefined) return nothing;
  const share = Math.min(1, typed.length / letters.length);
  return { quality: 0.6 + 0.25 * share - 0.08 * slips, how: 'near' };
}

/** Slips of the keys (left out, doubled, wrong, two changed places) between two words; undefined above `allowed`. */
export function slipsBetween(a: string, b: string, allowed: number): number | undefined {
  if (Math.abs(a.length - b.length) > allowed) return undefined;
  const last = slipRow(a, b, false);
  const slips = last[b.length] ?? Infinity;
  return slips <= allowed ? slips : undefined;
}

function slipsWithin(typed: string, letters: string, allowed: number): number | undefined {
  const slips = Math.min(...slipRow(typed, letters, true));
  return slips <= allowed ? slips : undefined;
}

/** The last row of the restricted Damerau–Levenshtein table; `free` lets the typed word begin anywhere. */
function slipRow(a: string, b: string, free: boolean): Uint8Array {
  const width = b.length + 1;
  let before = new Uint8Array(width);
  let row = Uint8Array.from({ length: width }, (_, column) => (free ? 0 : column));
  let next = new Uint8Array(width);
  for (let line = 1; line <= a.length; line += 1) {
    next[0] = line;
    for (let column = 1; column < width; column += 1) {
      const cost = a[line - 1] === b[column - 1] ? 0 : 1;
      const swapped = line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
      const single = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + cost);
      next[column] = swapped ? Math.min(single, (before[column - 2] ?? 0) + 1) : single;
    }
    [before, row, next] = [row, next, before];
  }
  return row;
}
