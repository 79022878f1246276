import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { Catalogue } from '../catalogue/catalogue.ts';
import { linesOf, lintCatalogue } from './catalogue-lint.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const catalogue = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));
const licenceList = new Set(catalogue.items.map(({ basicCode }) => basicCode));

describe('liangqian catalogue lint', () => {
  test('passes the 54 items of the district', () => {
    expect(lintCatalogue(catalogue, licenceList)).toEqual({ passed: 54, failed: 0, faults: [], dangling: [] });
  });

  test('tells every fault with place, element, rule, article and mend', () => {
    const items = catalogue.items.map((item) =>
      item.id === 'MK-05' ? { ...item, promisedLimit: { value: 60, unit: 'W' }, region: 'x' } : item,
    );
    const report = lintCatalogue({ ...catalogue, items }, licenceList);
    expect(report).toMatchObject({ passed: 53, failed: 1 });
    const lines = report.faults.flatMap(({ place, fault }) => linesOf(place, fault));
    expect(lines[0]).toBe('MK-05 region 行政区划: x');
    expect(lines[4]).toBe('MK-05 promisedLimit 承诺时限: 60W > 20W');
    expect(lines[5]).toBe('  R5 优化营商环境条例第36条');
    expect(lines[6]).toContain('承诺时限长于法定时限');
  });

  test('takes a single item and a list of items too, and two items under one code are two faults (R10)', () => {
    const [first, second] = catalogue.items;
    if (first === undefined || second === undefined) throw new Error('no items');
    expect(lintCatalogue(first, licenceList)).toMatchObject({ passed: 1, failed: 0 });
    const twin = { ...second, implCode: first.implCode, bizCode: first.bizCode, basicCode: first.basicCode };
    expect(lintCatalogue([first, twin], licenceList)).toMatchObject({ passed: 0, failed: 2 });
  });

  test('says what points nowhere between the parts of a catalogue', () => {
    const report = lintCatalogue({ ...catalogue, departments: catalogue.departments.slice(1) }, licenceList);
    expect(report.failed).toBe(report.dangling.length);
    expect(report.dangling[0]).toContain('MK does not exist');
  });

  test('what is no catalogue is one failed item', () => {
    expect(lintCatalogue('x', licenceList)).toMatchObject({ passed: 0, failed: 1 });
    expect(lintCatalogue({ items: [] }, licenceList)).toMatchObject({ passed: 0, failed: 0 });
  });
});
