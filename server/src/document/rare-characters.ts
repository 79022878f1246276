import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';

/**
 * The characters of names that no everyday face has. GB 18030-2022 demands 87,887 of systems that serve the public (its
 * level 3, CJK extensions A to F); 花園明朝 HanaMin has them, packed in slices that are opened only when a name needs one.
 */

/** A slice as a face of its own, for one letter. */
export interface RareFace {
  readonly family: string;
  readonly font: Buffer;
}

export interface RareFaces {
  readonly faces: readonly RareFace[];
  /** What not even these faces have, such as pictures and characters of private use. */
  readonly missing: readonly string[];
}

interface Slice {
  readonly file: string;
  readonly family: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

interface OpenSlice {
  readonly face: RareFace;
  readonly has: (code: number) => boolean;
}

const packed = dirname(createRequire(import.meta.url).resolve('hanamin/package.json'));
const HAN =
  /url\((HanaMin[AB]\.CJK-(?:Unified|Compatibility)-Ideographs[^)]*\.woff2)\)[^;]*;\s*unicode-range:\s*([^;]+);/g;
const OWN_FAMILIES = ['HanaMinA', 'HanaMinB'] as const;

let known: readonly Slice[] | undefined;
const opened = new Map<string, OpenSlice>();

/** The faces for `characters`, each under a family of its own, in an order that depends on nothing else. */
export async function rareFaces(characters: readonly string[]): Promise<RareFaces> {
  const faces = new Map<string, RareFace>();
  const missing: string[] = [];
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const slice = slices().find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    const open = slice === undefined ? undefined : await openSlice(slice);
    if (open?.has(code) === true) faces.set(open.face.family, open.face);
    else missing.push(character);
  }
  const ordered = [...faces.values()].sort((one, other) => (one.family < other.family ? -1 : 1));
  return { faces: ordered, missing };
}

/** The package says in its style sheet which characters each slice holds. */
function slices(): readonly Slice[] {
  known ??= [...readFileSync(join(packed, 'HanaMin.css'), 'utf8').matchAll(HAN)].map(
    ([, file = '', ranges = ''], no) => ({
      file,
      family: `LQRare${String(no).padStart(2, '0')}`,
      ranges: ranges.split(',').map(rangeOf),
    }),
  );
  return known;
}

function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

async function openSlice({ file, family }: Slice): Promise<OpenSlice> {
  const before = opened.get(file);
  if (before !== undefined) return before;
  const { decompress } = await import('wawoff2');
  // What it returns is its own memory, which the next call writes over.
  const font = Buffer.from(await decompress(readFileSync(join(packed, file))));
  const read = fontkit.create(font);
  if ('fonts' in read) throw new Error(`${file} is a collection; a single face is needed`);
  const open = {
    face: { family, font: renamed(font, family) },
    has: (code: number) => read.hasGlyphForCodePoint(code),
  };
  opened.set(file, open);
  return open;
}

/** All slices bear one of two families, of which Typst looks at a single face: each gets a name of its own, as long. */
function renamed(font: Buffer, family: string): Buffer {
  const copy = Buffer.from(font);
  for (const name of OWN_FAMILIES) {
    for (const encode of [inLatin, inUtf16]) {
      const from = encode(name);
      const to = encode(family);
      for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + from.length)) to.copy(copy, at);
    }
  }
  return copy;
}

function inLatin(name: string): Buffer {
  return Buffer.from(name, 'latin1');
}

/** As the name table of a font has it: big end first. */
function inUtf16(name: string): Buffer {
  return Buffer.from(name, 'utf16le').swap16();
}
