import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Act } from './act.ts';
import { check } from './check.ts';
import {
  agreement,
  amended,
  authorisation,
  entrustment,
  grantAct,
  held,
  noonAt,
  ruleSetHash,
  termFrom,
  termTo,
} from './example-mandates.ts';
import type { HeldVersion } from './held.ts';
import { Exclusion, MandateLetter, mandateRefOf, outwardOrgan } from './letter.ts';

function verdict(version: HeldVersion, change: Partial<Act> = {}): string {
  const answer = check(version, { ...grantAct, ...change });
  return 'granted' in answer ? 'granted' : `${answer.rule} ${answer.code}`;
}

const inForce = held(authorisation);
const chief = { holder: 'mk-chief', role: 'chief' } as const;
const ruleSet = { holder: `ruleset/${ruleSetHash}`, role: 'ruleSet', itemId: 'MK-02', ruleSetHash } as const;
const before = '2024-12-31T15:59:59.999Z';
const lastMoment = '2026-12-31T15:59:59.999Z';

describe('time', () => {
  test.each([
    [before, 'T01 mandate-not-yet'],
    [termFrom, 'granted'],
    [lastMoment, 'granted'],
    [termTo, 'T01 mandate-expired'],
  ])('R104, T01: the term is half-open; at %s the answer is %s', (at, expected) => {
    expect(verdict(inForce, { at })).toBe(expected);
  });

  test.each([
    ['suspended', 'T01 mandate-suspended'],
    ['revoked', 'T01 mandate-revoked'],
    ['expired', 'T01 mandate-expired'],
    ['pending', 'R106 mandate-not-in-force'],
  ] as const)('T01: a mandate that is %s carries nothing', (status, expected) => {
    expect(verdict(held(authorisation, { status }))).toBe(expected);
  });

  test('T01: at the instant at which its successor takes over, a version carries nothing more', () => {
    const superseded = held(authorisation, { toAt: noonAt, isSuperseded: true });
    expect(verdict(superseded)).toBe('T01 mandate-superseded');
    expect(verdict(superseded, { at: '2025-06-03T03:59:59.999Z' })).toBe('granted');
  });

  test('the answer cites number, version and hash of the letter, and names the fence to pass', () => {
    expect(check(inForce, grantAct)).toStrictEqual({
      granted: true,
      ref: mandateRefOf(authorisation),
      list: 1,
      fence: { key: 'mandate/YH-B-MK', epoch: 6, mode: 'pass' },
    });
  });
});

describe('lists and roles', () => {
  test.each([
    ['handler alone on list 1', {}, 'granted'],
    ['handler alone on list 0 whose case fell to one signature', { itemId: 'MK-02' }, 'granted'],
    ['handler grants on list 2', { itemId: 'MK-05' }, 'R76 only-propose'],
    ['handler proposes on list 2', { itemId: 'MK-05', power: 'propose' }, 'granted'],
    ['handler grants on list 2 as second signer', { itemId: 'MK-05', signatureNo: 2 }, 'R76 only-propose'],
    ['chief grants on list 2 as second signer', { ...chief, itemId: 'MK-05', signatureNo: 2 }, 'granted'],
    ['chief grants on list 2 without proposal', { ...chief, itemId: 'MK-05' }, 'R76 proposal-missing'],
    ['chief takes over on list 1', chief, 'granted'],
    ['chief proposes', { ...chief, itemId: 'MK-05', power: 'propose' }, 'R76 handler-proposes'],
    ['handler claims to be chief', { role: 'chief', signatureNo: 2 }, 'R76 role-not-held'],
  ] as const)('R76, R71: %s', (_name, change, expected) => {
    expect(verdict(inForce, change)).toBe(expected);
  });

  test.each([
    ['an item outside', { itemId: 'MK-99' }, 'T02 item-not-listed'],
    ['a person outside', { holder: 'mk-nobody' }, 'T02 no-mandate'],
    ['an intake power', { power: 'receive' }, 'T02 power-not-given'],
  ] as const)('T02: %s', (_name, change, expected) => {
    expect(verdict(inForce, change)).toBe(expected);
  });

  test.each([
    ['handler refuses alone on list 1', { power: 'refuse', adverse: true }, 'R77 adverse-needs-second'],
    ['handler proposes to refuse', { power: 'propose', adverse: true }, 'granted'],
    ['chief refuses alone', { ...chief, power: 'refuse', adverse: true }, 'R77 adverse-needs-second'],
    ['chief refuses as second', { ...chief, power: 'refuse', adverse: true, signatureNo: 2 }, 'granted'],
    ['handler refuses to renew', { power: 'renew', adverse: true }, 'R77 adverse-needs-second'],
    ['a refusal said not to be adverse', { power: 'refuse' }, 'R77 adverse-needs-second'],
  ] as const)('R77: %s', (_name, change, expected) => {
    expect(verdict(inForce, change)).toBe(expected);
  });

  test.each([
    ['grants under the signed hash', {}, 'granted'],
    ['refuses', { power: 'refuse', adverse: true }, 'R78 rule-set-may-only-grant'],
    ['renews', { power: 'renew' }, 'R78 rule-set-may-only-grant'],
    ['grants adversely', { adverse: true }, 'R78 rule-set-may-only-grant'],
    [
      'is another than the head signed',
      { holder: `ruleset/${'cd'.repeat(32)}`, ruleSetHash: 'cd'.repeat(32) },
      'R78 rule-set-differs',
    ],
    ['says one hash and runs another', { ruleSetHash: 'cd'.repeat(32) }, 'R78 rule-set-differs'],
    ['says no hash', { ruleSetHash: '' }, 'R78 rule-set-differs'],
    ['decides an item of list 1', { itemId: 'MK-01' }, 'R78 not-in-list-0'],
    ['runs under a half-open breaker', { halfOpen: true }, 'R71 half-open-needs-second'],
  ] as const)('R78: a rule set %s', (_name, change, expected) => {
    expect(verdict(inForce, { ...ruleSet, ...change })).toBe(expected);
  });

  test('R71: while a breaker is half open even list 1 needs two signatures', () => {
    expect(verdict(inForce, { halfOpen: true })).toBe('R71 half-open-needs-second');
    expect(verdict(inForce, { halfOpen: true, power: 'propose' })).toBe('granted');
    expect(verdict(inForce, { ...chief, halfOpen: true })).toBe('R71 half-open-needs-second');
    expect(verdict(inForce, { ...chief, halfOpen: true, signatureNo: 2 })).toBe('granted');
  });

  test('R75: a third decision signature needs an exception code', () => {
    expect(verdict(inForce, { ...chief, signatureNo: 3 })).toBe('R75 third-signature-without-exception');
    expect(verdict(inForce, { ...chief, signatureNo: 3, exceptionCode: ' ' })).toBe(
      'R75 third-signature-without-exception',
    );
    expect(verdict(inForce, { ...chief, signatureNo: 3, exceptionCode: 'E01' })).toBe('granted');
    expect(verdict(inForce, { power: 'terminate', signatureNo: 3 })).toBe('granted');
  });

  test('an action may have a class of its own', () => {
    const version = held(amended(authorisation, { actions: [{ power: 'replaceLicence', list: 1 }] }));
    expect(verdict(inForce, { itemId: 'MK-05', power: 'replaceLicence' })).toBe('R76 only-propose');
    expect(verdict(version, { itemId: 'MK-05', power: 'replaceLicence' })).toBe('granted');
    expect(verdict(version, { itemId: 'MK-05' })).toBe('R76 only-propose');
  });

  test.each(['extendLimit', 'revokeLicence', 'decideAfterHearing', 'penalise', 'headApproval'] as const)(
    'R81: nobody can hold %s',
    (power) => {
      expect(verdict(inForce, { power })).toBe('R81 non-delegable');
      expect(verdict(inForce, { power, holder: 'nobody' })).toBe('R81 non-delegable');
    },
  );

  test('R80: contract staff decide nothing and seal nothing, but may serve at the window', () => {
    expect(verdict(inForce, { employment: 'contract' })).toBe('R80 contract-staff');
    const seal = { holder: 'mk-keeper', role: 'keeper', power: 'applySeal' } as const;
    expect(verdict(inForce, { ...seal, employment: 'contract' })).toBe('R80 contract-staff');
    expect(
      verdict(held(agreement), { holder: 'YH-CENTRE', role: 'clerk', power: 'accept', employment: 'contract' }),
    ).toBe('granted');
  });

  test('R99: a named person who has not accepted may not act; the others may', () => {
    const version = held(authorisation, { acceptedBy: ['mk-officer-2'] });
    expect(verdict(version)).toBe('R99 not-accepted');
    expect(verdict(version, { holder: 'mk-officer-2' })).toBe('granted');
  });

  test('R105: a suspended holder is stopped alone', () => {
    const version = held(authorisation, { suspendedHolders: ['mk-officer-1'] });
    expect(verdict(version)).toBe('R105 holder-suspended');
    expect(verdict(version, { holder: 'mk-officer-2' })).toBe('granted');
  });

  test('R101: a deputy acts only for the named person and for a named reason', () => {
    const deputy = { holder: 'mk-deputy' };
    expect(verdict(inForce, deputy)).toBe('R101 deputy-not-activated');
    expect(verdict(inForce, { ...deputy, standIn: { for: 'mk-officer-1', because: 'onLeave' } })).toBe('granted');
    expect(verdict(inForce, { ...deputy, standIn: { for: 'mk-officer-1', because: 'overload' } })).toBe(
      'R101 deputy-not-activated',
    );
    expect(verdict(inForce, { ...deputy, standIn: { for: 'mk-officer-2', because: 'onLeave' } })).toBe(
      'R101 deputy-not-activated',
    );
  });

  test('T12, R82: only its keeper seals, and only the documents that the letter names', () => {
    const seal = {
      holder: 'mk-keeper',
      role: 'keeper',
      power: 'applySeal',
      sealId: 'mk-approval',
      documentKind: 'grantDecision',
    } as const;
    expect(verdict(inForce, seal)).toBe('granted');
    expect(verdict(inForce, { ...seal, documentKind: 'refusalDecision' })).toBe('T12 seal-not-entrusted');
    expect(verdict(inForce, { ...seal, sealId: 'hl-approval' })).toBe('T12 seal-not-entrusted');
    expect(verdict(inForce, { ...seal, holder: 'mk-officer-1', role: 'handler' })).toBe('R76 role-not-held');
    expect(verdict(inForce, { ...seal, power: 'grant' })).toBe('R76 role-not-held');
  });
});

describe('constructs A and C', () => {
  const clerk = { holder: 'YH-CENTRE', role: 'clerk' } as const;

  test('A: the window takes in and never decides', () => {
    const version = held(agreement);
    for (const power of [
      'receive',
      'checkForm',
      'correct',
      'accept',
      'refuseAcceptance',
      'issueReceipt',
      'forward',
      'handOut',
    ] as const) {
      expect(verdict(version, { ...clerk, power, adverse: power === 'refuseAcceptance' })).toBe('granted');
    }
    expect(verdict(version, { ...clerk, power: 'grant' })).toBe('T02 power-not-given');
    expect(verdict(version, { ...clerk, role: 'handler', power: 'accept' })).toBe('R76 role-not-held');
  });

  test('C: 3,000 yuan is within a cap of 5,000, 30,000 is not, and an unknown amount is not either', () => {
    const version = held(entrustment);
    const street = (amount?: number) => ({
      holder: '110198001',
      role: 'organ' as const,
      scope: {
        applicantKind: 'naturalPerson' as const,
        region: '110198001',
        ...(amount === undefined ? {} : { amount }),
      },
    });
    expect(verdict(version, street(3_000))).toBe('granted');
    expect(verdict(version, street(5_000))).toBe('granted');
    expect(verdict(version, street(30_000))).toBe('T03 amount-over');
    expect(verdict(version, street())).toBe('T03 scope-unknown');
    expect(verdict(version, { ...street(3_000), power: 'refuse', adverse: true })).toBe('R77 adverse-needs-second');
    expect(verdict(version, { ...street(3_000), power: 'refuse', adverse: true, signatureNo: 2 })).toBe('granted');
  });
});

describe('scope', () => {
  const capped = held(
    amended(authorisation, {
      scope: {
        applicantKinds: ['naturalPerson'],
        regions: ['110198'],
        level: 'district',
        amountMax: 100,
        areaMax: 100,
        headcountMax: 100,
        riskGradeMax: 2,
        cumulativeCap: { per: 'applicant', windowDays: 365, amountMax: 300, countMax: 3 },
      },
    }),
  );
  const fitting = {
    applicantKind: 'naturalPerson',
    region: '110198001',
    level: 'district',
    amount: 100,
    area: 100,
    headcount: 100,
    riskGrade: 2,
    cumulativeAmount: 300,
    cumulativeCount: 3,
  } as const;

  test('T03: figures at the cap are within it', () => {
    expect(verdict(capped, { scope: fitting })).toBe('granted');
  });

  test.each([
    ['applicantKind', 'legalPerson', 'T03 applicant-kind-outside'],
    ['region', '110105', 'T03 region-outside'],
    ['level', 'municipal', 'T03 level-outside'],
    ['amount', 100.01, 'T03 amount-over'],
    ['area', 101, 'T03 area-over'],
    ['headcount', 101, 'T03 headcount-over'],
    ['riskGrade', 3, 'T03 risk-over'],
    ['cumulativeAmount', 300.01, 'T04 cumulative-over'],
    ['cumulativeCount', 4, 'T04 cumulative-over'],
    ['amount', Number.NaN, 'T03 amount-over'],
  ])('T03, T04: %s %s is refused', (name, value, expected) => {
    expect(verdict(capped, { scope: { ...fitting, [name]: value } })).toBe(expected);
  });

  test.each(['level', 'amount', 'area', 'headcount', 'riskGrade', 'cumulativeAmount', 'cumulativeCount'])(
    'T03: an unknown %s is refused where it is capped',
    (name) => {
      const scope = Act.shape.scope.parse(Object.fromEntries(Object.entries(fitting).filter(([key]) => key !== name)));
      expect(verdict(capped, { scope })).toBe('T03 scope-unknown');
    },
  );

  test('T03: a city code covers its districts, a district code its streets, a street nothing else', () => {
    const inRegion = (regions: readonly string[], region: string) =>
      verdict(held(amended(authorisation, { scope: { applicantKinds: ['naturalPerson'], regions } })), {
        scope: { applicantKind: 'naturalPerson', region },
      });
    expect(inRegion(['110000'], '110198001')).toBe('granted');
    expect(inRegion(['110198001'], '110198')).toBe('T03 region-outside');
    expect(inRegion(['110198001'], '110198002')).toBe('T03 region-outside');
    expect(inRegion(['110198100'], '110198101')).toBe('T03 region-outside');
  });
});

describe('exclusions and limits', () => {
  test.each(Exclusion.options)('R71: a letter that excludes %s refuses such a case, another does not', (flag) => {
    const excluding = held(
      amended(authorisation, {
        exclusions: { ...authorisation.exclusions, [flag]: flag === 'priorRefusal' ? { months: 6 } : true },
      }),
    );
    expect(verdict(excluding, { flags: [flag] })).toBe('R71 excluded-case');
    expect(verdict(excluding)).toBe('granted');
    expect(verdict(inForce, { flags: [flag] })).toBe('granted');
  });

  test('R71: a refusal longer ago than the letter says no longer excludes', () => {
    const excluding = held(
      amended(authorisation, { exclusions: { ...authorisation.exclusions, priorRefusal: { months: 6 } } }),
    );
    expect(verdict(excluding, { flags: ['priorRefusal'], priorRefusalMonths: 5.9 })).toBe('R71 excluded-case');
    expect(verdict(excluding, { flags: ['priorRefusal'], priorRefusalMonths: 6 })).toBe('granted');
  });

  const limited = held(
    amended(authorisation, {
      limits: { maxDecisionsPerDay: 30, minHandlingSeconds: 60, windowFrom: '09:00', windowTo: '17:00' },
    }),
  );
  const usual = { decisionsToday: 29, handlingSeconds: 60 };

  test.each([
    [{}, 'granted'],
    [{ decisionsToday: 30 }, 'R71 daily-limit-reached'],
    [{ handlingSeconds: 59 }, 'R71 handled-too-fast'],
    [{ handlingSeconds: 59, handlingReason: '  ' }, 'R71 handled-too-fast'],
    [{ handlingSeconds: 59, handlingReason: '同一申请人批量变更' }, 'granted'],
    [{ at: '2025-06-03T00:59:59.999Z' }, 'R71 outside-hours'],
    [{ at: '2025-06-03T01:00:00.000Z' }, 'granted'],
    [{ at: '2025-06-03T08:59:59.999Z' }, 'granted'],
    [{ at: '2025-06-03T09:00:00.000Z' }, 'R71 outside-hours'],
    [{ at: '2025-06-03T20:00:00.000Z' }, 'R71 outside-hours'],
  ] as const)('R71: limits of the letter: %o', (change, expected) => {
    expect(verdict(limited, { ...usual, ...change })).toBe(expected);
  });

  test('R71: an unknown count or handling time is refused where it is limited, but binds only signatures', () => {
    expect(verdict(limited, { handlingSeconds: 60 })).toBe('R71 limit-unknown');
    expect(verdict(limited, { decisionsToday: 0 })).toBe('R71 limit-unknown');
    expect(verdict(limited, { power: 'accept' })).toBe('granted');
    expect(verdict(limited, ruleSet)).toBe('granted');
  });
});

describe('properties', () => {
  const figures = fc.record(
    {
      amount: fc.nat(20),
      area: fc.nat(20),
      headcount: fc.nat(20),
      riskGrade: fc.nat(4),
      cumulativeAmount: fc.nat(20),
      cumulativeCount: fc.nat(5),
    },
    { requiredKeys: [] },
  );
  const acts = fc.record({
    holder: fc.constantFrom('mk-officer-1', 'mk-chief', 'mk-deputy', 'mk-keeper', 'nobody'),
    role: fc.constantFrom('handler', 'chief', 'keeper', 'organ'),
    power: fc.constantFrom('propose', 'grant', 'refuse', 'applySeal', 'accept'),
    itemId: fc.constantFrom('MK-01', 'MK-02', 'MK-05', 'MK-99'),
    adverse: fc.boolean(),
    signatureNo: fc.integer({ min: 1, max: 3 }),
    at: fc.constantFrom(before, termFrom, noonAt, lastMoment, termTo),
    flags: fc.subarray([...Exclusion.options]),
    figures,
    region: fc.constantFrom('110198', '110198001', '110105'),
  });
  const scopes = fc.record(
    { amountMax: fc.nat(20), areaMax: fc.nat(20), headcountMax: fc.nat(20), riskGradeMax: fc.nat(4) },
    { requiredKeys: [] },
  );

  function actOf({ figures: more, region, ...act }: typeof acts extends fc.Arbitrary<infer T> ? T : never): Act {
    return Act.parse({ ...grantAct, ...act, scope: { applicantKind: 'naturalPerson', region, ...more } });
  }

  test('T01: a revoked mandate never grants anything', () => {
    const revoked = held(authorisation, { status: 'revoked' });
    fc.assert(
      fc.property(acts, (act) => 'refused' in check(revoked, actOf(act))),
      { numRuns: 2_000 },
    );
  });

  test('T03: narrowing the scope of a mandate never grants more', () => {
    const base = { applicantKinds: ['naturalPerson'], regions: ['110198'] };
    fc.assert(
      fc.property(acts, scopes, scopes, fc.constantFrom('110198', '110198001'), (act, one, other, region) => {
        const wide = amended(authorisation, { scope: { ...base, ...one } });
        const narrow = amended(authorisation, { scope: { ...base, regions: [region], ...narrowest(one, other) } });
        const question = actOf(act);
        return 'refused' in check(held(narrow), question) ? true : 'granted' in check(held(wide), question);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every refusal names a rule, an article, a message and a remedy in both languages', () => {
    fc.assert(
      fc.property(acts, (act) => {
        const answer = check(inForce, actOf(act));
        if ('granted' in answer) return true;
        return [
          answer.rule,
          answer.article,
          answer.message.zh,
          answer.message.en,
          answer.remedy.zh,
          answer.remedy.en,
        ].every((text) => text !== '');
      }),
    );
  });
});

function narrowest(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, Math.min(one[name] ?? Infinity, other[name] ?? Infinity)]));
}

test('R103: header, number series and seal of outward documents are the grantor’s in all constructs', () => {
  for (const letter of [authorisation, agreement, entrustment]) expect(outwardOrgan(letter).code).toBe('MK');
});

test('R97: a letter with an unknown member is refused', () => {
  expect(() => MandateLetter.parse({ ...authorisation, approvedBy: 'x' })).toThrow(/approvedBy/);
});
