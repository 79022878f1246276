import { z } from 'zod';
import { OrganKind, OrganLevel } from '../identity/identity.ts';
import type { MandateRef } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * The instrument itself, as data: 委托受理协议 (construct A), 授权书 (construct B), 委托实施行政许可 (construct C).
 * One signed version never changes; its hash is what decisions cite. The printed letter is rendered from this record.
 *
 * A draft may leave parts empty (`''`, `[]`): that is R97's business at review and signature, not a malformed letter.
 */

/** What a mandate can hand over at all: A is intake only, B and C carry decisions. */
const intakePowers = [
  'receive',
  'checkForm',
  'correct',
  'accept',
  'refuseAcceptance',
  'issueReceipt',
  'forward',
  'handOut',
] as const;
const decisionPowers = [
  'accept',
  'correct',
  'propose',
  'grant',
  'refuse',
  'correctClericalError',
  'terminate',
  'issueLicence',
  'replaceLicence',
  'renew',
  'change',
  'cancel',
  'applySeal',
] as const;

export const Power = z.enum([...new Set([...intakePowers, ...decisionPowers])]);
export type Power = z.infer<typeof Power>;

export const powersOfConstruct: Readonly<Record<'A' | 'B' | 'C', readonly Power[]>> = {
  A: intakePowers,
  B: decisionPowers,
  C: decisionPowers,
};

/** Powers that no letter can give (R81): 许可法 42, 48, 69; 市场主体登记管理条例 39(2). */
export const NonDelegable = z.enum(['extendLimit', 'revokeLicence', 'decideAfterHearing', 'penalise', 'headApproval']);
export type NonDelegable = z.infer<typeof NonDelegable>;

export const Role = z.enum(['clerk', 'handler', 'chief', 'keeper', 'ruleSet', 'organ']);
export type Role = z.infer<typeof Role>;

export const Exclusion = z.enum([
  'hearing',
  'thirdPartyInterest',
  'priorRefusal',
  'creditRestricted',
  'mediaSensitive',
  'firstAfterRuleChange',
  'recusalList',
]);
export type Exclusion = z.infer<typeof Exclusion>;

/** 自然人、法人、其他组织. */
export const ApplicantKind = z.enum(['naturalPerson', 'legalPerson', 'otherOrganisation']);
export type ApplicantKind = z.infer<typeof ApplicantKind>;

const Text = z.string().max(4_000);
const Id = z.string().min(1).max(64);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Uscc = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/);
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Count = z.int().min(0);
/** Only the normal form, so that equal instants are equal text and sort as text. */
export const InstantText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const PlainDateText = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const Grantor = z.strictObject({
  code: Id,
  name: Text,
  uscc: Uscc,
  level: OrganLevel,
  headPersonId: Id,
  headName: Text,
});

const GranteeOrgan = z.strictObject({ code: Id, name: Text, uscc: Uscc, level: OrganLevel, kind: OrganKind });

/** Why a deputy (AB岗) steps in; the letter names which of these count. */
export const StandIn = z.enum(['absent', 'onLeave', 'recused', 'overload']);
export type StandIn = z.infer<typeof StandIn>;

/** A posted officer, a chief representative, or a deputy named in the letter, which is what makes him no sub-delegate (R101). */
const NamedPerson = z.strictObject({
  personId: Id,
  name: Text,
  role: z.enum(['handler', 'chief']),
  deputyOf: Id.exactOptional(),
  activation: z.array(StandIn).min(1).exactOptional(),
});

/** Sign class: 0 by rule set, 1 one signature, 2 two signatures. Items of class EX have no place in a letter. */
const List = z.literal([0, 1, 2]);
export type List = z.infer<typeof List>;

const MandateItem = z.strictObject({
  itemId: Id,
  name: Text,
  guideVersionFrom: z.int().min(1),
  /** Last guide version covered; absent means until the letter is amended. */
  guideVersionTo: z.int().min(1).exactOptional(),
  /** Null in construct A: intake has no sign class. */
  list: List.nullable(),
  intakeRoles: z.array(z.enum(['receive', 'accept', 'consult', 'deliver'])),
});

/** The formal checks that a window can judge at all; none of them looks at the merits (construct A). */
export const IntakeCheck = z.enum(['completeness', 'form', 'validity', 'identity']);
export type IntakeCheck = z.infer<typeof IntakeCheck>;

/** An upper bound on Σ over one applicant or project, so that a large matter cannot be cut into small ones (T04). */
const CumulativeCap = z.strictObject({
  per: z.enum(['applicant', 'project']),
  windowDays: z.int().min(1),
  amountMax: z.number().min(0).exactOptional(),
  countMax: Count.exactOptional(),
});

/** Absent figures are not capped. A region covers everything whose code lies within it. */
const Scope = z.strictObject({
  applicantKinds: z.array(ApplicantKind),
  regions: z.array(z.string().regex(/^\d{6}(\d{3})*$/)),
  level: OrganLevel.exactOptional(),
  amountMax: z.number().min(0).exactOptional(),
  areaMax: z.number().min(0).exactOptional(),
  headcountMax: Count.exactOptional(),
  cumulativeCap: CumulativeCap.exactOptional(),
  riskGradeMax: Count.exactOptional(),
});
export type Scope = z.infer<typeof Scope>;

const Exclusions = z.strictObject({
  hearing: z.boolean(),
  thirdPartyInterest: z.boolean(),
  priorRefusal: z.strictObject({ months: z.int().min(1) }).exactOptional(),
  creditRestricted: z.boolean(),
  mediaSensitive: z.boolean(),
  firstAfterRuleChange: z.boolean(),
  recusalList: z.boolean(),
});

/** The window is wall time in China, from inclusive, to exclusive. */
const Limits = z.strictObject({
  maxDecisionsPerDay: z.int().min(1).exactOptional(),
  minHandlingSeconds: Count.exactOptional(),
  windowFrom: WallTime.exactOptional(),
  windowTo: WallTime.exactOptional(),
});

const Seal = z.strictObject({
  sealId: Id,
  name: Text,
  /** The organ whose seal it is; outward documents carry the grantor's (R103). */
  organCode: Id,
  keeperPersonId: Id,
  documents: z.array(Text),
});

const RuleSet = z.strictObject({ itemId: Id, ruleSetHash: Hash });

/** Law, regulation or rule may found construct C; a mere normative document may not (许可法 24(1)). */
const legalLevels = ['law', 'administrativeRegulation', 'localRegulation', 'rule', 'normativeDocument'] as const;
const LegalBasis = z.strictObject({ level: z.enum(legalLevels), citation: Text });

const Parts = {
  mandateNo: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,62}$/),
  version: z.int().min(1),
  grantor: Grantor,
  items: z.array(MandateItem),
  /** What the window may judge per item: form, never substance. Construct A. */
  intakeChecklist: z.array(z.strictObject({ itemId: Id, checks: z.array(IntakeCheck) })),
  powers: z.array(Power),
  /** Actions whose class differs from their item's: replacing a lost licence of a class-2 item may be class 1. */
  actions: z.array(z.strictObject({ power: Power, list: List })),
  scope: Scope,
  exclusions: Exclusions,
  limits: Limits,
  seals: z.array(Seal),
  nonDelegable: z.array(NonDelegable),
  ruleSets: z.array(RuleSet),
  /** Electronic at once; paper in batches by cut-off times, and who signs for what. */
  handover: z.strictObject({ electronic: z.literal('atOnce'), paperCutOffs: z.array(WallTime), signsFor: Text }),
  duties: z.strictObject({ grantor: z.array(Text), grantee: z.array(Text) }),
  liability: Text,
  responsibility: Text,
  supervision: z.strictObject({
    samplingPercent: z.number().min(0).max(100),
    plan: Text,
    reviewBoard: Text,
    report: Text,
    firstSampleDueOn: PlainDateText,
  }),
  breaker: z.array(z.strictObject({ trigger: z.string().regex(/^T\d\d$/), threshold: Text })),
  tolerance: z.strictObject({ pilotItems: z.array(Id), conditions: z.array(Text) }),
  /** Half-open: in force at `from`, no longer at `to`. */
  term: z.strictObject({ from: InstantText, to: InstantText }),
  termination: z.strictObject({ noticeDays: Count, grounds: z.array(Text), inFlight: Text }),
  dataProcessing: z.strictObject({
    purposes: z.array(Text),
    categories: z.array(Text),
    retention: Text,
    onwardProcessing: z.literal(false),
  }),
  legalBasis: z.array(LegalBasis),
  /** Where and under which number the letter is announced to the public. */
  publicNotice: z.strictObject({ noticeNo: Text, channel: Text }),
};

const Agreement = z.strictObject({ construct: z.literal('A'), ...Parts, grantee: GranteeOrgan });
const Authorisation = z.strictObject({ construct: z.literal('B'), ...Parts, grantees: z.array(NamedPerson) });
const Entrustment = z.strictObject({ construct: z.literal('C'), ...Parts, grantee: GranteeOrgan });

/** A mandate version. A = 委托受理协议, B = 政务服务事项授权书, C = 委托实施行政许可. */
export const MandateLetter = z.discriminatedUnion('construct', [Agreement, Authorisation, Entrustment]);
export type MandateLetter = z.infer<typeof MandateLetter>;

/** What a decision cites: number, version and the SM3 of the canonical letter. */
export function mandateRefOf(letter: MandateLetter): MandateRef {
  return { mandateNo: letter.mandateNo, version: letter.version, hash: sm3Hex(canonicalJson(letter)) };
}

/** The stream of a mandate, which is also the key of its fence. */
export function mandateStream(mandateNo: string): string {
  return `mandate/${mandateNo}`;
}

/** Header, number series and seal of every outward document: the grantor's, in A, B and C alike (R103, 许可法 24(3)). */
export function outwardOrgan(letter: MandateLetter): {
  readonly code: string;
  readonly name: string;
  readonly uscc: string;
} {
  const { code, name, uscc } = letter.grantor;
  return { code, name, uscc };
}

/** The persons who must accept a letter themselves: those named in B, and every seal keeper (R80, R99). */
export function namedPersons(letter: MandateLetter): readonly string[] {
  const grantees = letter.construct === 'B' ? letter.grantees.map((person) => person.personId) : [];
  const keepers = letter.seals.map((seal) => seal.keeperPersonId);
  return [...new Set([...grantees, ...keepers])];
}

/** Persons and organs without whose acceptance the letter as a whole is not accepted; a deputy may accept later. */
export function requiredAcceptances(letter: MandateLetter): readonly string[] {
  if (letter.construct !== 'B') return [letter.grantee.code];
  return [
    ...new Set(letter.grantees.filter((person) => person.deputyOf === undefined).map((person) => person.personId)),
  ];
}

/** True when `at` lies in the half-open term. */
export function isWithinTerm(letter: MandateLetter, at: Instant): boolean {
  return letter.term.from <= at && at < letter.term.to;
}
