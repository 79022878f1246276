import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.ts';
import { findableOf } from './item-search.ts';
import { createSearchIndex, type Hit } from './search.ts';

function demo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}

const { items, departments } = Catalogue.parse(demo('catalogue.json'));
const sayings = z.record(z.string(), z.array(z.string())).parse(demo('sayings.json'));

const index = createSearchIndex();
for (const item of items) {
  const own = Object.entries(sayings).flatMap(([text, itemIds]) => {
    const place = itemIds.indexOf(item.id);
    return place < 0 ? [] : [{ field: 'saying' as const, text, place }];
  });
  const organ = departments.find(({ code }) => code === item.dept);
  index.put(findableOf(item, own, organ === undefined ? [] : [organ.name, organ.nameEn]));
}

function first(text: string): readonly string[] {
  return index
    .find(text)
    .slice(0, 3)
    .map(({ itemId }) => itemId);
}

/** What people really type: how they say it, in pinyin, by initials, mixed, with slips and wrong characters, in English. */
const lifelike: readonly (readonly [query: string, expected: string])[] = [
  ['开饭店', 'MK-05'],
  ['我想开饭店', 'MK-05'],
  ['我想在小区门口开个饭店需要什么手续', 'MK-05'],
  ['开个餐馆怎么办', 'MK-05'],
  ['开火锅店要办什么证', 'MK-05'],
  ['奶茶店', 'MK-06'],
  ['卖早点', 'MK-06'],
  ['药店', 'MK-01'],
  ['开药店', 'MK-01'],
  ['占道', 'UM-01'],
  ['临时占道施工', 'UM-01'],
  ['在路边搭围挡', 'UM-01'],
  ['养只狗', 'PS-06'],
  ['给狗办证', 'PS-06'],
  ['孩子上户口怎么办', 'PS-01'],
  ['新生儿落户', 'PS-01'],
  ['二手房过户', 'RE-01'],
  ['查一下名下房产', 'RE-02'],
  ['失业金怎么领', 'HR-04'],
  ['被裁员了', 'HR-04'],
  ['上班受伤了', 'HR-05'],
  ['工伤认定', 'HR-05'],
  ['领证结婚', 'CV-01'],
  ['低保怎么申请', 'CV-02'],
  ['租房提取公积金', 'HF-02'],
  ['提公积金', 'HF-02'],
  ['看病报销', 'MI-02'],
  ['烟草', 'TB-01'],
  ['卖烟', 'TB-01'],
  ['大货车营运', 'TR-01'],
  ['施工许可', 'CN-01'],
  ['个体工商户', 'MK-02'],
  ['网吧', 'CT-02'],
  ['KTV', 'CT-02'],
  ['考教资', 'ED-01'],
  ['公司换法人', 'MK-03'],
  ['电梯', 'MK-08'],
  ['护士执业证书', 'HL-03'],
  // Pinyin, whole, apart, unfinished.
  ['kaifandian', 'MK-05'],
  ['kai fan dian', 'MK-05'],
  ['kaifand', 'MK-05'],
  ['zhandao', 'UM-01'],
  ['yaodian', 'MK-01'],
  ['yanggou', 'PS-06'],
  ['gongshangrending', 'HR-05'],
  ['shigongxuke', 'CN-01'],
  ['jiehunzheng', 'CV-01'],
  ['ershoufang', 'RE-01'],
  // Initials.
  ['kfd', 'MK-05'],
  ['KFD', 'MK-05'],
  ['ncd', 'MK-06'],
  ['jhz', 'CV-01'],
  ['syj', 'HR-04'],
  ['gsrd', 'HR-05'],
  ['sgxk', 'CN-01'],
  // Mixed.
  ['开fan店', 'MK-05'],
  ['kai饭店', 'MK-05'],
  ['yao店', 'MK-01'],
  ['结婚zheng', 'CV-01'],
  ['开fd', 'MK-05'],
  // Slips of the keys and wrong characters.
  ['kaifandain', 'MK-05'],
  ['jeihunzheng', 'CV-01'],
  ['kaifangdian', 'MK-05'],
  ['开饭点', 'MK-05'],
  ['接婚登记', 'CV-01'],
  ['施工许克', 'CN-01'],
  ['工商认定', 'HR-05'],
  ['养狗登计', 'PS-06'],
  ['居主证', 'PS-03'],
  ['失业今', 'HR-04'],
  ['食品经营许可正', 'MK-05'],
  // English.
  ['restaurant', 'MK-05'],
  ['open a restaurant', 'MK-05'],
  ['resturant', 'MK-05'],
  ['I lost my job', 'HR-04'],
  ['marriage', 'CV-01'],
  ['get married', 'CV-01'],
  ['mariage registration', 'CV-01'],
  ['tabacco licence', 'TB-01'],
  ['dog registration', 'PS-06'],
  ['newborn', 'PS-01'],
  ['work injury', 'HR-05'],
  ['housing fund withdrawal', 'HF-02'],
  ['coffee shop', 'MK-06'],
  ['hair salon', 'HL-01'],
  // Codes, full width, case.
  ['mk-05', 'MK-05'],
  ['ＭＫ－０５', 'MK-05'],
  ['110131005000', 'MK-05'],
  ['食品经营许可（餐饮服务）核发', 'MK-05'],
];

describe('finding an item in plain words', () => {
  test('the table holds at least sixty queries of real life', () => {
    expect(lifelike.length).toBeGreaterThanOrEqual(60);
  });

  test.each(lifelike)('"%s" finds %s among the first three', (query, expected) => {
    expect(first(query)).toContain(expected);
  });

  test.each(Object.entries(sayings))('the saying %s finds the item it names first', (saying, itemIds) => {
    expect(index.find(saying)[0]?.score, saying).toBeGreaterThan(90);
    expect(first(saying)).toContain(itemIds[0]);
  });

  test.each(items.map(({ id, name, nameEn }) => [id, name, nameEn]))(
    '%s is found first by its names',
    (id, name, nameEn) => {
      expect(index.find(name ?? '')[0]?.itemId).toBe(id);
      expect(index.find(nameEn ?? '')[0]?.itemId).toBe(id);
    },
  );

  test('every hit says by what it was found', () => {
    const reasons = (text: string): readonly Hit['reason'][] =>
      index
        .find(text)
        .slice(0, 1)
        .map(({ reason }) => reason);
    expect(reasons('开饭店')).toEqual([{ field: 'saying', text: '开饭店', how: 'same' }]);
    expect(reasons('kfd')).toEqual([{ field: 'saying', text: '开饭店', how: 'initials' }]);
    expect(reasons('kaifandian')).toEqual([{ field: 'saying', text: '开饭店', how: 'sound' }]);
    expect(reasons('kaifandain')).toEqual([{ field: 'saying', text: '开饭店', how: 'near' }]);
    expect(reasons('施工许可')).toEqual([{ field: 'name', text: '建筑工程施工许可', how: 'part' }]);
    expect(reasons('现场核查要准备什么')[0]?.field).toBe('question');
    expect(reasons('MK-05')).toEqual([{ field: 'code', text: 'MK-05', how: 'same' }]);
    expect(reasons('营业性演出准予许可决定')[0]?.field).toBe('result');
  });
});

describe('what no item answers', () => {
  test.each([
    '',
    '   ',
    '火星移民',
    '😀😀',
    '\u0007\u0000\u001b',
    "'; drop table item; --",
    '(.*)+$',
    '%_\\',
    '????',
    'qwrtzp',
  ])('%j finds nothing', (query) => {
    expect(index.find(query)).toEqual([]);
  });

  test('a question that nothing answers is met with what comes nearest', () => {
    expect(index.find('房租补贴')).toEqual([]);
    expect(index.nearest('房租补贴').map(({ itemId }) => itemId)).toContain('CV-05');
  });

  test('any text is answered, however long or strange, and the same one always alike', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constantFrom('开', 'a', '许可').map((one) => one.repeat(10_000)),
        ),
        (text) => {
          const hits = index.find(text);
          expect(index.find(text)).toEqual(hits);
          for (const { score } of hits) expect(score).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the index changes item by item', () => {
  const name = (text: string) => ({ itemId: 'XX-01', texts: [{ field: 'name' as const, text }] });

  test('an item that was renamed is found by its new name only', () => {
    const own = createSearchIndex();
    own.put(name('占用河道审批'));
    own.put(name('水域滩涂养殖许可'));
    expect(own.find('占用河道')).toEqual([]);
    expect(own.find('养殖许可').map(({ itemId }) => itemId)).toEqual(['XX-01']);
  });

  test('an item that was taken out is not found, and found again when it returns', () => {
    const own = createSearchIndex();
    own.put(name('占用河道审批'));
    own.remove('XX-01');
    expect(own.find('占用河道')).toEqual([]);
    own.put(name('占用河道审批'));
    expect(own.find('占用河道')).toHaveLength(1);
  });
});
