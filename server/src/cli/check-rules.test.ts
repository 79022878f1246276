import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Catalogue } from '../catalogue/catalogue.ts';
import { checkRules } from './check-rules.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

const blValid = { blValid: true, bulk: false };

describe('liangqian check rules', () => {
  test('passes the 68 example cases of the 54 items', () => {
    const file = Object.fromEntries(items.map((item) => [item.id, item.cases]));
    expect(checkRules(file, items)).toEqual({ passed: 68, failed: 0, mismatches: [] });
  });

  test('a catalogue is checked by its own rules and the examples that stand in it', () => {
    const catalogue = JSON.parse(readFileSync(demo, 'utf8'));
    expect(checkRules(catalogue, [])).toEqual({ passed: 68, failed: 0, mismatches: [] });
    const [first, ...others] = catalogue.items;
    const [row, ...rows] = first.decide;
    const broken = { ...first, decide: [{ ...row, when: 'nosuch > 3' }, ...rows] };
    const { mismatches } = checkRules({ ...catalogue, items: [broken, ...others] }, items);
    expect(mismatches[0]).toMatch(/^MK-01\[0\]: expected "rules that compile", got ".*nosuch/);
    const nameless = { ...catalogue, items: [{ ...first, name: 7 }, ...others] };
    expect(checkRules(nameless, items).mismatches[0]).toMatch(/^items\.0\.name: /);
  });

  test('tells a wrong expectation by its place', () => {
    expect(checkRules({ 'MK-07': [{ inputs: blValid, expect: 'REJECT' }] }, items)).toEqual({
      passed: 0,
      failed: 1,
      mismatches: ['MK-07[0]: expected "REJECT", got "APPROVE"'],
    });
  });

  test('checks every further expectation that a case states', () => {
    const good = {
      inputs: { blValid: true, bulk: true },
      expect: 'ROUTE',
      to: 'MK-05',
      why: '须许可',
      row: 1,
      effects: [],
      signatures: 1,
      note: 'goes elsewhere',
    };
    expect(checkRules({ 'MK-07': [good] }, items)).toEqual({ passed: 6, failed: 0, mismatches: [] });
    const bad = {
      ...good,
      to: 'MK-06',
      why: 'x',
      row: 0,
      effects: ['SITE'],
      signatures: 0,
      clock: 'paused',
      tags: ['x'],
    };
    expect(checkRules({ 'MK-07': [bad] }, items)).toMatchObject({ passed: 1, failed: 7 });
    const waiting = { inputs: { hasIdNo: false, duplicate: false }, expect: 'DEFER', clock: 'notStarted' };
    expect(checkRules({ 'MI-01': [waiting] }, items)).toMatchObject({ passed: 2, failed: 0 });
  });

  test.each([
    ['an unknown item', { 'ZZ-99': [] }, 'ZZ-99: expected "an item of the catalogue", got "unknown item"'],
    ['an unknown key', { 'MK-07': [{ inputs: blValid, expect: 'APPROVE', colour: 1 }] }, /^MK-07\[0\]: .*colour/],
    [
      'a missing input',
      { 'MK-07': [{ inputs: { bulk: true }, expect: 'APPROVE' }] },
      /^MK-07\[0\]\.inputs\.blValid: .*missing-input/,
    ],
    [
      'a wrong type',
      { 'MK-07': [{ inputs: { ...blValid, bulk: 'no' }, expect: 'APPROVE' }] },
      /^MK-07\[0\]\.inputs\.bulk: .*wrong-type/,
    ],
    [
      'an unknown input',
      { 'MK-07': [{ inputs: { ...blValid, x: 1 }, expect: 'APPROVE' }] },
      /^MK-07\[0\]\.inputs\.x: .*unknown-input/,
    ],
    ['no inputs', { 'MK-07': [{ expect: 'APPROVE' }] }, /^MK-07\[0\]\.inputs: /],
    ['no list', { 'MK-07': { inputs: {} } }, /^MK-07: .*a list of cases/],
    ['a list instead of an object', [], /^\$: /],
    ['null', null, /^\$: /],
  ])('%s is a mismatch with its path', (_name, file, message) => {
    const report = checkRules(file, items);
    expect(report).toMatchObject({ passed: 0, failed: 1 });
    expect(report.mismatches[0]).toMatch(message);
  });

  test('never throws, whatever JSON the file holds', () => {
    const ids = fc.constantFrom('MK-01', 'MK-07', 'TX-02', 'XX-00');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(ids, fc.jsonValue())), (file) => {
        const { passed, failed, mismatches } = checkRules(file, items);
        expect([passed, failed]).toEqual([0, mismatches.length]);
      }),
    );
  });
});
