import { z } from 'zod';
import { Agent, Applicant, Application, Opposing, SuppliedMaterial } from '../application/application.ts';
import { InputValue, ItemId } from '../catalogue/catalogue.ts';
import { Claim } from '../consent/consent.ts';
import { type Recorded, rememberFold } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import { BundleId, Words } from './bundle.ts';

/**
 * One matter 一件事 that somebody has begun: one application, and a case for every item, each with its own clock, organ,
 * signatures and remedies. The parent only says who begins when, and keeps what they hand on to each other.
 */

const Values = z.record(z.string().max(60), InputValue);

/** What leaves which source for one item, by its own data list. */
export const ItemSharing = z.strictObject({
  claims: z.array(Claim).max(100).default([]),
  declined: z.array(z.string().max(60)).max(100).default([]),
});
export type ItemSharing = z.infer<typeof ItemSharing>;

export const SubmitMatter = z.strictObject({
  bundleId: BundleId,
  /** The version whose questions were answered; another one in force by now is refused (R1, R13). */
  bundleVersion: z.int().min(1),
  applicant: Applicant,
  agent: Agent.exactOptional(),
  /** R17: the other side of opposed interests; every organ of the matter checks whose agent it meets. */
  opposing: Opposing.exactOptional(),
  channel: z.enum(['window', 'online']),
  /** The shared questions, each once. */
  answers: Values,
  /** Papers that stand for shared fields. */
  papers: z.record(z.string().max(60), z.array(SuppliedMaterial.omit({ code: true })).max(50)).default({}),
  /** What single items ask besides. */
  own: z
    .record(
      ItemId,
      z.strictObject({
        form: Values.default({}),
        materials: z.array(SuppliedMaterial).max(200).default([]),
        /** R32 容缺: papers that he promises to bring, within so many working days of the receipt of this item. */
        deferral: z
          .strictObject({ codes: z.array(z.string().max(40)).min(1).max(50), workingDays: z.int().min(1).max(250) })
          .exactOptional(),
      }),
    )
    .default({}),
  /** What the applicant agrees to have fetched for each item, and what he brings himself: asked once, kept for each (个保法14). */
  sharing: z.record(ItemId, ItemSharing).exactOptional(),
  /** The items that a person, not a rule set, is to decide (R79). */
  humanDecision: z.array(ItemId).max(40).default([]),
  region: z.string().regex(/^\d{6}(\d{3})?$/),
  truthStatement: z.boolean(),
  eDelivery: z.boolean().default(true),
});
export type SubmitMatter = z.infer<typeof SubmitMatter>;

const Child = z.strictObject({
  itemId: ItemId,
  wave: z.int(),
  after: z.array(ItemId).readonly(),
  needs: z.array(z.strictObject({ field: z.string(), from: z.array(ItemId).readonly() })).readonly(),
  why: Words.exactOptional(),
  insteadOf: ItemId.exactOptional(),
});
const Told = z.strictObject({ itemId: ItemId, why: Words });

export const matterEvents = {
  MatterSubmitted: SubmitMatter.extend({
    matterNo: z.string(),
    bundleHash: z.string(),
    children: z.array(Child),
    leftOut: z.array(Told),
    prompts: z.array(Told),
    /** The consents given in the same commit, by item. */
    consents: z.record(ItemId, z.string()).exactOptional(),
  }),
  /** In this situation it is not taken on as one; no child begins, and each item stays open on its own. */
  MatterStopped: z.strictObject({ why: z.array(Words).min(1) }),
  HoldPlaced: z.strictObject({ rule: z.int(), items: z.array(ItemId), why: Words }),
  HoldLifted: z.strictObject({ rule: z.int(), evidence: z.string() }),
  /** The child's turn has come; the application is fixed here, so that starting it twice starts it once. */
  ChildReleased: z.strictObject({ itemId: ItemId, application: Application }),
  ChildStarted: z.strictObject({ itemId: ItemId, caseNo: z.string() }),
  /** Its own rules did not let it in: the refusal that its application met. */
  ChildNotAdmitted: z.strictObject({
    itemId: ItemId,
    code: z.string(),
    article: z.string(),
    message: z.strictObject({ zh: z.string(), en: z.string() }),
    remedy: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  ChildBlocked: z.strictObject({ itemId: ItemId, by: z.array(ItemId) }),
  ChildWithdrawn: z.strictObject({ itemId: ItemId, reason: z.string() }),
  ChildEnded: z.strictObject({
    itemId: ItemId,
    caseNo: z.string(),
    end: z.enum(['granted', 'refused', 'notAccepted', 'withdrawn', 'terminated']),
    outputs: z.record(z.string(), z.string()),
    facts: z.record(z.string(), InputValue),
  }),
  /** What a grant brings came after the child had ended; those that wait for it can begin now. */
  OutputsArrived: z.strictObject({ itemId: ItemId, outputs: z.record(z.string(), z.string()) }),
  MatterWithdrawn: z.strictObject({ reason: z.string() }),
  MatterCompleted: z.strictObject({ granted: z.int(), of: z.int() }),
} as const;
type MatterEventType = keyof typeof matterEvents;

export type SubmittedMatter = z.infer<typeof matterEvents.MatterSubmitted>;
export type ChildEnd = z.infer<typeof matterEvents.ChildEnded>['end'];

/** How far a child is, as the parent knows it. */
export type ChildView = { readonly itemId: string } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'released'; readonly application: Application }
  | { readonly state: 'running'; readonly caseNo: string }
  | {
      readonly state: 'ended';
      readonly caseNo: string;
      readonly end: ChildEnd;
      readonly outputs: Readonly<Record<string, string>>;
      readonly facts: Readonly<Record<string, InputValue>>;
    }
  | { readonly state: 'notAdmitted'; readonly refusal: z.infer<typeof matterEvents.ChildNotAdmitted> }
  | { readonly state: 'blocked'; readonly by: readonly string[] }
  | { readonly state: 'withdrawn' }
);

export interface MatterView {
  readonly submitted: SubmittedMatter | undefined;
  readonly submittedAt: Instant;
  readonly children: ReadonlyMap<string, ChildView>;
  readonly placed: ReadonlySet<number>;
  readonly lifted: ReadonlyMap<number, string>;
  /** Why it was not taken on; empty where it was. */
  readonly stops: readonly Words[];
  readonly withdrawnAt: Instant | undefined;
  readonly completedAt: Instant | undefined;
}

const nothing: MatterView = {
  submitted: undefined,
  submittedAt: '',
  children: new Map(),
  placed: new Set(),
  lifted: new Map(),
  stops: [],
  withdrawnAt: undefined,
  completedAt: undefined,
};

/** The stream, and the fence, of a matter: a child's receipt passes it, so that none begins after a withdrawal. */
export function matterStream(matterNo: string): string {
  return `matter/${matterNo}`;
}

/** Folds the events of one matter. */
export const viewMatter = rememberFold<MatterView>(nothing, applyMatter);

/** The matter after one more event. */
export function applyMatter(view: MatterView, event: Pick<Recorded, 'type' | 'data' | 'at'>): MatterView {
  if (!isMatterEvent(event.type)) throw new Error(`unknown matter event ${event.type}`);
  const child = (next: ChildView): MatterView => ({
    ...view,
    children: new Map([...view.children, [next.itemId, next]]),
  });
  switch (event.type) {
    case 'MatterSubmitted': {
      const submitted = matterEvents.MatterSubmitted.parse(event.data);
      const waiting = submitted.children.map(({ itemId }): [string, ChildView] => [
        itemId,
        { itemId, state: 'waiting' },
      ]);
      return { ...view, submitted, submittedAt: event.at, children: new Map(waiting) };
    }
    case 'MatterStopped':
      return { ...view, stops: matterEvents.MatterStopped.parse(event.data).why, completedAt: event.at };
    case 'HoldPlaced':
      return { ...view, placed: new Set([...view.placed, matterEvents.HoldPlaced.parse(event.data).rule]) };
    case 'HoldLifted': {
      const { rule, evidence } = matterEvents.HoldLifted.parse(event.data);
      return { ...view, lifted: new Map([...view.lifted, [rule, evidence]]) };
    }
    case 'ChildReleased':
      return child({ ...matterEvents.ChildReleased.parse(event.data), state: 'released' });
    case 'ChildStarted':
      return child({ ...matterEvents.ChildStarted.parse(event.data), state: 'running' });
    case 'ChildNotAdmitted': {
      const refusal = matterEvents.ChildNotAdmitted.parse(event.data);
      return child({ itemId: refusal.itemId, state: 'notAdmitted', refusal });
    }
    case 'ChildBlocked':
      return child({ ...matterEvents.ChildBlocked.parse(event.data), state: 'blocked' });
    case 'ChildWithdrawn':
      return child({ itemId: matterEvents.ChildWithdrawn.parse(event.data).itemId, state: 'withdrawn' });
    case 'ChildEnded':
      return child({ ...matterEvents.ChildEnded.parse(event.data), state: 'ended' });
    case 'OutputsArrived': {
      const { itemId, outputs } = matterEvents.OutputsArrived.parse(event.data);
      const giver = view.children.get(itemId);
      return giver?.state === 'ended' ? child({ ...giver, outputs: { ...giver.outputs, ...outputs } }) : view;
    }
    case 'MatterWithdrawn':
      return { ...view, withdrawnAt: event.at };
    case 'MatterCompleted':
      return { ...view, completedAt: event.at };
    default:
      return event.type satisfies never;
  }
}

function isMatterEvent(type: string): type is MatterEventType {
  return Object.hasOwn(matterEvents, type);
}

/** Whether nothing will happen in the child any more. */
export function isOver(child: ChildView | undefined): boolean {
  return child !== undefined && child.state !== 'waiting' && child.state !== 'released' && child.state !== 'running';
}

export function isGranted(child: ChildView | undefined): boolean {
  return child?.state === 'ended' && child.end === 'granted';
}
