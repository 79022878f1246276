import { expect, test } from 'vitest';
import type { NeededClaim, NeededClaims } from '../api/consent-model.ts';
import { broughtOf, sharingOfMatter, toggled, untilSaid } from './sharing.ts';

const statute = '《某法》第1条';
const words = { zh: '证', en: 'paper' };

function claim(code: string, more: Partial<NeededClaim> = {}): NeededClaim {
  return {
    kind: 'material',
    code,
    label: words,
    sources: [words],
    isSensitive: false,
    isThere: true,
    statute,
    ...more,
  };
}

function withoutNorm({ statute: _norm, ...rest }: NeededClaim): NeededClaim {
  return rest;
}

function item(itemId: string, claims: readonly NeededClaim[]): NeededClaims {
  const organ = { organ: 'PS', organName: words };
  return { itemId, itemName: words, ...organ, codeMinutes: 5, claims: [...claims], verified: [] };
}

const items = [
  item('HL-05', [claim('m.id'), claim('m.none', { isThere: false })]),
  item('PS-01', [
    claim('m.id'),
    withoutNorm(claim('m.tax', { isSensitive: true })),
    claim('m.law', { isSensitive: true }),
  ]),
  item('MI-01', []),
];

test('个保法14, R21: what no norm opens is left out of a matter until he says so, for that item alone', () => {
  expect(untilSaid(items)).toEqual({ 'PS-01': ['m.tax'] });
  // Nor is he asked to bring it: he has not been asked yet whether it may be fetched (R6).
  expect(broughtOf(items, untilSaid(items))).toEqual({});
  expect(sharingOfMatter(items, { 'PS-01': ['m.tax', 'm.law'] })).toMatchObject({
    sharing: { 'PS-01': { claims: [{ kind: 'material', code: 'm.id' }], declined: ['m.law'] } },
  });
});

test('R20: each item gets what is agreed to for it; what there is not is neither agreed to nor declined', () => {
  const declined = toggled(toggled({ 'PS-01': ['m.tax'] }, 'HL-05', 'm.id'), 'PS-01', 'm.tax');
  const id = { kind: 'material', code: 'm.id' };
  expect(sharingOfMatter(items, declined)).toEqual({
    sharing: {
      'HL-05': { claims: [], declined: ['m.id'] },
      'PS-01': {
        claims: [id, { kind: 'material', code: 'm.tax' }, { kind: 'material', code: 'm.law' }],
        declined: [],
      },
    },
  });
  expect(sharingOfMatter([items[2] ?? item('MI-01', [])], {})).toEqual({});
});
