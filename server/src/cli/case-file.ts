import { z } from 'zod';
import { Defect } from '../acceptance/acceptance.ts';
import { Application, Supply, SuppliedMaterial, Withdrawal } from '../application/application.ts';
import { InputValue } from '../catalogue/catalogue.ts';
import {
  DecideRecusal,
  DecisionOutcome,
  Escalate,
  ExceptionCode,
  RequestRecusal,
  ReturnProposal,
  Terminate,
} from '../decision/decision.ts';
import { Deliver } from '../delivery/delivery.ts';
import { RelationKind } from '../identity/identity.ts';
import { IntakeCheck } from '../mandate/mandate.ts';
import { PointResult, SpecialProcedure } from '../review/review.ts';

/** The file of `case run`, field by field in docs/reference/case-run.md. */

/** Any instant with its offset; kept as UTC with milliseconds. */
const At = z.iso.datetime({ offset: true, local: false }).transform((text) => new Date(text).toISOString());
const Name = z.string().min(1).max(64);
const Words = z.string().trim().max(4000);
const Values = z.record(z.string().max(60), InputValue);
const Credit = z.strictObject({
  unrepairedFalsePromise: z.boolean().default(false),
  barredUntilOn: z.iso.date().exactOptional(),
  barReason: z.string().exactOptional(),
});

const Shares = z.strictObject({
  facts: Values.default({}),
  unverified: z.array(z.string()).default([]),
  missing: z.array(z.string()).default([]),
  credit: Credit.exactOptional(),
});

const common = {
  /** Absent: the moment of the step before. */
  at: At.exactOptional(),
  /** Absent: whom the act falls to in the demo district. */
  by: Name.exactOptional(),
  /** The refusal that is right here: its code, or the rule that it carries. */
  expectRefusal: z.string().min(1).exactOptional(),
  /** What the shares answer from this step on. */
  shares: Shares.exactOptional(),
};

function act<const Do extends string, Shape extends z.core.$ZodLooseShape>(name: Do, shape: Shape) {
  return z.strictObject({ do: z.literal(name), ...common, ...shape });
}

const party = z.string().trim().min(1).max(200);
const reason = Words.min(2);

const intake = [
  act('accept', {
    tolerated: z.array(z.string()).default([]),
    toleratedUntilOn: z.iso.date().exactOptional(),
    promiseReference: Words.exactOptional(),
    windowEndsOn: z.iso.date().exactOptional(),
    checked: z.array(IntakeCheck).exactOptional(),
  }),
  act('correct', { defects: z.array(Defect).exactOptional() }),
  act('notNeeded', { reason: Words.exactOptional() }),
  act('notOurs', { reason: Words.exactOptional(), competentOrgan: Words.exactOptional() }),
  act('fixOnSpot', {
    fixed: z.array(Defect).min(1),
    materials: z.array(SuppliedMaterial).default([]),
    form: Values.default({}),
  }),
  act('supply', Supply.shape),
  act('supplyDeferred', Supply.shape),
  act('correctStatement', Supply.shape),
  act('withdraw', Withdrawal.shape),
] as const;

const course = [
  act('review', {
    findings: Values.exactOptional(),
    points: z.array(PointResult).exactOptional(),
    evidence: Words.exactOptional(),
  }),
  act('visit', {
    address: z.string().trim().min(1).max(300).exactOptional(),
    officers: z.array(Name).exactOptional(),
    signedBy: z.array(Name).exactOptional(),
    fromAt: At.exactOptional(),
    toAt: At.exactOptional(),
    record: Words.exactOptional(),
    findings: Values.exactOptional(),
  }),
  act('assignInspectors', { officers: z.array(Name) }),
  act('specialProcedure', {
    procedure: SpecialProcedure,
    workingDays: z.int().min(1).max(250),
    stopsClock: z.boolean().exactOptional(),
    basis: z.string().trim().min(1).max(300).exactOptional(),
  }),
  act('endSpecialProcedure', {
    procedure: SpecialProcedure,
    result: Words.default('已完成'),
    furtherAnalysis: z.boolean().exactOptional(),
  }),
  act('suspendClock', { reason }),
  act('resumeClock', { reason }),
  act('notifyInterestedParty', { party, matter: reason }),
  act('hearInterestedParty', { party, statement: reason }),
  act('tellHearingRight', { to: party }),
  act('requestHearing', {}),
  act('scheduleHearing', {
    onDate: z.iso.date(),
    place: party.default('区政务服务中心听证室'),
    presider: Name.exactOptional(),
  }),
  act('recordHearing', {
    heldOn: z.iso.date(),
    presider: Name.exactOptional(),
    transcript: Words.default('听证笔录'),
    signedBy: z.array(party).exactOptional(),
  }),
  act('askOpinion', { organ: Name, dueInDays: z.int().min(1).max(45).default(5) }),
  act('giveOpinion', { organ: Name, opinion: Words.default('同意'), findings: Values.exactOptional() }),
  act('extend', { workingDays: z.int().min(1).max(60), reason: Words.min(4) }),
] as const;

const decision = [
  act('sign', {
    outcome: DecisionOutcome.exactOptional(),
    reason: Words.exactOptional(),
    facts: Words.exactOptional(),
    norms: z.array(Words).exactOptional(),
    departure: Words.exactOptional(),
    recusal: RelationKind.or(z.literal('none')).default('none'),
    handlingReason: Words.exactOptional(),
    exceptionCode: ExceptionCode.exactOptional(),
    forwardToHead: z.boolean().default(false),
    pin: z.string().max(40).exactOptional(),
  }),
  act('recordPaper', {
    signedBy: Name.exactOptional(),
    paperNo: Words,
    signedOn: z.iso.date().exactOptional(),
    reason: Words.exactOptional(),
    recusal: RelationKind.or(z.literal('none')).default('none'),
  }),
  act('return', ReturnProposal.shape),
  act('recuse', { personId: Name.exactOptional(), ground: RelationKind, note: Words.default('') }),
  act('requestRecusal', RequestRecusal.shape),
  act('decideRecusal', DecideRecusal.shape),
  act('escalate', Escalate.shape),
  act('terminate', Terminate.shape),
  act('payFee', {}),
  act('deliver', {
    method: Deliver.shape.method.default('electronic'),
    recipient: Deliver.shape.recipient.exactOptional(),
    reference: z.string().max(200).exactOptional(),
  }),
  act('robots', {}),
  act('finish', {}),
] as const;

const powers = [
  act('suspendMandate', { mandateNo: Name, reason, holders: z.array(Name).default([]) }),
  act('resumeMandate', { mandateNo: Name, reason, holders: z.array(Name).default([]) }),
  act('revokeMandate', { mandateNo: Name, reason }),
  act('suspendPerson', { personId: Name, reason }),
  act('reinstatePerson', { personId: Name, reason }),
  act('declareRelation', { personId: Name, idNo: Name, kind: RelationKind, label: Name }),
] as const;

export const CaseStep = z.discriminatedUnion('do', [...intake, ...course, ...decision, ...powers]);
export type CaseStep = z.infer<typeof CaseStep>;
export type StepName = CaseStep['do'];
export type StepOf<Do extends StepName> = Extract<CaseStep, { readonly do: Do }>;

export const Expectation = z.strictObject({
  state: z.string().exactOptional(),
  outcome: z.string().nullable().exactOptional(),
  signatures: z.int().min(0).exactOptional(),
  acceptedOn: z.iso.date().exactOptional(),
  deemed: z.boolean().exactOptional(),
  statutoryDueOn: z.iso.date().exactOptional(),
  promisedDueOn: z.iso.date().exactOptional(),
  /** Kinds of the sealed letters, in order. */
  documents: z.array(z.string()).exactOptional(),
  /** Codes of the refusals met, in order. */
  refusals: z.array(z.string()).exactOptional(),
});
export type Expectation = z.infer<typeof Expectation>;

export const CaseFile = z.strictObject({
  title: z.string().max(200).exactOptional(),
  note: z.string().max(4000).exactOptional(),
  at: At.default('2025-03-03T01:10:00.000Z'),
  /** Who receives at the window; without effect on an application that comes online. */
  by: Name.default('clerk-1'),
  application: Application,
  shares: Shares.default({ facts: {}, unverified: [], missing: [] }),
  outcome: z.enum(['ACCEPT', 'CORRECT', 'NOT_NEEDED', 'NOT_OURS']).exactOptional(),
  decide: DecisionOutcome.exactOptional(),
  review: Values.default({}),
  steps: z
    .array(CaseStep)
    .max(500)
    .default([{ do: 'finish' }]),
  expectRefusal: z.string().min(1).exactOptional(),
  expect: Expectation.exactOptional(),
});
export type CaseFile = z.infer<typeof CaseFile>;
