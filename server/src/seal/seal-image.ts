/**
 * The picture of a seal, drawn from glyph outlines so that no reader needs a font: one geometry gives the SVG inside the
 * electronic seal and the operators of the PDF appearance. `seal-drawing.ts` draws them.
 */
export interface SealImage {
  /** The side of the square that holds the picture. */
  readonly sizeMm: number;
  /** Width and height where the picture is no square or circle; it stands in the middle of the square. */
  readonly extentMm?: { readonly width: number; readonly height: number };
  readonly shapes: readonly Shape[];
}

export interface Shape {
  readonly evenOdd: boolean;
  readonly strokes: readonly Stroke[];
}

/** Coordinates in hundredths of a millimetre, y down. */
export interface Stroke {
  readonly kind: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly at: readonly number[];
}

export const SEAL_RED = '#e60012';

/** The picture as SVG with relative coordinates in hundredths of a millimetre: a quarter of the size of plain SVG. */
export function sealSvg(image: SealImage): string {
  const { width, height } = image.extentMm ?? { width: image.sizeMm, height: image.sizeMm };
  const [left, top] = [(image.sizeMm - width) * 50, (image.sizeMm - height) * 50];
  const paths = image.shapes.map(
    (shape) => `<path${shape.evenOdd ? ' fill-rule="evenodd"' : ''} d="${svgPath(shape)}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="${left} ${top} ${width * 100} ${height * 100}"><g fill="${SEAL_RED}">${paths.join('')}</g></svg>`
  );
}

/** The picture as PDF operators in a box of `size` points. */
export function sealOperators(image: SealImage, size: number): string {
  const scale = size / (image.sizeMm * 100);
  const point = (x: number, y: number) => `${(x * scale).toFixed(2)} ${(size - y * scale).toFixed(2)}`;
  const red = [1, 3, 5].map((index) => (Number.parseInt(SEAL_RED.slice(index, index + 2), 16) / 255).toFixed(3));
  return `/G gs ${red.join(' ')} rg\n${image.shapes.map((shape) => pdfPath(shape, point)).join('')}`;
}

function svgPath(shape: Shape): string {
  let [x, y] = [0, 0];
  let start = [0, 0];
  return shape.strokes
    .map(({ kind, at }) => {
      const relative = at.map((value, index) => value - (index % 2 === 0 ? x : y));
      [x = 0, y = 0] = kind === 'Z' ? start : [at.at(-2) ?? 0, at.at(-1) ?? 0];
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
