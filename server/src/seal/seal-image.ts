import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/**
 * The picture of a round seal, drawn from glyph outlines so that no reader needs a font: one geometry gives the SVG
 * inside the electronic seal and the operators of the PDF appearance (国发〔1999〕25号: round, star, name on the arc).
 */
export interface SealImage {
  readonly sizeMm: number;
  readonly shapes: readonly Shape[];
}

interface Shape {
  readonly evenOdd: boolean;
  readonly strokes: readonly Stroke[];
}

/** Coordinates in hundredths of a millimetre, y down. */
interface Stroke {
  readonly kind: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly at: readonly number[];
}

type Point = readonly [number, number];

export const SEAL_RED = '#e60012';

const SIZE_MM = 42;
const RADIUS = SIZE_MM / 2;
const BORDER_MM = 1.2;
const FONT_FILE = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
/** A circle from four cubic curves. */
const KAPPA = 0.5522847498;

const cache = new Map<string, SealImage>();
let font: fontkit.Font | undefined;

/** The seal of `organ`; `purpose` stands under the star, such as 行政审批专用章. Drawn once for each pair. */
export function roundSeal(organ: string, purpose: string): SealImage {
  const key = JSON.stringify([organ, purpose]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const image = { sizeMm: SIZE_MM, shapes: [ring(), star(), arcText(organ), lineText(purpose)] };
  cache.set(key, image);
  return image;
}

/** The picture as SVG with relative coordinates in hundredths of a millimetre: a quarter of the size of plain SVG. */
export function sealSvg(image: SealImage): string {
  const box = image.sizeMm * 100;
  const paths = image.shapes.map(
    (shape) => `<path${shape.evenOdd ? ' fill-rule="evenodd"' : ''} d="${svgPath(shape)}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${image.sizeMm}mm" height="${image.sizeMm}mm" viewBox="0 0 ${box} ${box}">` +
    `<g fill="${SEAL_RED}">${paths.join('')}</g></svg>`
  );
}

/** The picture as PDF operators in a box of `size` points. */
export function sealOperators(image: SealImage, size: number): string {
  const scale = size / (image.sizeMm * 100);
  const point = (x: number, y: number) => `${(x * scale).toFixed(2)} ${(size - y * scale).toFixed(2)}`;
  const red = [1, 3, 5].map((index) => (Number.parseInt(SEAL_RED.slice(index, index + 2), 16) / 255).toFixed(3));
  return `/G gs ${red.join(' ')} rg\n${image.shapes.map((shape) => pdfPath(shape, point)).join('')}`;
}

function ring(): Shape {
  return { evenOdd: true, strokes: [...circle(RADIUS), ...circle(RADIUS - BORDER_MM)] };
}

function circle(radius: number): readonly Stroke[] {
  const k = radius * KAPPA;
  const c = RADIUS;
  return [
    stroke('M', [c - radius, c]),
    stroke('C', [c - radius, c - k], [c - k, c - radius], [c, c - radius]),
    stroke('C', [c + k, c - radius], [c + radius, c - k], [c + radius, c]),
    stroke('C', [c + radius, c + k], [c + k, c + radius], [c, c + radius]),
    stroke('C', [c - k, c + radius], [c - radius, c + k], [c - radius, c]),
    stroke('Z'),
  ];
}

function star(): Shape {
  const outer = SIZE_MM * 0.165;
  const corners = Array.from({ length: 10 }, (_, index): Point => {
    const radius = index % 2 === 0 ? outer : outer * 0.382;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return [RADIUS + radius * Math.cos(angle), RADIUS + radius * Math.sin(angle)];
  });
  return {
    evenOdd: false,
    strokes: [...corners.map((corner, index) => stroke(index === 0 ? 'M' : 'L', corner)), stroke('Z')],
  };
}

/** The organ's name from left to right on the upper arc; long names get narrower characters, not a longer arc. */
function arcText(name: string): Shape {
  const characters = [...name];
  const span = (Math.min(262, characters.length * 24) * Math.PI) / 180;
  const step = characters.length > 1 ? span / (characters.length - 1) : 0;
  const height = SIZE_MM * (characters.length > 16 ? 0.115 : 0.14);
  const inner = RADIUS - BORDER_MM - 1.2 - height;
  const width = Math.min(height * 0.86, Math.max(1, step * inner * 1.02) * (characters.length > 1 ? 1 : 99));
  const strokes = characters.flatMap((character, index) => {
    const angle = -span / 2 + index * step;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return glyph(character, ([x, y]) => {
      const across = (x - 0.5) * width;
      const out = inner + (y + 0.12) * height;
      return [RADIUS + across * cos + out * sin, RADIUS + across * sin - out * cos];
    });
  });
  return { evenOdd: false, strokes };
}

function lineText(text: string): Shape {
  const characters = [...text];
  const height = SIZE_MM * 0.098;
  const width = Math.min(height * 0.88, (SIZE_MM * 0.66) / Math.max(1, characters.length));
  const baseline = RADIUS + SIZE_MM * 0.315;
  const strokes = characters.flatMap((character, index) =>
    glyph(character, ([x, y]) => [
      RADIUS + (index - characters.length / 2 + x) * width,
      baseline - (y - 0.38) * height,
    ]),
  );
  return { evenOdd: false, strokes };
}

function glyph(character: string, place: (at: Point) => Point): readonly Stroke[] {
  const face = sealFont();
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

function sealFont(): fontkit.Font {
  if (font !== undefined) return font;
  const opened = fontkit.openSync(createRequire(import.meta.url).resolve(FONT_FILE));
  if ('fonts' in opened) throw new Error(`${FONT_FILE} is a collection`);
  font = opened;
  return opened;
}

function stroke(kind: Stroke['kind'], ...points: readonly Point[]): Stroke {
  return { kind, at: points.flat().map((value) => Math.round(value * 100)) };
}

function svgPath(shape: Shape): string {
  let [x, y] = [0, 0];
  let start: Point = [0, 0];
  return shape.strokes
    .map(({ kind, at }) => {
      const relative = at.map((value, index) => value - (index % 2 === 0 ? x : y));
      [x, y] = kind === 'Z' ? start : [at.at(-2) ?? 0, at.at(-1) ?? 0];
      if (kind === 'M') start = [x, y];
      return kind.toLowerCase() + relative.join(' ').replaceAll(' -', '-');
    })
    .join('');
}

function pdfPath(shape: Shape, point: (x: number, y: number) => string): string {
  let [x, y] = [0, 0];
  const lines = shape.strokes.map(({ kind, at }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    const [fromX, fromY] = [x, y];
    [x, y] = [at.at(-2) ?? x, at.at(-1) ?? y];
    switch (kind) {
      case 'M':
        return `${point(a, b)} m\n`;
      case 'L':
        return `${point(a, b)} l\n`;
      case 'Q':
        // PDF knows cubic curves only; this is the same curve.
        return (
          `${point(fromX + ((a - fromX) * 2) / 3, fromY + ((b - fromY) * 2) / 3)} ` +
          `${point(c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3)} ${point(c, d)} c\n`
        );
      case 'C':
        return `${point(a, b)} ${point(c, d)} ${point(e, f)} c\n`;
      case 'Z':
        return 'h\n';
      default:
        return kind satisfies never;
    }
  });
  return `${lines.join('')}${shape.evenOdd ? 'f*' : 'f'}\n`;
}
