import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import {
  Catalogue,
  derivedSignClass,
  type Item,
  isDecidableOnTheSpot,
  publicationFaults,
  signLists,
} from './catalogue.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

function item(id: string): Item {
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

describe('R76–R78: the sign class follows from the facts of the item', () => {
  test('every item of the district has the class that follows, or says why not', () => {
    const deviating = items.filter((one) => derivedSignClass(one).signClass !== one.signClass).map(({ id }) => id);
    expect(deviating).toEqual(['MK-01']);
    expect(item('MK-01').signing.deviation).toContain('登记员');
  });

  test('a statutory procedure leads outside the lists before anything else', () => {
    expect(derivedSignClass(item('CT-02'))).toEqual({
      signClass: 'EX',
      reasons: [{ zh: '法律要求听证', en: 'statute asks for a hearing' }],
    });
  });

  test('a favourable filing without discretion is 0, and 1 as soon as an officer must find a fact', () => {
    const filing = item('MK-07');
    expect(derivedSignClass(filing).signClass).toBe(0);
    const judged = filing.inputs.map((input) => ({ ...input, source: 'review' as const }));
    const fallen = derivedSignClass({ ...filing, inputs: judged });
    expect(fallen.signClass).toBe(1);
    expect(fallen.reasons[1]?.zh).toContain('须人工认定');
  });

  test('each concern leads to two signatures, and a limited number is one by itself', () => {
    const nurse = item('HL-03');
    expect(derivedSignClass(nurse).signClass).toBe(1);
    const concerned = { ...nurse, signing: { ...nurse.signing, concerns: ['safety' as const] } };
    expect(derivedSignClass(concerned)).toMatchObject({ signClass: 2, reasons: [{ zh: '涉及公共安全' }] });
    const limited = { ...nurse, intake: { ...nurse.intake, quantityLimit: item('TB-01').intake.quantityLimit } };
    expect(derivedSignClass(limited)).toMatchObject({ signClass: 2, reasons: [{ zh: '有数量限制' }] });
    const weighed = { ...nurse, signing: { ...nurse.signing, objectiveOnly: false } };
    expect(derivedSignClass(weighed)).toMatchObject({ signClass: 2, reasons: [{ zh: '有裁量' }] });
  });

  test('R76: deviating without a reason is a fault that names the class and the facts', () => {
    const silent = { ...item('MK-01'), signing: { ...item('MK-01').signing, deviation: ' ' } };
    const licenceList = new Set([silent.basicCode]);
    expect(publicationFaults(silent, { licenceList })).toMatchObject([
      { code: 'sign-class-deviates', path: 'signClass', found: expect.stringContaining('按事实应为 0') },
    ]);
  });
});

describe('decidable on the spot', () => {
  test('is computed for the 54 items as the catalogue counts: 34 of them', () => {
    const wrong = items.filter((one) => isDecidableOnTheSpot(one) !== one.decidableOnTheSpot).map(({ id }) => id);
    expect(wrong).toEqual([]);
    expect(items.filter(isDecidableOnTheSpot)).toHaveLength(34);
  });

  test('ends with a special procedure, unless a promise replaces it', () => {
    const nurse = item('HL-03');
    const special = item('MK-05').time.special;
    expect(isDecidableOnTheSpot({ ...nurse, time: { ...nurse.time, special } })).toBe(false);
    expect(isDecidableOnTheSpot(item('FR-01'))).toBe(true);
  });

  test('R76: the lists hold 12, 18 and 4 items; list 0 names the rule sets that the head signs', () => {
    const lists = signLists(items);
    expect([lists[0].length, lists[1].length, lists[2].length]).toEqual([12, 18, 4]);
    expect(lists[0].every(({ ruleSetHash }) => /^[0-9a-f]{64}$/.test(ruleSetHash ?? ''))).toBe(true);
    expect(lists[1].some(({ ruleSetHash }) => ruleSetHash !== undefined)).toBe(false);
  });
});
