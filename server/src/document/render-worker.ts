import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import QRCode from 'qrcode';
import { z } from 'zod';
import { codePointOf } from '../kernel/characters.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import {
  keywordsOf,
  LetterContent,
  PrintedSheet,
  type RenderedLetter,
  type RenderedSheet,
  type SealPlace,
} from './document.ts';
import { fontDirectories, glyphCoverage } from './fonts.ts';
import { ofdTwin, type OfdTwin } from './ofd-twin.ts';
import { type RareFace, type RareFaces, rareFaces } from './rare-characters.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

/** Runs in a worker thread: Typst compiles synchronously, and the platform's event loop must not wait for it. */
export const RenderRequest = z.union([
  z.strictObject({ id: z.number(), content: LetterContent, epochSeconds: z.number() }),
  z.strictObject({ id: z.number(), sheet: PrintedSheet, epochSeconds: z.number() }),
  z.strictObject({ id: z.number(), text: z.string() }),
  z.strictObject({
    id: z.number(),
    pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    facts: z.strictObject({ title: z.string(), organ: z.string(), docNo: z.string(), at: z.string() }),
  }),
]);
export type RenderRequest = z.infer<typeof RenderRequest>;

export interface RenderReply {
  readonly id: number;
  readonly rendered?: RenderedLetter;
  readonly sheet?: RenderedSheet;
  readonly refusal?: Refusal<DocumentRefusalCode>;
  readonly twin?: OfdTwin;
  /** The characters of a text that no face has. */
  readonly missing?: readonly string[];
  readonly fault?: string;
}

const WorkerOptions = z.object({
  extraFonts: z.array(z.strictObject({ family: z.string(), file: z.string() })),
});

const PAGE_HEIGHT_PT = 841.8898;
const SEAL_SIZE_PT = (42 * 72) / 25.4;
/** Typst memoizes globally; results that no letter of the last rounds used are dropped. */
const CACHE_ROUNDS = 10;

/** The square of a seal from where the template marks its upper left corner. */
function placeAt(found: unknown): SealPlace {
  const anchor = Anchor.parse(found)[0]?.value;
  if (anchor === undefined) throw new Error('the letter has no place for its seal');
  const y = PAGE_HEIGHT_PT - Number.parseFloat(anchor.y) - SEAL_SIZE_PT;
  return { page: anchor.page, x: Number.parseFloat(anchor.x), y, width: SEAL_SIZE_PT, height: SEAL_SIZE_PT };
}

const Anchor = z.array(z.object({ value: z.object({ page: z.number(), x: z.string(), y: z.string() }) })).length(1);

if (parentPort !== null) {
  const port = parentPort;
  const press = letterPress(WorkerOptions.parse(workerData).extraFonts);
  port.on('message', (message: unknown) => {
    const request = RenderRequest.parse(message);
    void answer(request, press).then((reply) => port.postMessage(reply));
  });
}

async function answer(request: RenderRequest, press: ReturnType<typeof letterPress>): Promise<RenderReply> {
  const { id } = request;
  try {
    if ('text' in request) return { id, missing: (await press.facesFor(request.text)).missing };
    if ('pdf' in request) return { id, twin: ofdTwin(request.pdf, request.facts) };
    if ('sheet' in request) return { id, ...(await press.renderSheet(request.sheet, request.epochSeconds)) };
    return { id, ...(await press.render(request.content, request.epochSeconds)) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function letterPress(extraFonts: z.infer<typeof WorkerOptions>['extraFonts']) {
  const workspace = fileURLToPath(new URL('./typst', import.meta.url));
  const fontPaths = [...fontDirectories(extraFonts)];
  const everyday = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
  const missingIn = glyphCoverage(extraFonts);
  let rounds = 0;

  function facesFor(text: string): Promise<RareFaces> {
    return rareFaces(missingIn(text));
  }

  /** Rare faces make a compiler of their own, so that what a letter looks like never depends on the letters before it. */
  function compilerWith(faces: readonly RareFace[]): NodeCompiler {
    if (faces.length === 0) return everyday;
    return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces.map(({ font }) => font) }, { fontPaths }] });
  }

  async function render(content: LetterContent, epochSeconds: number): Promise<Omit<RenderReply, 'id'>> {
    const { faces, missing } = await facesFor(textOf(content));
    if (missing.length > 0) {
      const codes = missing.map(codePointOf);
      return { refusal: refuse(documentRefusals, 'glyph-missing', { characters: missing, codes }) };
    }
    const letter = JSON.stringify({
      ...content,
      qr: qrSvg(content.verification.url),
      keywords: keywordsOf(content),
    });
    const extraFamilies = JSON.stringify([...extraFonts, ...faces].map(({ family }) => family));
    const compiler = compilerWith(faces);
    const document = compiled(compiler, 'letter.typ', { letter, extraFamilies });
    const pdf = compiler.pdf(document, { creationTimestamp: epochSeconds, pdfStandard: 'a-2b' });
    const placeOf = (selector: string): SealPlace => placeAt(compiler.query(document, { selector }));
    const seal = placeOf('<seal>');
    const coSeal = content.coSignedBy === undefined ? {} : { coSeal: placeOf('<co-seal>') };
    forget();
    return { rendered: { pdf: new Uint8Array(pdf), seal, ...coSeal, pages: document.numOfPages } };
  }

  /** A sheet for the public; what no face has is left out of it, since nothing depends on the sheet. */
  async function renderSheet(content: PrintedSheet, epochSeconds: number): Promise<Omit<RenderReply, 'id'>> {
    const { faces } = await facesFor(textOf(content));
    const extraFamilies = JSON.stringify([...extraFonts, ...faces].map(({ family }) => family));
    const compiler = compilerWith(faces);
    const document = compiled(compiler, 'sheet.typ', { sheet: JSON.stringify(content), extraFamilies });
    const pdf = compiler.pdf(document, { creationTimestamp: epochSeconds, pdfStandard: 'a-2b' });
    forget();
    return { sheet: { pdf: new Uint8Array(pdf), pages: document.numOfPages } };
  }

  function compiled(compiler: NodeCompiler, template: string, inputs: Record<string, string>) {
    const result = compiler.compile({ mainFilePath: `${workspace}/${template}`, inputs });
    if (result.hasError() || result.result === null) {
      throw new Error(`Typst: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no document')}`);
    }
    return result.result;
  }

  function forget(): void {
    rounds += 1;
    if (rounds % CACHE_ROUNDS === 0) everyday.evictCache(CACHE_ROUNDS);
  }

  return { render, renderSheet, facesFor };
}

function qrSvg(url: string): string {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    // Dark modules side by side are one rectangle.
    for (let column = 0; column < modules.size;) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end > column) path.push(`M${column} ${row}h${end - column}v1h-${end - column}z`);
      column = end + 1;
    }
  }
  // Four modules of white around the code (ISO/IEC 18004) are part of the picture: the seal and text stay outside.
  const box = modules.size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${box} ${box}"><path d="${path.join('')}"/></svg>`;
}

/** Every string of the letter; the JSON of it would hide characters behind escapes. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('');
}
