import { deflateRawSync } from 'node:zlib';
import type { Instant } from '../kernel/time.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { type FontEntry, mm, type Numbers, pageXml, type PageSource } from './ofd-pages.ts';
import { escapeXml, OFD_NAMESPACE, xmlFile } from './ofd-xml.ts';
import { openPdf, referenceIn, type PdfFile } from './pdf-file.ts';
import { type EmbeddedFont, fontsOf } from './pdf-font.ts';
import { marksOf } from './page-marks.ts';
import { withCharacterMap } from './sfnt.ts';

/**
 * The OFD twin of a letter (GB/T 33190-2016): every glyph of the PDF at its place to the thousandth of a millimetre, with
 * the same faces embedded. It is read off the PDF, so the two cannot say different things or break their lines
 * differently.
 */
export interface OfdPart {
  /** Inside the package, from its root, without a slash in front. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The same, deflated: computed in the worker that rendered the letter. */
  readonly deflated: Uint8Array;
}

/** A package that awaits its seal: everything but OFD.xml's mention of signatures is there. */
export interface OfdTwin {
  readonly parts: readonly OfdPart[];
  /** The number of each page's element, for the annotation of the seal. */
  readonly pageIds: readonly number[];
}

export interface TwinFacts {
  readonly title: string;
  readonly organ: string;
  readonly docNo: string;
  readonly at: Instant;
}

const CREATOR = 'Liangqian';

/** Makes the twin of `pdf`; throws when the PDF shows something that the twin could not. */
export function ofdTwin(pdf: Uint8Array, facts: TwinFacts): OfdTwin {
  const file = openPdf(pdf);
  const registry = numberRegistry();
  const known = new Map<number, EmbeddedFont>();
  const pages = file.pages.map((page) => {
    const id = registry.numbers.next();
    return { id, xml: pageXml(sourceOf(file, page, known), registry.numbers) };
  });
  const [first] = file.pages;
  const size = first === undefined ? [0, 0] : mediaBox(file, first);
  const parts: readonly Omit<OfdPart, 'deflated'>[] = [
    { path: 'OFD.xml', bytes: ofdXml(facts, sm3Hex(pdf), keywordsIn(file)) },
    { path: 'Doc_0/Document.xml', bytes: documentXml(pages, size, registry.numbers.next()) },
    { path: 'Doc_0/PublicRes.xml', bytes: resourcesXml(registry.fonts()) },
    ...registry.fonts().map(({ file: name, bytes }) => ({ path: `Doc_0/Res/${name}`, bytes })),
    ...pages.map(({ xml }, index) => ({ path: `Doc_0/Pages/Page_${index}/Content.xml`, bytes: xml })),
  ];
  return {
    parts: parts.map((part) => ({ ...part, deflated: deflateRawSync(part.bytes, { level: 4 }) })),
    pageIds: pages.map(({ id }) => id),
  };
}

function sourceOf(file: PdfFile, page: number, known: Map<number, EmbeddedFont>): PageSource {
  const fonts = fontsOf(file, page, known);
  const [width, height] = mediaBox(file, page);
  const content = file.stream(referenceIn(file.text(page), 'Contents')).toString('latin1');
  return { width, height, fonts, marks: marksOf(content, (font, code) => fonts.get(font)?.advance(code) ?? 0) };
}

function mediaBox(file: PdfFile, page: number): readonly [number, number] {
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file.text(page));
  if (box === null) throw new Error('the page has no size');
  return [Number(box[1]), Number(box[2])];
}

interface FontFile {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly bytes: Buffer;
}

function numberRegistry(): { readonly numbers: Numbers; readonly fonts: () => readonly FontFile[] } {
  let last = 0;
  const entries = new Map<EmbeddedFont, FontEntry & { readonly pairs: ReadonlyMap<number, number> }>();
  const next = () => {
    last += 1;
    return last;
  };
  return {
    numbers: {
      next,
      font(font) {
        const known = entries.get(font);
        if (known !== undefined) return known;
        const pairs = characterPairs(font);
        const entry = { id: next(), pairs, glyphOf: (character: number) => pairs.get(character) };
        entries.set(font, entry);
        return entry;
      },
    },
    fonts: () =>
      [...entries].map(([font, { id, pairs }], index) => ({
        id,
        name: font.name,
        file: `font_${index}.ttf`,
        bytes: withCharacterMap(font.sfnt, [...pairs]),
      })),
  };
}

/** Characters to glyphs; where two glyphs stand for one character, the first: the other is shown by its number. */
function characterPairs(font: EmbeddedFont): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const code of font.codes) {
    const [character = '', ...more] = font.text(code);
    const point = character.codePointAt(0);
    if (more.length === 0 && point !== undefined && !pairs.has(point)) pairs.set(point, code);
  }
  return pairs;
}

/** What the letter says of itself to programs, as its metadata have it (XMP): escaped there as XML, and so here. */
function keywordsIn(file: PdfFile): readonly string[] {
  const metadata = file.stream(referenceIn(file.text(file.root), 'Metadata')).toString('utf8');
  return /<pdf:Keywords>([^<]*)<\/pdf:Keywords>/.exec(metadata)?.[1]?.split(', ') ?? [];
}

/** With the place of the signatures: a package without a seal leaves this program never. */
function ofdXml({ title, organ, docNo, at }: TwinFacts, pdfHash: string, keywords: readonly string[]): Buffer {
  const info = [
    `<ofd:DocID>${pdfHash.slice(0, 32)}</ofd:DocID>`,
    `<ofd:Title>${escapeXml(title)}</ofd:Title>`,
    `<ofd:Author>${escapeXml(organ)}</ofd:Author>`,
    `<ofd:CreationDate>${at.slice(0, 10)}</ofd:CreationDate>`,
    // Letters of the first versions have none, and their twins stay what they were.
    ...(keywords.length === 0
      ? []
      : [`<ofd:Keywords>${keywords.map((word) => `<ofd:Keyword>${word}</ofd:Keyword>`).join('')}</ofd:Keywords>`]),
    `<ofd:Creator>${CREATOR}</ofd:Creator>`,
    `<ofd:CustomDatas><ofd:CustomData Name="docNo">${escapeXml(docNo)}</ofd:CustomData>`,
    `<ofd:CustomData Name="signedDocumentSm3">${pdfHash}</ofd:CustomData></ofd:CustomDatas>`,
  ];
  return xmlFile(
    `<ofd:OFD xmlns:ofd="${OFD_NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>${info.join('')}</ofd:DocInfo>` +
      '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>',
  );
}

function documentXml(
  pages: readonly { readonly id: number }[],
  [width = 0, height = 0]: readonly number[],
  lastId: number,
): Buffer {
  const list = pages.map(({ id }, index) => `<ofd:Page ID="${id}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  return xmlFile(
    `<ofd:Document xmlns:ofd="${OFD_NAMESPACE}"><ofd:CommonData><ofd:MaxUnitID>${lastId}</ofd:MaxUnitID>` +
      `<ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:PageArea>` +
      `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
  );
}

function resourcesXml(fonts: readonly FontFile[]): Buffer {
  const list = fonts.map(
    ({ id, name, file }) =>
      `<ofd:Font ID="${id}" FontName="${escapeXml(name)}" FamilyName="${escapeXml(name)}"><ofd:FontFile>${file}</ofd:FontFile></ofd:Font>`,
  );
  return xmlFile(
    `<ofd:Res xmlns:ofd="${OFD_NAMESPACE}" BaseLoc="Res"><ofd:Fonts>${list.join('')}</ofd:Fonts></ofd:Res>`,
  );
}
