import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Catalogue, type Item } from '../catalogue/catalogue.ts';
import { changesBetween, versionState } from './change.ts';
import { GuideSheet, guideSheet } from './sheet.ts';
import { limitWords, Words } from './sheet-words.ts';

const file = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items, departments } = Catalogue.parse(JSON.parse(readFileSync(file, 'utf8')));

function item(itemId: string): Item {
  const found = items.find(({ id }) => id === itemId);
  if (found === undefined) throw new Error(itemId);
  return found;
}

function sheetOf(of: Item): GuideSheet {
  const organ = departments.find(({ code }) => code === of.dept);
  return guideSheet({ item: of }, { zh: organ?.name ?? '', en: organ?.nameEn ?? '' });
}

const codes = (lines: readonly { readonly code: string }[]): readonly string[] => lines.map(({ code }) => code);

describe('the guide', () => {
  test.each(items.map((one) => [one.id, one] as const))('%s fits its schema', (_, one) => {
    expect(GuideSheet.parse(sheetOf(one))).toEqual(sheetOf(one));
  });

  test.each(items.map((one) => [one.id, one] as const))(
    'R2: %s names basis, conditions, time, complete list, forms, samples, contacts and complaints',
    (_, one) => {
      const sheet = sheetOf(one);
      expect(sheet.bases.length).toBeGreaterThan(0);
      expect(sheet.who.conditions.length).toBeGreaterThan(0);
      expect(sheet.time.statutory.zh).not.toBe('');
      const { bring, fetched, made } = sheet.materials;
      expect([...codes(bring), ...codes(fetched), ...codes(made)].toSorted()).toEqual(codes(one.materials).toSorted());
      for (const line of bring) expect(line.sample.zh, line.code).not.toBe('');
      expect(sheet.result.sample.zh).not.toBe('');
      expect(sheet.where.consultPhone).not.toBe('');
      expect(sheet.where.complaintPhone).not.toBe('');
      expect(sheet.where.windows.length).toBeGreaterThan(0);
      expect(sheet.course.window.length).toBeGreaterThan(0);
    },
  );

  test('R2: a limited number is told', () => {
    expect(sheetOf(item('TB-01')).who.quantity?.zh).toContain('受理先后');
    expect(sheetOf(item('MK-05')).who.quantity).toBeNull();
  });

  test('R5: the promise stands beside what statute allows', () => {
    expect(sheetOf(item('MK-05')).time).toMatchObject({
      promised: { zh: '8 个工作日', en: '8 working days' },
      statutory: { zh: '20 个工作日', en: '20 working days' },
    });
  });

  test.each(items.map((one) => [one.id, one] as const))(
    'R6: %s asks for nothing that we can fetch, and says from whom it comes',
    (_, one) => {
      const { bring, fetched } = sheetOf(one).materials;
      const obtainable = one.materials.filter(({ replaceableBy }) => replaceableBy.length > 0).map(({ code }) => code);
      expect(codes(bring).filter((code) => obtainable.includes(code))).toEqual([]);
      expect(codes(fetched)).toEqual(obtainable);
      for (const { sources, code } of fetched) expect(sources.length, code).toBeGreaterThan(0);
    },
  );

  test.each(items.map((one) => [one.id, one] as const))(
    'R7: %s gives the basis of every paper that is asked for',
    (_, one) => {
      for (const { basis, code } of sheetOf(one).materials.bring) expect(basis.zh, code).toMatch(/^《.+》第/);
    },
  );

  test('R14: every way in is named, and a closed one with its own ground', () => {
    for (const one of items) {
      const { channels } = sheetOf(one).where;
      expect(channels.map(({ name }) => name.en)).toEqual(['Counter', 'Online', 'Kiosk', 'Street station']);
      for (const { open, why } of channels) expect(why.zh === '', one.id).toBe(open);
    }
    expect(sheetOf(item('CV-01')).where.channels.find(({ name }) => name.en === 'Online')).toMatchObject({
      open: false,
      why: { zh: '依法须本人到场' },
    });
  });

  test.each(items.map((one) => [one.id, one] as const))('%s has English for everything', (_, one) => {
    expect(withoutEnglish(sheetOf(one))).toEqual([]);
  });
});

test.each([
  [{ value: 8, unit: 'W' }, '8 个工作日', '8 working days'],
  [{ value: 1, unit: 'W' }, '1 个工作日', '1 working day'],
  [{ value: '60', unit: 'N' }, '60 个自然日', '60 calendar days'],
  [{ value: 0, unit: 'W' }, '当场', 'on the spot'],
  [{ value: '当场', unit: 'S' }, '当场', 'on the spot'],
  [{ value: 2, unit: 'H' }, '2 小时', '2 hours'],
])('%j in words', (limit, zh, en) => {
  expect(limitWords(limit)).toEqual({ zh, en });
});

describe('what changed for people, in words', () => {
  const old = item('MK-05');
  const changes = (change: Partial<Item>): readonly string[] =>
    changesBetween(sheetOf(old), sheetOf({ ...old, ...change })).map(({ zh, en }) => `${zh} / ${en}`);

  test('nothing, when people would notice nothing', () => {
    expect(changes({ notes: '内部备注', cases: [] })).toEqual([]);
  });

  test('a shorter promise', () => {
    expect(changes({ promisedLimit: { value: 5, unit: 'W' } })).toEqual([
      '承诺时限：8 个工作日 → 5 个工作日 / Promised time: 8 working days → 5 working days',
    ]);
  });

  test('a material that went, one that came, one that we fetch from now on', () => {
    const [form, ...rest] = old.materials.filter(({ code }) => code !== 'm.rule');
    if (form === undefined) throw new Error('no form');
    const materials = [
      form,
      ...rest.map((one) => (one.code === 'm.floor' ? { ...one, replaceableBy: ['S-ADDR'] } : one)),
      {
        ...form,
        code: 'm.new',
        name: '消毒设施说明',
        nameEn: 'Description of disinfection',
        kind: 'provided' as const,
      },
    ];
    expect(changes({ materials })).toEqual([
      '经营场所平面布局图：改由我们调取，不用您交 / Floor plan of the premises: we fetch it now, you need not bring it',
      '不再需要：管理制度文本 / No longer needed: Internal rules',
      '新增材料：消毒设施说明 / New material: Description of disinfection',
    ]);
  });

  test('a material that may follow later, one with other requirements', () => {
    const materials = old.materials.map((one) => {
      if (one.code === 'm.floor') return { ...one, necessity: 'deferrable' as const };
      return one.code === 'm.flow' ? { ...one, copies: 2 } : one;
    });
    expect(changes({ materials })).toEqual([
      '经营场所平面布局图：改为可以后补 / Floor plan of the premises: may follow later now',
      '材料要求有变化：操作流程与设备布局说明 / Requirements changed: Description of processes and equipment',
    ]);
  });

  test('R14: a way in that closed', () => {
    const channels = old.channels.map((one) =>
      one.kind === 'kiosk' ? { ...one, open: false, closedBecause: 'notYetBuilt' as const } : one,
    );
    expect(changes({ channels })).toEqual(['办理渠道取消：自助终端 / Way in gone: Kiosk']);
  });

  test('R76: another sign class, in words that people know, and its reason', () => {
    const signing = { ...old.signing, deviation: '试运行' };
    expect(changes({ signClass: 1, signing })).toEqual([
      '签批级别：两次签批 → 一次签批 / Sign class: two signatures → one signature',
      '偏离说明：无 → 试运行 / Reason for deviating: none → 试运行',
    ]);
  });
});

test('R12: a version is coming until its day, in force from then on, and past when the next began', () => {
  const version = (number: number, effectiveFrom: string) => ({
    itemId: 'MK-05',
    version: number,
    item: item('MK-05'),
    hash: '0',
    publishedAt: '2026-01-01T00:00:00.000Z',
    effectiveFrom,
  });
  const first = version(1, '2026-01-01T00:00:00.000Z');
  const next = version(2, '2026-12-01T00:00:00.000Z');
  expect([first, next].map((one) => versionState(one, 1, '2026-11-28T00:00:00.000Z'))).toEqual(['inForce', 'coming']);
  expect([first, next].map((one) => versionState(one, 2, '2026-12-01T00:00:00.000Z'))).toEqual(['past', 'inForce']);
  const withdrawn = { ...next, withdrawn: { at: '2026-11-20T00:00:00.000Z', reason: '推迟' } };
  expect(versionState(withdrawn, 1, '2026-11-28T00:00:00.000Z')).toBe('withdrawn');
});

/** Every text of the guide that has no English, with its place. */
function withoutEnglish(value: unknown, place = ''): readonly string[] {
  const words = Words.safeParse(value);
  if (words.success) return words.data.zh !== '' && words.data.en === '' ? [`${place}: ${words.data.zh}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => withoutEnglish(inner, `${place}.${name}`));
}
