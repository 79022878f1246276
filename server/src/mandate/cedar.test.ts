import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cedarAllows, disagreements } from '../../test/cedar-oracle.ts';
import { oracleCases } from '../../test/mandate-cases.ts';
import { check } from './check.ts';
import { authorisation, grantAct, held } from './example-mandates.ts';

const standing = { status: 'usable', acceptedBy: ['mk-officer-1', 'mk-chief'], suspendedHolders: [] } as const;

test('R71, R75–R78, R80, R101, T01–T04: on generated mandates and acts the verdicts are those of Cedar', () => {
  let pairs = 0;
  let granted = 0;
  fc.assert(
    fc.property(oracleCases, (oracleCase) => {
      pairs += oracleCase.letters.length * oracleCase.acts.length;
      for (const { letter, standing: its } of oracleCase.letters) {
        granted += oracleCase.acts.filter((act) => 'granted' in check(held(letter, its), act)).length;
      }
      expect(disagreements(oracleCase)).toStrictEqual([]);
    }),
    { numRuns: 120 },
  );
  expect(pairs).toBeGreaterThan(2_000);
  // Agreement on refusals alone would prove little.
  expect(granted).toBeGreaterThan(300);
}, 60_000);

test('T01, R76: Cedar itself says yes and no to the plain cases', () => {
  expect(cedarAllows(authorisation, standing, grantAct)).toBe(true);
  expect(cedarAllows(authorisation, { ...standing, status: 'revoked' }, grantAct)).toBe(false);
  expect(cedarAllows(authorisation, standing, { ...grantAct, itemId: 'MK-05' })).toBe(false);
  expect(
    cedarAllows(authorisation, standing, {
      ...grantAct,
      holder: 'mk-chief',
      role: 'chief',
      itemId: 'MK-05',
      signatureNo: 2,
    }),
  ).toBe(true);
});
