import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, contextOf, exampleHistory, exampleIdNo, exampleStaff, getPerson } from './example-staff.ts';
import { declareRelation } from './person-steps.ts';
import { checkRecusal, conflictOf, type Party } from './recusal.ts';

const sisterInLaw = exampleIdNo(90);
const company = '11110198YH00010020';
const history = [sisterInLaw, company].reduce(
  (events, idNo, index) =>
    after(declareRelation, events, {
      command: index === 0 ? { idNo, kind: 'affinity', label: '弟媳' } : { idNo, kind: 'self-interest', label: '持股' },
      facts: undefined,
      context: contextOf('person/p-1'),
    }),
  exampleHistory({ personId: 'p-1', n: 1 }),
);
const officer = getPerson(history);

test.each(['applicant', 'legalRepresentative', 'shareholder', 'agent', 'interestedParty'] as const)(
  'R44: the officer stands aside when the %s is himself or a declared relation',
  (role) => {
    expect(conflictOf(officer, [{ role, idNo: officer.idNo }])).toEqual([{ role, ground: 'self' }]);
    expect(conflictOf(officer, [{ role, idNo: sisterInLaw }])).toEqual([{ role, ground: 'affinity' }]);
    expect(conflictOf(officer, [{ role, idNo: company }])).toEqual([{ role, ground: 'self-interest' }]);
    expect(conflictOf(officer, [{ role, idNo: exampleIdNo(91) }])).toEqual([]);
  },
);

test('T05: the agent is the declared sister-in-law: no signature, whatever is declared, and the relation is not told', () => {
  const refusal = checkRecusal(officer, [{ role: 'agent', idNo: sisterInLaw }], 'none');
  expect(refusal).toMatchObject({ code: 'recusal-conflict', rule: 'T05', detail: { roles: ['agent'] } });
  expect(JSON.stringify(refusal)).not.toContain('弟媳');
  expect(JSON.stringify(refusal)).not.toContain('affinity');
});

test('T05: a signer without a declaration does not sign, nor one who declares a ground', () => {
  const parties: readonly Party[] = [{ role: 'applicant', idNo: exampleIdNo(91) }];
  expect(checkRecusal(officer, parties, undefined)).toMatchObject({ code: 'recusal-undeclared' });
  expect(checkRecusal(officer, parties, 'other')).toMatchObject({ code: 'recusal-declared' });
  expect(checkRecusal(officer, parties, 'none')).toBeUndefined();
});

test('R44: full-width, spaced and lower-case spellings of a number hit as the number does', () => {
  const spellings = fc.constantFrom(
    (idNo: string) => idNo.toLowerCase(),
    (idNo: string) => ` ${idNo.slice(0, 6)} ${idNo.slice(6)} `,
    (idNo: string) => idNo.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );
  fc.assert(
    fc.property(fc.nat(999), spellings, (n, spell) => {
      const self = exampleStaff({ personId: 'p-2', n });
      expect(conflictOf(self, [{ role: 'agent', idNo: spell(self.idNo) }])).toHaveLength(1);
      expect(conflictOf(officer, [{ role: 'agent', idNo: spell(sisterInLaw) }])).toHaveLength(1);
    }),
  );
});

test('the same relative of two officers cannot be linked across them', () => {
  const other = getPerson(
    after(declareRelation, exampleHistory({ personId: 'p-2', n: 2 }), {
      command: { idNo: sisterInLaw, kind: 'spouse', label: '配偶' },
      facts: undefined,
      context: contextOf('person/p-2'),
    }),
  );
  expect(other.relations[0]?.idDigest).not.toBe(officer.relations[0]?.idDigest);
});
