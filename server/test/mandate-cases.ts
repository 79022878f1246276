import * as fc from 'fast-check';
import { z } from 'zod';
import { Act } from '../src/mandate/act.ts';
import { authorisation, grantAct, ruleSetHash } from '../src/mandate/example-mandates.ts';
import { MandateLetter } from '../src/mandate/letter.ts';
import type { OracleCase, OracleStanding } from './cedar-oracle.ts';

/** Generated mandates and acts, crowded around the edges: half-open terms, caps, lists, regions, signatures, hand-overs. */

const edges = [
  '2024-12-31T15:59:59.999Z',
  '2024-12-31T16:00:00.000Z',
  '2025-06-03T01:00:00.000Z',
  '2025-06-03T09:00:00.000Z',
  '2026-12-31T15:59:59.999Z',
  '2026-12-31T16:00:00.000Z',
];
const figure = fc.integer({ min: 0, max: 4 });
const cap = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
);

function defined<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

const letters = fc
  .record({
    construct: fc.constantFrom('B', 'B', 'B', 'C', 'A'),
    term: fc.constantFrom({ from: edges[1], to: edges[5] }, { from: edges[2], to: edges[3] }),
    powers: fc.subarray(['accept', 'propose', 'grant', 'refuse', 'renew', 'replaceLicence', 'applySeal', 'terminate'], {
      minLength: 4,
    }),
    lists: fc.array(fc.constantFrom(0, 1, 2), { minLength: 2, maxLength: 3 }),
    regions: fc.subarray(['110198', '110198001', '110000', '110105'], { minLength: 1 }),
    kinds: fc.subarray(['naturalPerson', 'legalPerson'], { minLength: 1 }),
    caps: fc.record({ amountMax: cap, areaMax: cap, headcountMax: cap, riskGradeMax: cap }),
    cumulative: fc.option(fc.record({ amountMax: cap, countMax: cap }), { nil: undefined, freq: 2 }),
    exclusions: fc.subarray(['hearing', 'thirdPartyInterest', 'creditRestricted', 'mediaSensitive', 'recusalList'], {
      maxLength: 2,
    }),
    limits: fc.option(fc.record({ maxDecisionsPerDay: cap, minHandlingSeconds: cap, window: fc.boolean() }), {
      nil: undefined,
      freq: 2,
    }),
    status: fc.constantFrom<OracleStanding['status']>(
      'usable',
      'usable',
      'usable',
      'usable',
      'suspended',
      'revoked',
      'expired',
      'pending',
    ),
    suspended: fc.subarray(['mk-officer-1', 'mk-chief'], { maxLength: 1 }),
    declined: fc.constantFrom('', '', '', 'mk-officer-1', 'mk-keeper'),
  })
  .chain((wild) =>
    fc.subarray(Object.keys(wild), { maxLength: 4 }).map((names) => letterOf({ ...plainSpec, ...picked(wild, names) })),
  );

/** Most members stay plain, so that most letters would carry most acts and a single edge decides. */
const plainSpec: LetterSpec = {
  construct: 'B',
  term: { from: edges[1], to: edges[5] },
  powers: ['accept', 'propose', 'grant', 'refuse', 'renew', 'replaceLicence', 'applySeal', 'terminate'],
  lists: [0, 1, 2],
  regions: ['110198'],
  kinds: ['naturalPerson', 'legalPerson'],
  caps: {},
  cumulative: undefined,
  exclusions: [],
  limits: undefined,
  status: 'usable',
  suspended: [],
  declined: '',
};

function picked<T extends object>(value: T, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}

interface LetterSpec {
  readonly construct: string;
  readonly term: object;
  readonly powers: readonly string[];
  readonly lists: readonly number[];
  readonly regions: readonly string[];
  readonly kinds: readonly string[];
  readonly caps: object;
  readonly cumulative: object | undefined;
  readonly exclusions: readonly string[];
  readonly limits: { readonly window: boolean } | undefined;
  readonly status: OracleStanding['status'];
  readonly suspended: readonly string[];
  readonly declined: string;
}

function letterOf(spec: LetterSpec): OracleCase['letters'][number] {
  const items = spec.lists.map((list, place) => ({
    itemId: `MK-0${place + 1}`,
    name: 'x',
    guideVersionFrom: 1,
    list,
    intakeRoles: [],
  }));
  const grantee = {
    code: '110198001',
    name: '街道',
    uscc: '11110198YH00026117',
    level: 'subdistrict',
    kind: spec.construct === 'A' ? 'serviceBody' : 'administrativeOrgan',
  };
  const parts = Object.fromEntries(
    Object.entries(authorisation).filter(([name]) => spec.construct === 'B' || name !== 'grantees'),
  );
  const { window: hasWindow, ...limits } = spec.limits ?? { window: false };
  const letter = MandateLetter.parse({
    ...parts,
    ...(spec.construct === 'B' ? {} : { grantee }),
    construct: spec.construct,
    term: spec.term,
    powers: spec.powers,
    items,
    ruleSets: items.filter((item) => item.list === 0).map((item) => ({ itemId: item.itemId, ruleSetHash })),
    scope: {
      applicantKinds: spec.kinds,
      regions: spec.regions,
      ...defined(spec.caps),
      ...(spec.cumulative === undefined
        ? {}
        : { cumulativeCap: { per: 'applicant', windowDays: 365, ...defined(spec.cumulative) } }),
    },
    exclusions: { ...authorisation.exclusions, ...Object.fromEntries(spec.exclusions.map((flag) => [flag, true])) },
    limits: { ...defined(limits), ...(hasWindow ? { windowFrom: '09:00', windowTo: '17:00' } : {}) },
  });
  const everybody = ['mk-officer-1', 'mk-officer-2', 'mk-deputy', 'mk-chief', 'mk-keeper', '110198001'];
  return {
    letter,
    standing: {
      status: spec.status,
      suspendedHolders: spec.suspended,
      acceptedBy: everybody.filter((id) => id !== spec.declined),
    },
  };
}

const parties = [
  ['mk-officer-1', 'handler'],
  ['mk-officer-2', 'handler'],
  ['mk-deputy', 'handler'],
  ['mk-chief', 'chief'],
  ['mk-keeper', 'keeper'],
  [`ruleset/${ruleSetHash}`, 'ruleSet'],
  ['110198001', 'organ'],
  ['110198001', 'clerk'],
  ['mk-officer-1', 'chief'],
  ['mk-chief', 'handler'],
  // Somebody to whom a holder would have passed his power on: no letter names him (R101).
  ['sub-delegate', 'handler'],
  ['ruleset/other', 'ruleSet'],
] as const;

/** Acts near every edge that the letters have. */
export const actArbitrary: fc.Arbitrary<Act> = fc
  .record({
    at: fc.constantFrom(...edges),
    party: fc.constantFrom(...parties),
    power: fc.constantFrom(
      'accept',
      'propose',
      'grant',
      'grant',
      'grant',
      'refuse',
      'renew',
      'replaceLicence',
      'applySeal',
      'terminate',
      'revokeLicence',
    ),
    itemId: fc.constantFrom('MK-01', 'MK-02', 'MK-03', 'MK-01', 'MK-02', 'MK-04'),
    adverse: fc.constantFrom(false, false, false, true),
    signatureNo: fc.constantFrom(1, 1, 2, 2, 3),
    exceptionCode: fc.constantFrom(undefined, 'E01'),
    region: fc.constantFrom('110198', '110198001', '110105', '110198002'),
    applicantKind: fc.constantFrom('naturalPerson', 'legalPerson'),
    figures: fc.record(
      {
        amount: figure,
        area: figure,
        headcount: figure,
        riskGrade: figure,
        cumulativeAmount: figure,
        cumulativeCount: figure,
      },
      { requiredKeys: [] },
    ),
    flags: fc.subarray(['hearing', 'creditRestricted', 'mediaSensitive'], { maxLength: 1 }),
    usual: fc.record(
      { decisionsToday: figure, handlingSeconds: figure, handlingReason: fc.constantFrom(' ', '急件') },
      { requiredKeys: [] },
    ),
    hash: fc.constantFrom(ruleSetHash, ruleSetHash, 'other', undefined),
    halfOpen: fc.constantFrom(false, false, false, true),
    standIn: fc.constantFrom(
      undefined,
      { for: 'mk-officer-1', because: 'onLeave' },
      { for: 'mk-officer-2', because: 'onLeave' },
      { for: 'mk-officer-1', because: 'overload' },
    ),
    employment: fc.constantFrom(undefined, undefined, 'establishment', 'contract'),
  })
  .chain((wild) =>
    fc
      .tuple(fc.subarray(Object.keys(wild), { maxLength: 3 }), fc.constantFrom(...plainActs))
      .map(([names, plain]) => actOf({ ...plainSpecOfAct, ...plain, ...picked(wild, names) })),
  );

/** Acts that an ordinary letter carries, one for each party. */
const plainActs = [
  { party: parties[0], power: 'grant', itemId: 'MK-02' },
  { party: parties[1], power: 'propose', itemId: 'MK-03', adverse: true },
  { party: parties[2], power: 'grant', itemId: 'MK-02', standIn: { for: 'mk-officer-1', because: 'onLeave' } },
  { party: parties[3], power: 'grant', itemId: 'MK-03', signatureNo: 2 },
  { party: parties[3], power: 'refuse', itemId: 'MK-01', signatureNo: 2, adverse: true },
  { party: parties[4], power: 'applySeal', itemId: 'MK-02' },
  { party: parties[5], power: 'grant', itemId: 'MK-01', hash: ruleSetHash },
  { party: parties[6], power: 'grant', itemId: 'MK-02' },
  { party: parties[7], power: 'accept', itemId: 'MK-02' },
  { party: parties[10], power: 'grant', itemId: 'MK-02' },
];

const plainSpecOfAct = {
  at: edges[2],
  adverse: false,
  signatureNo: 1,
  region: '110198',
  applicantKind: 'naturalPerson',
  figures: { amount: 1, area: 1, headcount: 1, riskGrade: 1, cumulativeAmount: 1, cumulativeCount: 1 },
  flags: [],
  usual: { decisionsToday: 0, handlingSeconds: 4 },
  halfOpen: false,
};

const ActSpec = z.looseObject({
  party: z.tuple([z.string(), z.string()]).readonly(),
  figures: z.record(z.string(), z.number()),
  usual: z.record(z.string(), z.union([z.number(), z.string()])),
  hash: z.string().exactOptional(),
  region: z.string(),
  applicantKind: z.string(),
});

function actOf(spec: object): Act {
  const { party, figures, usual, hash, region, applicantKind, ...act } = ActSpec.parse(defined(spec));
  const [holder, role] = party;
  return Act.parse({
    ...grantAct,
    ...act,
    ...usual,
    ...defined({ ruleSetHash: hash }),
    holder,
    role,
    scope: { applicantKind, region, ...figures },
  });
}

/** One to three mandates and a handful of acts. */
export const oracleCases: fc.Arbitrary<OracleCase> = fc.record({
  letters: fc.array(letters, { minLength: 1, maxLength: 3 }),
  acts: fc.array(actArbitrary, { minLength: 10, maxLength: 10 }),
});
