import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { codeLists } from './code-lists.ts';
import { readLeaf, writeLeaf } from './exchange-leaf.ts';
import { type ExchangeFacts, planImport, readItems } from './exchange-plan.ts';
import { tablesOf } from './exchange-rows.ts';
import { bareCode, compactText, matchKey, plainText } from './exchange-text.ts';
import { Item } from './item.ts';
import { type Table, writeWorkbook } from './workbook-write.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
const catalogue = Catalogue.parse(read('catalogue.json'));
const [item] = catalogue.items;
if (item === undefined) throw new Error('no items');

const facts: ExchangeFacts = {
  held: () => ({ version: 1, item, organ: 'MK' }),
  mayWrite: (organ) => organ === 'MK',
  publication: {
    licenceList: codeLists.licenceList,
    sources: new Map([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id, name }) => [id, name])),
  },
  inForce: [item],
};

async function planOf(tables: readonly Table[]) {
  const given = readItems(writeWorkbook(tables));
  if (isRefusal(given)) throw new Error(given.code);
  return planImport(given, facts, () => undefined);
}

/** A book of the one item with only these columns. */
function row(cells: Readonly<Record<string, string>>): readonly Table[] {
  const all = { 事项编号: 'MK-01', ...cells };
  return [{ name: '事项', head: Object.keys(all), rows: [Object.values(all)] }];
}

async function elements(cells: Readonly<Record<string, string>>) {
  const plan = await planOf(row(cells));
  expect(plan.faults).toEqual([]);
  return plan.items[0];
}

describe('what offices write is understood', () => {
  test.each([
    ['full-width digits and letters in a code', { 实施编码: '１１１１０１９８ＹＨ００010020３110131001000' }],
    ['separators in a code', { 实施编码: '11110198YH00010020-3-110131001000' }],
    ['dots and spaces in a code', { 基本编码: ' 1101.3100.1000\u00A0' }],
    ['the basic code of old for the implementation code', { 实施编码: '110131001000' }],
    ['the code of 33 digits for the one of 31', { 实施编码: '11110198YH0001002031101310010 0001' }],
    ['the code of 31 digits for the basic code', { 基本编码: '11110198YH000100203110131001000' }],
    ['the basic code for the business item', { 业务办理项编码: '110131001000' }],
    ['spaces nobody sees', { 事项名称: '\u3000\u200B内资有限责任公司设立登记\uFEFF\u00A0' }],
    ['a lower-case, full-width item number', { 事项编号: 'ｍｋ－０１' }],
    ['an English heading', { Name: '内资有限责任公司设立登记' }],
    ['a heading in both languages', { '事项名称\nName': '内资有限责任公司设立登记' }],
    ['a heading with spaces and brackets', { ' 事 项 名 称（）': '内资有限责任公司设立登记' }],
    ['the heading of the national format', { TASK_NAME: '内资有限责任公司设立登记' }],
    ['a choice by its English name', { 通办范围: 'citywide' }],
    ['a choice by its code', { 通办范围: 'city' }],
    ['a choice with half-width brackets', { 网办深度: 'Ⅳ级(全程网办)' }],
    ['a full-width number', { 到办事现场次数: '０' }],
    ['yes and no in many ways', { 是否网办: '√', 是否容缺受理: 'Ｎ', 单点登录: '１' }],
    ['a list of codes in one line', { 服务对象·服务对象: 'enterprise，unincorporated' }],
  ])('%s', async (_name, cells) => {
    const planned = await elements(cells);
    expect(planned?.changes).toEqual([]);
    expect(planned?.item).toEqual(item);
  });

  test('a code read in another style than it was written is told to the one who confirms', async () => {
    const planned = await elements({ 实施编码: '110131001000' });
    expect(planned?.readings).toEqual(['implCode: 110131001000 → 11110198YH000100203110131001000']);
  });

  test.each([
    ['2026年3月1日', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['２０２６．０３．０１', '2026-03-01'],
    ['46082', '2026-03-01'],
  ])('the day %s', (said, day) => {
    expect(readLeaf(Item.shape.endsOn, 'endsOn', said)).toEqual({ value: day });
  });

  test('what has no column keeps its value; brackets of Chinese prose stay full-width', async () => {
    const planned = await elements({ 备注: '  （说明）１２ ' });
    expect(planned?.changes).toMatchObject([{ path: 'notes', after: '（说明）１２' }]);
  });
});

describe('each fault at its row', () => {
  test.each([
    ['到办事现场次数', '两次', 'exchange-cell-unreadable'],
    ['是否网办', '也许', 'exchange-cell-unreadable'],
    ['通办范围', '火星', 'exchange-cell-unreadable'],
    ['没有的列', '1', 'exchange-column-unknown'],
    ['部门代码', 'YQ', 'item-of-another-organ'],
    ['实施编码', '11110198YH000100213110131001000', 'code-invalid'],
    ['承诺时限', '60', 'promise-exceeds-statute'],
  ])('%s = %s', async (heading, value, code) => {
    const { faults } = await planOf(row({ [heading]: value }));
    expect(faults.map((fault) => fault.code)).toContain(code);
    const fault = faults.find((one) => one.code === code);
    expect(fault).toMatchObject({ sheet: '事项', column: { zh: heading } });
    expect(fault?.remedy.zh).not.toBe('');
    expect(fault?.article).not.toBe('');
  });

  test('a vague material, at its own sheet and row (R3)', async () => {
    const tables = tablesOf([item]).map((table) =>
      table.name === '申请材料'
        ? {
            ...table,
            rows: table.rows.map((cells, at) =>
              cells.map((text) => (at === 2 && text === '公司章程' ? '其他材料' : text)),
            ),
          }
        : table,
    );
    const { faults } = await planOf(tables);
    expect(faults).toMatchObject([
      { sheet: '申请材料', row: 4, value: '其他材料', code: 'vague-requirement', rule: 'R3', column: { en: 'Name' } },
    ]);
  });

  test('an item twice, a row of nobody, a line twice, a line of no line', async () => {
    const [, items, ...lists] = tablesOf([item]);
    if (items === undefined) throw new Error('no items');
    const changed = lists.map((table) => {
      const [first = []] = table.rows;
      if (table.name === '申请材料') return { ...table, rows: [...table.rows, first, ['MK-77', '1', 'm.x']] };
      return table.name === '申请表字段·选项'
        ? { ...table, rows: [...table.rows, ['MK-01', '99-1', 'x', 'x', 'x']] }
        : table;
    });
    const { faults } = await planOf([{ ...items, rows: [...items.rows, ...items.rows] }, ...changed]);
    const codes = faults.map(({ code, sheet }) => `${sheet} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        '事项 exchange-row-twice',
        '申请材料 exchange-row-twice',
        '申请材料 exchange-row-without-item',
        '申请表字段·选项 exchange-row-without-item',
      ]),
    );
  });
});

describe('reading and writing', () => {
  test('normalising again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const normalise of [plainText, compactText, bareCode, matchKey]) {
          const once = normalise(text);
          expect(normalise(once)).toBe(once);
        }
      }),
    );
  });

  test('every text that can be kept comes back from its cell exactly', () => {
    const schema = z.string();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readLeaf(schema, 'notes', writeLeaf(schema, 'notes', text))).toEqual({ value: text });
        expect(readLeaf(schema.nullable(), 'x', writeLeaf(schema.nullable(), 'x', text))).toEqual({ value: text });
        expect(readLeaf(z.array(schema), 'x', writeLeaf(z.array(schema), 'x', [text]))).toEqual({ value: [text] });
      }),
    );
  });

  test('texts of every kind come back through the workbook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (notes) => {
        const plan = await planOf(tablesOf([{ ...item, notes }]));
        expect(plan.items[0]?.item['notes']).toBe(notes);
      }),
      { numRuns: 25 },
    );
  });
});
