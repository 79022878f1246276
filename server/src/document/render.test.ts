import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { LetterKind, type RenderedLetter } from './document.ts';
import { glyphCoverage } from './fonts.ts';
import { exampleLetters } from './example-letters.ts';
import { letterRenderer } from './render.ts';

const renderer = letterRenderer();
const directory = mkdtempSync(join(tmpdir(), 'letters-'));
const at = '2025-03-03T02:00:00.000Z';
const A4 = { width: 595.2756, height: 841.8898 };

afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true });
});

test.each(LetterKind.options)('%s renders to PDF/A with the place of its seal on the page', async (kind) => {
  const { pdf, seal, pages } = rendered(await renderer.renderPdf(exampleLetters[kind], { at }));
  expect(Buffer.from(pdf).toString('latin1', 0, 8)).toBe('%PDF-1.7');
  expect(Buffer.from(pdf).includes('<pdfaid:part>2</pdfaid:part>')).toBe(true);
  expect(seal.page).toBeGreaterThanOrEqual(1);
  expect(seal.page).toBeLessThanOrEqual(pages);
  expect(seal.x + seal.width).toBeLessThan(A4.width);
  expect(seal.y).toBeGreaterThan(0);
  expect(seal.y + seal.height).toBeLessThan(A4.height);
});

test('the same letter and instant give the same bytes, in another worker too', async () => {
  const other = letterRenderer();
  const letter = exampleLetters.refusalDecision;
  const first = rendered(await renderer.renderPdf(letter, { at }));
  const again = rendered(await renderer.renderPdf(letter, { at }));
  const elsewhere = rendered(await other.renderPdf(letter, { at }));
  await other.close();
  expect(Buffer.from(again.pdf).equals(first.pdf)).toBe(true);
  expect(Buffer.from(elsewhere.pdf).equals(first.pdf)).toBe(true);
});

test('a character that no font has is refused by name instead of leaving a hole', async () => {
  const letter = { ...exampleLetters.grantDecision, addressee: '王🐉先生' };
  const outcome = await renderer.renderPdf(letter, { at });
  expect(isRefusal(outcome) && [outcome.code, outcome.detail]).toEqual([
    'glyph-missing',
    { characters: ['🐉'], codes: ['U+1F409'] },
  ]);
});

test('GB 18030: a name with rare characters prints, of whichever extension, and the letter looks the same in every worker', async () => {
  const other = letterRenderer();
  const named = (addressee: string) => ({ ...exampleLetters.acceptanceNotice, addressee });
  const letter = named('王𠮷龘㛃𫖯𬱖𪚥');
  const { pdf } = rendered(await renderer.renderPdf(letter, { at }));
  // The other worker has opened another slice before.
  rendered(await other.renderPdf(named('陈𣲗𪟝'), { at }));
  const elsewhere = rendered(await other.renderPdf(letter, { at }));
  await other.close();
  expect(Buffer.from(elsewhere.pdf).equals(pdf)).toBe(true);
  const text = pdfText(pdf);
  if (text !== undefined) expect(text.normalize('NFC')).toContain(letter.addressee);
});

test('R25: what cannot be printed is known before a letter is made of it', async () => {
  expect(await renderer.missingIn('常源浩')).toEqual([]);
  expect(await renderer.missingIn('阿依古丽·买买提（Ayï）王𠮷')).toEqual([]);
  expect(await renderer.missingIn('王𠮷🐉\u{e000}')).toEqual(['🐉', '\u{e000}']);
});

test('every face has the characters that nobody asks about', () => {
  const everyday = [
    [0x4e00, 0x9fa5],
    [0x20, 0x7e],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  );
  expect(glyphCoverage([])(`${everyday.join('')}·（）`)).toEqual([]);
});

test('text of the applicant is data: Typst markup in it is printed, not run', async () => {
  const letter = { ...exampleLetters.terminationNotice, addressee: '#panic("x") $x$ *b* _i_ \\ @a <seal>' };
  const { pdf } = rendered(await renderer.renderPdf(letter, { at }));
  const text = pdfText(pdf);
  if (text !== undefined) expect(text).toContain('#panic("x") $x$ *b* _i_ \\ @a <seal>');
});

test('an independent reader finds the words of the letter in the PDF', async () => {
  const letter = exampleLetters.refusalDecision;
  const text = pdfText(rendered(await renderer.renderPdf(letter, { at })).pdf);
  if (text === undefined) return;
  const flat = text.replace(/\s/gu, '');
  for (const part of [letter.organ, letter.docNo, letter.title, letter.dateText, letter.verification.code]) {
    expect(flat).toContain(part.replace(/\s/gu, ''));
  }
  expect(flat).toContain('以云河区市场监督管理局为被申请人，向北京市云河区人民政府申请行政复议');
});

test('a case number breaks over lines where it must, and is still the number when copied out', async () => {
  const caseNo = '11110198YH000100203110131005000202503030001';
  const letter = { ...exampleLetters.terminationNotice, paragraphs: [`${'云河'.repeat(9)}（办件编号：${caseNo}）。`] };
  const text = pdfText(rendered(await renderer.renderPdf(letter, { at })).pdf);
  if (text !== undefined) expect(text.replace(/\s/gu, '')).toContain(`（办件编号：${caseNo}）`);
});

test('R69: the address of the review office stands on one line where it fits on one, and is whole where it does not', async () => {
  const lines = async (url: string) => {
    const letter = { ...exampleLetters.terminationNotice, paragraphs: [`行政复议申请书可以通过互联网提交：${url}。`] };
    return pdfText(rendered(await renderer.renderPdf(letter, { at })).pdf)?.split('\n');
  };
  const short = 'https://xzfy.yunhe.example/';
  const printed = await lines(short);
  if (printed === undefined) return;
  expect(printed.some((line) => line.includes(short))).toBe(true);
  const long = `https://zwfw.yunhe.example/${'xzfy/'.repeat(16)}`;
  expect((await lines(long))?.join('').replace(/\s/gu, '')).toContain(long);
});

test('letters beyond the queue are refused, and those waiting when it closes are told', async () => {
  const small = letterRenderer({ queueLimit: 1 });
  const letter = exampleLetters.terminationNotice;
  const working = small.renderPdf(letter, { at });
  const waiting = small.renderPdf(letter, { at });
  const refused = await small.renderPdf(letter, { at });
  expect(isRefusal(refused) && refused.code).toBe('documents-queue-full');
  const ends = Promise.allSettled([working, waiting]);
  await small.close();
  expect((await ends).map((end) => end.status)).toEqual(['rejected', 'rejected']);
  await expect(small.renderPdf(letter, { at })).rejects.toThrow('closed');
});

test('a fault inside the worker reaches the caller, and the next letter is served', async () => {
  const broken = letterRenderer({ extraFonts: [{ family: 'None', file: join(directory, 'absent.ttf') }] });
  await expect(broken.renderPdf(exampleLetters.grantDecision, { at })).rejects.toThrow('could not be rendered');
  await broken.close();
  expect(rendered(await renderer.renderPdf(exampleLetters.grantDecision, { at })).pages).toBeGreaterThan(0);
});

function rendered(outcome: RenderedLetter | Refusal): RenderedLetter {
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome;
}

/** The text as poppler reads it; says so loudly when poppler is not installed. */
function pdfText(pdf: Uint8Array): string | undefined {
  const file = join(directory, 'letter.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn('NOT CHECKED: pdftotext is not installed (apt-get install poppler-utils)');
    return undefined;
  }
}
