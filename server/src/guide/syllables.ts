/**
 * Typed pinyin: which letters are syllables of Mandarin (汉语拼音方案, without tones, ü as v), and how a run of letters such
 * as `kaifandian` may be cut into them.
 */
const FINALS_OF: Readonly<Record<string, string>> = {
  '': 'a o e ai ei ao ou an en ang eng er yi ya yo ye yao you yan yin yang ying yong yu yue yuan yun wu wa wo wai wei wan wen wang weng',
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ve ue',
  l: 'a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  zh: 'a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  ch: 'a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  sh: 'a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang',
  r: 'e i ao ou an en ang eng ong u ua uo ui uan un',
  z: 'a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  c: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
  s: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS_OF).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

const LONGEST = 6;
/** More letters than this are no pinyin that anybody types; cutting them would only cost time. */
const MOST_LETTERS = 60;

/**
 * The ways to cut `letters` into syllables, those of fewest syllables first, at most three; a last syllable may be
 * unfinished. None when the letters are no pinyin.
 */
export function cutPinyin(letters: string): readonly (readonly string[])[] {
  if (letters === '' || letters.length > MOST_LETTERS) return [];
  const byEnd: (readonly (readonly string[])[])[] = [[[]]];
  for (let end = 1; end <= letters.length; end += 1) byEnd.push(fewest(cutsEndingAt(letters, end, byEnd)));
  return byEnd[letters.length] ?? [];
}

function cutsEndingAt(
  letters: string,
  end: number,
  byEnd: readonly (readonly (readonly string[])[])[],
): readonly (readonly string[])[] {
  const cuts: (readonly string[])[] = [];
  for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
    const piece = letters.slice(start, end);
    const isLast = end === letters.length && start > 0;
    if (SYLLABLES.has(piece) || (isLast && isUnfinished(piece))) {
      for (const before of byEnd[start] ?? []) cuts.push([...before, piece]);
    }
  }
  return cuts;
}

function fewest(cuts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return cuts.toSorted((a, b) => a.length - b.length).slice(0, 3);
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => Array.from(syllable, (_, index) => syllable.slice(0, index + 1))),
);

function isUnfinished(piece: string): boolean {
  return BEGINNINGS.has(piece);
}

const SAME_TO_MANY_EARS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?=[aeiouv])/, 'l'],
  [/ng$/, 'n'],
  [/v/, 'u'],
];

/** The syllable as many people hear and type it: zh as z, ing as in, n as l, ü as u. */
export function blurred(syllable: string): string {
  return SAME_TO_MANY_EARS.reduce((text, [from, to]) => text.replace(from, to), syllable);
}
