import type { EmbeddedFont } from './pdf-font.ts';
import type { Color, GlyphRun, Mark, PathMark, PathStep } from './page-marks.ts';
import { escapeXml, OFD_NAMESPACE, xmlFile } from './ofd-xml.ts';

/** Pages of an OFD (GB/T 33190-2016 §7, §9, §11), in millimetres from the upper left corner. */

export interface PageSource {
  /** In PDF points. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
}

/** The numbers that OFD gives to everything; each once in the document. */
export interface Numbers {
  readonly next: () => number;
  readonly font: (font: EmbeddedFont) => FontEntry;
}

export interface FontEntry {
  readonly id: number;
  /** The glyph that the font's own map gives for a character. */
  readonly glyphOf: (character: number) => number | undefined;
}

/** A text of one line in one face, as readers select and copy it. */
interface Line {
  readonly run: GlyphRun;
  readonly glyphs: { readonly code: number; readonly x: number }[];
}

/** Glyphs nearer than this continue a line: Typst starts a new run wherever a number may be broken. */
const SAME_LINE_EMS = 1.6;
const ASCENT = 0.88;

/** The page as `Content.xml`. */
export function pageXml(source: PageSource, numbers: Numbers): Buffer {
  const layer = numbers.next();
  const objects = joined(source.marks, source.fonts).map((mark) =>
    'run' in mark ? textObject(mark, source, numbers) : pathObject(mark, source, numbers),
  );
  return xmlFile(
    `<ofd:Page xmlns:ofd="${OFD_NAMESPACE}"><ofd:Area><ofd:PhysicalBox>0 0 ${mm(source.width)} ${mm(source.height)}</ofd:PhysicalBox></ofd:Area>` +
      `<ofd:Content><ofd:Layer Type="Body" ID="${layer}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  );
}

/** PDF points as millimetres, to the thousandth. */
export function mm(points: number): string {
  return String(thousandths(points) / 1000);
}

function thousandths(points: number): number {
  return Math.round((points * 25_400) / 72);
}

function joined(marks: readonly Mark[], fonts: PageSource['fonts']): readonly (Line | PathMark)[] {
  const list: (Line | PathMark)[] = [];
  for (const mark of marks) {
    const last = list.at(-1);
    if (mark.kind === 'path') list.push(mark);
    else if (last !== undefined && 'run' in last && continues(last, mark, fonts)) last.glyphs.push(...mark.glyphs);
    else list.push({ run: mark, glyphs: [...mark.glyphs] });
  }
  return list;
}

function continues({ run, glyphs }: Line, next: GlyphRun, fonts: PageSource['fonts']): boolean {
  const [last, first] = [glyphs.at(-1), next.glyphs[0]];
  if (last === undefined || first === undefined) return false;
  const end = last.x + ((fonts.get(run.font)?.advance(last.code) ?? 0) / 1000) * run.size;
  const isSame = run.font === next.font && run.size === next.size && String(run.color) === String(next.color);
  return isSame && Math.abs(run.y - next.y) < 0.01 && first.x >= last.x && first.x - end < run.size * SAME_LINE_EMS;
}

function textObject({ run, glyphs }: Line, { height, fonts }: PageSource, numbers: Numbers): string {
  const font = fonts.get(run.font);
  if (font === undefined) throw new Error(`the page has no font ${run.font}`);
  const entry = numbers.font(font);
  const texts = glyphs.map(({ code }) => font.text(code));
  const places = glyphs.map(({ x }) => thousandths(x));
  const [from = 0] = places;
  const width = (places.at(-1) ?? 0) - from + thousandths(run.size);
  const steps = places.slice(1).map((place, index) => String((place - (places[index] ?? 0)) / 1000));
  const plain = glyphs.every(({ code }, index) => isPlain(texts[index] ?? '', code, entry));
  const transform = plain
    ? ''
    : `<ofd:CGTransform CodePosition="0" CodeCount="${[...texts.join('')].length}" GlyphCount="${glyphs.length}"><ofd:Glyphs>${glyphs.map(({ code }) => code).join(' ')}</ofd:Glyphs></ofd:CGTransform>`;
  const top = thousandths(height - run.y - run.size * ASCENT) / 1000;
  const boundary = `${from / 1000} ${top} ${width / 1000} ${mm(run.size * 1.15)}`;
  const delta = steps.length === 0 ? '' : ` DeltaX="${steps.join(' ')}"`;
  return (
    `<ofd:TextObject ID="${numbers.next()}" Boundary="${boundary}" Font="${entry.id}" Size="${mm(run.size)}">` +
    `${fillColor(run.color)}${transform}<ofd:TextCode X="0" Y="${mm(run.size * ASCENT)}"${delta}>${escapeXml(texts.join(''))}</ofd:TextCode></ofd:TextObject>`
  );
}

/** One character that the font's map leads to this very glyph. */
function isPlain(text: string, code: number, entry: FontEntry): boolean {
  const [character = '', ...more] = text;
  return more.length === 0 && entry.glyphOf(character.codePointAt(0) ?? 0) === code;
}

function pathObject(mark: PathMark, { width, height }: PageSource, numbers: Numbers): string {
  const data = mark.steps.map((step) => pathStep(step, height)).join(' ');
  const paint = mark.fill
    ? ` Stroke="false" Fill="true"${mark.evenOdd ? ' Rule="Even-Odd"' : ''}`
    : ` LineWidth="${mm(mark.lineWidth)}"`;
  const color = mark.fill ? fillColor(mark.color) : `<ofd:StrokeColor Value="${mark.color.join(' ')}"/>`;
  return (
    `<ofd:PathObject ID="${numbers.next()}" Boundary="0 0 ${mm(width)} ${mm(height)}"${paint}>` +
    `${color}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
  );
}

/** M, L, B (cubic) and C (close): not the letters of SVG (GB/T 33190 §9.1). */
const LETTER = { move: 'M', line: 'L', curve: 'B', close: 'C' } as const satisfies Record<PathStep['to'], string>;

function pathStep({ to, at }: PathStep, height: number): string {
  return [LETTER[to], ...at.map((value, index) => mm(index % 2 === 0 ? value : height - value))].join(' ');
}

function fillColor(color: Color): string {
  // Without it a path is transparent, which is the default (GB/T 33190 §9.1).
  return `<ofd:FillColor Value="${color.join(' ')}"/>`;
}
