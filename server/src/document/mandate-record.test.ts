import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '../kernel/refusal.ts';
import { MandateLetter, mandateRefOf } from '../mandate/mandate.ts';
import { LetterContent } from './letter.ts';
import { printMandate } from './mandate-record.ts';
import { letterRenderer } from './render.ts';

const demo = new URL('../../../db/demo/mandates.json', import.meta.url);
const { letters } = z.object({ letters: z.array(MandateLetter) }).parse(JSON.parse(readFileSync(demo, 'utf8')));
const print = {
  docNo: '云市监授字〔2024〕第0001号',
  on: '2024-12-20',
  verification: { code: 'YH24-1', url: 'https://yunhe.example/verify/YH24-1' },
  itemCode: (itemId: string) => `11110198YH0001002031101310010000${itemId.slice(-1)}`,
};
const renderer = letterRenderer();

afterAll(() => renderer.close());

test('every mandate of the demo district prints as a letter with all its items and the hash of its record', () => {
  for (const record of letters) {
    const letter = LetterContent.parse(printMandate(record, print));
    const rows = letter.annexes.flatMap((annex) => annex.rows.map((row) => row[1]));
    expect(rows.toSorted()).toEqual(
      record.items.map((item) => item.name.replace('(', '（').replace(')', '）')).toSorted(),
    );
    const notes = letter.annexes.map((annex) => annex.note ?? '').join();
    for (const { ruleSetHash } of record.ruleSets) expect(notes).toContain(ruleSetHash);
    expect(letter.record.join('\n')).toContain(mandateRefOf(record).hash);
    expect(letter.organ).toBe(record.grantor.name.replace('(', '（').replace(')', '）'));
  }
});

test.each(['A', 'B', 'C'] as const)('a mandate of construct %s renders', async (construct) => {
  const record = letters.find((letter) => letter.construct === construct);
  if (record === undefined) throw new Error('the demo has no such mandate');
  const outcome = await renderer.renderPdf(printMandate(record, print), { at: '2024-12-19T16:00:00.000Z' });
  expect(isRefusal(outcome) ? outcome : outcome.pages).toBeGreaterThan(1);
});

test('one changed figure of the record changes the printed hash: signing the letter signs the data', () => {
  const [record] = letters;
  if (record === undefined) throw new Error('the demo has no mandate');
  const changed = { ...record, supervision: { ...record.supervision, samplingPercent: 6 } };
  expect(printMandate(changed, print).record).not.toEqual(printMandate(record, print).record);
});
