import { requireState } from '../application/application.ts';
import { addWorkingDays, type WorkCalendar } from '../calendar/calendar.ts';
import type { Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, instantInChina, type PlainDate } from '../kernel/time.ts';
import { acceptanceRefusals } from './refusals.ts';
import { type AcceptanceView, viewAcceptance } from './view.ts';

/** Work that a tolerant acceptance leaves behind: to remind, and in the end to terminate. */
export const DEFERRED_TOPIC = 'acceptance.deferred';

/** Working days between the reminder and the end of the case. No norm gives a figure; this one is the house's. */
const GRACE_WORKING_DAYS = 5;

/** The day after whose end a case is terminated whose applicant was reminded on `on`. */
export function graceEndsOn(calendar: WorkCalendar, on: PlainDate): PlainDate {
  return addWorkingDays(calendar, on, GRACE_WORKING_DAYS);
}

/** R32: the reminder after the promised day, once; it says when the case ends. A robot's act, which exercises no power. */
export const remindDeferral: Step<undefined, AcceptanceView, { readonly calendar: WorkCalendar }> = {
  name: 'remindDeferral',
  view: viewAcceptance,
  decide(view, _command, { calendar }, { at }) {
    const refusal = requireState(view.application.state, 'DeferralReminded');
    if (refusal !== undefined) return refusal;
    const untilOn = view.accepted?.toleratedUntilOn;
    const todayOn = dateInChina(at);
    if (view.owed.length === 0 || untilOn === undefined || untilOn >= todayOn || view.reminded !== undefined)
      return refuse(acceptanceRefusals, 'not-overdue', { untilOn: untilOn ?? null });
    const endsAfterOn = graceEndsOn(calendar, todayOn);
    const { caseNo } = view.application;
    return {
      events: [{ type: 'DeferralReminded', data: { codes: [...view.owed], untilOn, endsAfterOn } }],
      outbox: [{ topic: DEFERRED_TOPIC, payload: { caseNo }, dueAt: instantInChina(addDays(endsAfterOn, 1)) }],
    };
  },
};
