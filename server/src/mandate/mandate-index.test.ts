import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Act } from './act.ts';
import { check, examine, isNonDelegable, refusalRank } from './check.ts';
import { refusalOf } from './check-detail.ts';
import {
  agreement,
  amended,
  authorisation,
  entrustment,
  grantAct,
  held,
  noonAt,
  ruleSetHash,
} from './example-mandates.ts';
import { type HeldVersion, roleBit } from './held.ts';
import { createHolderTable } from './holder-table.ts';
import { createMandateIndex, type MandateIndex } from './mandate-index.ts';

function indexOf(...letters: Parameters<typeof held>[0][]): MandateIndex {
  const index = createMandateIndex();
  for (const letter of letters) index.put(letter.mandateNo, [held(letter)]);
  return index;
}

function verdict(index: MandateIndex, change: Partial<Act> = {}): string {
  const answer = index.find({ ...grantAct, ...change });
  return 'granted' in answer ? `${answer.ref.mandateNo} v${answer.ref.version}` : answer.code;
}

test('T02: the index finds the one mandate that carries an act, or says how far the act got', () => {
  const index = indexOf(authorisation, agreement, entrustment);
  expect(index.size()).toBe(3);
  expect(verdict(index)).toBe('YH-B-MK v1');
  expect(verdict(index, { holder: 'YH-CENTRE', role: 'clerk', power: 'accept' })).toBe('YH-A-MK v1');
  expect(verdict(index, { holder: `ruleset/${ruleSetHash}`, role: 'ruleSet', itemId: 'MK-02', ruleSetHash })).toBe(
    'YH-B-MK v1',
  );
  expect(verdict(index, { holder: 'nobody' })).toBe('no-mandate');
  expect(verdict(index, { itemId: 'MK-99' })).toBe('item-not-listed');
  expect(verdict(index, { power: 'penalise', holder: 'nobody' })).toBe('non-delegable');
  expect(verdict(index, { holder: 'ruleset/other', role: 'ruleSet', itemId: 'MK-02', ruleSetHash: 'other' })).toBe(
    'rule-set-differs',
  );
});

test('of several mandates the one that carries the act answers, else the reason that got furthest, in any order of entry', () => {
  const expired = amended(authorisation, {
    mandateNo: 'YH-B-MK-OLD',
    term: { from: '2022-01-01T00:00:00.000Z', to: '2024-01-01T00:00:00.000Z' },
  });
  const capped = amended(authorisation, { mandateNo: 'YH-B-MK-CAP', scope: { ...authorisation.scope, amountMax: 10 } });
  for (const letters of [
    [expired, capped],
    [capped, expired],
  ]) {
    const index = indexOf(...letters);
    const amount = (figure: number) => ({ scope: { ...grantAct.scope, amount: figure } });
    expect(verdict(index, amount(10))).toBe('YH-B-MK-CAP v1');
    expect(verdict(index, amount(11))).toBe('amount-over');
    expect(verdict(index)).toBe('scope-unknown');
  }
});

test('T01, R108: a replaced mandate answers as it now is, a forgotten one not at all', () => {
  const index = indexOf(authorisation, agreement);
  index.put('YH-B-MK', [held(authorisation, { status: 'revoked', epoch: 7 })]);
  expect(verdict(index)).toBe('mandate-revoked');
  index.put('YH-B-MK', [
    held(authorisation, { toAt: noonAt, isSuperseded: true }),
    held(amended(authorisation, { version: 2 }), { fromAt: noonAt, epoch: 9 }),
  ]);
  expect(verdict(index)).toBe('YH-B-MK v2');
  expect(index.find(grantAct)).toMatchObject({ fence: { epoch: 9 } });
  expect(verdict(index, { at: '2025-06-03T03:59:59.999Z' })).toBe('YH-B-MK v1');
  index.put('YH-B-MK', []);
  expect(verdict(index)).toBe('no-mandate');
  expect(verdict(index, { holder: `ruleset/${ruleSetHash}`, role: 'ruleSet', itemId: 'MK-02', ruleSetHash })).toBe(
    'no-mandate',
  );
  expect(index.size()).toBe(1);
});

test('R30: what an agreement answers comes with its checklist for the item; an authorisation has none', () => {
  const index = indexOf(authorisation, agreement);
  const window = { ...grantAct, holder: 'YH-CENTRE', role: 'clerk', power: 'accept', itemId: 'MK-01' } as const;
  expect(index.find(window)).toMatchObject({ checklist: ['completeness', 'form', 'validity', 'identity'] });
  expect(index.find(grantAct)).not.toHaveProperty('checklist');
  expect(indexOf(amended(agreement, { intakeChecklist: [] })).find(window)).not.toHaveProperty('checklist');
});

test('R71: an answer under a letter that leaves out applicants of bad credit says that their record has to be asked', () => {
  const careful = amended(authorisation, { exclusions: { ...authorisation.exclusions, creditRestricted: true } });
  expect(indexOf(careful).find(grantAct)).toStrictEqual(check(held(careful), grantAct));
  expect(indexOf(careful).find(grantAct)).toMatchObject({ granted: true, asksCredit: true });
  expect(indexOf(authorisation).find(grantAct)).not.toHaveProperty('asksCredit');
});

test('a centre that holds many agreements is found by item, and stays right when agreements come and go', () => {
  const index = createMandateIndex();
  const letters = Array.from({ length: 30 }, (_, place) =>
    amended(agreement, {
      mandateNo: `YH-A-${place}`,
      items: [{ itemId: `X-${place}`, name: 'x', guideVersionFrom: 1, list: null, intakeRoles: [] }],
    }),
  );
  const accept = (place: number) =>
    verdict(index, { holder: 'YH-CENTRE', role: 'clerk', power: 'accept', itemId: `X-${place}` });
  for (const letter of letters) index.put(letter.mandateNo, [held(letter)]);
  expect(letters.map((_, place) => accept(place))).toStrictEqual(letters.map(({ mandateNo }) => `${mandateNo} v1`));
  for (const { mandateNo } of letters.slice(0, 29)) index.put(mandateNo, []);
  expect([accept(0), accept(29)]).toStrictEqual(['item-not-listed', 'YH-A-29 v1']);
});

test('the index grants exactly when one of the mandates does, and answers what that mandate answers', () => {
  const letters = [
    authorisation,
    agreement,
    entrustment,
    amended(authorisation, { mandateNo: 'YH-B-MK-2', scope: { ...authorisation.scope, amountMax: 5 } }),
    amended(authorisation, {
      mandateNo: 'YH-B-MK-3',
      powers: ['grant'],
      term: { from: noonAt, to: '2026-01-01T00:00:00.000Z' },
    }),
  ];
  const act = fc.record({
    holder: fc.constantFrom('mk-officer-1', 'mk-chief', 'YH-CENTRE', '110198001', 'nobody'),
    role: fc.constantFrom('handler', 'chief', 'clerk', 'organ'),
    power: fc.constantFrom('grant', 'accept', 'propose', 'refuse'),
    itemId: fc.constantFrom('MK-01', 'MK-02', 'MK-05', 'MK-99'),
    at: fc.constantFrom(noonAt, '2025-06-03T03:59:59.999Z', '2026-12-31T16:00:00.000Z'),
    signatureNo: fc.constantFrom(1, 2),
    amount: fc.constantFrom(undefined, 5, 6),
  });
  fc.assert(
    fc.property(act, fc.subarray(letters), ({ amount, ...rest }, some) => {
      const scope = { ...grantAct.scope, ...(amount === undefined ? {} : { amount }) };
      const question = Act.parse({ ...grantAct, ...rest, scope });
      const granted = some.map((letter) => check(held(letter), question)).filter((answer) => 'granted' in answer);
      const answer = indexOf(...some).find(question);
      if ('granted' in answer) expect(granted).toContainEqual(answer);
      else expect(granted).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

/** The same index as one would write it without a thought for memory: every version is walked for every act. */
function plainIndex(): Pick<MandateIndex, 'put' | 'find'> {
  const known = new Map<string, readonly HeldVersion[]>();
  function answerOf(act: Act, isHolder: (holder: HeldVersion['holders'][number]) => boolean) {
    const versions = [...known.values()].flat().toSorted((a, b) => {
      return a.ref.mandateNo === b.ref.mandateNo
        ? b.ref.version - a.ref.version
        : a.ref.mandateNo < b.ref.mandateNo
          ? -1
          : 1;
    });
    let answer: ReturnType<MandateIndex['find']> | undefined;
    for (const version of versions) {
      for (const holder of version.holders.filter(isHolder)) {
        const isRuleSet = holder.roles === roleBit.ruleSet;
        const items = version.items.filter((item) => !isRuleSet || holder.id === `ruleset/${item.ruleSetHash}`);
        if (items.length > 0) answer ??= refusalOf('item-not-listed', act);
        const item = items.find(({ itemId }) => itemId === act.itemId);
        if (item === undefined) continue;
        const reason = examine(version, holder, item, act);
        if (reason === undefined) return item.granted;
        if (answer === undefined || 'granted' in answer || rankOf(answer.code) < rankOf(reason))
          answer = refusalOf(reason, act, version, version.ref);
      }
    }
    return answer;
  }
  const rankOf = (code: Parameters<typeof refusalRank>[0]) => (code === 'item-not-listed' ? -1 : refusalRank(code));
  return {
    put: (mandateNo, versions) => void known.set(mandateNo, versions),
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', act);
      const own = answerOf(act, ({ id }) => id === act.holder);
      const any = act.role === 'ruleSet' ? answerOf(act, ({ roles }) => roles === roleBit.ruleSet) : undefined;
      return own ?? any ?? refusalOf('no-mandate', act);
    },
  };
}

test('T01, T02, R108: whatever is put and forgotten in whatever order, the index answers as a walk over all versions does', () => {
  const holders = ['a', 'officer-1', 'officer-2', '官员', 'x'.repeat(44), 'x'.repeat(45), `ruleset/${ruleSetHash}`];
  const amounts = fc.constantFrom(undefined, 5);
  const letter = fc.record({
    persons: fc.subarray(holders.slice(0, 6), { minLength: 1 }),
    items: fc.subarray(authorisation.items.map(({ itemId }) => itemId)),
    amountMax: amounts,
    versions: fc.integer({ min: 0, max: 2 }),
    status: fc.constantFrom('usable', 'suspended', 'revoked'),
    careful: fc.boolean(),
  });
  const put = fc.record({ place: fc.nat({ max: 19 }), letter });
  const act = fc.record({
    holder: fc.constantFrom(...holders, 'nobody', 'ruleset/other'),
    role: fc.constantFrom('handler', 'ruleSet'),
    itemId: fc.constantFrom('MK-01', 'MK-02', 'MK-99'),
    amount: fc.constantFrom(5, 6),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, -1),
      fc.array(put, { maxLength: 60, size: 'max' }),
      fc.array(act),
      (bits, puts, acts) => {
        const index = createMandateIndex(createHolderTable({ bits }));
        const plain = plainIndex();
        for (const { place, letter: said } of puts) {
          const versions = Array.from({ length: said.versions }, (_, before) =>
            versionOf(place, said, said.versions - before),
          );
          index.put(`B-${place}`, versions);
          plain.put(`B-${place}`, versions);
        }
        for (const { amount, ...rest } of acts) {
          const question = Act.parse({ ...grantAct, ...rest, ruleSetHash, scope: { ...grantAct.scope, amount } });
          expect(index.find(question)).toStrictEqual(plain.find(question));
        }
      },
    ),
    { numRuns: 300 },
  );
});

interface Said {
  readonly persons: readonly string[];
  readonly items: readonly string[];
  readonly amountMax: number | undefined;
  readonly status: 'usable' | 'suspended' | 'revoked';
  readonly careful: boolean;
}

function versionOf(place: number, said: Said, version: number): HeldVersion {
  const [grantee] = authorisation.construct === 'B' ? authorisation.grantees : [];
  if (grantee === undefined) throw new Error('the example names nobody');
  return held(
    amended(authorisation, {
      mandateNo: `B-${place}`,
      version,
      grantees: said.persons.map((personId) => ({ ...grantee, personId })),
      items: authorisation.items.filter(({ itemId }) => said.items.includes(itemId)),
      scope: { ...authorisation.scope, ...(said.amountMax === undefined ? {} : { amountMax: said.amountMax }) },
      exclusions: { ...authorisation.exclusions, creditRestricted: said.careful },
    }),
    { status: said.status, acceptedBy: [...said.persons], epoch: place + version },
  );
}
