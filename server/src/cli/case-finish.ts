import { missingMaterials } from '../acceptance/acceptance.ts';
import { getPinnedVersion } from '../application/application.ts';
import { deadline, type WorkCalendar } from '../calendar/calendar.ts';
import { type Effect, inputsFrom, promisedLimitOf } from '../catalogue/catalogue.ts';
import { holdsResult, viewFee } from '../fee/fee.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { CaseStep } from './case-file.ts';
import { type CaseRun, type Situation, stateOf } from './case-scene.ts';

/** The next step to the natural end of the case, or why there is none. */
export type NextStep = CaseStep | { readonly stopped: CaseRun['stopped'] };

const END: NextStep = { stopped: undefined };

/** What a careful district would do next with this case; the file's `outcome`, `decide` and `review` say where to. */
export function nextStep(run: CaseRun, situation: Situation): NextStep {
  switch (stateOf(situation)) {
    case 'received':
      return nextAtIntake(run, situation);
    case 'accepted':
      return nextInReview(run, situation);
    case 'proposed':
      return step({ do: 'sign', at: officeHours(run, 60) });
    case 'sealed':
      return nextDelivery(run, situation);
    default:
      return END;
  }
}

function nextAtIntake(run: CaseRun, situation: Situation): NextStep {
  const { view, certain } = situation;
  const { acceptance } = view.review;
  const rules = isRefusal(certain) ? undefined : certain;
  if (rules?.outcome === 'DEFER' && rules.clock === 'notStarted')
    return stop(`尚不能受理:${rules.why}`, `not yet acceptable: ${rules.why}`);
  const missing = missingOf(run, situation);
  const wanted =
    run.file.outcome ?? (acceptance.notices.length > 0 ? 'ACCEPT' : proposedAtIntake(missing, rules?.outcome));
  switch (wanted) {
    case 'CORRECT':
      return step({ do: 'correct' });
    case 'NOT_NEEDED':
      return step({ do: 'notNeeded' });
    case 'NOT_OURS':
      return step({ do: 'notOurs' });
    case 'ACCEPT':
      return acceptStep(run, situation, missing.deferrable);
    default:
      return wanted satisfies never;
  }
}

function proposedAtIntake(
  missing: ReturnType<typeof missingMaterials>,
  outcome: string | undefined,
): NonNullable<CaseRun['file']['outcome']> {
  if (outcome === 'NOT_OURS') return 'NOT_OURS';
  if (outcome === 'NOT_NEEDED' || outcome === 'ROUTE') return 'NOT_NEEDED';
  return outcome === 'CORRECT' || missing.required.length > 0 ? 'CORRECT' : 'ACCEPT';
}

/** 容缺: what may follow later follows by the end of the promised limit (R32). */
function acceptStep(run: CaseRun, { item }: Situation, tolerated: readonly string[]): NextStep {
  if (tolerated.length === 0) return step({ do: 'accept' });
  const calendar = run.world.platform.calendar();
  const toleratedUntilOn = deadline(calendar, promisedLimitOf(item), dateInChina(run.now)).dueOn;
  return step({ do: 'accept', tolerated, toleratedUntilOn });
}

function nextInReview(run: CaseRun, situation: Situation): NextStep {
  const { view, item, rules } = situation;
  const procedure = nextProcedure(run, situation);
  if (procedure !== undefined) return procedure;
  const { owed } = view.review.acceptance;
  if (owed.length > 0) {
    const materials = owed.map((code) => ({ code, source: 'paper' }));
    return step({ do: 'supplyDeferred', at: officeHours(run, 30), materials });
  }
  const isOpen = inputsFrom(item).some(({ name, source }) => source === 'review' && !view.review.findings.has(name));
  if (isOpen || view.review.points.size < item.reviewPoints.length)
    return step({ do: 'review', at: officeHours(run, 30) });
  if (isRefusal(rules))
    return stop(`尚缺事实,不能作出决定:${rules.message.zh}`, `facts are missing: ${rules.message.en}`);
  if (rules.outcome === 'DEFER') return stop(`按规则等待:${rules.why}`, `the rules wait: ${rules.why}`);
  return step({ do: 'sign', at: officeHours(run, 10) });
}

/** Visit, publicity, hearing and other organs' opinions, as far as the rules want them and they are not done (T10). */
function nextProcedure(run: CaseRun, situation: Situation): NextStep | undefined {
  for (const effect of situation.effects) {
    const next = procedureStep(run, situation, effect);
    if (next !== undefined) return next;
  }
  return undefined;
}

function procedureStep(run: CaseRun, situation: Situation, effect: Effect): NextStep | undefined {
  const { review } = situation.view;
  switch (effect.kind) {
    case 'SITE':
      if (effect.optional || review.visits.length > 0) return undefined;
      return step({ do: 'visit', at: nextMorning(run) });
    case 'PUBLICITY':
      return publicityStep(run, situation, effect.value);
    case 'HEARING':
      return effect.compulsory ? hearingStep(run, situation) : undefined;
    case 'JOINT': {
      const asked = review.joint.get(effect.organ);
      if (asked === undefined) return step({ do: 'askOpinion', organ: effect.organ, at: officeHours(run, 30) });
      return asked.opinion === undefined
        ? step({ do: 'giveOpinion', organ: effect.organ, at: nextMorning(run) })
        : undefined;
    }
    default:
      return undefined;
  }
}

function publicityStep(run: CaseRun, { view }: Situation, days: number): NextStep | undefined {
  const publicity = view.review.procedures.find(({ procedure }) => procedure === 'publicity');
  if (publicity === undefined)
    return step({ do: 'specialProcedure', procedure: 'publicity', workingDays: days, at: officeHours(run, 30) });
  if (publicity.endedAt !== undefined) return undefined;
  const endsOn = workingDay(run.world.platform.calendar(), addDays(dateInChina(publicity.startedAt), days + 1));
  const result = '公示期满,未收到异议';
  return step({ do: 'endSpecialProcedure', procedure: 'publicity', result, at: instantInChina(endsOn, '09:30') });
}

/** A compulsory hearing: the clock stops on written notice, the parties are told seven days before (许可法45, 46, 48). */
function hearingStep(run: CaseRun, { view }: Situation): NextStep | undefined {
  const { hearing, procedures } = view.review;
  const opened = procedures.find(({ procedure }) => procedure === 'hearing');
  if (opened === undefined)
    return step({ do: 'specialProcedure', procedure: 'hearing', workingDays: 15, at: officeHours(run, 30) });
  if (hearing.scheduledOn === undefined) {
    const onDate = workingDay(run.world.platform.calendar(), addDays(dateInChina(run.now), 8));
    return step({ do: 'scheduleHearing', onDate, at: officeHours(run, 10) });
  }
  if (hearing.heldOn === undefined) {
    const heldOn = hearing.scheduledOn;
    return step({ do: 'recordHearing', heldOn, at: instantInChina(heldOn, '16:00') });
  }
  return opened.endedAt === undefined
    ? step({ do: 'endSpecialProcedure', procedure: 'hearing', result: '听证结束,已制作笔录', at: officeHours(run, 10) })
    : undefined;
}

function nextDelivery(run: CaseRun, { view, events, item }: Situation): NextStep {
  const soon = new Date(Date.parse(run.now) + 60_000).toISOString();
  // R9: what is unpaid holds back the result and nothing else.
  if (holdsResult(viewFee(events), item)) return step({ do: 'payFee', at: soon });
  const electronic = view.review.acceptance.application.received?.eDelivery === true;
  const method = electronic ? 'electronic' : 'direct';
  return step({ do: 'deliver', method, at: soon });
}

function missingOf(run: CaseRun, { view }: Situation): ReturnType<typeof missingMaterials> {
  const { acceptance } = view.review;
  const { received } = acceptance.application;
  if (received === undefined) return { required: [], deferrable: [] };
  return missingMaterials(acceptance, getPinnedVersion(run.world.platform, received.itemId, received.itemVersion));
}

function stop(zh: string, en: string): NextStep {
  return { stopped: { zh, en } };
}

function step(given: object): NextStep {
  return CaseStep.parse(given);
}

/** `minutes` later, or the next working morning when the counters have closed by then. */
function officeHours(run: CaseRun, minutes: number): Instant {
  const calendar = run.world.platform.calendar();
  const at = new Date(Date.parse(run.now) + minutes * 60_000).toISOString();
  const on = dateInChina(at);
  const isOpen = calendar.isWorkingDay(on) && at <= instantInChina(on, '17:00') && at >= instantInChina(on, '08:30');
  if (isOpen) return at;
  if (calendar.isWorkingDay(on) && at < instantInChina(on, '08:30')) return instantInChina(on, '09:00');
  return instantInChina(workingDay(calendar, addDays(on, 1)), '09:00');
}

function nextMorning(run: CaseRun): Instant {
  return instantInChina(workingDay(run.world.platform.calendar(), addDays(dateInChina(run.now), 1)), '11:30');
}

/** `on`, or the first working day after it. */
function workingDay(calendar: WorkCalendar, on: string): string {
  return calendar.isWorkingDay(on) ? on : workingDay(calendar, addDays(on, 1));
}
