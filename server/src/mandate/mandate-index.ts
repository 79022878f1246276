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
  const byHolder = new Map<string, Shelf>();
  const known = new Map<string, readonly HeldVersion[]>();

  function place(candidate: Candidate, holder: string): void {
    const shelf = byHolder.get(holder);
    if (shelf === undefined) byHolder.set(holder, newShelf(candidate));
    else putOnShelf(shelf, candidate);
  }

  return {
    put(mandateNo, versions) {
      for (const version of known.get(mandateNo) ?? []) {
        for (const { id } of version.holders) takeOff(byHolder, id, mandateNo);
        takeOff(byHolder, anyRuleSet, mandateNo);
      }
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, versions);
      for (const version of versions) {
        for (const candidate of candidatesOf(version)) {
          place(candidate, candidate.holder.id);
          if (candidate.holder.roles === roleBit.ruleSet) place(candidate, anyRuleSet);
        }
      }
    },
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', undefined, act);
      const shelf = byHolder.get(act.holder) ?? (act.role === 'ruleSet' ? byHolder.get(anyRuleSet) : undefined);
      if (shelf === undefined) return refusalOf('no-mandate', undefined, act);
      return shelf.byItem === null ? tryFew(shelf.candidates, act) : tryAll(shelf.byItem.get(act.itemId), act);
    },
    size: () => known.size,
  };
}

interface Candidate {
  readonly version: HeldVersion;
  readonly holder: HeldHolder;
  readonly item: HeldItem;
}

/** What one holder holds. Few candidates are walked; many, like a centre's, are looked up by item. */
interface Shelf {
  candidates: readonly Candidate[];
  byItem: Map<string, readonly Candidate[]> | null;
}

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';

function candidatesOf(version: HeldVersion): readonly Candidate[] {
  return version.holders.flatMap((holder) =>
    version.items
      .filter((item) => holder.roles !== roleBit.ruleSet || holder.id === `ruleset/${item.ruleSetHash}`)
      .map((item) => ({ version, holder, item })),
  );
}

function tryFew(candidates: readonly Candidate[], act: Act): Granted | Refusal<CheckRefusalCode> {
  let best: CheckRefusalCode | undefined;
  let bestVersion: HeldVersion | undefined;
  for (const candidate of candidates) {
    if (candidate.item.itemId !== act.itemId) continue;
    const reason = examine(candidate.version, candidate.holder, candidate.item, act);
    if (reason === undefined) return candidate.item.granted;
    if (best === undefined || refusalRank(reason) > refusalRank(best)) {
      best = reason;
      bestVersion = candidate.version;
    }
  }
  return refusalOf(best ?? 'item-not-listed', bestVersion, act);
}

function tryAll(candidates: readonly Candidate[] | undefined, act: Act): Granted | Refusal<CheckRefusalCode> {
  return tryFew(candidates ?? [], act);
}

function newShelf(candidate: Candidate): Shelf {
  return { candidates: [candidate], byItem: null };
}

function putOnShelf(shelf: Shelf, candidate: Candidate): void {
  if (shelf.byItem !== null) {
    const itemId = candidate.item.itemId;
    shelf.byItem.set(itemId, inOrder([...(shelf.byItem.get(itemId) ?? []), candidate]));
    return;
  }
  shelf.candidates = inOrder([...shelf.candidates, candidate]);
  if (shelf.candidates.length > few) {
    shelf.byItem = Map.groupBy(shelf.candidates, (each) => each.item.itemId);
    shelf.candidates = [];
  }
}

function takeOff(byHolder: Map<string, Shelf>, holder: string, mandateNo: string): void {
  const shelf = byHolder.get(holder);
  if (shelf === undefined) return;
  const isOther = (candidate: Candidate): boolean => candidate.version.ref.mandateNo !== mandateNo;
  shelf.candidates = shelf.candidates.filter(isOther);
  for (const [itemId, candidates] of shelf.byItem ?? []) {
    const left = candidates.filter(isOther);
    if (left.length === 0) shelf.byItem?.delete(itemId);
    else shelf.byItem?.set(itemId, left);
  }
  if (shelf.candidates.length === 0 && (shelf.byItem?.size ?? 0) === 0) byHolder.delete(holder);
}

/** By number, then the newer version first: the same act always gets the same answer. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => {
    if (a.version.ref.mandateNo !== b.version.ref.mandateNo)
      return a.version.ref.mandateNo < b.version.ref.mandateNo ? -1 : 1;
    return b.version.ref.version - a.version.ref.version;
  });
}
