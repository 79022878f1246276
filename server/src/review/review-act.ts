import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';

const Note = z.string().trim().max(2000);
const Evidence = z.string().trim().max(500);
const PersonId = z.string().min(1).max(64);

/** A special procedure of art. 45 stops the clock after written notice; the others run beside it (R58). */
export const specialProcedures = {
  hearing: { zh: '听证', en: 'hearing', stopsClock: true },
  tender: { zh: '招标', en: 'tender', stopsClock: true },
  auction: { zh: '拍卖', en: 'auction', stopsClock: true },
  inspection: { zh: '检验', en: 'inspection', stopsClock: true },
  testing: { zh: '检测', en: 'testing', stopsClock: true },
  quarantine: { zh: '检疫', en: 'quarantine', stopsClock: true },
  appraisal: { zh: '鉴定', en: 'appraisal', stopsClock: true },
  expertReview: { zh: '专家评审', en: 'expert review', stopsClock: true },
  siteVerification: { zh: '现场核查', en: 'site verification', stopsClock: false },
  publicity: { zh: '公示', en: 'publicity', stopsClock: false },
  consultation: { zh: '征求意见', en: 'consultation', stopsClock: false },
} as const satisfies Record<string, { readonly zh: string; readonly en: string; readonly stopsClock: boolean }>;

export const SpecialProcedure = z.enum([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
  'siteVerification',
  'publicity',
  'consultation',
]);
export type SpecialProcedure = z.infer<typeof SpecialProcedure>;

/** An input of the decision table as the officer finds it. */
export const Finding = z.strictObject({ name: z.string().max(60), value: InputValue, evidence: Evidence });
export type Finding = z.infer<typeof Finding>;

/** The result of one review point of the guide, by its place in the list (R38). */
export const PointResult = z.strictObject({
  point: z.int().min(0),
  result: z.enum(['met', 'notMet', 'notApplicable']),
  evidence: Evidence,
  note: Note.exactOptional(),
});
export type PointResult = z.infer<typeof PointResult>;

const FindingsRecorded = z.strictObject({
  act: z.literal('recordFindings'),
  findings: z.array(Finding).max(100).default([]),
  points: z.array(PointResult).max(100).default([]),
});

const SiteVisited = z.strictObject({
  act: z.literal('recordSiteVisit'),
  address: z.string().trim().min(1).max(300),
  /** Nobody is at two places at once: the distance counts (T09). */
  place: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  fromAt: z.iso.datetime(),
  toAt: z.iso.datetime(),
  officers: z.array(PersonId).max(20),
  signedBy: z.array(PersonId).max(20),
  record: Evidence,
  findings: z.array(Finding).max(100).default([]),
});

/** Everything that happens between acceptance and the proposal, as one closed set of acts. */
export const ReviewAct = z.discriminatedUnion('act', [
  FindingsRecorded,
  SiteVisited,
  z.strictObject({ act: z.literal('assignInspectors'), officers: z.array(PersonId).max(20) }),
  z.strictObject({
    act: z.literal('startSpecialProcedure'),
    procedure: SpecialProcedure,
    /** The time needed, as the written notice states it. */
    workingDays: z.int().min(1).max(250),
    /** Asks for the clock to stop; granted only to the procedures of art. 45. */
    stopsClock: z.boolean(),
    basis: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    act: z.literal('endSpecialProcedure'),
    procedure: SpecialProcedure,
    result: Note,
    /** 许可法55: the result alone does not show yet whether the standard is met; otherwise the case is decided on the spot. */
    furtherAnalysis: z.boolean().exactOptional(),
  }),
  z.strictObject({ act: z.literal('suspendClock'), reason: Note.min(1) }),
  z.strictObject({ act: z.literal('resumeClock'), reason: Note.min(1) }),
  z.strictObject({
    act: z.literal('notifyInterestedParty'),
    party: z.string().trim().min(1).max(200),
    matter: Note.min(1),
  }),
  z.strictObject({
    act: z.literal('hearInterestedParty'),
    party: z.string().trim().min(1).max(200),
    statement: Note.min(1),
  }),
  z.strictObject({ act: z.literal('tellHearingRight'), to: z.string().trim().min(1).max(200) }),
  z.strictObject({ act: z.literal('requestHearing'), by: z.string().trim().min(1).max(200) }),
  z.strictObject({
    act: z.literal('scheduleHearing'),
    onDate: z.iso.date(),
    place: z.string().trim().min(1).max(300),
    presider: PersonId,
  }),
  z.strictObject({
    act: z.literal('recordHearing'),
    heldOn: z.iso.date(),
    presider: PersonId,
    transcript: z.string().trim().min(1).max(500),
    signedBy: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  }),
  z.strictObject({ act: z.literal('askJointOpinion'), organ: z.string().max(40), dueInDays: z.int().min(1).max(45) }),
  z.strictObject({
    act: z.literal('giveJointOpinion'),
    organ: z.string().max(40),
    opinion: Note.min(1),
    findings: z.array(Finding).max(20).default([]),
  }),
  z.strictObject({ act: z.literal('extendLimit'), workingDays: z.int().min(1).max(60), reason: Note.min(4) }),
]);
export type ReviewAct = z.infer<typeof ReviewAct>;
export type ReviewActName = ReviewAct['act'];
