import { z } from 'zod';
import { type Authority, fencesOf, type Handed, mandateOf } from '../application/application.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { ItemId } from '../catalogue/catalogue.ts';
import type { FenceUse, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import type { BundleVersion } from './bundle-life.ts';
import { activeHolds } from './advance.ts';
import { matterFiles } from './matter-files.ts';
import { MATTER_TOPIC } from './follow.ts';
import { type Hold, planOf } from './plan.ts';
import { wrongPromises } from './promises.ts';
import { knownValues, wrongAnswers } from './questions.ts';
import { matterRefusals } from './refusals.ts';
import { againstRepresentation } from './representation.ts';
import { checkSharing, consentsOf } from './sharing.ts';
import { isOver, type MatterView, type SubmitMatter, viewMatter } from './view.ts';

export interface SubmitFacts {
  readonly bundle: { readonly version: BundleVersion; readonly fence: FenceUse };
  readonly items: ItemsInForce;
  /** Staff at a window receive every item of the matter under their agreement; online the applicant acts for himself. */
  readonly authorities: readonly (Authority | Refusal)[];
  /** Names the applicant in the consents that come with the matter. */
  readonly subjectKey: string;
  /** The uploads that the submission names. */
  readonly handed: Handed;
  readonly calendar: WorkCalendar;
}

/** Begins a matter: the questions are answered, and which items there are is settled here, before anything is submitted. */
export const submitMatter: Step<SubmitMatter, MatterView, SubmitFacts> = {
  name: 'submitMatter',
  view: viewMatter,
  decide(_view, command, facts, { stream, at, actor }) {
    const { items, authorities, handed, calendar, subjectKey } = facts;
    const { version, fence } = facts.bundle;
    const { bundle } = version;
    if (command.bundleVersion !== version.version)
      return refuse(matterRefusals, 'matter-answers-wrong', {
        questions: [`bundleVersion: ${command.bundleVersion} ≠ ${version.version}`],
      });
    if (!command.truthStatement) return refuse(matterRefusals, 'matter-truth-missing');
    const plan = planOf(bundle, knownValues(bundle, command.answers, command.applicant));
    const gone = plan.children.flatMap(({ itemId }) => (items.has(itemId) ? [] : [itemId]));
    if (gone.length > 0) return refuse(matterRefusals, 'matter-item-withdrawn', { items: gone });
    const questions = wrongAnswers(bundle, items, command, command.applicant);
    if (questions.length > 0) return refuse(matterRefusals, 'matter-answers-wrong', { questions });
    const planned = plan.children.map(({ itemId }) => itemId);
    const strangers = command.humanDecision.filter((itemId) => !planned.includes(itemId));
    if (strangers.length > 0)
      return refuse(matterRefusals, 'matter-answers-wrong', {
        questions: strangers.map((itemId) => `${itemId} humanDecision: not asked`),
      });
    const promises = wrongPromises(bundle, items, { plan, own: command.own }, { calendar, on: dateInChina(at) });
    if (promises.length > 0) return refuse(matterRefusals, 'matter-promise-not-allowed', { promises });
    const granted: Authority[] = [];
    for (const authority of authorities) {
      if (isRefusal(authority)) return authority;
      granted.push(authority);
    }
    const unshared = checkSharing(command, actor, { planned, items });
    const unfit = unshared ?? againstRepresentation(command, { bundle, items, planned }, at);
    if (unfit !== undefined) return unfit;
    const files = matterFiles(command, handed);
    if (isRefusal(files)) return files;
    const matterNo = stream.slice('matter/'.length);
    const { children, leftOut, prompts, stops } = plan;
    const consents = consentsOf(command, subjectKey, matterNo);
    const data = { ...command, ...files, matterNo, bundleHash: version.hash, children, leftOut, prompts, consents };
    if (stops.length > 0) {
      // Told in writing with its reasons: a stored statement with a number, not a message that a screen forgets.
      const submitted = { type: 'MatterSubmitted', data: { ...data, children: [] }, ...mandateOf(granted[0]) };
      return {
        events: [submitted, { type: 'MatterStopped', data: { why: [...stops] } }],
        fences: [fence, ...granted.flatMap(fencesOf)],
      };
    }
    return {
      events: [{ type: 'MatterSubmitted', data, ...mandateOf(granted[0]) }],
      fences: [fence, ...granted.flatMap(fencesOf)],
      sets: [{ key: stream, open: true }],
      outbox: [{ topic: MATTER_TOPIC, payload: { matterNo } }],
    };
  },
};

export type RecordChild =
  | { readonly itemId: string; readonly caseNo: string }
  | { readonly itemId: string; readonly refusal: Refusal };

/** Notes what came of starting a released child. */
export const recordChild: Step<RecordChild, MatterView, undefined> = {
  name: 'recordChild',
  view: viewMatter,
  decide(view, command) {
    const { itemId } = command;
    if (view.children.get(itemId)?.state !== 'released') return { events: [] };
    if ('caseNo' in command) return { events: [{ type: 'ChildStarted', data: { itemId, caseNo: command.caseNo } }] };
    const { code, article, message, remedy } = command.refusal;
    return { events: [{ type: 'ChildNotAdmitted', data: { itemId, code, article, message, remedy } }] };
  },
};

export const LiftHold = z.strictObject({ rule: z.int().min(0), evidence: z.string().trim().min(2).max(1000) });
export type LiftHold = z.infer<typeof LiftHold>;

export interface LiftFacts {
  readonly bundle: BundleVersion['bundle'];
  readonly items: ItemsInForce;
  /** The organs in which the person holds a post now. */
  readonly organs: readonly string[];
}

/** The organs that may lift a hold: the one that it names, or those of the items that wait. */
export function liftersOf({ items: held, liftedBy }: Hold, items: ItemsInForce): readonly string[] {
  if (liftedBy !== undefined) return [liftedBy];
  return [...new Set(held.flatMap((itemId) => items.get(itemId)?.dept ?? []))];
}

/** Lifts a hold on the evidence that its reason is gone: the organ that judges the evidence does it, and no other. */
export const liftHold: Step<LiftHold, MatterView, LiftFacts> = {
  name: 'liftHold',
  view: viewMatter,
  decide(view, { rule, evidence }, { bundle, items, organs }, { stream }) {
    const over = againstOver(view);
    if (over !== undefined) return over;
    const hold = activeHolds(bundle, view).find((one) => one.rule === rule);
    if (hold === undefined) return refuse(matterRefusals, 'no-such-hold', { rule });
    const lifters = liftersOf(hold, items);
    if (!lifters.some((organ) => organs.includes(organ))) return refuse(matterRefusals, 'hold-not-yours', { lifters });
    const matterNo = stream.slice('matter/'.length);
    return {
      events: [{ type: 'HoldLifted', data: { rule, evidence } }],
      outbox: [{ topic: MATTER_TOPIC, payload: { matterNo } }],
    };
  },
};

export const WithdrawMatter = z.strictObject({ reason: z.string().trim().max(1000).default('') });
export type WithdrawMatter = z.infer<typeof WithdrawMatter>;

/**
 * The applicant withdraws the whole matter. No child begins after this commit (the fence closes); those that run and are not
 * decided are withdrawn one by one; what was granted stays.
 */
export const withdrawMatter: Step<WithdrawMatter, MatterView, undefined> = {
  name: 'withdrawMatter',
  view: viewMatter,
  decide(view, { reason }, _facts, { stream }) {
    const over = againstOver(view);
    if (over !== undefined) return over;
    const matterNo = stream.slice('matter/'.length);
    return {
      events: [{ type: 'MatterWithdrawn', data: { reason } }],
      sets: [{ key: stream, open: false }],
      outbox: [{ topic: MATTER_TOPIC, payload: { matterNo } }],
    };
  },
};

export const WithdrawPlanned = z.strictObject({ itemId: ItemId, reason: z.string().trim().max(1000).default('') });
export type WithdrawPlanned = z.infer<typeof WithdrawPlanned>;

/** Leaves out an item that has not begun; one that runs is withdrawn in its own case. */
export const withdrawPlanned: Step<WithdrawPlanned, MatterView, undefined> = {
  name: 'withdrawPlanned',
  view: viewMatter,
  decide(view, { itemId, reason }, _facts, { stream }) {
    const over = againstOver(view);
    if (over !== undefined) return over;
    if (view.children.get(itemId)?.state !== 'waiting') return refuse(matterRefusals, 'child-not-waiting', { itemId });
    const matterNo = stream.slice('matter/'.length);
    return {
      events: [{ type: 'ChildWithdrawn', data: { itemId, reason } }],
      outbox: [{ topic: MATTER_TOPIC, payload: { matterNo } }],
    };
  },
};

/** Why the matter takes no more acts, where it takes none. */
export function againstOver(view: MatterView): Refusal | undefined {
  if (view.submitted === undefined) return refuse(matterRefusals, 'unknown-matter');
  const isDone = view.completedAt !== undefined || view.withdrawnAt !== undefined;
  return isDone || [...view.children.values()].every(isOver) ? refuse(matterRefusals, 'matter-over') : undefined;
}
