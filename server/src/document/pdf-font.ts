import { type PdfFile, referenceIn } from './pdf-file.ts';

/** A face as a letter carries it: only the glyphs that it shows. */
export interface EmbeddedFont {
  readonly name: string;
  /** TrueType, without the tables that tell characters from glyphs. */
  readonly sfnt: Buffer;
  /** Thousandths of the size. */
  readonly advance: (code: number) => number;
  /** The text that a glyph stands for: nearly always one character. */
  readonly text: (code: number) => string;
  readonly codes: readonly number[];
}

/** The fonts of a page by their names in its resources; `known` spares what an earlier page has read. */
export function fontsOf(
  pdf: PdfFile,
  page: number,
  known: Map<number, EmbeddedFont>,
): ReadonlyMap<string, EmbeddedFont> {
  const resources = /\/Font <<([^>]*)>>/.exec(pdf.text(page))?.[1] ?? '';
  const fonts = new Map<string, EmbeddedFont>();
  for (const [, name = '', number = ''] of resources.matchAll(/\/(\S+) (\d+) 0 R/g)) {
    const font = known.get(Number(number)) ?? readFont(pdf, Number(number));
    known.set(Number(number), font);
    fonts.set(name, font);
  }
  return fonts;
}

function readFont(pdf: PdfFile, number: number): EmbeddedFont {
  const text = pdf.text(number);
  const descendant = pdf.text(Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(text)?.[1] ?? 0));
  const descriptor = pdf.text(referenceIn(descendant, 'FontDescriptor'));
  const widths = readWidths(descendant);
  const characters = readToUnicode(pdf.stream(referenceIn(text, 'ToUnicode')).toString('latin1'));
  return {
    name: /\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/]+)/.exec(text)?.[1] ?? '',
    sfnt: pdf.stream(referenceIn(descriptor, 'FontFile2')),
    advance: (code) => widths.get(code) ?? 0,
    text: (code) => characters.get(code) ?? '',
    codes: [...characters.keys()],
  };
}

/** `/W [from to width …]` and `/W [from [width …] …]` (ISO 32000-1 §9.7.4.3). */
function readWidths(text: string): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = /\/W \[((?:[\d.\s]|\[[\d.\s]*\])*)\]/.exec(text)?.[1] ?? '';
  for (const [, from = '', row, to = '', width = ''] of list.matchAll(/(\d+)\s+(?:\[([\d.\s]*)\]|(\d+)\s+([\d.]+))/g)) {
    if (row === undefined) {
      for (let code = Number(from); code <= Number(to); code += 1) widths.set(code, Number(width));
      continue;
    }
    for (const [index, one] of row.trim().split(/\s+/).entries()) widths.set(Number(from) + index, Number(one));
  }
  return widths;
}

function readToUnicode(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g)) {
      characters.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    }
  }
  if (map.includes('beginbfrange')) throw new Error('ranges are not expected in the character map of a letter');
  return characters;
}
