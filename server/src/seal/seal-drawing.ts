import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { SealKind } from './seal.ts';
import type { SealImage, Shape, Stroke } from './seal-image.ts';

/**
 * Draws seals (国发〔1999〕25号): the organ's own round with a star and its name on the arc; special seals differ in look and
 * say what they are for (第二十二条), the approval seal in a line under the star, the receipt seal oval without one; a person's
 * name seal square, read from the right.
 */
export interface SealFace {
  readonly kind: SealKind;
  /** The organ, or for a name seal the person. */
  readonly name: string;
  /** What a special seal is for. */
  readonly purpose: string;
}

type Point = readonly [number, number];

const FONT_FILE = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
/** A quarter of an ellipse from one cubic curve. */
const KAPPA = 0.5522847498;

const ROUND_MM = 42;
const OVAL_MM = { width: 45, height: 30 } as const;
const SQUARE_MM = 18;
const BORDER_MM = 1.2;

const cache = new Map<string, SealImage>();
let font: Font | undefined;

/** The picture of a seal; drawn once for each face. */
export async function drawSeal(face: SealFace): Promise<SealImage> {
  const key = JSON.stringify(face);
  const known = cache.get(key);
  if (known !== undefined) return known;
  font ??= await openFont();
  const image = draw(face);
  cache.set(key, image);
  return image;
}

function draw({ kind, name, purpose }: SealFace): SealImage {
  switch (kind) {
    case 'organSeal':
    case 'approvalSeal':
      return roundSeal(name, purpose);
    case 'receiptSeal':
      return ovalSeal(name, purpose);
    case 'nameSeal':
      return squareSeal(name);
    default:
      return kind satisfies never;
  }
}

function roundSeal(organ: string, purpose: string): SealImage {
  const c = ROUND_MM / 2;
  const height = ROUND_MM * (characters(organ).length > 16 ? 0.115 : 0.14);
  const inner = c - BORDER_MM - 1.2 - height;
  const star = starAt(c, ROUND_MM * 0.165);
  const arc = arcText(organ, { centre: c, a: inner, b: inner, height, turn: 24, most: 262 });
  const line = lineText(purpose, {
    centre: c,
    baseline: c + ROUND_MM * 0.315,
    height: ROUND_MM * 0.098,
    most: ROUND_MM * 0.66,
  });
  return { sizeMm: ROUND_MM, shapes: [ring(c, c, c), star, arc, line] };
}

/** The name follows the upper half of the oval, the purpose stands below its middle. */
function ovalSeal(organ: string, purpose: string): SealImage {
  const { width, height } = OVAL_MM;
  const c = width / 2;
  const size = characters(organ).length > 16 ? 4 : 4.8;
  const [a, b] = [c - BORDER_MM - 1 - size, height / 2 - BORDER_MM - 1 - size];
  const arc = arcText(organ, { centre: c, a, b, height: size, turn: 22, most: 236 });
  const line = lineText(purpose, { centre: c, baseline: c + height * 0.26, height: 4.8, most: width * 0.62 });
  return { sizeMm: width, extentMm: OVAL_MM, shapes: [ring(c, c, height / 2), arc, line] };
}

/** Two characters get 之印 and three get 印, so that the square is full; columns run down, from right to left. */
function squareSeal(name: string): SealImage {
  const own = characters(name);
  const ending = own.length === 2 ? ['之', '印'] : own.length === 3 ? ['印'] : [];
  const all = [...own, ...ending];
  const rows = Math.ceil(Math.sqrt(all.length));
  const columns = Math.ceil(all.length / rows);
  const inner = SQUARE_MM - 2 * BORDER_MM - 0.8;
  const from = BORDER_MM + 0.4;
  const [width, height] = [inner / columns, inner / rows];
  const strokes = all.flatMap((character, index) => {
    const column = columns - 1 - Math.floor(index / rows);
    const row = index % rows;
    return glyph(character, ([x, y]) => [
      from + (column + 0.04 + x * 0.92) * width,
      // The em box reaches from 0.88 above the baseline to 0.12 below it.
      from + (row + 0.04 + (0.88 - y) * 0.92) * height,
    ]);
  });
  const frame = [...box(0, SQUARE_MM), ...box(BORDER_MM, SQUARE_MM - BORDER_MM)];
  return {
    sizeMm: SQUARE_MM,
    shapes: [
      { evenOdd: true, strokes: frame },
      { evenOdd: false, strokes },
    ],
  };
}

function box(from: number, to: number): readonly Stroke[] {
  return [
    stroke('M', [from, from]),
    stroke('L', [to, from]),
    stroke('L', [to, to]),
    stroke('L', [from, to]),
    stroke('Z'),
  ];
}

function ring(centre: number, a: number, b: number): Shape {
  return { evenOdd: true, strokes: [...ellipse(centre, a, b), ...ellipse(centre, a - BORDER_MM, b - BORDER_MM)] };
}

function ellipse(c: number, a: number, b: number): readonly Stroke[] {
  const [ka, kb] = [a * KAPPA, b * KAPPA];
  return [
    stroke('M', [c - a, c]),
    stroke('C', [c - a, c - kb], [c - ka, c - b], [c, c - b]),
    stroke('C', [c + ka, c - b], [c + a, c - kb], [c + a, c]),
    stroke('C', [c + a, c + kb], [c + ka, c + b], [c, c + b]),
    stroke('C', [c - ka, c + b], [c - a, c + kb], [c - a, c]),
    stroke('Z'),
  ];
}

function starAt(centre: number, outer: number): Shape {
  const corners = Array.from({ length: 10 }, (_, index): Point => {
    const radius = index % 2 === 0 ? outer : outer * 0.382;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return [centre + radius * Math.cos(angle), centre + radius * Math.sin(angle)];
  });
  return {
    evenOdd: false,
    strokes: [...corners.map((corner, index) => stroke(index === 0 ? 'M' : 'L', corner)), stroke('Z')],
  };
}

interface Arc {
  readonly centre: number;
  /** Half axes of the line on which the characters stand. */
  readonly a: number;
  readonly b: number;
  readonly height: number;
  /** Degrees for each character, and for all at most. */
  readonly turn: number;
  readonly most: number;
}

/** The name from left to right over the top, at equal distances; long names get narrower characters, not a longer arc. */
function arcText(name: string, arc: Arc): Shape {
  const all = characters(name);
  const { height } = arc;
  const places = standsOn(arc, all.length);
  const step = places.length > 1 ? distance(places[0], places[1]) * (1 + (height / (arc.a + arc.b)) * 0.6) : height;
  const width = Math.min(height * 0.86, Math.max(1, step));
  const strokes = all.flatMap((character, index) => {
    const stand = places[index] ?? { at: [arc.centre, arc.centre], normal: [0, -1] };
    const [nx, ny] = stand.normal;
    return glyph(character, ([x, y]) => {
      const across = (x - 0.5) * width;
      const out = (y + 0.12) * height;
      return [stand.at[0] - ny * across + nx * out, stand.at[1] + nx * across + ny * out];
    });
  });
  return { evenOdd: false, strokes };
}

interface Stand {
  readonly at: Point;
  /** Away from the middle, of length one. */
  readonly normal: Point;
}

const SAMPLES = 720;

/** Places for `count` characters at equal distances along the upper arc. */
function standsOn({ centre, a, b, turn, most }: Arc, count: number): readonly Stand[] {
  const span = (Math.min(most, count * turn) * Math.PI) / 180;
  const samples = Array.from({ length: SAMPLES + 1 }, (_, index): Stand => {
    const angle = -span / 2 + (span * index) / SAMPLES;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const length = Math.hypot(sin / a, cos / b);
    return { at: [centre + a * sin, centre - b * cos], normal: [sin / a / length, -cos / b / length] };
  });
  let run = 0;
  const runs = samples.map((sample, index) => (run += index === 0 ? 0 : distance(samples[index - 1], sample)));
  return Array.from({ length: count }, (_, index) => {
    const wanted = count > 1 ? (run * index) / (count - 1) : run / 2;
    return samples[
      Math.max(
        0,
        runs.findIndex((reached) => reached >= wanted - 1e-9),
      )
    ];
  }).flatMap((stand) => stand ?? []);
}

function distance(from: Stand | undefined, to: Stand | undefined): number {
  if (from === undefined || to === undefined) return 0;
  return Math.hypot(to.at[0] - from.at[0], to.at[1] - from.at[1]);
}

interface Line {
  readonly centre: number;
  readonly baseline: number;
  readonly height: number;
  readonly most: number;
}

function lineText(text: string, { centre, baseline, height, most }: Line): Shape {
  const all = characters(text);
  const width = Math.min(height * 0.88, most / Math.max(1, all.length));
  const strokes = all.flatMap((character, index) =>
    glyph(character, ([x, y]) => [centre + (index - all.length / 2 + x) * width, baseline - (y - 0.38) * height]),
  );
  return { evenOdd: false, strokes };
}

function characters(text: string): readonly string[] {
  return [...text];
}

function glyph(character: string, place: (at: Point) => Point): readonly Stroke[] {
  if (font === undefined) throw new Error('the seal font is not open');
  const face = font;
  const code = character.codePointAt(0) ?? 0;
  if (!face.hasGlyphForCodePoint(code)) throw new Error(`the seal font lacks ${character}`);
  const em = face.unitsPerEm;
  return face.glyphForCodePoint(code).path.commands.map(({ command, args }) => {
    const points = Array.from({ length: args.length / 2 }, (_, index): Point => {
      return place([(args[index * 2] ?? 0) / em, (args[index * 2 + 1] ?? 0) / em]);
    });
    return stroke(STROKE_OF[command], ...points);
  });
}

const STROKE_OF = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/** The library has forty files of its own: they are read with the first seal that is drawn, and not at every start. */
async function openFont(): Promise<Font> {
  const { openSync } = await import('fontkit');
  const opened = openSync(createRequire(import.meta.url).resolve(FONT_FILE));
  if ('fonts' in opened) throw new Error(`${FONT_FILE} is a collection`);
  return opened;
}

function stroke(kind: Stroke['kind'], ...points: readonly Point[]): Stroke {
  return { kind, at: points.flat().map((value) => Math.round(value * 100)) };
}
