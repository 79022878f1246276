import {
  bothReadings,
  type Deadline,
  deadline,
  type Limit,
  type Pause,
  type Readings,
  type WorkCalendar,
} from '../calendar/calendar.ts';
import type { PlainDate } from '../kernel/time.ts';
import {
  type Effect,
  effectOf,
  effectsFor,
  type Evaluation,
  evaluate,
  evaluateKnown,
  type Facts,
  getDecisionTable,
  isUnclearDay,
  type Item,
  legalLimitOf,
} from '../catalogue/catalogue.ts';
import type { ApplicationView } from '../application/application.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';

/** What the published rules say of a case on the facts so far; a refusal names the facts that are missing. */
export type RulesAnswer = Evaluation | Refusal;

/**
 * What is known at the window: the applicant's form, under his truth statement (R19), and what the platform gathered,
 * each with its source.
 */
export function intakeFacts({ received, form, gathered, discrepancies }: ApplicationView, item: Item): Facts {
  const facts: Record<string, Facts[string]> = {};
  for (const { name } of item.inputs) {
    const fact = gathered.findLast((one) => one.name === name);
    const disputed = discrepancies.findLast((one) => one.name === name)?.stated;
    // R47: what the applicant corrected stands as he says it, and unverified: no rule decides on it, and none refuses.
    if (fact !== undefined && disputed !== undefined)
      facts[name] = { value: disputed, source: fact.source, verified: false };
    else if (fact !== undefined) facts[name] = { value: fact.value, source: fact.source, verified: fact.verified };
    else if (Object.hasOwn(form, name)) {
      const verified = received?.truthStatement === true && disputed === undefined;
      facts[name] = { value: form[name], source: 'form', verified };
    }
  }
  return facts;
}

/** The rules' answer on `facts`. */
export function rulesAnswer(item: Item, facts: Facts): RulesAnswer {
  return evaluate(getDecisionTable(item), valuesOf(facts));
}

/** What the rules say for certain before review: the outcomes that a window may tell without judging anything (R30). */
export function certainAnswer(item: Item, facts: Facts): RulesAnswer {
  return evaluateKnown(getDecisionTable(item), valuesOf(facts));
}

/** The effects that are already certain: those whose conditions read only known facts. */
export function knownEffects(item: Item, facts: Facts): readonly Effect[] {
  const known = effectsFor(getDecisionTable(item), valuesOf(facts));
  if (!isRefusal(known)) return known;
  // Some condition reads a fact that is not there yet; effects that always hold are certain all the same.
  return item.effects.filter((row) => row.when === 'true').flatMap((row) => effectOf(row) ?? []);
}

/**
 * Where statute says "on the spot, else within n working days" (R62): 市场主体登记管理条例19 gives registrations three,
 * and three more with the approval of the registrar's head. For the set-up of a company 北京市优化营商环境条例13(二) leaves
 * one working day of the first three; on the extension it is silent, so that stays with the national three.
 */
const registrations: Readonly<Record<string, { readonly workingDays: number; readonly extension: number }>> = {
  'MK-01': { workingDays: 1, extension: 3 },
  'MK-02': { workingDays: 3, extension: 3 },
  'MK-03': { workingDays: 3, extension: 3 },
};

/** 许可法42: twenty working days may grow by ten; joint handling is forty-five and may grow by fifteen (R54–R56). */
const JOINT = { limit: { value: 45, unit: 'W' }, extension: 15 } as const;
const EXTENSION_WORKING_DAYS = 10;

/** The statutory limit of this case: the item's own, shortened or replaced where its facts say so (R54, R56, R62, R64). */
export function statutoryLimit(item: Item, effects: readonly Effect[]): Limit {
  for (const effect of effects) {
    if (effect.kind === 'LIMIT') return { value: effect.value, unit: effect.unit };
  }
  if (effects.some((effect) => effect.kind === 'JOINT') && item.legalLimit.basis.includes('45')) return JOINT.limit;
  const registration = registrations[item.id];
  if (registration !== undefined) return { value: registration.workingDays, unit: 'W' };
  const { value, unit } = legalLimitOf(item);
  return { value, unit };
}

/**
 * The end of the statutory limit, and where the statute leaves open which days it counts, both readings (R65): the organ keeps
 * the shorter.
 */
export function statutoryDeadline(
  calendar: WorkCalendar,
  { item, effects }: { readonly item: Item; readonly effects: readonly Effect[] },
  startOn: PlainDate,
  pauses: readonly Pause[] = [],
): Deadline & { readonly readings?: Readings } {
  const limit = statutoryLimit(item, effects);
  const { unit } = limit;
  if (unit === 'S' || unit === 'M' || !isUnclearDay(item, { ...limit, unit }))
    return deadline(calendar, limit, startOn, pauses);
  const readings = bothReadings(calendar, limit.value, startOn, pauses);
  const { unit: _unit, ...organ } = readings.organ;
  return { ...organ, readings };
}

/** The most by which the limit may be extended, once (R55, R56, R62). */
export function longestExtension(item: Item, effects: readonly Effect[]): number {
  if (effects.some((effect) => effect.kind === 'JOINT') && item.legalLimit.basis.includes('45')) return JOINT.extension;
  return registrations[item.id]?.extension ?? EXTENSION_WORKING_DAYS;
}

function valuesOf(facts: Facts): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(facts)) values[name] = facts[name]?.value;
  return values;
}
