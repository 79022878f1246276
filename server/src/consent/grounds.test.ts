import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { type Claim, claimKey, claimsOf, isShown } from './claims.ts';
import { type Grounds, groundFor, groundsUsed, isSensitive, openedBy } from './grounds.ts';

const { items } = Catalogue.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/catalogue.json', import.meta.url), 'utf8')),
);
const consentId = 'c-1';
const anyItem = fc.constantFrom(...items);
const anyClaim: fc.Arbitrary<Claim> = fc.oneof(
  fc.constantFrom(...items.flatMap((item) => claimsOf(item).map(({ kind, code }) => ({ kind, code })))),
  fc.record({ kind: fc.constantFrom('material', 'answer', 'fact'), code: fc.string({ minLength: 1, maxLength: 20 }) }),
);

test('R20: before there is a case, what is opened is what the item needs and the holder agreed to, nothing else', () => {
  fc.assert(
    fc.property(anyItem, fc.array(anyClaim, { maxLength: 30 }), (item, claims) => {
      const opened = openedBy(item, { kind: 'shown', consent: { consentId, claims } });
      const needed = new Set(claimsOf(item).map(claimKey));
      const agreed = new Set(claims.map(claimKey));
      const both = [...needed].filter((key) => agreed.has(key));
      expect([...opened.keys()].toSorted()).toEqual(both.toSorted());
    }),
  );
});

test('R20: in a case every opened claim is on the item’s list, with a consent to it or a statute that the item names', () => {
  fc.assert(
    fc.property(
      anyItem,
      fc.array(anyClaim, { maxLength: 30 }),
      fc.array(anyClaim, { maxLength: 10 }),
      (item, claims, refused) => {
        const declined = refused.map(({ code }) => code);
        const opened = openedBy(item, { kind: 'case', declined, consent: { consentId, claims } });
        const agreed = new Set(claims.map(claimKey));
        for (const needed of claimsOf(item)) {
          const ground = opened.get(claimKey(needed));
          if (isShown(needed) && declined.includes(needed.code)) expect(ground).toBeUndefined();
          else if (agreed.has(claimKey(needed))) expect(ground).toEqual({ kind: 'consent', consentId });
          else if (ground !== undefined)
            expect(ground).toMatchObject({ kind: 'statute', basis: expect.stringContaining('《') });
        }
        const known = new Set(claimsOf(item).map(claimKey));
        expect([...opened.keys()].filter((key) => !known.has(key))).toEqual([]);
      },
    ),
  );
});

const [material] = items.flatMap((item) => claimsOf(item)).filter(({ kind }) => kind === 'material');
const inCase: Grounds = { kind: 'case', declined: [] };

test('个保法34: a normative document opens nothing, and for sensitive data a rule of a department does not either (R21)', () => {
  if (material?.basis === undefined) throw new Error('the demo has materials with a basis');
  const basis = { ...material.basis };
  const at = (rank: typeof basis.rank, sources: readonly string[]) =>
    groundFor({ ...material, sources, basis: { ...basis, rank } }, inCase)?.kind;
  expect(isSensitive({ sources: ['S-INCOME'] })).toBe(true);
  expect(isSensitive({ sources: ['L-BL', 'S-CORP'] })).toBe(false);
  expect([at('law', ['L-BL']), at('departmentRule', ['L-BL']), at('normative', ['L-BL'])]).toEqual([
    'statute',
    'statute',
    undefined,
  ]);
  expect([at('law', ['L-HLT']), at('departmentRule', ['L-HLT']), at('localRegulation', ['L-HLT'])]).toEqual([
    'statute',
    undefined,
    undefined,
  ]);
  expect(groundFor({ ...material, basis: undefined }, inCase)).toBeUndefined();
  expect(groundFor({ ...material, basis: { ...basis, law: '' } }, inCase)).toBeUndefined();
});

test('the holder sees his own papers and answers, not what rules verify about him', () => {
  for (const item of items) {
    const opened = openedBy(item, { kind: 'self' });
    expect([...opened.keys()].filter((key) => key.startsWith('fact:'))).toEqual([]);
    expect(groundsUsed(opened, claimsOf(item))).toEqual([]);
  }
});

test('the grounds of a fetching are kept by name, each claim under its own', () => {
  const item = items.find(({ id }) => id === 'PS-01');
  if (item === undefined) throw new Error('the demo has PS-01');
  const agreed: Claim = { kind: 'material', code: 'm.hkb' };
  const opened = openedBy(item, { kind: 'case', declined: [], consent: { consentId, claims: [agreed] } });
  const used = groundsUsed(opened, [agreed, { kind: 'material', code: 'm.id' }, { kind: 'fact', code: 'birthCertOk' }]);
  expect(used.find(({ kind }) => kind === 'consent')).toEqual({ kind: 'consent', consentId, claims: [agreed] });
  expect(used.filter(({ kind }) => kind === 'statute').flatMap(({ claims }) => claims)).toHaveLength(2);
});
