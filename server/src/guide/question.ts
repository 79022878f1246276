import { type Asked, initialsLikeness, letterLikeness, type Likeness, signLikeness, wordLikeness } from './likeness.ts';
import { type Phrase, runs, soundKey } from './phrase.ts';
import { blurred, cutPinyin } from './syllables.ts';
import { essence, fold, hasChinese, signsOf, weightOf, wordsOf } from './words.ts';

/** A question in every way in which it may be meant: `kfd` may be initials, `kaifandian` pinyin, `truck` English. */
export interface Question {
  readonly folded: string;
  /** Signs and typed syllables in order, one list for each way to cut the letters. */
  readonly readings: readonly (readonly Asked[])[];
  /** Letters only, blanks dropped; empty when there is any Chinese. */
  readonly letters: string;
  readonly words: readonly string[];
}

const MOST_READINGS = 6;
const FEW_LETTERS = 8;
const PLAINLY = 0.7;

export function readQuestion(text: string): Question {
  const folded = fold(text);
  const core = essence(folded);
  const isChinese = hasChinese(core);
  return {
    folded,
    readings: readingsOf(core, isChinese),
    letters: isChinese ? '' : core.replaceAll(' ', '').slice(0, 60),
    words: isChinese ? [] : wordsOf(core),
  };
}

/** Every way to read the runs of signs and letters; letters that are no pinyin leave a purely latin question to English. */
function readingsOf(core: string, isChinese: boolean): readonly (readonly Asked[])[] {
  const pieces = core.match(/[a-z]+|[^a-z\s]+/g) ?? [];
  let readings: readonly (readonly Asked[])[] = [[]];
  for (const piece of pieces) {
    const ways = /^[a-z]/.test(piece) ? lettersAsked(piece, isChinese) : [signsAsked(piece)];
    readings = readings.flatMap((before) => ways.map((way) => [...before, ...way])).slice(0, MOST_READINGS);
  }
  return readings.filter((reading) => reading.length > 0);
}

function signsAsked(piece: string): readonly Asked[] {
  return signsOf(piece).map(({ sign, sound, weight }) => ({ sign, sound, blur: blurred(sound), weight }));
}

function lettersAsked(piece: string, isChinese: boolean): readonly (readonly Asked[])[] {
  const cut = cutPinyin(piece).map((syllables) =>
    syllables.map((sound) => ({ sign: undefined, sound, blur: blurred(sound), weight: 1 })),
  );
  if (!isChinese) return cut;
  // KTV as it stands; 开fd by initials.
  const asLetters = [...piece].map((letter) => ({
    sign: letter,
    sound: letter,
    blur: letter,
    weight: weightOf(letter),
  }));
  const asInitials = [...piece].map((letter) => ({ sign: undefined, sound: letter, blur: letter, weight: 1 }));
  return piece.length > FEW_LETTERS ? [...cut, asLetters] : [...cut, asLetters, asInitials];
}

/** The keys under which phrases that may answer are kept; those with one sign between count too (养只狗). */
export function keysAsked({ folded, readings, letters, words }: Question): ReadonlySet<string> {
  const keys = new Set([`=${folded}`]);
  for (const key of readings.flatMap(pairKeys)) keys.add(key);
  if (letters.length > 1 && letters.length <= FEW_LETTERS) keys.add(`I${letters}`);
  if (letters.length <= FEW_LETTERS) for (const three of runs(letters, 3)) keys.add(`i${three}`);
  if (letters.length > 5) for (const three of runs(letters, 3)) keys.add(`l${three}`);
  for (const word of words) {
    keys.add(`w${word}`);
    for (const three of runs(word, 3)) keys.add(`x${three}`);
  }
  return keys;
}

function pairKeys(reading: readonly Asked[]): readonly string[] {
  return reading.flatMap((unit, index) =>
    reading.slice(index + 1, index + 3).flatMap((next) => {
      const sounds = soundKey(unit.sound, next.sound);
      const areSigns = unit.sign !== undefined && next.sign !== undefined;
      return areSigns ? [`2${unit.sign}${next.sign}`, sounds] : [sounds];
    }),
  );
}

/** The keys of single telling signs, for when pairs find nothing. */
export function singleKeys({ readings }: Question): readonly string[] {
  const signs = readings.flatMap((reading) =>
    reading.flatMap(({ sign, weight }) => (weight === 1 ? (sign ?? []) : [])),
  );
  return [...new Set(signs)].map((sign) => `1${sign}`);
}

/** The best of all ways in which `phrase` may be meant by the question; `share` is the least that must agree. */
export function likenessOf(question: Question, phrase: Phrase, share: number): Likeness {
  if (question.folded === phrase.folded) return { quality: 1, how: 'same' };
  if (phrase.signs.length === 0) return wordLikeness(question.words, phrase.words, share);
  const { letters } = question;
  const all = question.readings.map((reading) => signLikeness(reading, phrase.signs, share));
  if (letters !== '') {
    if (letters.length <= FEW_LETTERS) all.push(initialsLikeness(letters, phrase.initials));
    // Slips of the keys are looked for only where the letters do not agree as they stand.
    if (!all.some(({ quality }) => quality > PLAINLY)) all.push(letterLikeness(letters, phrase.letters));
  }
  return all.reduce((best, one) => (one.quality > best.quality ? one : best), { quality: 0, how: 'part' });
}
