import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleIdNo } from './example-staff.ts';
import { separate } from './separation.ts';

const human = (n: number) => ({ idNo: exampleIdNo(n) });

test('R45: who accepted a case does not sign it', () => {
  expect(separate({ acceptor: human(1), signers: [human(1)] })).toMatchObject({ code: 'same-person', rule: 'R45' });
  expect(separate({ acceptor: human(1), signers: [human(2), human(1)] })).toMatchObject({
    detail: { first: 'acceptor', second: 'signer2' },
  });
});

test('R45: the two signers are two people, also a third', () => {
  expect(separate({ signers: [human(1), human(1)] })).toMatchObject({
    detail: { first: 'signer1', second: 'signer2' },
  });
  expect(separate({ signers: [human(1), human(2), human(1)] })).toMatchObject({
    detail: { first: 'signer1', second: 'signer3' },
  });
});

test('R45: the keeper of the seal is not the only signer, but may be one of two', () => {
  expect(separate({ signers: [human(1)], sealKeeper: human(1) })).toMatchObject({
    detail: { first: 'sealKeeper', second: 'signer1' },
  });
  expect(separate({ signers: [human(1), human(2)], sealKeeper: human(2) })).toBeUndefined();
});

test('T11: no part of a case is held by its applicant or agent', () => {
  const parties = [human(8), human(9)];
  expect(separate({ acceptor: human(9), signers: [human(1)], parties })).toMatchObject({
    detail: { first: 'acceptor' },
  });
  expect(separate({ signers: [human(1), human(8)], parties })).toMatchObject({ detail: { first: 'signer2' } });
  expect(separate({ signers: [human(1), human(2)], sealKeeper: human(8), parties })).toMatchObject({
    detail: { first: 'sealKeeper' },
  });
});

test('R45: a machine in a part is nobody’s double', () => {
  expect(separate({ signers: [] })).toBeUndefined();
  expect(separate({ signers: [human(1)] })).toBeUndefined();
});

test('R45, T11: whatever the numbers, a case passes exactly when no barred pair is one person', () => {
  const part = fc.option(fc.nat(4), { nil: undefined });
  const people = fc.record({
    acceptor: part,
    keeper: part,
    signers: fc.array(fc.nat(4), { maxLength: 3 }),
    parties: fc.array(fc.nat(4), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(people, ({ acceptor, keeper, signers, parties }) => {
      const isDouble =
        new Set(signers).size !== signers.length ||
        signers.some((signer) => signer === acceptor || parties.includes(signer)) ||
        (signers.length === 1 && signers[0] === keeper) ||
        [acceptor, keeper].some((staff) => staff !== undefined && parties.includes(staff));
      const asHuman = (n: number | undefined) => (n === undefined ? undefined : human(n));
      const refusal = separate({
        acceptor: asHuman(acceptor),
        sealKeeper: asHuman(keeper),
        signers: signers.map(human),
        parties: parties.map(human),
      });
      expect(refusal !== undefined).toBe(isDouble);
    }),
  );
});
