import { describe, expect, test } from 'vitest';
import { redLines, type SignFacts } from './red-lines.ts';

const hash = 'ab'.repeat(32);
const hall = { latitude: 39.9, longitude: 116.4 };
/** About 11 km north of the hall. */
const village = { latitude: 40, longitude: 116.4 };

const visit = {
  checkId: 'V1',
  ofThisCase: true,
  officers: ['a', 'b'],
  fromAt: '2025-06-03T01:00:00.000Z',
  toAt: '2025-06-03T02:00:00.000Z',
  place: hall,
};

const clean: SignFacts = {
  at: '2025-06-03T04:00:00.000Z',
  signer: { id: 'mk-chief', key: 'valid' },
  recusal: { isDeclared: true, conflicts: [] },
  materials: [
    { code: 'm.form', isRequired: true, state: 'verified' },
    { code: 'm.extra', isRequired: false, state: 'missing' },
  ],
  siteChecks: [visit],
  procedures: [
    { name: 'hearing', isRequired: true, isCompleted: true },
    { name: 'publicity', isRequired: false, isCompleted: false },
  ],
  parts: {
    acceptor: 'clerk-1',
    signers: ['mk-officer-1', 'mk-chief'],
    sealKeeper: 'mk-keeper',
    parties: ['applicant-1'],
  },
  seal: { caseNo: 'C1', documentHash: hash, signedHash: hash, hours: { from: '09:00', to: '17:00' } },
};

function crossed(change: Partial<SignFacts>): readonly string[] {
  return redLines({ ...clean, ...change }).map(({ rule, code }) => `${rule} ${code}`);
}

const seal = (change: object) => ({
  seal: { caseNo: 'C1', documentHash: hash, signedHash: hash, hours: { from: '09:00', to: '17:00' }, ...change },
});
const visits = (...changes: readonly object[]) => ({ siteChecks: changes.map((change) => ({ ...visit, ...change })) });
const parts = (change: object) => ({ parts: { ...clean.parts, ...change } });

describe('red lines', () => {
  test('an orderly signature crosses none', () => {
    expect(redLines(clean)).toStrictEqual([]);
  });

  test.each([
    ['T05: no recusal declaration', { recusal: { isDeclared: false, conflicts: [] } }, 'T05 recusal-undeclared'],
    [
      'T05: a relation, whatever was declared',
      { recusal: { isDeclared: true, conflicts: ['agent'] } },
      'T05 conflict-of-interest',
    ],
    [
      'T06: required material missing',
      { materials: [{ code: 'm', isRequired: true, state: 'missing' as const }] },
      'T06 material-missing',
    ],
    [
      'T06: required material not verified',
      { materials: [{ code: 'm', isRequired: true, state: 'unverified' as const }] },
      'T06 material-missing',
    ],
    ['T09: one officer', visits({ officers: ['a'] }), 'T09 site-check-single'],
    ['T09: the same officer twice', visits({ officers: ['a', 'a'] }), 'T09 site-check-single'],
    [
      'T09: a check that ends before it begins',
      visits({ toAt: '2025-06-03T00:59:59.000Z' }),
      'T09 site-check-impossible',
    ],
    ['T09: a check after the signature', visits({ toAt: '2025-06-03T05:00:00.000Z' }), 'T09 site-check-impossible'],
    [
      'T09: two places at once',
      visits({}, { checkId: 'V2', ofThisCase: false, place: village }),
      'T09 site-check-impossible',
    ],
    [
      'T09: 11 km in five minutes',
      visits(
        {},
        {
          checkId: 'V2',
          ofThisCase: false,
          place: village,
          fromAt: '2025-06-03T02:05:00.000Z',
          toAt: '2025-06-03T02:30:00.000Z',
        },
      ),
      'T09 site-check-impossible',
    ],
    [
      'T10: the hearing was skipped',
      { procedures: [{ name: 'hearing', isRequired: true, isCompleted: false }] },
      'T10 procedure-skipped',
    ],
    ['T11: one person signs twice', parts({ signers: ['mk-chief', 'mk-chief'] }), 'T11 same-person-in-case'],
    ['T11: the acceptor signs', parts({ acceptor: 'mk-officer-1' }), 'T11 same-person-in-case'],
    ['T11: the keeper is the only signer', parts({ signers: ['mk-keeper'] }), 'T11 same-person-in-case'],
    ['T11: the signer is a party', parts({ parties: ['mk-chief'] }), 'T11 same-person-in-case'],
    ['T11: the acceptor is a party', parts({ parties: ['clerk-1'] }), 'T11 same-person-in-case'],
    ['T12: a seal without a case', seal({ caseNo: null }), 'T12 seal-without-case'],
    [
      'T12, R82: another document than was signed',
      seal({ documentHash: 'cd'.repeat(32) }),
      'T12 sealed-document-differs',
    ],
    ['T12, R82: a document that nobody signed', seal({ signedHash: null }), 'T12 sealed-document-differs'],
    ['T12: after hours', seal({ hours: { from: '09:00', to: '12:00' } }), 'T12 seal-after-hours'],
    ['T12: on a day off', seal({ hours: null }), 'T12 seal-after-hours'],
    ['T13: a suspected key', { signer: { id: 'mk-chief', key: 'suspected' as const } }, 'T13 key-compromised'],
    ['T13: a compromised key', { signer: { id: 'mk-chief', key: 'compromised' as const } }, 'T13 key-compromised'],
  ])('%s', (_name, change, expected) => {
    expect(crossed(change)).toStrictEqual([expected]);
  });

  test('T09: two checks that one can walk or drive between are possible, and two cases may share a visit', () => {
    expect(
      crossed(
        visits(
          {},
          {
            checkId: 'V2',
            ofThisCase: false,
            place: village,
            fromAt: '2025-06-03T02:30:00.000Z',
            toAt: '2025-06-03T03:00:00.000Z',
          },
        ),
      ),
    ).toStrictEqual([]);
    expect(crossed(visits({}, { checkId: 'V2', ofThisCase: false }))).toStrictEqual([]);
    expect(
      crossed(visits({}, { checkId: 'V2', ofThisCase: false, place: village, officers: ['c', 'd'] })),
    ).toStrictEqual([]);
  });

  test('T11: with two signers the keeper may be one of them', () => {
    expect(crossed(parts({ sealKeeper: 'mk-chief' }))).toStrictEqual([]);
  });

  test('all lines crossed are named, each with article and remedy', () => {
    const found = redLines({
      ...clean,
      recusal: { isDeclared: false, conflicts: [] },
      signer: { id: 'x', key: 'compromised' },
      ...seal({ caseNo: null }),
    });
    expect(found.map(({ rule }) => rule)).toStrictEqual(['T05', 'T12', 'T13']);
    for (const refusal of found)
      expect([refusal.article, refusal.message.zh, refusal.remedy.zh].every((text) => text !== '')).toBe(true);
  });
});
