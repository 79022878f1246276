import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import {
  Applicant,
  Agent,
  CaseScope,
  FetchedMaterial,
  GatheredFact,
  SuppliedMaterial,
} from '../application/application.ts';
import { caseStates, getPinnedVersion } from '../application/application.ts';
import { Defect } from '../acceptance/acceptance.ts';
import { linesToAnswer } from '../acceptance/actions.ts';
import { InputValue } from '../catalogue/catalogue.ts';
import { clocksToday } from '../desk/actions.ts';
import { officersOf, quotaPlace } from '../decision/actions.ts';
import { Decider, DecisionOutcome, viewDecision } from '../decision/decision.ts';
import { viewDelivery } from '../delivery/delivery.ts';
import { findOrgan } from '../identity/actions.ts';
import { PostKind, RelationKind } from '../identity/identity.ts';
import type { Recorded } from '../journal/journal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { PointResult } from '../review/review.ts';
import { IntakeCheck } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';
import { Can, caseCan } from './case-can.ts';
import { ClocksAnswer, clocksAnswer } from './clocks-view.ts';
import { evidenceCan } from './evidence-can.ts';
import { signingOf, Signing } from './case-signing.ts';
import { Course, coursePart } from './course-view.ts';
import { feePart, FeeShown } from './fee-view.ts';
import { CaseDocument, documentOf } from './case-document.ts';
import { LicenceNamed, licenceNamedPart } from './licence-named-view.ts';
import { OwedLicenceShown, owedLicencePart } from './owed-licence-view.ts';
import { lettersFor } from './letters-shown.ts';
import { promisePart, PromisesShown } from './promise-view.ts';
import { MandateCited, TimelineEntry, timelineOf } from './timeline.ts';

const Finding = z.object({
  name: z.string(),
  value: InputValue,
  source: z.enum(['review', 'joint']),
  by: z.string(),
  evidence: z.string(),
});

/** A request that an officer stand aside; the answer and its reason are for who asked (R44). */
const RecusalAsked = z.object({
  personId: z.string(),
  ground: RelationKind,
  reason: z.string(),
  at: z.string(),
  decider: Decider,
  answer: z.object({ granted: z.boolean(), reason: z.string(), at: z.string() }).exactOptional(),
});

/** A decision made on paper (R84): what its record holds; the record itself is `GET /cases/{caseNo}/paper-decision`. */
const OnPaper = z.object({ signedBy: z.string(), paperNo: z.string(), signedOn: z.string(), recordedBy: z.string() });

export const CaseAnswer = z
  .object({
    caseNo: z.string(),
    itemId: z.string(),
    itemVersion: z.int(),
    itemName: z.string(),
    itemNameEn: z.string(),
    organ: z.string(),
    organName: z.string(),
    organNameEn: z.string(),
    state: z.enum(caseStates),
    receivedAt: z.string(),
    channel: z.string(),
    applicant: Applicant,
    agent: Agent.omit({ letter: true }).exactOptional(),
    route: z.enum(['normal', 'promise']),
    scope: CaseScope,
    /** The matter 一件事 of which the case is a child, with the answers that the item's own list names. */
    matter: z.object({ matterNo: z.string(), fields: z.record(z.string(), InputValue) }).exactOptional(),
    form: z.record(z.string(), InputValue),
    materials: z.array(z.union([SuppliedMaterial, FetchedMaterial])),
    gathered: z.array(GatheredFact),
    /** Where the applicant and a source differ; the organ of the source was told (R47). */
    discrepancies: z.array(
      z.object({
        name: z.string(),
        stated: InputValue,
        value: InputValue,
        source: z.string(),
        sourceName: z.string(),
        organ: z.string(),
      }),
    ),
    ...PromisesShown.shape,
    fee: FeeShown.exactOptional(),
    /** R34: the place among those accepted before and undecided, and how many places are left. */
    queue: z.object({ place: z.int(), placesLeft: z.int() }).exactOptional(),
    owed: z.array(z.string()),
    /** Letters that could not be made when statute decided, each with the code of what stood in the way. */
    owedLetters: z.array(z.object({ kind: z.string(), code: z.string() })),
    /** What the caller answers before he accepts: the checklist of the agreement under which he works (R30). */
    intakeLines: z.array(z.object({ check: IntakeCheck, provenByRecord: z.boolean() })),
    notices: z.array(z.object({ at: z.string(), answerByOn: z.string(), defects: z.array(Defect) })),
    findings: z.array(Finding),
    points: z.array(PointResult),
    procedures: z.array(
      z.object({
        procedure: z.string(),
        stopsClock: z.boolean(),
        startedAt: z.string(),
        noticedWorkingDays: z.int(),
        endedAt: z.string().exactOptional(),
      }),
    ),
    ...Course.shape,
    signatures: z.array(
      z.object({
        no: z.int(),
        kind: z.enum(['propose', 'endorse', 'decide']),
        personId: z.string(),
        role: z.enum(['handler', 'chief', 'head']),
        at: z.string(),
        outcome: DecisionOutcome,
        mandate: MandateCited.exactOptional(),
        confirmedBy: z.enum(['passkey', 'code', 'pin']).exactOptional(),
      }),
    ),
    returned: z.array(z.object({ by: z.string(), reason: z.string() })),
    /** Whom a party may ask to stand aside, by name and post. */
    officers: z.array(z.object({ personId: z.string(), name: z.string(), post: PostKind })),
    recusals: z.array(RecusalAsked),
    decided: z
      .object({
        outcome: z.string(),
        at: z.string(),
        reason: z.string(),
        ruleSetHash: z.string().exactOptional(),
        paper: OnPaper.exactOptional(),
      })
      .exactOptional(),
    notAccepted: z.object({ outcome: z.enum(['NOT_NEEDED', 'NOT_OURS']), reason: z.string() }).exactOptional(),
    delivered: z.object({ at: z.string(), method: z.string() }).exactOptional(),
    clocks: ClocksAnswer.exactOptional(),
    signing: Signing.exactOptional(),
    can: z.record(z.string(), Can),
    timeline: z.array(TimelineEntry),
    documents: z.array(CaseDocument),
    /** The licence that its grant brought, renewed, changed or closed. */
    licenceNo: z.string().exactOptional(),
    owedLicence: OwedLicenceShown.exactOptional(),
    licenceNamed: LicenceNamed.exactOptional(),
  })
  .meta({ id: 'Case', description: 'A case as the caller may see it, with what he could do now' });

/** The case in full. A party sees what concerns him; deliberation before the decision stays inside the organ. */
export async function caseAnswer(
  platform: Platform,
  caller: Caller,
  opened: OpenedCase,
  at: Instant,
): Promise<z.input<typeof CaseAnswer>> {
  const { events, caseNo } = opened;
  const isStaff = caller.kind === 'staff';
  const queue = await quotaPlace(platform, events);
  const signing = isStaff ? await signingOf(platform, caller, opened, at) : undefined;
  return {
    ...applicationPart(platform, opened),
    ...acceptancePart(events),
    ...promisePart(platform, events, at),
    ...feePart(events),
    ...(queue === undefined ? {} : { queue: { ...queue } }),
    intakeLines: isStaff ? [...linesToAnswer(platform, { actor: caller.actor, at }, events)] : [],
    ...reviewPart(events, isStaff),
    ...coursePart(platform, events, isStaff),
    ...decisionPart(events, isStaff),
    ...recusalPart(platform, opened, at),
    caseNo,
    ...clocksAnswer(clocksToday(platform, events, dateInChina(at))),
    ...(signing === undefined ? {} : { signing }),
    can: {
      ...(await caseCan(platform, caller, opened, at)),
      downloadEvidence: await evidenceCan(platform, caseStream(caseNo), events.length),
    },
    timeline: timelineOf(platform, events, opened.received.applicant.name),
    documents: lettersFor(platform, caller, events).map(documentOf),
    ...(await owedLicencePart(platform, caller, opened, at)),
  };
}

function applicationPart(platform: Platform, { events, organ }: OpenedCase) {
  const { application } = viewDecision(events).review.acceptance;
  const { received } = application;
  if (received === undefined) throw new Error('an opened case was received');
  const { itemId, itemVersion, applicant, agent, route, channel, scope, matter } = received;
  const { item } = getPinnedVersion(platform, itemId, itemVersion);
  const { name, nameEn } = item;
  const { name: organName = organ, nameEn: organNameEn = organ } = findOrgan(platform.identity, organ) ?? {};
  return {
    itemId,
    itemVersion,
    itemName: name,
    itemNameEn: nameEn,
    organ,
    organName,
    organNameEn,
    state: application.state,
    receivedAt: application.receivedAt,
    channel,
    applicant,
    ...(agent === undefined ? {} : { agent: { name: agent.name, idNo: agent.idNo } }),
    route,
    scope,
    ...(matter === undefined ? {} : { matter }),
    ...licenceNamedPart(received, item),
    form: { ...application.form },
    materials: [...application.materials],
    gathered: application.gathered.map((fact) => ({ ...fact })),
    discrepancies: application.discrepancies.map(({ receipt: _receipt, ...one }) => one),
  };
}

function acceptancePart(events: readonly Recorded[]) {
  const { owed, notices, notAccepted, application } = viewDecision(events).review.acceptance;
  return {
    owed: [...owed],
    owedLetters: application.owedLetters.map(({ documentKind: kind, code }) => ({ kind, code })),
    notices: notices.map(({ at, answerByOn, defects }) => ({ at, answerByOn, defects: [...defects] })),
    ...(notAccepted === undefined ? {} : { notAccepted }),
  };
}

function reviewPart(events: readonly Recorded[], isStaff: boolean) {
  const { review } = viewDecision(events);
  return {
    findings: isStaff ? [...review.findings.values()] : [],
    points: isStaff ? [...review.points.values()].map(({ by: _by, ...point }) => point) : [],
    procedures: review.procedures.map(({ endedAt, ...run }) => ({
      ...run,
      ...(endedAt === undefined ? {} : { endedAt }),
    })),
  };
}

function recusalPart(platform: Platform, { events, organ }: OpenedCase, at: Instant) {
  return {
    officers: officersOf(platform, organ, at).map(({ personId, name, post }) => ({ personId, name, post })),
    recusals: viewDecision(events).recusals.map(({ answer, ...asked }) => {
      if (answer === undefined) return asked;
      const { by: _by, ...told } = answer;
      return { ...asked, answer: told };
    }),
  };
}

function decisionPart(events: readonly Recorded[], isStaff: boolean) {
  const { signatures, returned, decided } = viewDecision(events);
  const { delivered } = viewDelivery(events);
  const isOpen = isStaff || decided !== undefined;
  return {
    signatures: isOpen
      ? signatures.map(({ mandate, confirmedBy, documentHash: _hash, ...made }) => ({
          ...made,
          ...(confirmedBy === undefined ? {} : { confirmedBy }),
          ...(mandate === undefined ? {} : { mandate }),
        }))
      : [],
    returned: isStaff ? [...returned] : [],
    ...(decided === undefined
      ? {}
      : {
          decided: {
            outcome: decided.outcome,
            at: decided.at,
            reason: decided.reason,
            ...(decided.ruleSetHash === undefined ? {} : { ruleSetHash: decided.ruleSetHash }),
            ...(decided.paper === undefined ? {} : { paper: decided.paper }),
          },
        }),
    ...(delivered === undefined ? {} : { delivered: { at: delivered.at, method: delivered.method } }),
  };
}
