import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { guideSheet } from '../guide/guide.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { printedForm, type PrintedSheet, printedGuide } from './document.ts';
import { letterRenderer } from './render.ts';

const AT = '2025-03-03T01:00:00.000Z';
const file = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(file, 'utf8')));
const organ = { zh: '云河区市场监督管理局', en: 'Yunhe Market Regulation Bureau' };
const edition = { version: 3, hash: 'ab'.repeat(32), effectiveOn: '2025-03-03' };
const languages = ['zh', 'en'] as const;

const renderer = letterRenderer();
const directory = mkdtempSync(join(tmpdir(), 'sheet-'));
afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true, force: true });
});

function itemOf(id: string) {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

async function pdfOf(sheet: PrintedSheet): Promise<Uint8Array> {
  const rendered = await renderer.renderSheet(sheet, { at: AT });
  if (isRefusal(rendered)) throw new Error(rendered.code);
  return rendered.pdf;
}

/** What poppler reads out of the PDF; undefined where it is not installed. */
function textOf(pdf: Uint8Array): string | undefined {
  const path = join(directory, 'sheet.pdf');
  writeFileSync(path, pdf);
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('R2: the guide goes home on paper with everything that 许可法30 wants published', () => {
  test.each(languages)('in %s, the same bytes each time', async (language) => {
    const sheet = printedGuide(guideSheet({ item: itemOf('MK-05') }, organ), edition, language);
    const pdf = await pdfOf(sheet);
    expect(Buffer.compare(pdf, await pdfOf(sheet))).toBe(0);
    const text = textOf(pdf);
    if (text === undefined) {
      console.warn('SKIPPED: pdftotext is not installed; the printed guide was not read back');
      return;
    }
    const words =
      language === 'zh'
        ? ['办事指南：', '经营场所平面布局图', '我们自己调取', '行政复议：六十日内', '法律依据', '第 3 版']
        : ['Guide: ', 'What you bring', 'What we fetch ourselves', 'Review: within sixty days', 'version 3'];
    for (const one of words) expect(text).toContain(one);
  });
});

describe('blank and sample forms come from the lines of the item’s own form', () => {
  test('every line of every item stands on it, a choice with all its options', () => {
    for (const item of items) {
      const form = printedForm(item, { organ, version: 1 }, { language: 'zh', isSample: false });
      const rows = form.blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
      for (const { label, type, options } of item.form) {
        const row = rows.find((one) => one.label === label.zh);
        expect(row, `${item.id} ${label.zh}`).toBeDefined();
        if (type === 'choice')
          expect(row?.choices?.map(({ text }) => text)).toEqual(options.map((one) => one.label.zh));
      }
      // Nothing is filled in, nothing is ticked.
      expect(
        rows.filter(({ value = '', choices = [] }) => value !== '' || choices.some(({ chosen }) => chosen)),
      ).toEqual([]);
      expect(form.mark).toBe('');
    }
  });

  test('a sample is marked as one across the page, and shows the answers that the rules grant', async () => {
    const sample = printedForm(itemOf('MK-06'), { organ, version: 1 }, { language: 'zh', isSample: true });
    expect(sample.mark).toBe('样表');
    const rows = sample.blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
    const chain = rows.find(({ label }) => label.includes('连锁'));
    expect(chain?.choices).toEqual([
      { text: '是', chosen: false },
      { text: '否', chosen: true },
    ]);
    const text = textOf(await pdfOf(sample));
    if (text === undefined) console.warn('SKIPPED: pdftotext is not installed; the sample was not read back');
    else expect(text).toContain('张三');
  });
});

test('anybody may ask for sheets, so few of them wait at once, and a letter is not refused for them', async () => {
  const sheets = Array.from({ length: 12 }, (_, index) =>
    renderer.renderSheet(
      printedForm(itemOf('MK-06'), { organ, version: index + 10 }, { language: 'zh', isSample: false }),
      { at: AT },
    ),
  );
  const answers = await Promise.all(sheets);
  expect(answers.filter((answer) => isRefusal(answer)).map((answer) => ('code' in answer ? answer.code : ''))).toEqual(
    Array.from({ length: 4 }, () => 'documents-queue-full'),
  );
});
