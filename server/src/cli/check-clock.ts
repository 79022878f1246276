import { z } from 'zod';
import { officialNotices } from '../calendar/actions.ts';
import {
  addWorkingDays,
  CalendarYear,
  correctionDueOn,
  deadline,
  isDeemedAccepted,
  isDeemedRenewed,
  type Limit,
  renewalLastDayOn,
  type WorkCalendar,
  workCalendar,
} from '../calendar/calendar.ts';
import { addDays } from '../kernel/time.ts';
import { type CheckReport, newCheckReport } from './check-report.ts';
import { answerOf, checkSections, entriesAt, readAt, type Report } from './vectors.ts';

/** Sections that `check codes` reads. */
const CODE_SECTIONS = ['uscc', 'citizenId', 'eLicenceId', 'itemCode', 'caseNo'];

/**
 * `liangqian check clock FILE`: recomputes every date of a vector file. The file's own `calendar` holds for the years it lists;
 * the official notices for the others; the statute for years without one.
 */
export function checkClock(input: unknown): CheckReport {
  const report = newCheckReport();
  const calendar = readCalendar(report, input);
  const limits = (schema: z.ZodType<LimitVector>) => (to: Report, label: string, content: unknown) =>
    checkLimits(to, label, { content, schema, calendar });
  const sections = {
    calendar: () => undefined,
    workdays: limits(WorkdaysVector),
    natural: limits(NaturalVector),
    months: limits(MonthsVector),
    deemedAcceptance: oneOrMany((to, label, entry) => checkDeemedAcceptance(to, label, entry, calendar)),
    renewal: oneOrMany(checkRenewal),
  };
  checkSections(report, input, sections, CODE_SECTIONS);
  return report.report();
}

const DateOn = z.iso.date();
const Count = z.int().min(0);

const PauseVector = z.union(
  [
    z
      .strictObject({ pauseFrom: DateOn, pauseTo: DateOn })
      .transform((at) => ({ fromOn: at.pauseFrom, toOn: at.pauseTo })),
    z.strictObject({ from: DateOn, to: DateOn }).transform((at) => ({ fromOn: at.from, toOn: at.to })),
    z.strictObject({ fromOn: DateOn, toOn: DateOn }),
    z.tuple([DateOn, DateOn]).transform(([fromOn, toOn]) => ({ fromOn, toOn })),
  ],
  'a pause is {"pauseFrom": date, "pauseTo": date}',
);

const common = {
  start: DateOn,
  pauses: z.array(PauseVector).default([]),
  deadline: DateOn,
  provisional: z.boolean().exactOptional(),
  note: z.string().exactOptional(),
};

/** One line of a limit section, whatever the unit. */
interface LimitVector {
  readonly limit: Limit;
  readonly start: string;
  readonly pauses: readonly { readonly fromOn: string; readonly toOn: string }[];
  readonly deadline: string;
  readonly provisional?: boolean;
}

const WorkdaysVector = z
  .strictObject({ ...common, workdays: Count })
  .transform(({ workdays, ...rest }) => ({ ...rest, limit: { value: workdays, unit: 'W' as const } }));
const NaturalVector = z
  .strictObject({ ...common, naturalDays: Count })
  .transform(({ naturalDays, ...rest }) => ({ ...rest, limit: { value: naturalDays, unit: 'N' as const } }));
const MonthsVector = z
  .strictObject({ ...common, months: Count })
  .transform(({ months, ...rest }) => ({ ...rest, limit: { value: months, unit: 'M' as const } }));

const FileCalendar = z
  .strictObject({
    source: z.string().exactOptional(),
    off: z.array(DateOn).default([]),
    extraWork: z.array(DateOn).default([]),
  })
  .refine(({ off, extraWork }) => !extraWork.some((on) => off.includes(on)), 'a day is either off or worked');

const DeemedAcceptanceVector = z.strictObject({
  received: DateOn,
  noticeDueBy: DateOn,
  ifNoNotice: z.strictObject({ acceptedAt: DateOn, decisionDueBy20W: DateOn }),
});

const RenewalVector = z.strictObject({
  expiry: DateOn,
  applyNoLaterThan: DateOn,
  ifAppliedInTimeAndNoDecisionBy: DateOn,
  outcome: z.string(),
});

function readCalendar(report: Report, input: unknown): WorkCalendar {
  const file = z.looseObject({ calendar: z.unknown() }).safeParse(input);
  const content = file.success ? file.data.calendar : undefined;
  const own = content === undefined ? [] : yearsOf(readAt(report, 'calendar', content, FileCalendar));
  const read = readAt(report, 'calendar', own, z.array(CalendarYear)) ?? [];
  const listed = new Set(read.map(({ year }) => year));
  return workCalendar([...read, ...officialNotices.filter(({ year }) => !listed.has(year))]);
}

function yearsOf(calendar: z.infer<typeof FileCalendar> | undefined): readonly CalendarYear[] {
  if (calendar === undefined) return [];
  const years = new Set([...calendar.off, ...calendar.extraWork].map((on) => Number(on.slice(0, 4))));
  const within = (days: readonly string[], year: number) => days.filter((on) => Number(on.slice(0, 4)) === year);
  return [...years].map((year) => ({
    year,
    source: 'notice',
    offDays: within(calendar.off, year),
    workDays: within(calendar.extraWork, year),
  }));
}

function checkLimits(
  report: Report,
  label: string,
  section: { readonly content: unknown; readonly schema: z.ZodType<LimitVector>; readonly calendar: WorkCalendar },
): void {
  for (const { label: place, entry } of entriesAt(report, label, section.content)) {
    const vector = readAt(report, place, entry, section.schema);
    if (vector === undefined) continue;
    const due = answerOf(() => deadline(section.calendar, vector.limit, vector.start, vector.pauses));
    report.expect(`${place}.deadline`, typeof due === 'string' ? due : due.dueOn, vector.deadline);
    if (vector.provisional !== undefined && typeof due !== 'string') {
      report.expect(`${place}.provisional`, due.provisional, vector.provisional);
    }
  }
}

function checkDeemedAcceptance(report: Report, label: string, entry: unknown, calendar: WorkCalendar): void {
  const vector = readAt(report, label, entry, DeemedAcceptanceVector);
  if (vector === undefined) return;
  const { received, noticeDueBy, ifNoNotice } = vector;
  const lastOn = answerOf(() => correctionDueOn(calendar, received));
  report.expect(`${label}.noticeDueBy`, lastOn, noticeDueBy);
  // R25: the day after the 5th working day, and not before, the application counts as accepted on receipt.
  const acceptedAt = answerOf(() =>
    isDeemedAccepted(calendar, received, addDays(lastOn, 1)) ? received : 'not accepted',
  );
  report.expect(`${label}.ifNoNotice.acceptedAt`, acceptedAt, ifNoNotice.acceptedAt);
  const decisionDueOn = answerOf(() => addWorkingDays(calendar, acceptedAt, 20));
  report.expect(`${label}.ifNoNotice.decisionDueBy20W`, decisionDueOn, ifNoNotice.decisionDueBy20W);
}

function checkRenewal(report: Report, label: string, entry: unknown): void {
  const vector = readAt(report, label, entry, RenewalVector);
  if (vector === undefined) return;
  const { expiry, applyNoLaterThan, ifAppliedInTimeAndNoDecisionBy, outcome } = vector;
  report.expect(`${label}.applyNoLaterThan`, renewalLastDayOn(expiry), applyNoLaterThan);
  report.expect(`${label}.ifAppliedInTimeAndNoDecisionBy`, expiry, ifAppliedInTimeAndNoDecisionBy);
  const renewed = isDeemedRenewed(expiry, renewalLastDayOn(expiry), addDays(ifAppliedInTimeAndNoDecisionBy, 1));
  report.expect(`${label}.outcome`, renewed ? 'DEEMED_RENEWED' : 'NOT_RENEWED', outcome);
}

/** A section that holds one entry, or a list of them. */
function oneOrMany(check: (report: Report, label: string, entry: unknown) => void) {
  return (report: Report, label: string, content: unknown): void => {
    if (!Array.isArray(content)) return check(report, label, content);
    for (const { label: place, entry } of entriesAt(report, label, content)) check(report, place, entry);
  };
}
