import { applicationRefusals } from '../application/refusals.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { InputValue } from '../catalogue/catalogue.ts';
import type { NewEvent, Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import { dateInChina, type PlainDate } from '../kernel/time.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { childApplication } from './child-application.ts';
import {
  applyMatter,
  type ChildEnd,
  type ChildView,
  isGranted,
  isOver,
  type MatterView,
  type SubmittedMatter,
  viewMatter,
} from './view.ts';
import { type Hold, type PlannedChild, planOf, type Values } from './plan.ts';
import { knownValues } from './questions.ts';

/** How a child's case stands now; present once it is over. */
export interface EndedCase {
  readonly end: ChildEnd;
  readonly outputs: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, InputValue>>;
}

export interface AdvanceFacts {
  readonly bundle: Bundle;
  readonly items: ItemsInForce;
  /** The running children whose cases are over, by item. */
  readonly ended: ReadonlyMap<string, EndedCase>;
  readonly calendar: WorkCalendar;
  /** What registers say by now of grants whose results somebody waits for, by the item granted. */
  readonly arrived: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Every value that is known by now: the answers, and what children that are over have brought. */
export function valuesOf(bundle: Bundle, { submitted, children }: MatterView): Values {
  if (submitted === undefined) return {};
  const found = bundle.fields.flatMap(({ name, from }): [string, InputValue][] => {
    const givers = from.kind === 'output' ? from.items : from.kind === 'fact' ? [from.item] : [];
    for (const giver of givers) {
      const child = children.get(giver);
      if (child?.state !== 'ended') continue;
      const value =
        from.kind === 'output' ? child.outputs[from.output] : child.facts[from.kind === 'fact' ? from.fact : ''];
      if (value !== undefined) return [[name, value]];
    }
    return [];
  });
  return { ...knownValues(bundle, submitted.answers, submitted.applicant), ...Object.fromEntries(found) };
}

/** The granted children whose result a waiting child needs and has not received yet. */
export function awaitedGivers(bundle: Bundle, view: MatterView): readonly (ChildView & { readonly state: 'ended' })[] {
  if (view.submitted === undefined || view.withdrawnAt !== undefined) return [];
  const values = valuesOf(bundle, view);
  const from = view.submitted.children
    .filter(({ itemId }) => view.children.get(itemId)?.state === 'waiting')
    .flatMap(({ needs }) => needs.filter(({ field }) => values[field] === undefined).flatMap((need) => need.from));
  return [...new Set(from)].flatMap((itemId) => {
    const giver = view.children.get(itemId);
    return giver?.state === 'ended' && giver.end === 'granted' ? [giver] : [];
  });
}

/** The holds that stand now: their condition is true and nobody has lifted them. */
export function activeHolds(bundle: Bundle, view: MatterView): readonly Hold[] {
  return planOf(bundle, valuesOf(bundle, view)).holds.filter(({ rule }) => !view.lifted.has(rule));
}

/**
 * Moves the matter as far as it goes: notes which children are over, releases those whose turn has come, tells which can
 * never begin because a grant that they need was refused, and ends the matter when all are over. A refused child stops
 * nobody who does not need its result.
 */
export const advanceMatter: Step<undefined, MatterView, AdvanceFacts> = {
  name: 'advanceMatter',
  view: viewMatter,
  decide(view, _command, facts, { at }) {
    const { submitted } = view;
    if (submitted === undefined) return { events: [] };
    const events: NewEvent[] = [];
    let now = view;
    const happen = (type: string, data: object): void => {
      events.push({ type, data });
      now = applyMatter(now, { type, data, at });
    };
    for (const [itemId, end] of facts.ended) {
      const child = now.children.get(itemId);
      if (child?.state === 'running') happen('ChildEnded', { itemId, caseNo: child.caseNo, ...end });
    }
    for (const giver of awaitedGivers(facts.bundle, now)) {
      const known = Object.entries(facts.arrived.get(giver.itemId) ?? {});
      const outputs = Object.fromEntries(known.filter(([name]) => giver.outputs[name] === undefined));
      if (Object.keys(outputs).length > 0) happen('OutputsArrived', { itemId: giver.itemId, outputs });
    }
    if (now.withdrawnAt === undefined) goOn({ ...facts, on: dateInChina(at) }, submitted, () => now, happen);
    const left = [...now.children.values()].filter((child) => !isOver(child) && !isIdle(now, child));
    const granted = [...now.children.values()].filter(isGranted).length;
    if (left.length === 0 && now.completedAt === undefined)
      happen('MatterCompleted', { granted, of: now.children.size });
    return { events };
  },
};

/** A child of a withdrawn matter that has not become a case never will. */
function isIdle({ withdrawnAt }: MatterView, { state }: ChildView): boolean {
  return withdrawnAt !== undefined && (state === 'waiting' || state === 'released');
}

type Happen = (type: string, data: object) => void;

/** The facts with the day on which children begin. */
interface Today extends AdvanceFacts {
  readonly on: PlainDate;
}

/** Each child's move may open the next one's, so it goes round until nothing moves. */
function goOn(facts: Today, submitted: SubmittedMatter, now: () => MatterView, happen: Happen): void {
  for (const { rule, items, why } of activeHolds(facts.bundle, now()))
    if (!now().placed.has(rule)) happen('HoldPlaced', { rule, items: [...items], why });
  for (let moved = true; moved;) {
    moved = false;
    for (const child of submitted.children) {
      if (now().children.get(child.itemId)?.state !== 'waiting') continue;
      const next = nextOf(facts, submitted, child, now());
      if (next === undefined) continue;
      happen(next.type, next.data);
      moved = true;
    }
  }
}

/** What happens to a waiting child now, if anything. */
function nextOf(
  { bundle, items, calendar, on }: Today,
  submitted: SubmittedMatter,
  child: PlannedChild,
  view: MatterView,
): NewEvent | undefined {
  const { itemId } = child;
  const lacking = child.needs.filter(({ from }) => !canStillGive(view, from));
  if (lacking.length > 0)
    return { type: 'ChildBlocked', data: { itemId, by: [...new Set(lacking.flatMap(({ from }) => from))] } };
  const item = items.get(itemId);
  const values = valuesOf(bundle, view);
  const isHeld = activeHolds(bundle, view).some((hold) => hold.items.includes(itemId));
  const isTurn = child.after.every((before) => isOver(view.children.get(before)));
  const isFed = child.needs.every(({ field }) => values[field] !== undefined);
  if (isHeld || !isTurn || !isFed) return undefined;
  // R13: withdrawn before its turn came, so that nothing new begins with it; who waits is told.
  if (item === undefined) {
    const { code, article, message, remedy } = refuse(applicationRefusals, 'item-not-in-force', { itemId });
    return { type: 'ChildNotAdmitted', data: { itemId, code, article, message, remedy } };
  }
  return {
    type: 'ChildReleased',
    data: { itemId, application: childApplication(submitted, { bundle, items, calendar, on }, item, values) },
  };
}

/** Whether one of `givers` has granted or may still do so; where there is none, nothing comes. */
function canStillGive({ children }: MatterView, givers: readonly string[]): boolean {
  return givers.some((giver) => isGranted(children.get(giver)) || !isOver(children.get(giver)));
}
