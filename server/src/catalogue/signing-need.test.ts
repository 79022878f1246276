import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { evaluate, getDecisionTable, type Evaluation } from './decision-table.ts';
import { inputsFrom, Outcome, type InputValue, type Item } from './item.ts';
import { signingNeed, systemGrant, verifiedOnly, type Facts } from './signing-need.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

function demoItem(id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

/** The evaluation of the item's first example with some inputs changed. */
function decided(id: string, changes: Record<string, InputValue> = {}): Evaluation {
  const item = demoItem(id);
  const result = evaluate(getDecisionTable(item), { ...item.cases[0]?.inputs, ...changes });
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

function signatures(id: string, changes: Record<string, InputValue> = {}): unknown {
  return signingNeed(demoItem(id), decided(id, changes)).signatures;
}

function facts(id: string, changes: Record<string, Partial<Facts[string]>> = {}): Facts {
  const item = demoItem(id);
  return Object.fromEntries(
    inputsFrom(item).map(({ name, source }) => [
      name,
      { value: item.cases[0]?.inputs[name], source, verified: true, ...changes[name] },
    ]),
  );
}

describe('R76: who signs', () => {
  test('R76: list 1 is signed by the posted officer, list 2 by officer and chief representative, EX by the department', () => {
    expect(signingNeed(demoItem('MK-01'), decided('MK-01')).signers).toEqual(['postedOfficer']);
    expect(signingNeed(demoItem('MK-05'), decided('MK-05')).signers).toEqual(['postedOfficer', 'chiefRepresentative']);
    const event = decided('PS-04', { people: 3000 });
    expect(event.outcome).toBe('ESCALATE');
    expect(signingNeed(demoItem('PS-04'), event).signers).toEqual(['department']);
  });

  test('R76: SIGN2 raises to two, whether it is an effect or the outcome', () => {
    expect(signatures('CV-03')).toBe(1);
    expect(signatures('CV-03', { amount: 5000.01 })).toBe(2);
    expect(signatures('TX-01')).toBe(1);
    expect(signatures('TX-01', { quantity: 26 })).toBe(2);
    expect(signatures('HL-01', { byPromise: false, testOk: true, siteOk: true })).toBe(2);
    expect(signatures('HL-01')).toBe(1);
  });

  test('R76: ESCALATE leaves the sign lists whatever the class', () => {
    expect(signatures('MK-03', { legalRepBarred: false, equityFrozen: true })).toBe('EX');
    expect(signatures('MK-08', { duplicateCode: true })).toBe('EX');
  });

  test('R24, R25: outcomes at intake are given by one person, also for class 2 and EX', () => {
    expect(signatures('CV-04')).toBe(1);
    expect(signatures('YJ-01')).toBe(1);
    expect(signatures('MK-05', { onlyPrepacked: true })).toBe(1);
  });
});

describe('R77: adverse decisions', () => {
  test('R77: a refusal carries at least two signatures in every class, EX staying with the department', () => {
    for (const item of items) {
      const need = signingNeed(item, { outcome: 'REJECT', effects: [] });
      expect(need.signatures).toBe(item.signClass === 'EX' ? 'EX' : 2);
    }
    expect(signatures('CV-05', { alive: false })).toBe(2);
    expect(signatures('MK-01', { legalRepBarred: true })).toBe(2);
  });
});

describe('R78: decisions without signature', () => {
  test('R78: class 0 only grants: every outcome but APPROVE needs a person, and no other class ever needs none', () => {
    for (const item of items) {
      for (const outcome of Outcome.options) {
        const { signatures: needed, signers } = signingNeed(item, { outcome, effects: [] });
        expect(needed === 0).toBe(item.signClass === 0 && outcome === 'APPROVE');
        expect(signers.length === 0).toBe(needed === 0);
      }
    }
    expect(signatures('HR-03', { duplicate: true })).toBe(1);
    expect(signatures('HR-03', { duplicate: false })).toBe(0);
  });

  test('R78: the system grants on verified facts and hands over as soon as one that decided is unverified', () => {
    const item = demoItem('MK-02');
    expect(verifiedOnly(item, facts('MK-02'))).toBe(true);
    expect(systemGrant(item, facts('MK-02'))).toMatchObject({ outcome: 'APPROVE' });
    for (const { name } of inputsFrom(item)) {
      expect(systemGrant(item, facts('MK-02', { [name]: { verified: false } }))).toMatchObject({
        code: 'unverified-predicate',
        detail: { inputs: [name] },
      });
    }
  });

  test('R78: what the applicant says does not stand in for what a data interface must confirm', () => {
    const item = demoItem('MK-02');
    expect(verifiedOnly(item, facts('MK-02', { addressVerified: { source: 'form' } }))).toMatchObject({
      code: 'unverified-predicate',
    });
  });

  test("R78: an officer's finding never carries a decision without signature", () => {
    expect(verifiedOnly(demoItem('HL-03'), facts('HL-03', { trained3m: { value: true } }))).toMatchObject({
      code: 'unverified-predicate',
      detail: { inputs: ['healthOk'] },
    });
  });

  test('R78: only what the winning path reads must be verified', () => {
    const refused = facts('CV-05', { alive: { value: false }, age: { verified: false } });
    expect(verifiedOnly(demoItem('CV-05'), refused)).toBe(true);
    expect(systemGrant(demoItem('CV-05'), refused)).toMatchObject({ code: 'system-may-not-decide' });
  });

  test('R78: the system never decides an item of another class, and a missing fact stays a missing fact', () => {
    expect(systemGrant(demoItem('CT-03'), facts('CT-03', { wholesale: { value: false } }))).toMatchObject({
      code: 'system-may-not-decide',
      detail: { signatures: 1 },
    });
    const { realName: _gone, ...rest } = facts('MK-02');
    expect(systemGrant(demoItem('MK-02'), rest)).toMatchObject({ code: 'missing-input' });
  });

  test('R78: no class 0 item of the demo district rests on an officer’s finding', () => {
    const classZero = items.filter(({ signClass }) => signClass === 0);
    expect(classZero).toHaveLength(12);
    expect(classZero.flatMap(inputsFrom).filter(({ source }) => source === 'review')).toEqual([]);
  });
});
