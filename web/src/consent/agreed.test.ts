import { expect, test } from 'vitest';
import type { ItemForm, KnownAnswer } from '../api/model.ts';
import { agreedOf, sharingPart, untilAgreed, withDeclined } from './agreed.ts';

function material(code: string, isFetched: boolean, needsConsent = false): ItemForm['materials'][number] {
  return {
    code,
    name: code,
    nameEn: '',
    kind: 'licence',
    necessity: 'required',
    isFetched,
    needsConsent,
    acceptStandard: '',
  };
}

const form: ItemForm = {
  itemId: 'PS-02',
  version: 1,
  questions: [],
  materials: [
    material('m.id', true),
    material('m.hkb', true),
    material('m.alone', true, true),
    material('m.own', false),
  ],
  fees: [],
};
const known: readonly KnownAnswer[] = [
  { name: 'claimantId', value: '1', from: 'source', source: 'L-ID' },
  { name: 'phone', value: '2', from: 'case' },
];
const given = { consentId: 'c-1', expiresAt: '', secondsLeft: 60 };

test('R21: what needs a consent of its own is left out until he says so', () => {
  const agreed = agreedOf(form, known, { ...untilAgreed(form), m_hkb: true });
  expect(agreed.claims).toEqual([
    { kind: 'material', code: 'm.id' },
    { kind: 'answer', code: 'claimantId' },
  ]);
  expect(agreed.declined).toEqual(['m.hkb', 'm.alone']);
  expect(agreedOf(form, known, {}).declined).toEqual([]);
});

test('what is declined is asked for like any other paper', () => {
  const asked = withDeclined(form, { m_hkb: true }).materials.filter(({ isFetched }) => !isFetched);
  expect(asked.map(({ code }) => code)).toEqual(['m.hkb', 'm.own']);
});

test('the application names its consent and what was declined, or neither', () => {
  expect(sharingPart(given, { claims: [], declined: ['m.hkb'] })).toEqual({
    sharing: { consentId: 'c-1', declined: ['m.hkb'] },
  });
  expect(sharingPart(undefined, { claims: [], declined: ['m.hkb'] })).toEqual({ sharing: { declined: ['m.hkb'] } });
  expect(sharingPart(undefined, { claims: [], declined: [] })).toEqual({});
});
