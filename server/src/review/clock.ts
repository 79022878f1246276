import {
  addWorkingDays,
  type Deadline,
  deadline,
  type Light,
  lightOfClock,
  type Pause,
  type Readings,
  type WorkCalendar,
  workingDaysBetween,
} from '../calendar/calendar.ts';
import { type Effect, type Item, promisedLimitOf } from '../catalogue/catalogue.ts';
import { statutoryDeadline } from '../acceptance/acceptance.ts';
import { dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import { isExamined, resultAt } from './examination.ts';
import type { ReviewView } from './review.ts';

/** One clock of a case as every screen shows it. */
export interface Clock {
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** A year on the way has no State Council notice yet; shown wherever the date shows. */
  readonly provisional: boolean;
  readonly light: Light;
  /** Working days left; negative when over. */
  readonly workingDaysLeft: number;
  readonly paused: boolean;
}

/** The promised and the statutory clock run in parallel and both are shown (R66). */
export interface Clocks {
  readonly statutory: Clock;
  readonly promised: Clock;
  /** R65: where the statute says "日" alone and the two readings end on different days; `statutory` is the organ's. */
  readonly readings?: ReadingEnds;
  /** R40: until two or more inspectors are named, where the matter is examined by a technical standard. */
  readonly inspectors?: Clock;
  /** R40: the result needs no further analysis, so that the decision is made on the spot. */
  readonly onTheSpot?: Clock;
}

/** The ends of both readings of the statutory limit (R65). */
export interface ReadingEnds {
  readonly organ: { readonly unit: 'W' | 'N'; readonly dueOn: PlainDate };
  readonly applicant: { readonly unit: 'W' | 'N'; readonly dueOn: PlainDate };
}

/** 许可法44: a licence is delivered within ten working days of the decision (R60). */
const DELIVERY_WORKING_DAYS = 10;
/** 许可法43: the lower organ finishes its first review within twenty working days (R57). */
const FIRST_REVIEW_WORKING_DAYS = 20;
/** 许可法55: two or more inspectors are named within five working days. */
const INSPECTORS_WORKING_DAYS = 5;
/** 许可法47: within five days of being told. */
const HEARING_REQUEST_WORKING_DAYS = 5;

/** Both clocks of an accepted case on `todayOn`; undefined before acceptance, when no limit runs. */
export function clocksOf(
  view: ReviewView,
  item: Item,
  effects: readonly Effect[],
  when: { readonly calendar: WorkCalendar; readonly todayOn: PlainDate },
): Clocks | undefined {
  const due = dueDatesOf(view, item, effects, when);
  if (due === undefined) return undefined;
  const { startOn, pauses } = due;
  const clock = ({ dueOn, provisional }: Deadline, fromOn = startOn): Clock => ({
    startOn: fromOn,
    dueOn,
    provisional,
    light: lightOfClock(when.calendar, { startOn: fromOn, dueOn, pauses }, when.todayOn),
    workingDaysLeft: workingDaysBetween(when.calendar, when.todayOn, dueOn),
    paused: isSuspended(view) || pauses.some(({ fromOn, toOn }) => fromOn <= when.todayOn && when.todayOn < toOn),
  });
  const { readings, inspectors, onTheSpot } = due;
  return {
    statutory: clock(due.statutory),
    promised: clock(due.promised),
    ...(readings === undefined ? {} : { readings }),
    // What stops the limit of the decision does not stop these: they run before and after the procedure.
    ...(inspectors === undefined ? {} : { inspectors: { ...clock(inspectors), paused: false } }),
    ...(onTheSpot === undefined ? {} : { onTheSpot: { ...clock(onTheSpot, onTheSpot.dueOn), paused: false } }),
  };
}

export interface DueDates {
  readonly startOn: PlainDate;
  readonly pauses: readonly Pause[];
  readonly statutory: Deadline;
  readonly promised: Deadline;
  readonly readings?: ReadingEnds;
  readonly inspectors?: Deadline;
  readonly onTheSpot?: Deadline;
}

/** The ends of both clocks, without what they look like today. */
export function dueDatesOf(
  view: ReviewView,
  item: Item,
  effects: readonly Effect[],
  when: { readonly calendar: WorkCalendar; readonly todayOn: PlainDate },
): DueDates | undefined {
  const accepted = view.acceptance.accepted;
  if (accepted === undefined) return undefined;
  const pauses = pausesOf(view, when);
  const startOn = accepted.clockStartsOn;
  const { readings, ...statutory } = statutoryDeadline(when.calendar, { item, effects }, startOn, pauses);
  const extended = (end: Deadline): Deadline => {
    if (view.extension === undefined) return end;
    const later = deadline(when.calendar, { value: view.extension.workingDays, unit: 'W' }, end.dueOn, pauses);
    return { dueOn: later.dueOn, provisional: end.provisional || later.provisional };
  };
  const due = {
    startOn,
    pauses,
    statutory: extended(statutory),
    promised: deadline(when.calendar, promisedLimitOf(item), startOn, pauses),
    ...examinationDue(view, item, when.calendar, accepted.acceptedAt),
  };
  if (readings === undefined || readings.organ.dueOn === readings.applicant.dueOn) return due;
  const endOf = (reading: Readings['organ']) => ({ unit: reading.unit, dueOn: extended(reading).dueOn });
  return { ...due, readings: { organ: endOf(readings.organ), applicant: endOf(readings.applicant) } };
}

/** R40, 许可法55: what article 55 asks of the organ while the case is open. */
function examinationDue(
  view: ReviewView,
  item: Item,
  calendar: WorkCalendar,
  acceptedAt: Instant,
): Pick<DueDates, 'inspectors' | 'onTheSpot'> {
  const { state } = view.acceptance.application;
  if ((state !== 'accepted' && state !== 'proposed') || !isExamined(view, item)) return {};
  const result = resultAt(view);
  const acceptedOn = dateInChina(acceptedAt);
  const inspectors = deadline(calendar, { value: INSPECTORS_WORKING_DAYS, unit: 'W' }, acceptedOn);
  return {
    ...(view.inspectorsAssignedAt === undefined ? { inspectors } : {}),
    ...(result === undefined ? {} : { onTheSpot: deadline(calendar, { value: 0, unit: 'S' }, dateInChina(result)) }),
  };
}

/** R60: the last day for delivery after a decision made on `decidedOn`. */
export function deliveryDueOn(calendar: WorkCalendar, decidedOn: PlainDate): PlainDate {
  return addWorkingDays(calendar, decidedOn, DELIVERY_WORKING_DAYS);
}

/** R57: the last day for the lower organ's first review. */
export function firstReviewDueOn(calendar: WorkCalendar, acceptedOn: PlainDate): PlainDate {
  return addWorkingDays(calendar, acceptedOn, FIRST_REVIEW_WORKING_DAYS);
}

/** R42: the last day for asking for a hearing after being told of the right; counted in the reading that favours the applicant. */
export function hearingRequestLastOn(calendar: WorkCalendar, toldAt: Instant): PlainDate {
  return addWorkingDays(calendar, dateInChina(toldAt), HEARING_REQUEST_WORKING_DAYS);
}

/** Whether a statute holds the limit up for an end that nobody knows yet (R58, 工伤保险条例20). */
export function isSuspended(view: ReviewView): boolean {
  return view.suspensions.some((one) => one.toAt === undefined);
}

/**
 * The clock stands still during a procedure of art. 45, but no longer than the written notice said: what takes longer
 * than noticed is the organ's time again (R58). A statutory suspension lasts until it is resumed.
 */
function pausesOf(
  view: ReviewView,
  when: { readonly calendar: WorkCalendar; readonly todayOn: PlainDate },
): readonly Pause[] {
  const stopped = view.procedures
    .filter((run) => run.stopsClock)
    .map((run) => {
      const fromOn = dateInChina(run.startedAt);
      const noticedOn = addWorkingDays(when.calendar, fromOn, run.noticedWorkingDays);
      const endedOn = run.endedAt === undefined ? noticedOn : dateInChina(run.endedAt);
      return { fromOn, toOn: endedOn < noticedOn ? endedOn : noticedOn };
    });
  const suspended = view.suspensions.map(({ fromAt, toAt }) => {
    const fromOn = dateInChina(fromAt);
    const toOn = toAt === undefined ? when.todayOn : dateInChina(toAt);
    return { fromOn, toOn: toOn < fromOn ? fromOn : toOn };
  });
  return [...stopped, ...suspended];
}
