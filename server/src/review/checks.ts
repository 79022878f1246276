import { addWorkingDays, workingDaysBetween } from '../calendar/calendar.ts';
import { isReachable } from '../mandate/mandate.ts';
import { effectOf, inputsFrom, isOfType } from '../catalogue/catalogue.ts';
import { identityRefusals } from '../identity/refusals.ts';
import type { Actor } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant } from '../kernel/time.ts';
import { longestExtension } from '../acceptance/acceptance.ts';
import { clocksOf, hearingRequestLastOn } from './clock.ts';
import { reviewRefusals, type ReviewRefusalCode } from './refusals.ts';
import type { ReviewFacts, ReviewView, SiteVisit } from './review.ts';
import { type Finding, type PointResult, type ReviewAct, specialProcedures } from './review-act.ts';

type Checked = Refusal<ReviewRefusalCode | 'contract-staff'> | undefined;

interface When {
  readonly at: Instant;
  readonly actor: Actor;
}

/** 许可法34(3): two or more officers verify substance. */
const INSPECTORS = 2;
/** 许可法47, 48: hold within 20 working days, notify 7 days before. */
const HEARING = { holdWithin: 20, notifyDaysBefore: 7 } as const;

/** Whether this act of review is lawful for this case now. */
export function checkReviewAct(view: ReviewView, command: ReviewAct, facts: ReviewFacts, when: When): Checked {
  if (view.recused.has(when.actor.id)) return refuse(reviewRefusals, 'reviewer-recused', { officer: when.actor.id });
  const [hired] = facts.contractStaff;
  if (hired !== undefined) return refuse(identityRefusals, 'contract-staff', { personId: hired, act: command.act });
  switch (command.act) {
    case 'recordFindings':
      return checkFindings(command.findings, facts, 'review') ?? checkPoints(command.points, facts);
    case 'recordSiteVisit':
      return checkVisit(command, view, facts, when) ?? checkFindings(command.findings, facts, 'review');
    case 'assignInspectors':
      return countOf(command.officers) < INSPECTORS
        ? refuse(reviewRefusals, 'too-few-inspectors', { officers: command.officers })
        : checkDuty(command.officers, view, facts);
    case 'startSpecialProcedure':
      return checkProcedureStart(view, command);
    case 'endSpecialProcedure':
      return isOpen(view, command.procedure)
        ? undefined
        : refuse(reviewRefusals, 'procedure-not-open', { procedure: command.procedure });
    case 'suspendClock':
      return facts.statuteSuspends ? undefined : refuse(reviewRefusals, 'suspension-without-statute');
    case 'resumeClock':
      return view.suspensions.some((one) => one.toAt === undefined)
        ? undefined
        : refuse(reviewRefusals, 'procedure-not-open', { procedure: 'suspension' });
    case 'notifyInterestedParty':
    case 'hearInterestedParty':
    case 'tellHearingRight':
      return undefined;
    case 'requestHearing':
    case 'scheduleHearing':
    case 'recordHearing':
      return checkHearing(view, command, facts, when);
    case 'askJointOpinion':
      return command.organ === facts.version.item.dept
        ? refuse(reviewRefusals, 'opinion-not-asked', { organ: command.organ })
        : undefined;
    case 'giveJointOpinion':
      return checkOpinion(view, command, facts) ?? checkFindings(command.findings, facts, 'joint');
    case 'extendLimit':
      return checkExtension(view, command.workingDays, facts, when);
    default:
      return command satisfies never;
  }
}

function checkFindings(findings: readonly Finding[], facts: ReviewFacts, source: 'review' | 'joint'): Checked {
  const known = new Map(
    inputsFrom(facts.version.item)
      .filter((one) => one.source === source)
      .map((one) => [one.name, one]),
  );
  const wrong = findings
    .filter(({ name, value }) => {
      const input = known.get(name);
      return input === undefined || !isOfType(input, value);
    })
    .map((finding) => finding.name);
  if (wrong.length > 0) return refuse(reviewRefusals, 'unknown-finding', { findings: wrong });
  const bare = findings.filter((finding) => finding.evidence === '').map((finding) => finding.name);
  return bare.length === 0 ? undefined : refuse(reviewRefusals, 'evidence-missing', { findings: bare });
}

function checkPoints(points: readonly PointResult[], facts: ReviewFacts): Checked {
  const count = facts.version.item.reviewPoints.length;
  const unknown = points.filter((one) => one.point >= count).map((one) => `#${one.point}`);
  if (unknown.length > 0) return refuse(reviewRefusals, 'unknown-finding', { points: unknown });
  const bare = points.filter((one) => one.evidence === '').map((one) => `#${one.point}`);
  return bare.length === 0 ? undefined : refuse(reviewRefusals, 'evidence-missing', { points: bare });
}

function checkVisit(
  command: Extract<ReviewAct, { act: 'recordSiteVisit' }>,
  view: ReviewView,
  facts: ReviewFacts,
  { at }: When,
): Checked {
  const { officers, signedBy, fromAt, toAt } = command;
  const needed = Math.max(INSPECTORS, ...facts.version.item.effects.map((row) => siteStaff(effectOf(row))));
  const signed = officers.every((officer) => signedBy.includes(officer));
  if (countOf(officers) < needed || !signed) {
    return refuse(reviewRefusals, 'too-few-inspectors', { officers, signedBy, needed });
  }
  const offDuty = checkDuty(officers, view, facts);
  if (offDuty !== undefined) return offDuty;
  const acceptedAt = view.acceptance.accepted?.acceptedAt ?? '';
  const clash = [...view.visits, ...facts.otherVisits].find((visit) => clashes(visit, command));
  // A visit may not lie in the future nor before the case was accepted, and nobody stands in two places at once (T09).
  if (
    Date.parse(fromAt) >= Date.parse(toAt) ||
    Date.parse(toAt) > Date.parse(at) ||
    Date.parse(fromAt) < Date.parse(acceptedAt) ||
    clash !== undefined
  ) {
    return refuse(reviewRefusals, 'impossible-visit', { fromAt, toAt, clashFromAt: clash?.fromAt ?? null });
  }
  return undefined;
}

function siteStaff(effect: ReturnType<typeof effectOf>): number {
  return effect?.kind === 'SITE' ? effect.staff : 0;
}

/** R39: who inspects is in post at the organ, and does not stand aside in this case. */
function checkDuty(officers: readonly string[], view: ReviewView, facts: ReviewFacts): Checked {
  const recused = officers.find((officer) => view.recused.has(officer));
  if (recused !== undefined) return refuse(reviewRefusals, 'reviewer-recused', { officer: recused });
  const strangers = officers.filter((officer) => !facts.onDuty.has(officer));
  return strangers.length === 0 ? undefined : refuse(reviewRefusals, 'not-on-duty-list', { officers: strangers });
}

/** T09: one of the officers would have to be in two places at once, or to travel faster than anybody can. */
function clashes(visit: SiteVisit, command: SiteVisit): boolean {
  const shared = visit.officers.some((officer) => command.officers.includes(officer));
  return shared && !isReachable(inUtc(visit), inUtc(command));
}

/** Instants compare as text only in one form. */
function inUtc({ fromAt, toAt, place }: SiteVisit): Pick<SiteVisit, 'fromAt' | 'toAt' | 'place'> {
  return { fromAt: new Date(fromAt).toISOString(), toAt: new Date(toAt).toISOString(), place };
}

function checkProcedureStart(view: ReviewView, command: Extract<ReviewAct, { act: 'startSpecialProcedure' }>): Checked {
  const { procedure, stopsClock } = command;
  if (stopsClock !== specialProcedures[procedure].stopsClock) {
    return refuse(reviewRefusals, 'clock-may-not-stop', {
      procedure,
      stopsClock: specialProcedures[procedure].stopsClock,
    });
  }
  return isOpen(view, procedure) ? refuse(reviewRefusals, 'procedure-not-open', { procedure, open: true }) : undefined;
}

function isOpen(view: ReviewView, procedure: string): boolean {
  return view.procedures.some((run) => run.procedure === procedure && run.endedAt === undefined);
}

function checkHearing(
  view: ReviewView,
  command: Extract<ReviewAct, { act: 'requestHearing' | 'scheduleHearing' | 'recordHearing' }>,
  facts: ReviewFacts,
  { at }: When,
): Checked {
  const { hearing } = view;
  const todayOn = dateInChina(at);
  if (command.act === 'requestHearing') {
    if (hearing.toldAt === undefined) return refuse(reviewRefusals, 'hearing-out-of-time', { step: 'told' });
    const lastOn = hearingRequestLastOn(facts.calendar, hearing.toldAt);
    return todayOn <= lastOn ? undefined : refuse(reviewRefusals, 'hearing-out-of-time', { step: 'request', lastOn });
  }
  if (view.reviewers.has(command.presider)) {
    return refuse(reviewRefusals, 'hearing-presider-reviewed', { presider: command.presider });
  }
  if (command.act === 'recordHearing') {
    const held = hearing.scheduledOn === command.heldOn && command.heldOn <= todayOn;
    return held
      ? undefined
      : refuse(reviewRefusals, 'hearing-out-of-time', { step: 'held', scheduledOn: hearing.scheduledOn ?? null });
  }
  const earliestOn = addDays(todayOn, HEARING.notifyDaysBefore);
  const askedOn = hearing.requestedAt === undefined ? todayOn : dateInChina(hearing.requestedAt);
  const latestOn = addWorkingDays(facts.calendar, askedOn, HEARING.holdWithin);
  if (command.onDate >= earliestOn && command.onDate <= latestOn) return undefined;
  return refuse(reviewRefusals, 'hearing-out-of-time', { step: 'schedule', earliestOn, latestOn });
}

function checkOpinion(
  view: ReviewView,
  command: Extract<ReviewAct, { act: 'giveJointOpinion' }>,
  facts: ReviewFacts,
): Checked {
  const asked = view.joint.has(command.organ) && facts.organOfActor === command.organ;
  return asked ? undefined : refuse(reviewRefusals, 'opinion-not-asked', { organ: command.organ });
}

function checkExtension(view: ReviewView, workingDays: number, facts: ReviewFacts, { at }: When): Checked {
  if (!facts.actorIsHead) return refuse(reviewRefusals, 'extension-not-by-head');
  const { item } = facts.version;
  const longest = longestExtension(item, facts.effects);
  const todayOn = dateInChina(at);
  const clocks = clocksOf(view, item, facts.effects, { calendar: facts.calendar, todayOn });
  const over = clocks === undefined || workingDaysBetween(facts.calendar, todayOn, clocks.statutory.dueOn) < 0;
  if (view.extension !== undefined || workingDays > longest || over) {
    return refuse(reviewRefusals, 'extension-refused', {
      longest,
      alreadyExtended: view.extension !== undefined,
      over,
    });
  }
  return undefined;
}

function countOf(people: readonly string[]): number {
  return new Set(people).size;
}
