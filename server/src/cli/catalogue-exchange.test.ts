import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../catalogue/workbook-write.ts';
import { runCli } from './cli.ts';
import { progressBar } from './progress-bar.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'liangqian-exchange-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function run(...parameters: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCli(
    ['catalogue', ...parameters],
    {},
    { out: (text) => (out += text), err: (text) => (err += text) },
  );
  return { code, out, err };
}

test('the ending of the name is the format, and any other is one sentence', async () => {
  for (const verb of ['export', 'import']) {
    const { code, err } = await run(verb, join(dir, 'items.csv'));
    expect(code).toBe(2);
    expect(err).toContain('.xlsx');
  }
});

test('a file that is not read says why before any database is reached', async () => {
  const file = join(dir, 'items.xlsx');
  writeFileSync(file, Buffer.from('d0cf11e0a1b11ae100000000', 'hex'));
  const { code, out, err } = await run('import', file, '--json');
  expect(code).toBe(2);
  expect(err).toContain('已加密');
  expect(JSON.parse(out).error.en).toContain('encrypted');
});

test.each([
  [
    'merged cells',
    'xl/worksheets/sheet1.xml',
    (xml: string) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    /事项.*A1:B1/s,
  ],
  ['macros', 'xl/vbaProject.bin', () => 'x', /xl\/vbaProject\.bin/],
])(
  'a workbook with %s is refused with its place, before any database is reached',
  async (_name, part, change, place) => {
    const plain = unzipSync(writeWorkbook([{ name: '事项', head: ['编号', '编码'], rows: [['MK-01', '0011']] }]));
    const file = join(dir, 'items.xlsx');
    const damaged = change(strFromU8(plain[part] ?? new Uint8Array()));
    writeFileSync(file, zipSync({ ...plain, [part]: strToU8(damaged) }));
    const { code, err } = await run('import', file);
    expect(code).toBe(2);
    expect(err).toMatch(place);
  },
);

test('a file that is not there is said to be so', async () => {
  expect(await run('import', join(dir, 'none.json'))).toMatchObject({ code: 2 });
});

test('the bar tells each tenth once', () => {
  const lines: string[] = [];
  const bar = progressBar((line) => lines.push(line));
  for (let done = 0; done <= 100; done += 1) bar(done, 100);
  expect(lines).toHaveLength(11);
  expect(lines.at(0)).toContain('0%');
  expect(lines.at(-1)).toBe(`[${'#'.repeat(30)}] 100% 100/100`);
});
