import { afterAll, expect, test } from 'vitest';
import { exampleLetters } from './example-letters.ts';
import { rememberLetters } from './recent-letters.ts';
import { letterRenderer } from './render.ts';
import { isRefusal } from '../kernel/refusal.ts';

const renderer = rememberLetters(letterRenderer(), 2);
afterAll(() => renderer.close());
const at = '2025-03-03T00:00:00.000Z';

async function pdfOf(content: (typeof exampleLetters)[keyof typeof exampleLetters]): Promise<Uint8Array> {
  const rendered = await renderer.renderPdf(content, { at });
  if (isRefusal(rendered)) throw new Error(rendered.code);
  return rendered.pdf;
}

test('R82: shown, signed and sealed is one rendition; a changed letter is another one', async () => {
  const letter = exampleLetters.acceptanceNotice;
  const shown = await pdfOf(letter);
  expect(await pdfOf({ ...letter })).toBe(shown);
  expect(Buffer.from(await pdfOf({ ...letter, docNo: `${letter.docNo}甲` })).equals(shown)).toBe(false);
});

test('only the letters on the table are kept, and a letter rendered again has the same bytes', async () => {
  const letter = exampleLetters.acceptanceNotice;
  const first = await pdfOf({ ...letter, docNo: '第1号' });
  await pdfOf({ ...letter, docNo: '第2号' });
  await pdfOf({ ...letter, docNo: '第3号' });
  const again = await pdfOf({ ...letter, docNo: '第1号' });
  expect(again).not.toBe(first);
  expect(Buffer.from(again).equals(first)).toBe(true);
});
