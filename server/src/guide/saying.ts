import { z } from 'zod';
import { ItemId } from '../catalogue/catalogue.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { guideRefusals, type GuideRefusalCode } from './refusals.ts';
import { essence, fold, hasChinese, signsOf, wordsOf, wordWeight } from './words.ts';

/**
 * A saying (俗称): how people call a matter. Nobody searches for 食品经营许可(餐饮服务)核发, they search for 开饭店. Each
 * saying is a stream `saying/<folded text>`; staff add and retire where it leads, each time with a reason.
 */

const Reason = z.string().trim().min(2).max(200);
export const SayingText = z.string().trim().min(2).max(40);

export const SayingAdded = z.strictObject({ saying: SayingText, itemIds: z.array(ItemId).min(1), why: Reason });
export const SayingRetired = z.strictObject({ itemIds: z.array(ItemId).min(1), why: Reason });
/** A suggestion from searches that staff set aside, so that it is not made again. */
export const SayingDeclined = z.strictObject({ saying: SayingText, why: Reason });

/** One thing that happened to a saying: who, when and why. */
export interface SayingChange {
  readonly kind: 'added' | 'retired' | 'declined';
  readonly at: Instant;
  readonly by: string;
  readonly itemIds: readonly string[];
  readonly why: string;
}

export interface SayingView {
  readonly saying: string;
  /** Where it leads, the likeliest first; empty when it is no longer used. */
  readonly itemIds: readonly string[];
  readonly declined: boolean;
  readonly changes: readonly SayingChange[];
}

/** The stream of a saying; all ways to write it are one. */
export function sayingStream(saying: string): string {
  return `saying/${fold(saying)}`;
}

const UNHEARD: SayingView = { saying: '', itemIds: [], declined: false, changes: [] };

/** Folds the events of one saying. */
export function viewSaying(events: readonly Recorded[]): SayingView {
  return events.reduce(applySaying, UNHEARD);
}

function applySaying(view: SayingView, event: Recorded): SayingView {
  const { at, actor } = event;
  if (event.type === 'SayingAdded') {
    const { saying, itemIds, why } = SayingAdded.parse(event.data);
    const changes = [...view.changes, { kind: 'added' as const, at, by: actor.id, itemIds, why }];
    return { saying, itemIds: [...view.itemIds, ...itemIds], declined: false, changes };
  }
  if (event.type === 'SayingRetired') {
    const { itemIds, why } = SayingRetired.parse(event.data);
    const changes = [...view.changes, { kind: 'retired' as const, at, by: actor.id, itemIds, why }];
    return { ...view, itemIds: view.itemIds.filter((one) => !itemIds.includes(one)), changes };
  }
  if (event.type === 'SayingDeclined') {
    const { saying, why } = SayingDeclined.parse(event.data);
    const changes = [...view.changes, { kind: 'declined' as const, at, by: actor.id, itemIds: [], why }];
    return { ...view, saying, declined: true, changes };
  }
  return view;
}

/** What a change of sayings is decided on. */
export interface SayingFacts {
  /** The organ of an item in force; undefined for any other. */
  readonly organOf: (itemId: string) => string | undefined;
  /** Whether the actor keeps the sayings of `organ`: its own staff, or the service centre for all. */
  readonly keeps: (organ: string) => boolean;
}

/** Adds the items that a saying leads to, behind those that it leads to already. */
export const addSaying: Step<z.infer<typeof SayingAdded>, SayingView, SayingFacts, GuideRefusalCode> = {
  name: 'addSaying',
  view: viewSaying,
  decide(view, { saying, itemIds, why }, facts, { stream }) {
    if (stream !== sayingStream(saying) || !tells(saying))
      return refuse(guideRefusals, 'saying-tells-nothing', { saying });
    const barred = checkKeeper(itemIds, facts);
    if (isRefusal(barred)) return barred;
    const known = itemIds.filter((itemId) => view.itemIds.includes(itemId));
    if (known.length > 0) return refuse(guideRefusals, 'saying-leads-already', { saying, itemIds: known });
    const data = { saying: view.saying === '' ? saying : view.saying, itemIds: [...new Set(itemIds)], why };
    return { events: [{ type: 'SayingAdded', data }], sets: [{ key: stream, open: true }] };
  },
};

/** Takes items away from a saying; one that leads nowhere any more is kept for the record only. */
export const retireSaying: Step<z.infer<typeof SayingRetired>, SayingView, SayingFacts, GuideRefusalCode> = {
  name: 'retireSaying',
  view: viewSaying,
  decide(view, command, facts, { stream }) {
    const { itemIds } = command;
    const missing = itemIds.filter((itemId) => !view.itemIds.includes(itemId));
    if (missing.length > 0) return refuse(guideRefusals, 'saying-does-not-lead', { itemIds: missing });
    // An item that is out of force belongs to nobody any more; who keeps the others may clear it away.
    const barred = checkKeeper(
      itemIds.filter((itemId) => facts.organOf(itemId) !== undefined),
      facts,
    );
    if (isRefusal(barred)) return barred;
    return { events: [{ type: 'SayingRetired', data: command }], sets: [{ key: stream, open: true }] };
  },
};

/** Sets a suggestion aside. */
export const declineSaying: Step<z.infer<typeof SayingDeclined>, SayingView, undefined, GuideRefusalCode> = {
  name: 'declineSaying',
  view: viewSaying,
  decide(view, command, _facts, { stream }) {
    if (view.itemIds.length > 0) return refuse(guideRefusals, 'saying-in-use', { saying: view.saying });
    if (view.declined) return { events: [] };
    return { events: [{ type: 'SayingDeclined', data: command }], sets: [{ key: stream, open: true }] };
  },
};

/** At least two signs, or one telling word of English, that name something. */
function tells(saying: string): boolean {
  const core = essence(fold(saying));
  if (!hasChinese(core)) {
    const words = wordsOf(core);
    return words.length > 1 || words.some((word) => wordWeight(word) === 1);
  }
  const signs = signsOf(core);
  return signs.length > 1 && signs.some(({ weight }) => weight === 1);
}

function checkKeeper(itemIds: readonly string[], facts: SayingFacts): Refusal<GuideRefusalCode> | undefined {
  for (const itemId of itemIds) {
    const organ = facts.organOf(itemId);
    if (organ === undefined) return refuse(guideRefusals, 'saying-item-unknown', { itemId });
    if (!facts.keeps(organ)) return refuse(guideRefusals, 'saying-of-other-organ', { itemId, organ });
  }
  return undefined;
}
