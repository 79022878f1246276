import type { Application } from '../application/application.ts';
import { addWorkingDays, deadline, type WorkCalendar } from '../calendar/calendar.ts';
import { type Item, promisedLimitOf } from '../catalogue/catalogue.ts';
import type { PlainDate } from '../kernel/time.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import type { Plan } from './plan.ts';
import type { SubmitMatter } from './view.ts';

/**
 * Promises 容缺 in a matter (R32), one for each item, because each has a limit of its own. An item may begin weeks after the matter
 * was submitted, so that what is signed is a number of working days from its own receipt, and never longer than its promise.
 */
export interface Promising {
  readonly calendar: WorkCalendar;
  readonly on: PlainDate;
}

/**
 * The papers of the item that may follow, where it takes an application that way and is not decided on the same day. A shared paper
 * that can be fetched is asked of nobody (R6), so that it may be promised in case it is not found.
 */
export function deferrableIn({ fields }: Pick<Bundle, 'fields'>, item: Item): Item['materials'] {
  if (!item.intake.tolerant || promisedLimitOf(item).unit === 'S') return [];
  const filled = new Set(fields.flatMap(({ to }) => to[item.id] ?? []));
  return item.materials.filter(
    ({ code, kind, necessity, replaceableBy }) =>
      necessity === 'deferrable' && kind !== 'form' && (replaceableBy.length > 0 || !filled.has(code)),
  );
}

/** Promises that no item of the plan takes: of other papers, or for longer than the item promises to take altogether. */
export function wrongPromises(
  bundle: Pick<Bundle, 'fields'>,
  items: ItemsInForce,
  { plan, own }: { readonly plan: Plan; readonly own: SubmitMatter['own'] },
  { calendar, on }: Promising,
): readonly string[] {
  const planned = new Set(plan.children.map(({ itemId }) => itemId));
  return Object.entries(own).flatMap(([itemId, { deferral }]) => {
    if (deferral === undefined) return [];
    const item = planned.has(itemId) ? items.get(itemId) : undefined;
    const open = new Set(item === undefined ? [] : deferrableIn(bundle, item).map(({ code }) => code));
    const foreign = deferral.codes.filter((code) => !open.has(code)).map((code) => `${itemId} ${code}`);
    if (item === undefined || foreign.length > 0) return foreign;
    const last = deadline(calendar, promisedLimitOf(item), on).dueOn;
    return addWorkingDays(calendar, on, deferral.workingDays) > last ? [`${itemId}: ${deferral.workingDays}`] : [];
  });
}

/** The promise as the item's own application bears it, from the day `on` on which it is received. */
export function deferralOf(
  { own }: Pick<SubmitMatter, 'own'>,
  item: Item,
  { calendar, on }: Promising,
): Pick<Application, 'deferral'> {
  const deferral = own[item.id]?.deferral;
  if (deferral === undefined) return {};
  const promised = addWorkingDays(calendar, on, deferral.workingDays);
  const last = deadline(calendar, promisedLimitOf(item), on).dueOn;
  return { deferral: { codes: deferral.codes, untilOn: promised < last ? promised : last } };
}
