import type { Refusal } from '../kernel/refusal.ts';
import type { Act, Granted } from './act.ts';
import { examine, isNonDelegable, refusalRank } from './check.ts';
import { refusalOf } from './check-detail.ts';
import { type HeldTerms, type HeldVersion, type HolderTerms, type ItemTerms, roleBit } from './held.ts';
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
  const pool: Pool = { texts: new Map(), terms: new Map(), holders: new Map(), items: new Map() };

  return {
    put(mandateNo, versions) {
      for (const version of known.get(mandateNo) ?? []) {
        for (const { id } of version.holders) takeOff(shelves, id, mandateNo);
        takeOff(shelves, anyRuleSet, mandateNo);
      }
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, versions);
      for (const version of versions) {
        for (const candidate of candidatesOf(version, pool)) {
          putOn(shelves, candidate.holderId, candidate);
          if (candidate.holder.roles === roleBit.ruleSet) putOn(shelves, anyRuleSet, candidate);
        }
      }
    },
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', act);
      const first = on(shelves, act.holder, act.itemId);
      if (first !== undefined) return firstGrant(first, act);
      const anyFirst = act.role === 'ruleSet' ? on(shelves, anyRuleSet, act.itemId) : undefined;
      return anyFirst === undefined ? refusalOf('no-mandate', act) : firstGrant(anyFirst, act);
    },
    size: () => known.size,
  };
}

/**
 * One item in one holder's hands. What is said in many letters in the same words is kept once and shared, so that a check
 * among a million mandates reads little memory that it has not just read for another.
 */
interface Candidate {
  readonly itemId: string;
  readonly terms: HeldTerms;
  readonly holder: HolderTerms;
  readonly item: ItemTerms;
  readonly granted: Granted;
  /** The holder's next candidate: most holders have few, and a chain costs nothing to enter. */
  readonly next: Candidate | null;
  readonly holderId: string;
}

/** What each holder holds. Few candidates are walked; many, like a centre's, are looked up by item. */
interface Shelves {
  readonly byHolder: Map<string, Candidate>;
  readonly crowded: Map<string, Map<string, Candidate>>;
}

/** What is kept once, found by what it says. */
interface Pool {
  readonly texts: Map<string, string>;
  readonly terms: Map<string, HeldTerms>;
  readonly holders: Map<string, HolderTerms>;
  readonly items: Map<string, ItemTerms>;
}

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';

function oneCopy(text: string, { texts }: Pool): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

/** The first of all `terms` that say the same. Their members always come in one order, so JSON tells them apart. */
function one<Terms>(terms: Terms, known: Map<string, Terms>): Terms {
  const key = JSON.stringify(terms);
  const first = known.get(key) ?? terms;
  known.set(key, first);
  return first;
}

function candidatesOf(version: HeldVersion, pool: Pool): readonly Candidate[] {
  const { ref: _ref, fence: _fence, items, holders, ...own } = version;
  const terms = one<HeldTerms>(own, pool.terms);
  return holders.flatMap(({ id: holderId, ...ownOfHolder }) => {
    const holder = one<HolderTerms>(ownOfHolder, pool.holders);
    return items
      .filter((item) => holder.roles !== roleBit.ruleSet || holderId === `ruleset/${item.ruleSetHash}`)
      .map(({ itemId, granted, ...ownOfItem }) => ({
        itemId: oneCopy(itemId, pool),
        terms,
        holder,
        item: one<ItemTerms>(ownOfItem, pool.items),
        granted,
        next: null,
        holderId,
      }));
  });
}

/** The first of the candidates to try; null when the holder is known, but not for the item. */
function on({ byHolder, crowded }: Shelves, holder: string, itemId: string): Candidate | null | undefined {
  const first = byHolder.get(holder);
  if (first !== undefined || crowded.size === 0) return first;
  const byItem = crowded.get(holder);
  return byItem === undefined ? undefined : (byItem.get(itemId) ?? null);
}

function firstGrant(first: Candidate | null, act: Act): Granted | Refusal<CheckRefusalCode> {
  let best: CheckRefusalCode | undefined;
  let bestCandidate: Candidate | undefined;
  for (let candidate = first; candidate !== null; candidate = candidate.next) {
    if (candidate.itemId !== act.itemId) continue;
    const reason = examine(candidate.terms, candidate.holder, candidate.item, act);
    if (reason === undefined) return candidate.granted;
    if (best === undefined || refusalRank(reason) > refusalRank(best)) {
      best = reason;
      bestCandidate = candidate;
    }
  }
  return refusalOf(best ?? 'item-not-listed', act, bestCandidate?.terms, bestCandidate?.granted.ref);
}

function putOn({ byHolder, crowded }: Shelves, holder: string, candidate: Candidate): void {
  const byItem = crowded.get(holder);
  if (byItem !== undefined) {
    setChain(byItem, candidate.itemId, [...listOf(byItem.get(candidate.itemId)), candidate]);
    return;
  }
  const candidates = [...listOf(byHolder.get(holder)), candidate];
  setChain(byHolder, holder, candidates.length <= few ? candidates : []);
  if (candidates.length <= few) return;
  const chains = new Map<string, Candidate>();
  for (const [itemId, group] of Map.groupBy(candidates, (each) => each.itemId)) setChain(chains, itemId, group);
  crowded.set(holder, chains);
}

function takeOff({ byHolder, crowded }: Shelves, holder: string, mandateNo: string): void {
  const isOther = (candidate: Candidate): boolean => candidate.granted.ref.mandateNo !== mandateNo;
  if (byHolder.has(holder)) setChain(byHolder, holder, listOf(byHolder.get(holder)).filter(isOther));
  const byItem = crowded.get(holder);
  if (byItem === undefined) return;
  for (const [itemId, first] of byItem) setChain(byItem, itemId, listOf(first).filter(isOther));
  if (byItem.size === 0) crowded.delete(holder);
}

function listOf(first: Candidate | undefined): readonly Candidate[] {
  const list: Candidate[] = [];
  for (let candidate = first ?? null; candidate !== null; candidate = candidate.next) list.push(candidate);
  return list;
}

function setChain(chains: Map<string, Candidate>, key: string, candidates: readonly Candidate[]): void {
  const first = inOrder(candidates).reduceRight<Candidate | null>((next, candidate) => ({ ...candidate, next }), null);
  if (first === null) chains.delete(key);
  else chains.set(key, first);
}

/** By number, then the newer version first: the same act always gets the same answer. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => {
    if (a.granted.ref.mandateNo !== b.granted.ref.mandateNo)
      return a.granted.ref.mandateNo < b.granted.ref.mandateNo ? -1 : 1;
    return b.granted.ref.version - a.granted.ref.version;
  });
}
