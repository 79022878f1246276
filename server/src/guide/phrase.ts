import { heard, type Heard } from './likeness.ts';
import { fold, hasChinese, signsOf, wordsOf } from './words.ts';
import { blurred } from './syllables.ts';

/** What of an item may be found, best first in what a hit in it is worth. */
export type Field = 'code' | 'name' | 'saying' | 'result' | 'organ' | 'question' | 'material';

export const fieldWeight = {
  code: 1,
  name: 1,
  saying: 1,
  result: 0.85,
  organ: 0.55,
  question: 0.55,
  material: 0.5,
} as const satisfies Record<Field, number>;

/** A text of one or many items in the forms that are compared with questions. */
export interface Phrase {
  readonly field: Field;
  readonly text: string;
  readonly folded: string;
  /** Of a Chinese text; empty otherwise. */
  readonly signs: readonly Heard[];
  /** First letters of the sounds, joined. */
  readonly initials: string;
  /** The sounds, joined. */
  readonly letters: string;
  /** Of a text without Chinese. */
  readonly words: readonly string[];
}

export function phraseOf(field: Field, text: string): Phrase {
  const folded = fold(text);
  const signs = hasChinese(folded) ? heard(signsOf(folded)) : [];
  return {
    field,
    text,
    folded,
    signs,
    initials: signs.map(({ sound }) => sound.slice(0, 1)).join(''),
    letters: signs.map(({ sound }) => sound).join(''),
    words: signs.length === 0 ? wordsOf(folded) : [],
  };
}

/** The keys under which the index keeps a phrase. */
export function keysOf({ field, folded, signs, initials, letters, words }: Phrase): ReadonlySet<string> {
  const keys = new Set([`=${folded}`]);
  if (field === 'code') return keys;
  for (const [index, { sign, sound, weight }] of signs.entries()) {
    if (weight === 1) keys.add(`1${sign}`);
    const next = signs[index + 1];
    if (next === undefined) continue;
    keys.add(`2${sign}${next.sign}`);
    keys.add(soundKey(sound, next.sound));
  }
  if (initials.length > 1) keys.add(`I${initials}`);
  for (const three of runs(initials, 3)) keys.add(`i${three}`);
  for (const three of runs(letters, 3)) keys.add(`l${three}`);
  for (const word of words) {
    keys.add(`w${word}`);
    for (const three of runs(word, 3)) keys.add(`x${three}`);
  }
  return keys;
}

export function soundKey(first: string, second: string): string {
  return `s${blurred(first)} ${blurred(second)}`;
}

/** All pieces of `length` letters. */
export function runs(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => text.slice(start, start + length));
}
