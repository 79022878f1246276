import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { afterAll, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { hasTwin, type LetterContent, LetterKind, type OfdTwin, type RenderedLetter } from './document.ts';
import { exampleLetters } from './example-letters.ts';
import { marksOf } from './page-marks.ts';
import { openPdf } from './pdf-file.ts';
import { letterRenderer } from './render.ts';

const directory = mkdtempSync(join(tmpdir(), 'twins-'));
const renderer = letterRenderer();
const at = '2025-03-03T00:00:00.000Z';
const kinds = LetterKind.options.filter(hasTwin);

afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true });
});

test.each(kinds)('the twin of %s has the lines of the PDF, character by character', async (kind) => {
  const { pdf, twin } = await rendered(kind);
  const lines = linesOf(twin);
  expect(lines.length).toBeGreaterThan(20);
  const file = join(directory, `${kind}.pdf`);
  writeFileSync(file, pdf);
  const inOrder = tool('pdftotext', ['-raw', file, '-']);
  const asLaidOut = tool('pdftotext', ['-layout', file, '-']);
  if (inOrder === undefined || asLaidOut === undefined) return;
  expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(inOrder));
  const printed = asLaidOut.split(/[\n\f]/).map(withoutBlanks);
  const long = lines.map(withoutBlanks).filter((line) => line.length > 12);
  // Where brackets of another height follow each other pdftotext sees two lines; ours are one.
  const alike = long.filter((line) => printed.some((other) => other.includes(line)));
  expect(alike.length / long.length).toBeGreaterThan(0.8);
});

test('every face of a twin has each of its characters, at the width of the PDF', async () => {
  const { twin } = await rendered('grantDecision');
  const texts = contentOf(twin).matchAll(/Font="(\d+)"[^>]*>.*?<ofd:TextCode[^>]*>([^<]*)</g);
  const faces = new Map(
    [...resourceOf(twin).matchAll(/<ofd:Font ID="(\d+)"[^>]*><ofd:FontFile>([^<]*)</g)].map(
      ([, id = '', file = '']) => {
        const font = fontkit.create(Buffer.from(partOf(twin, `Doc_0/Res/${file}`)));
        if ('fonts' in font) throw new Error('one face was expected');
        return [id, font];
      },
    ),
  );
  expect(faces.size).toBe(3);
  for (const [, id = '', text = ''] of texts) {
    for (const character of unescaped(text)) {
      const code = character.codePointAt(0) ?? 0;
      expect(faces.get(id)?.hasGlyphForCodePoint(code), character).toBe(true);
      expect(faces.get(id)?.glyphForCodePoint(code).path.commands.length, character).toBeGreaterThan(
        character.trim() === '' ? -1 : 0,
      );
    }
  }
});

test('a twin is the same for the same letter, and its parts are what they unpack to', async () => {
  const { twin, pdf } = await rendered('grantDecision');
  for (const { bytes, deflated } of twin.parts) expect(inflateRawSync(deflated).equals(Buffer.from(bytes))).toBe(true);
  const again = await rendered('grantDecision');
  expect(again.twin).toEqual(twin);
  expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true);
});

test('a name of a rare character is text in the twin too', async () => {
  const { twin } = await withTwin({ ...exampleLetters.grantDecision, addressee: '𠮷田' });
  expect(linesOf(twin).join('')).toContain('𠮷田');
});

test('strings of a page are read in each of their spellings', () => {
  const content = String.raw`BT /f0 10 Tf 1 0 0 1 20 30 Tm [(\000\(\000\)) -500 <00280029>] TJ (\000()\000\\) Tj ET`;
  const [first] = marksOf(content, () => 1000);
  expect(first).toMatchObject({ kind: 'glyphs', y: 30, size: 10 });
  expect(first?.kind === 'glyphs' && first.glyphs).toEqual([
    { code: 0x28, x: 20 },
    { code: 0x29, x: 30 },
    { code: 0x28, x: 45 },
    { code: 0x29, x: 55 },
  ]);
});

test.each(['/Im0 Do', '/sh0 sh', '1 0 0 rg', '[3 1] 0 d', 'BT /f0 9 Tf 0 1 -1 0 0 0 Tm <0001> Tj ET'])(
  'what the twin could not show is an error and no hole: %s',
  (content) => {
    expect(() => marksOf(content, () => 1000)).toThrow();
  },
);

test.each(['', 'not a PDF', '%PDF-1.7\nstartxref\n0\n%%EOF', `${'x'.repeat(40)}startxref\n9999\n%%EOF`])(
  'what is no PDF of ours is refused with a reason: %j',
  (text) => {
    expect(() => openPdf(Buffer.from(text))).toThrow(/document|table/);
  },
);

test('a table of references that leads to itself is no endless reading', () => {
  const body =
    '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF';
  expect(() => openPdf(Buffer.from(body))).toThrow('more revisions');
});

function rendered(kind: LetterKind): Promise<RenderedLetter & { readonly twin: OfdTwin }> {
  return withTwin(exampleLetters[kind]);
}

async function withTwin(letter: LetterContent): Promise<RenderedLetter & { readonly twin: OfdTwin }> {
  const outcome = await renderer.renderPdf(letter, { at });
  if (isRefusal(outcome)) throw new Error(outcome.code);
  const { title, organ, docNo } = letter;
  const twin = await renderer.renderTwin(outcome.pdf, { title, organ, docNo, at });
  if (isRefusal(twin)) throw new Error(twin.code);
  return { ...outcome, twin };
}

function linesOf(twin: OfdTwin): readonly string[] {
  return [...contentOf(twin).matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map(([, text = '']) => unescaped(text));
}

function contentOf(twin: OfdTwin): string {
  const pages = twin.parts.filter(({ path }) => path.endsWith('Content.xml'));
  return pages.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('');
}

function resourceOf(twin: OfdTwin): string {
  return Buffer.from(partOf(twin, 'Doc_0/PublicRes.xml')).toString('utf8');
}

function partOf(twin: OfdTwin, name: string): Uint8Array {
  const part = twin.parts.find(({ path }) => path === name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part.bytes;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, '');
}

/** What a program that others wrote says; undefined, and a loud word, when it is not installed. */
function tool(program: string, parameters: readonly string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn(`NOT CHECKED: ${program} is not installed (apt-get install poppler-utils)`);
    return undefined;
  }
}
