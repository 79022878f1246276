import {
  type AuthorizationAnswer,
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import * as fc from 'fast-check';
import { z } from 'zod';
import { Act } from '../src/mandate/act.ts';
import { check } from '../src/mandate/check.ts';
import { authorisation, grantAct, held, ruleSetHash } from '../src/mandate/example-mandates.ts';
import type { Standing } from '../src/mandate/held.ts';
import { Exclusion, MandateLetter } from '../src/mandate/letter.ts';
import { createMandateIndex } from '../src/mandate/mandate-index.ts';

/**
 * An independent second opinion on mandates: letters and acts are translated into Cedar, whose engine is formally
 * verified, and the verdicts compared. The translation is written from the law's side (domain.md R71, R75–R81, R104)
 * and shares no code with `check`: policies are fixed text, a letter becomes entities, an act becomes a request.
 */
export interface OracleCase {
  readonly letters: readonly { readonly letter: MandateLetter; readonly standing: OracleStanding }[];
  readonly acts: readonly Act[];
}

export type OracleStanding = Pick<Standing, 'status' | 'acceptedBy' | 'suspendedHolders'>;

/** Where the two engines differ; empty is what is hoped for. */
export interface Disagreement {
  readonly act: Act;
  readonly ours: string;
  readonly cedar: string;
}

/** One decision per letter: a request is allowed when Cedar allows it under one of the mandates. */
export const policies = `
permit (principal, action, resource)
when {
  resource.status == "usable" &&
  context.at >= resource.from && context.at < resource.to &&
  resource.powers.contains(context.power) &&
  resource.items.contains(context.item) &&
  resource.holders.contains(principal) &&
  principal has roles && principal.roles.contains(context.role)
};

// R99, R105: acceptance, and no suspension of the person.
forbid (principal, action, resource)
unless { context.role == "ruleSet" || principal.accepted };
forbid (principal, action, resource)
when { principal.suspended };

// R80.
forbid (principal, action, resource)
when { context.contractStaff && context.role != "clerk" };

// R101: a deputy is no officer until the named condition is met.
forbid (principal, action, resource)
when { principal has deputyOf && context.role != "keeper" }
unless { context has standInFor && context.standInFor == principal.deputyOf && principal.reasons.contains(context.standInBecause) };

// R75–R77, R71: one signature only on lists 0 and 1, only in favour, only under a closed breaker.
forbid (principal, action, resource)
when {
  context.deciding && context.role != "ruleSet" && (context.role == "handler" || context.signatureNo < 2) &&
  (context.adverse || context.power == "refuse" || context.halfOpen || resource.list2.contains(context.item))
};
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && context.signatureNo > 2 && !context.hasException };
forbid (principal, action, resource)
when { context.power == "propose" && context.role == "chief" };

// §1.1: the window takes in and never decides.
forbid (principal, action, resource)
when { context.role == "clerk" }
unless { ["receive", "checkForm", "correct", "accept", "refuseAcceptance", "issueReceipt", "forward", "handOut"].contains(context.power) };

// R82: sealing is the keeper's, and the keeper's only power.
forbid (principal, action, resource)
when { context.role == "keeper" && context.power != "applySeal" };
forbid (principal, action, resource)
when { context.power == "applySeal" && context.role != "keeper" };

// R78.
forbid (principal, action, resource)
when { context.role == "ruleSet" }
unless {
  context.power == "grant" && !context.adverse && !context.halfOpen &&
  resource.list0.contains(context.item) && principal has hash && context has ruleSetHash && context.ruleSetHash == principal.hash &&
  principal.forItems.contains(context.item)
};

// T03, T04: a capped figure is known and within the cap.
forbid (principal, action, resource) unless { resource.kinds.contains(context.applicantKind) };
forbid (principal, action, resource) unless { resource.regions.containsAny(context.regionAndAround) };
forbid (principal, action, resource) when { resource has amountMax } unless { context has amount && context.amount <= resource.amountMax };
forbid (principal, action, resource) when { resource has areaMax } unless { context has area && context.area <= resource.areaMax };
forbid (principal, action, resource) when { resource has headcountMax } unless { context has headcount && context.headcount <= resource.headcountMax };
forbid (principal, action, resource) when { resource has riskMax } unless { context has riskGrade && context.riskGrade <= resource.riskMax };
forbid (principal, action, resource) when { resource has sumMax } unless { context has cumulativeAmount && context.cumulativeAmount <= resource.sumMax };
forbid (principal, action, resource) when { resource has countMax } unless { context has cumulativeCount && context.cumulativeCount <= resource.countMax };

// R71: exclusions and limits.
forbid (principal, action, resource) when { resource.exclusions.containsAny(context.flags) };
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && resource has perDay }
unless { context has today && context.today < resource.perDay };
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && resource has seconds && !context.hasReason }
unless { context has handled && context.handled >= resource.seconds };
forbid (principal, action, resource)
when { resource has openFrom }
unless { context.minute >= resource.openFrom && context.minute < resource.openTo };
`;

/** Compares both engines on every act of `oracleCase`. */
export function disagreements(oracleCase: OracleCase): readonly Disagreement[] {
  const index = createMandateIndex();
  const versions = oracleCase.letters.map(({ letter, standing }) => held(letter, standing));
  for (const [place, version] of versions.entries()) index.put(`${version.ref.mandateNo}/${place}`, [version]);
  const found: Disagreement[] = [];
  for (const act of oracleCase.acts) {
    const cedar = oracleCase.letters.some(({ letter, standing }) => cedarAllows(letter, standing, act))
      ? 'granted'
      : 'refused';
    const alone = versions.some((version) => 'granted' in check(version, act)) ? 'granted' : 'refused';
    const answer = index.find(act);
    const indexed = 'granted' in answer ? 'granted' : 'refused';
    if (alone !== cedar || indexed !== cedar)
      found.push({ act, ours: `${alone}/${indexed} ${'granted' in answer ? '' : answer.code}`, cedar });
  }
  return found;
}

let isPrepared = false;

/** Cedar's verdict on one act under one letter. */
export function cedarAllows(letter: MandateLetter, standing: OracleStanding, act: Act): boolean {
  if (!isPrepared) {
    const prepared = preparsePolicySet('mandates', { staticPolicies: policies });
    if (prepared.type !== 'success') throw new Error(JSON.stringify(prepared.errors));
    isPrepared = true;
  }
  const answer: AuthorizationAnswer = statefulIsAuthorized({
    principal: { type: 'Holder', id: act.holder },
    action: { type: 'Action', id: 'act' },
    resource: { type: 'Mandate', id: letter.mandateNo },
    context: contextOf(act),
    preparsedPolicySetId: 'mandates',
    entities: entitiesOf(letter, standing, act),
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  // An error inside a forbid would silently drop it: a broken translation must not look like agreement.
  const errors = answer.response.diagnostics.errors.filter(() => answer.response.decision === 'allow');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return answer.response.decision === 'allow';
}

type Attributes = EntityJson['attrs'];

function entitiesOf(letter: MandateLetter, standing: OracleStanding, act: Act): EntityJson[] {
  return [
    { uid: { type: 'Mandate', id: letter.mandateNo }, attrs: mandateOf(letter, standing), parents: [] },
    { uid: { type: 'Holder', id: act.holder }, attrs: holderOf(letter, standing, act.holder), parents: [] },
  ];
}

function mandateOf(letter: MandateLetter, standing: OracleStanding): Attributes {
  const { scope, limits, exclusions, items } = letter;
  const onList = (list: number) => items.filter((item) => item.list === list).map((item) => item.itemId);
  return {
    ...present({
      amountMax: scope.amountMax,
      areaMax: scope.areaMax,
      headcountMax: scope.headcountMax,
      riskMax: scope.riskGradeMax,
      sumMax: scope.cumulativeCap?.amountMax,
      countMax: scope.cumulativeCap?.countMax,
      perDay: limits.maxDecisionsPerDay,
      seconds: limits.minHandlingSeconds,
      openFrom: minutes(limits.windowFrom),
      openTo: minutes(limits.windowTo),
    }),
    status: standing.status,
    from: Date.parse(letter.term.from),
    to: Date.parse(letter.term.to),
    powers: [...letter.powers],
    items: items.map((item) => item.itemId),
    list0: onList(0),
    list2: onList(2),
    kinds: [...scope.applicantKinds],
    regions: [...scope.regions],
    exclusions: Exclusion.options.filter((flag) => exclusions[flag] !== undefined && exclusions[flag] !== false),
    holders: holdersOf(letter).map((id) => ({ __entity: { type: 'Holder', id } })),
  };
}

function holdersOf(letter: MandateLetter): readonly string[] {
  const persons = letter.construct === 'B' ? letter.grantees.map((person) => person.personId) : [letter.grantee.code];
  return [
    ...persons,
    ...letter.seals.map((seal) => seal.keeperPersonId),
    ...letter.ruleSets.map((ruleSet) => `ruleset/${ruleSet.ruleSetHash}`),
  ];
}

function holderOf(letter: MandateLetter, standing: OracleStanding, holder: string): Attributes {
  const persons = letter.construct === 'B' ? letter.grantees.filter((person) => person.personId === holder) : [];
  const forItems = letter.ruleSets.filter((ruleSet) => `ruleset/${ruleSet.ruleSetHash}` === holder);
  const roles = new Set<string>(persons.map((person) => person.role));
  if (letter.construct !== 'B' && letter.grantee.code === holder)
    roles.add(letter.construct === 'A' ? 'clerk' : 'organ');
  if (letter.seals.some((seal) => seal.keeperPersonId === holder)) roles.add('keeper');
  if (forItems.length > 0) roles.add('ruleSet');
  const deputy = persons.find((person) => person.deputyOf !== undefined);
  return {
    ...present({ deputyOf: deputy?.deputyOf, reasons: deputy?.activation, hash: forItems[0]?.ruleSetHash }),
    roles: [...roles],
    forItems: forItems.map((ruleSet) => ruleSet.itemId),
    accepted: standing.acceptedBy.includes(holder),
    suspended: standing.suspendedHolders.includes(holder),
  };
}

const deciding: readonly string[] = ['grant', 'refuse', 'renew', 'change', 'cancel', 'replaceLicence'];

function contextOf(act: Act): Attributes {
  const { scope } = act;
  const china = new Date(Date.parse(act.at) + 8 * 3_600_000);
  return {
    ...present({
      amount: scope.amount,
      area: scope.area,
      headcount: scope.headcount,
      riskGrade: scope.riskGrade,
      cumulativeAmount: scope.cumulativeAmount,
      cumulativeCount: scope.cumulativeCount,
      ruleSetHash: act.ruleSetHash,
      standInFor: act.standIn?.for,
      standInBecause: act.standIn?.because,
      today: act.decisionsToday,
      handled: act.handlingSeconds,
    }),
    at: Date.parse(act.at),
    minute: china.getUTCHours() * 60 + china.getUTCMinutes(),
    power: act.power,
    item: act.itemId,
    role: act.role,
    adverse: act.adverse,
    deciding: deciding.includes(act.power),
    signatureNo: act.signatureNo,
    hasException: act.exceptionCode !== undefined && act.exceptionCode.trim() !== '',
    hasReason: act.handlingReason !== undefined && act.handlingReason.trim() !== '',
    halfOpen: act.halfOpen === true,
    contractStaff: act.employment === 'contract',
    applicantKind: scope.applicantKind,
    regionAndAround: around(scope.region),
    flags: [...act.flags],
  };
}

/** The codes of a place and of everything that contains it: street, district, city, province. */
function around(region: string): string[] {
  const district = region.slice(0, 6);
  return [region, district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`];
}

function minutes(wallTime: string | undefined): number | undefined {
  return wallTime === undefined ? undefined : Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

function present(values: Readonly<Record<string, number | string | readonly string[] | undefined>>): Attributes {
  const known: Attributes = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) known[name] = typeof value === 'object' ? [...value] : value;
  }
  return known;
}

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
