import type { Refusal } from '../kernel/refusal.ts';
import type { Act, Granted } from './act.ts';
import { examine, isNonDelegable, refusalRank } from './check.ts';
import { refusalOf } from './check-detail.ts';
import { type HeldHolder, type HeldItem, type HeldVersion, roleBit } from './held.ts';
import type { CheckRefusalCode } from './refusals.ts';

/** All mandates of a realm in memory, found by holder and item. */
export interface MandateIndex {
  /** Replaces everything known about one mandate; an empty list forgets it. */
  readonly put: (mandateNo: string, versions: readonly HeldVersion[]) => void;
  /** The mandate that carries `act`, or the most telling of the reasons why none does. */
  readonly find: (act: Act) => Granted | Refusal<CheckRefusalCode>;
  readonly size: () => number;
}

/** Opens an empty index. Mutable on purpose: it is the one copy that every act reads. */
export function createMandateIndex(): MandateIndex {
  const shelves: Shelves = { byHolder: new Map(), crowded: new Map() };
  const known = new Map<string, readonly HeldVersion[]>();
  const texts = new Map<string, string>();

  return {
    put(mandateNo, versions) {
      for (const version of known.get(mandateNo) ?? []) {
        for (const { id } of version.holders) takeOff(shelves, id, mandateNo);
        takeOff(shelves, anyRuleSet, mandateNo);
      }
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, versions);
      for (const version of versions) {
        for (const candidate of candidatesOf(withOneCopy(version, texts))) {
          putOn(shelves, candidate.holder.id, candidate);
          if (candidate.holder.roles === roleBit.ruleSet) putOn(shelves, anyRuleSet, candidate);
        }
      }
    },
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', undefined, act);
      const candidates =
        on(shelves, act.holder, act.itemId) ??
        (act.role === 'ruleSet' ? on(shelves, anyRuleSet, act.itemId) : undefined);
      return candidates === undefined ? refusalOf('no-mandate', undefined, act) : firstGrant(candidates, act);
    },
    size: () => known.size,
  };
}

interface Candidate {
  readonly itemId: string;
  readonly version: HeldVersion;
  readonly holder: HeldHolder;
  readonly item: HeldItem;
}

/** What each holder holds. Few candidates are walked; many, like a centre's, are looked up by item. */
interface Shelves {
  readonly byHolder: Map<string, readonly Candidate[]>;
  readonly crowded: Map<string, Map<string, readonly Candidate[]>>;
}

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';

/** Equal instants share one text: a million mandates of one term read the same few bytes. */
function withOneCopy(version: HeldVersion, texts: Map<string, string>): HeldVersion {
  return { ...version, fromAt: oneCopy(version.fromAt, texts), toAt: oneCopy(version.toAt, texts) };
}

function oneCopy(text: string, texts: Map<string, string>): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function candidatesOf(version: HeldVersion): readonly Candidate[] {
  return version.holders.flatMap((holder) =>
    version.items
      .filter((item) => holder.roles !== roleBit.ruleSet || holder.id === `ruleset/${item.ruleSetHash}`)
      .map((item) => ({ itemId: item.itemId, version, holder, item })),
  );
}

function on({ byHolder, crowded }: Shelves, holder: string, itemId: string): readonly Candidate[] | undefined {
  const candidates = byHolder.get(holder);
  if (candidates !== undefined || crowded.size === 0) return candidates;
  const byItem = crowded.get(holder);
  return byItem === undefined ? undefined : (byItem.get(itemId) ?? []);
}

function firstGrant(candidates: readonly Candidate[], act: Act): Granted | Refusal<CheckRefusalCode> {
  let best: CheckRefusalCode | undefined;
  let bestVersion: HeldVersion | undefined;
  for (const candidate of candidates) {
    if (candidate.itemId !== act.itemId) continue;
    const reason = examine(candidate.version, candidate.holder, candidate.item, act);
    if (reason === undefined) return candidate.item.granted;
    if (best === undefined || refusalRank(reason) > refusalRank(best)) {
      best = reason;
      bestVersion = candidate.version;
    }
  }
  return refusalOf(best ?? 'item-not-listed', bestVersion, act);
}

function putOn({ byHolder, crowded }: Shelves, holder: string, candidate: Candidate): void {
  const byItem = crowded.get(holder);
  if (byItem !== undefined) {
    byItem.set(candidate.itemId, inOrder([...(byItem.get(candidate.itemId) ?? []), candidate]));
    return;
  }
  const candidates = inOrder([...(byHolder.get(holder) ?? []), candidate]);
  if (candidates.length <= few) {
    byHolder.set(holder, candidates);
    return;
  }
  byHolder.delete(holder);
  crowded.set(
    holder,
    Map.groupBy(candidates, ({ itemId }) => itemId),
  );
}

function takeOff({ byHolder, crowded }: Shelves, holder: string, mandateNo: string): void {
  const isOther = (candidate: Candidate): boolean => candidate.version.ref.mandateNo !== mandateNo;
  const left = byHolder.get(holder)?.filter(isOther);
  if (left?.length === 0) byHolder.delete(holder);
  else if (left !== undefined) byHolder.set(holder, left);
  const byItem = crowded.get(holder);
  if (byItem === undefined) return;
  for (const [itemId, candidates] of byItem) {
    const others = candidates.filter(isOther);
    if (others.length === 0) byItem.delete(itemId);
    else byItem.set(itemId, others);
  }
  if (byItem.size === 0) crowded.delete(holder);
}

/** By number, then the newer version first: the same act always gets the same answer. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => {
    if (a.version.ref.mandateNo !== b.version.ref.mandateNo)
      return a.version.ref.mandateNo < b.version.ref.mandateNo ? -1 : 1;
    return b.version.ref.version - a.version.ref.version;
  });
}
