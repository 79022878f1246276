/**
 * What a page of one of our PDFs shows, mark by mark: glyphs at their places and filled or stroked paths. It knows the
 * operators that Typst writes and no others; an unknown one is an error, so that nothing is lost in silence.
 */

/** Lengths in PDF points, the origin at the lower left corner. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  /** The name of the font in the page's resources. */
  readonly font: string;
  readonly size: number;
  readonly y: number;
  readonly color: Color;
  readonly glyphs: readonly { readonly code: number; readonly x: number }[];
}

export interface PathMark {
  readonly kind: 'path';
  readonly fill: boolean;
  readonly evenOdd: boolean;
  readonly color: Color;
  /** Only of a stroke. */
  readonly lineWidth: number;
  readonly steps: readonly PathStep[];
}

export interface PathStep {
  readonly to: 'move' | 'line' | 'curve' | 'close';
  readonly at: readonly number[];
}

export type Mark = GlyphRun | PathMark;

/** Red, green and blue from 0 to 255. */
export type Color = readonly [number, number, number];

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  matrix: Matrix;
  fill: Color;
  stroke: Color;
  lineWidth: number;
  font: string;
  size: number;
}

const BLACK: Color = [0, 0, 0];
const TOKEN = /\(|<<|>>|<[0-9A-Fa-f]*>|[[\]]|\/[^\s/<>()[\]]+|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z*'"]+/g;
const NUMBER = /^[-+.\d]/;
/** Marked content, rendering mode, mitre, caps, joins, colour spaces: they change nothing that is shown here. */
const WITHOUT_TRACE: ReadonlySet<string> = new Set('BDC BMC EMC Tr M J j cs CS BT ET W i ri gs'.split(' '));

/** Reads the content stream of a page; `advance` gives the width of a glyph in thousandths of the font size. */
export function marksOf(content: string, advance: Advance): readonly Mark[] {
  const page: Page = {
    marks: [],
    saved: [],
    state: { matrix: UNIT, fill: BLACK, stroke: BLACK, lineWidth: 1, font: '', size: 0 },
    textMatrix: UNIT,
    steps: [],
    advance,
  };
  let operands: string[] = [];
  for (const token of tokensOf(content)) {
    if (!/^[A-Za-z]/.test(token)) {
      operands.push(token);
      continue;
    }
    const numbers = operands.filter((operand) => NUMBER.test(operand)).map(Number);
    const traceless = WITHOUT_TRACE.has(token) || setState(page, token, { operands, numbers });
    if (!traceless) draw(page, token, { operands, numbers });
    operands = [];
  }
  return page.marks;
}

type Advance = (font: string, code: number) => number;

/** A page while it is read. */
interface Page {
  readonly marks: Mark[];
  readonly saved: State[];
  state: State;
  textMatrix: Matrix;
  steps: PathStep[];
  readonly advance: Advance;
}

interface Operands {
  readonly operands: readonly string[];
  readonly numbers: readonly number[];
}

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** Carries out an operator that only changes how later ones draw; false when it is none. */
function setState(page: Page, operator: string, { operands, numbers }: Operands): boolean {
  const { state } = page;
  switch (operator) {
    case 'q':
      page.saved.push({ ...state });
      return true;
    case 'Q':
      page.state = page.saved.pop() ?? state;
      return true;
    case 'cm':
      state.matrix = times(matrixOf(numbers), state.matrix);
      return true;
    case 'scn':
      state.fill = colorOf(numbers);
      return true;
    case 'SCN':
      state.stroke = colorOf(numbers);
      return true;
    case 'w':
      state.lineWidth = numbers[0] ?? 1;
      return true;
    case 'd':
      if (numbers.length > 1) throw new Error('broken lines are not expected in a letter');
      return true;
    case 'Tf':
      state.font = operands[0]?.slice(1) ?? '';
      state.size = numbers[0] ?? 0;
      return true;
    case 'Tm':
      page.textMatrix = matrixOf(numbers);
      return true;
    default:
      return false;
  }
}

function draw(page: Page, operator: string, { operands, numbers }: Operands): void {
  switch (operator) {
    case 'm':
      return step(page, 'move', numbers);
    case 'l':
      return step(page, 'line', numbers);
    case 'c':
      return step(page, 'curve', numbers);
    case 'h':
      return step(page, 'close', []);
    case 're':
      return rectangle(page, numbers);
    case 'f':
    case 'f*':
      return paint(page, { fill: true, evenOdd: operator === 'f*' });
    case 'S':
      return paint(page, { fill: false, evenOdd: false });
    case 'n':
      page.steps = [];
      return;
    case 'Tj':
    case 'TJ':
      return show(
        page,
        operands.filter((operand) => operand !== '[' && operand !== ']'),
      );
    default:
      throw new Error(`the operator ${operator} is not expected in a letter`);
  }
}

function step(page: Page, to: PathStep['to'], numbers: readonly number[]): void {
  const at: number[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    at.push(...mapped(page.state.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0));
  }
  page.steps.push({ to, at });
}

function rectangle(page: Page, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
  step(page, 'move', [x, y]);
  step(page, 'line', [x + width, y]);
  step(page, 'line', [x + width, y + height]);
  step(page, 'line', [x, y + height]);
  step(page, 'close', []);
}

function paint(page: Page, how: { readonly fill: boolean; readonly evenOdd: boolean }): void {
  const { state, steps } = page;
  const color = how.fill ? state.fill : state.stroke;
  const lineWidth = state.lineWidth * Math.abs(state.matrix[0]);
  if (steps.length > 0) page.marks.push({ kind: 'path', ...how, color, lineWidth, steps });
  page.steps = [];
}

/** Shows strings; the numbers between them move the next glyph, in thousandths of the size. */
function show({ marks, state, textMatrix, advance }: Page, strings: readonly string[]): void {
  const matrix = times(textMatrix, state.matrix);
  if (matrix[1] !== 0 || matrix[2] !== 0) throw new Error('turned text is not expected in a letter');
  const glyphs: { code: number; x: number }[] = [];
  let along = 0;
  for (const token of strings) {
    if (NUMBER.test(token)) {
      along -= (Number(token) / 1000) * state.size;
      continue;
    }
    const codes = bytesOf(token);
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const code = codes.readUInt16BE(at);
      glyphs.push({ code, x: mapped(matrix, along, 0)[0] });
      along += (advance(state.font, code) / 1000) * state.size;
    }
  }
  const size = state.size * Math.abs(matrix[3]);
  const y = mapped(matrix, 0, 0)[1];
  if (glyphs.length > 0) marks.push({ kind: 'glyphs', font: state.font, size, y, color: state.fill, glyphs });
}

/** The tokens in order; a literal string is one of them, with the brackets that it may hold (ISO 32000-1 §7.3.4.2). */
function* tokensOf(content: string): Generator<string> {
  const token = new RegExp(TOKEN);
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    if (match[0] !== '(') {
      yield match[0];
      continue;
    }
    token.lastIndex = endOfString(content, match.index);
    yield content.slice(match.index, token.lastIndex);
  }
}

function endOfString(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    const character = content[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error('a string of the page has no end');
}

const ESCAPE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string, hexadecimal or literal (ISO 32000-1 §7.3.4). */
function bytesOf(token: string): Buffer {
  if (token.startsWith('<')) return Buffer.from(token.slice(1, -1), 'hex');
  const text = token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPE[escaped] ?? escaped),
    );
  return Buffer.from(text, 'latin1');
}

function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** First `one`, then `two`, as `cm` puts a new matrix before the old. */
function times(one: Matrix, two: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = two;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function colorOf(numbers: readonly number[]): Color {
  const [red = 0, green = red, blue = green] = numbers;
  const byte = (part: number) => Math.round(part * 255);
  return [byte(red), byte(green), byte(blue)];
}
