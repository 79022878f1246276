import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { caseStates, viewApplication } from '../application/application.ts';
import { clocksToday } from '../desk/actions.ts';
import { DecisionOutcome, viewDecision } from '../decision/decision.ts';
import { findOrgan } from '../identity/actions.ts';
import type { Organ } from '../identity/identity.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { endOfCase } from '../matter/actions.ts';
import { activeHolds, type ChildView, isGranted } from '../matter/matter.ts';
import { matterRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import { remediesAgainst } from '../seal/actions.ts';
import type { Caller } from './caller.ts';
import { CaseDocument, documentOf } from './case-document.ts';
import { ClocksAnswer, clocksAnswer } from './clocks-view.ts';
import { lettersFor } from './letters-shown.ts';
import type { OpenedMatter } from './matter-access.ts';
import { HoldShown, holdsShown, MatterCan, matterCan } from './matter-can.ts';
import { Text } from './problem.ts';
import { TimelineEntry, timelineOf } from './timeline.ts';

const childStates = [
  'waiting',
  'held',
  'starting',
  'running',
  'granted',
  'refused',
  'notAccepted',
  'withdrawn',
  'terminated',
  'notAdmitted',
  'blocked',
] as const;
type ChildState = (typeof childStates)[number];

const Child = z
  .object({
    itemId: z.string(),
    itemName: z.string(),
    itemNameEn: z.string(),
    organName: z.string(),
    organNameEn: z.string(),
    wave: z.int(),
    after: z.array(z.string()),
    state: z.enum(childStates),
    why: Text.exactOptional(),
    insteadOf: z.string().exactOptional(),
    caseNo: z.string().exactOptional(),
    caseState: z.enum(caseStates).exactOptional(),
    clocks: ClocksAnswer.exactOptional(),
    outcome: z.union([DecisionOutcome, z.literal('DEEMED_RENEWED')]).exactOptional(),
    /** Why it was refused, does not begin, or waits. */
    reason: Text.exactOptional(),
    /** What one can do about it. */
    remedy: Text.exactOptional(),
    /** Review and suit against a refusal, in the words of its letter (R67–R70). */
    remedies: z.array(z.string()),
    /** Where the caller opens the case; absent where it is not his business. */
    opensAt: z.enum(['own', 'window', 'desk']).exactOptional(),
    documents: z.array(CaseDocument),
  })
  .meta({ id: 'MatterChild' });

const Counts = z.object({
  of: z.int(),
  granted: z.int(),
  refused: z.int(),
  running: z.int(),
  waiting: z.int(),
  ended: z.int(),
});

export const MatterRow = z
  .object({
    matterNo: z.string(),
    bundleId: z.string(),
    name: z.string(),
    nameEn: z.string(),
    submittedAt: z.string(),
    state: z.enum(['running', 'completed', 'withdrawn', 'stopped']),
    counts: Counts,
  })
  .meta({ id: 'MatterRow' });

const Told = z.object({ itemId: z.string(), itemName: z.string(), itemNameEn: z.string(), why: Text });

export const MatterAnswer = MatterRow.extend({
  applicantName: z.string(),
  children: z.array(Child),
  leftOut: z.array(Told),
  prompts: z.array(Told),
  holds: z.array(HoldShown),
  /** The written statement that it is not taken on as one. */
  stopped: z.object({ message: Text, why: z.array(Text), remedy: Text }).exactOptional(),
  timeline: z.array(TimelineEntry),
  can: MatterCan,
}).meta({ id: 'Matter', description: 'A matter 一件事 with every item as its own case stands now' });

type ChildAnswer = z.input<typeof Child>;

export async function matterRow(
  platform: Platform,
  opened: OpenedMatter,
  at: Instant,
): Promise<z.input<typeof MatterRow>> {
  return rowOf(opened, await childrenOf(platform, opened, at));
}

export async function matterAnswer(
  platform: Platform,
  caller: Caller,
  opened: OpenedMatter,
  at: Instant,
): Promise<z.input<typeof MatterAnswer>> {
  const { submitted, view } = opened;
  const children = await childrenOf(platform, opened, at);
  const told = ({ itemId, why }: { readonly itemId: string; readonly why: z.input<typeof Text> }) => ({
    ...namesOf(platform, itemId),
    why,
  });
  const { message, remedy } = matterRefusals['matter-stopped'];
  return {
    ...rowOf(opened, children),
    applicantName: submitted.applicant.name,
    children,
    leftOut: submitted.leftOut.map(told),
    prompts: submitted.prompts.map(told),
    holds: holdsShown(platform, opened, at),
    ...(view.stops.length === 0 ? {} : { stopped: { message, why: [...view.stops], remedy } }),
    timeline: timelineOf(platform, opened.events, submitted.applicant.name),
    can: matterCan(opened, caller),
  };
}

function rowOf({ matterNo, bundle, view, submitted }: OpenedMatter, children: readonly ChildAnswer[]) {
  const count = (...states: readonly ChildState[]) => children.filter(({ state }) => states.includes(state)).length;
  const granted = [...view.children.values()].filter(isGranted).length;
  return {
    matterNo,
    bundleId: submitted.bundleId,
    name: bundle.name,
    nameEn: bundle.nameEn,
    submittedAt: view.submittedAt,
    state: stateOf(view),
    counts: {
      of: children.length,
      granted: Math.max(granted, count('granted')),
      refused: count('refused', 'notAccepted', 'notAdmitted'),
      running: count('running', 'starting'),
      waiting: count('waiting', 'held'),
      ended: count('withdrawn', 'terminated', 'blocked'),
    },
  };
}

function stateOf({ stops, withdrawnAt, completedAt }: OpenedMatter['view']): z.input<typeof MatterRow>['state'] {
  if (stops.length > 0) return 'stopped';
  if (withdrawnAt !== undefined) return 'withdrawn';
  return completedAt === undefined ? 'running' : 'completed';
}

/** The screen on which the caller may open a child's case. */
function opensAt(platform: Platform, caller: Caller, dept: string): Pick<ChildAnswer, 'opensAt'> {
  if (caller.kind === 'applicant') return { opensAt: 'own' };
  if (caller.posts.some(({ kind, organ }) => organ === dept && kind !== 'windowClerk')) return { opensAt: 'desk' };
  const isAtCentre = caller.posts.some(
    ({ kind, centre, organ }) => kind === 'windowClerk' && (centre ?? organ) === platform.centre,
  );
  return isAtCentre ? { opensAt: 'window' } : {};
}

function namesOf(platform: Platform, itemId: string) {
  const item = platform.items.get(`item/${itemId}`)?.view.versions.at(-1)?.item;
  return { itemId, itemName: item?.name ?? itemId, itemNameEn: item?.nameEn ?? itemId };
}

async function childrenOf(platform: Platform, opened: OpenedMatter, at: Instant): Promise<ChildAnswer[]> {
  const { submitted, view, bundle } = opened;
  const holds = activeHolds(bundle, view);
  return Promise.all(
    submitted.children.map(async ({ itemId, wave, after, why, insteadOf }): Promise<ChildAnswer> => {
      const child = view.children.get(itemId) ?? { itemId, state: 'waiting' as const };
      const dept = platform.items.get(`item/${itemId}`)?.view.versions.at(-1)?.item.dept ?? '';
      const organ = findOrgan(platform.identity, dept);
      const hold = holds.find((one) => one.items.includes(itemId));
      const found = 'caseNo' in child ? { caseNo: child.caseNo, organ } : undefined;
      const own = found === undefined ? undefined : await casePart(platform, opened.caller, found, at);
      return {
        ...namesOf(platform, itemId),
        organName: organ?.name ?? dept,
        organNameEn: organ?.nameEn ?? dept,
        wave,
        after: [...after],
        ...(why === undefined ? {} : { why }),
        ...(insteadOf === undefined ? {} : { insteadOf }),
        ...standOf(child, hold?.why),
        ...(own === undefined
          ? { documents: [], remedies: [] }
          : { ...opensAt(platform, opened.caller, dept), ...own.shown, ...own.ended }),
      };
    }),
  );
}

type Stand = Pick<ChildAnswer, 'state' | 'reason' | 'remedy'>;

function standOf(child: ChildView, held: z.input<typeof Text> | undefined): Stand {
  switch (child.state) {
    case 'waiting':
      return held === undefined ? { state: 'waiting' } : { state: 'held', reason: held };
    case 'released':
      return { state: 'starting' };
    case 'running':
      return { state: 'running' };
    case 'ended':
      return { state: child.end };
    case 'notAdmitted':
      return { state: 'notAdmitted', reason: child.refusal.message, remedy: child.refusal.remedy };
    case 'blocked': {
      const { message, remedy } = matterRefusals['child-needs-grant'];
      const by = child.by.join(' ');
      return { state: 'blocked', reason: { zh: `${message.zh}(${by})`, en: `${message.en} (${by})` }, remedy };
    }
    case 'withdrawn':
      return { state: 'withdrawn' };
    default:
      return child satisfies never;
  }
}

/** The child's own case as it stands now, which may be ahead of what the matter has noted. */
async function casePart(
  platform: Platform,
  caller: Caller,
  { caseNo, organ }: { readonly caseNo: string; readonly organ: ReturnType<typeof findOrgan> },
  at: Instant,
) {
  const events = await readStream(platform.journal, platform.realm, caseStream(caseNo));
  const { decided } = viewDecision(events);
  const { state, received } = viewApplication(events);
  const isRefused = decided?.outcome === 'REFUSE';
  const end = endOfCase(events);
  const shown = {
    caseNo,
    caseState: state,
    ...(decided === undefined ? clocksAnswer(clocksToday(platform, events, dateInChina(at))) : {}),
    ...(decided === undefined ? {} : { outcome: decided.outcome }),
    ...(isRefused ? { reason: { zh: decided.reason, en: decided.reason }, remedy: REMEDIES } : {}),
    remedies: isRefused && organ !== undefined ? remediesOf(platform, organ, received?.eDelivery === true) : [],
    documents: lettersFor(platform, caller, events).map(documentOf),
  };
  // Nobody is told that his case runs because the robot has not come by yet.
  return { shown, ended: end === undefined ? {} : { state: end } };
}

function remediesOf(platform: Platform, organ: Organ, servedOnline: boolean): string[] {
  const paragraphs = remediesAgainst(organ, platform.place, { servedOnline, name: '本决定' });
  return isRefusal(paragraphs) ? [] : [...paragraphs];
}

/** The decision itself computes and states them (R67–R70); here one is told where they stand. */
const REMEDIES = {
  zh: '决定书载明行政复议、行政诉讼的机关和期限;其他事项不受影响',
  en: 'The decision names the organ, the court and the terms of review and suit; the other items are not affected',
};
