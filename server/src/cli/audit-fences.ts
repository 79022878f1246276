import { versionInForce, viewItem } from '../catalogue/catalogue.ts';
import { viewPerson } from '../identity/identity.ts';
import { eventsOfAct } from '../journal/act-record.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Difference, different, type Follower } from '../ledger/actions.ts';
import { viewSeal } from '../seal/seal.ts';
import { mandateFollower } from './audit-mandates.ts';
import { quotaFollower } from './audit-quotas.ts';

/** How a fence must stand after the events of its stream; undefined while none of them has set it. */
type FenceRule = (events: readonly Recorded[]) => { readonly open: boolean; readonly epoch: number } | undefined;

/** What each kind of object sets its own fence to, told from its events alone. */
const rules: Readonly<Record<string, FenceRule | undefined>> = {
  person: (events) => lastOf(events, isOpenPerson),
  organ: (events) => lastOf(events, (all) => all.every(({ type }) => type !== 'OrganDissolved')),
  seal: (events) =>
    lastOf(
      events.filter(({ type }) => !MOVES_A_SEAL.has(type)),
      () => viewSeal(events).state === 'inUse',
    ),
  item: (events) => lastOf(events, isOpenItem),
  bundle: (events) => lastOf(events, () => true),
  saying: (events) => lastOf(events, () => true),
  'licence-type': (events) => lastOf(events, () => true),
  confirmation: (events) => lastOf(events, () => true),
  matter(events) {
    const isStopped = events.some(({ type }) => type === 'MatterStopped');
    const setting = events.filter(({ type }) => type === 'MatterSubmitted' || type === 'MatterWithdrawn');
    return isStopped ? undefined : lastOf(setting, (all) => all.at(-1)?.type === 'MatterSubmitted');
  },
};

/** A seal passes from keeper to keeper without being closed. */
const MOVES_A_SEAL = new Set(['SealOffered', 'SealTaken']);

function lastOf(events: readonly Recorded[], isOpen: (events: readonly Recorded[]) => boolean) {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  // The fence has the seq of the whole act.
  return { open: isOpen(events), epoch: last.seq };
}

/** T13: neither gone nor suspended, and no certificate called back. */
function isOpenPerson(events: readonly Recorded[]): boolean {
  const person = viewPerson(events);
  return person?.status === 'active' && person.certificate !== 'revoked';
}

/** Only a withdrawal can close an item: when no other version is in force or to come. */
function isOpenItem(events: readonly Recorded[]): boolean {
  const last = events.at(-1);
  if (last?.type !== 'ItemVersionWithdrawn') return true;
  const { versions } = viewItem(events);
  const isToCome = versions.some(({ effectiveFrom, withdrawn }) => effectiveFrom > last.at && withdrawn === undefined);
  return isToCome || versionInForce({ versions }, last.at) !== undefined;
}

/** Follows everything that has a fence through the log: a fence opened by hand lets acts pass that the law has stopped. */
export function fenceFollower(): Follower {
  const mandates = mandateFollower();
  const quotas = quotaFollower();
  const streams = new Map<string, Recorded[]>();
  return {
    follow(act, body) {
      const [kind = ''] = act.stream.split('/');
      if (rules[kind] !== undefined) {
        const known = streams.get(act.stream) ?? [];
        known.push(...eventsOfAct(body, act.hash.toString('hex')));
        streams.set(act.stream, known);
      }
      return mandates.follow(act, body) ?? quotas.follow(act, body);
    },
    finish(fences, waiting) {
      const kept = new Map(fences.map((fence) => [fence.key, fence]));
      for (const [stream, events] of streams) {
        if (waiting.has(stream)) continue;
        const expected = rules[stream.split('/')[0] ?? '']?.(events);
        const fence = kept.get(stream);
        if (fence?.open !== expected?.open || fence?.epoch !== expected?.epoch)
          return wrongFence(stream, expected?.open);
      }
      const strange = fences.find(
        ({ key }) => rules[key.split('/')[0] ?? ''] !== undefined && !streams.has(key) && !waiting.has(key),
      );
      if (strange !== undefined) return wrongFence(strange.key, undefined);
      const ofMandates = fences.filter(({ key }) => key.startsWith('mandate/'));
      return mandates.finish(ofMandates, waiting) ?? quotas.finish(fences, waiting);
    },
  };
}

function wrongFence(key: string, open: boolean | undefined): Difference {
  const [zh, en] =
    open === undefined
      ? ['不应存在', 'must not be there']
      : open
        ? ['应为开', 'must be open']
        : ['应为关', 'must be closed'];
  return different(`fence ${key}`, `该闸与其事件不符，${zh}`, `the fence does not follow from its events: it ${en}`);
}
