import type { MandateRef } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Act, Granted } from './act.ts';
import { examine, isNonDelegable, refusalRank } from './check.ts';
import { refusalOf } from './check-detail.ts';
import { type HeldItem, type HeldTerms, type HeldVersion, type HolderTerms, type ItemTerms, roleBit } from './held.ts';
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
  const wordings = new Map<string, Wording>();

  return {
    put(mandateNo, versions) {
      for (const version of known.get(mandateNo) ?? []) {
        for (const { id } of version.holders) takeOff(shelves, id, mandateNo);
        takeOff(shelves, anyRuleSet, mandateNo);
      }
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, versions);
      for (const version of versions) {
        for (const [holderId, candidate] of candidatesOf(version, wordings)) {
          putOn(shelves, holderId, candidate);
          if (candidate.wording.holder.roles === roleBit.ruleSet) putOn(shelves, anyRuleSet, candidate);
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
 * What a version says of one holder. Thousands of letters of one model say it in the same words: it is kept once and shared, so
 * that a check among a million mandates reads little memory that it has not just read for another.
 */
interface Wording {
  readonly terms: HeldTerms;
  readonly holder: HolderTerms;
  readonly items: ReadonlyMap<string, ListedItem>;
}

/** How a version lists an item, and what else the answer to an act on it says. */
interface ListedItem extends ItemTerms {
  readonly also: Omit<Granted, 'granted' | 'ref' | 'list' | 'fence'>;
  readonly saysMore: boolean;
}

/** One version in one holder's hands. A yes is made of it when it is given: a ready one would be two more places to read. */
interface Candidate {
  readonly wording: Wording;
  readonly ref: MandateRef;
  readonly fence: Granted['fence'];
  /** The holder's next candidate: most holders have one or two, and a chain costs nothing to enter. */
  readonly next: Candidate | null;
}

/** What each holder holds. Few candidates are walked; many, like a centre's, are looked up by item. */
interface Shelves {
  readonly byHolder: Map<string, Candidate>;
  readonly crowded: Map<string, Map<string, Candidate>>;
}

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';

function candidatesOf(
  version: HeldVersion,
  wordings: Map<string, Wording>,
): readonly (readonly [holderId: string, candidate: Candidate])[] {
  const { ref, fence, items, holders, ...terms } = version;
  const all = saidOf(terms, items);
  return holders.flatMap(({ id, ...holder }): readonly (readonly [string, Candidate])[] => {
    const isRuleSet = holder.roles === roleBit.ruleSet;
    const said = isRuleSet
      ? saidOf(
          terms,
          items.filter((item) => id === `ruleset/${item.ruleSetHash}`),
        )
      : all;
    if (said.items.length === 0) return [];
    const key = `${said.key}${JSON.stringify(holder)}`;
    const wording = wordings.get(key) ?? { terms, holder, items: new Map(said.items.toReversed()) };
    wordings.set(key, wording);
    return [[id, { wording, ref, fence, next: null }]];
  });
}

/** What a version says of these items, whoever holds it; members always come in one order, so the key tells it apart. */
function saidOf(terms: HeldTerms, items: readonly HeldItem[]) {
  const listed = items.map(({ itemId, list, ruleSetHash, granted }): readonly [string, ListedItem] => {
    // Whatever the answer says beside the version's own is kept, so that nothing of it is forgotten here.
    const { granted: _granted, ref: _ref, list: _list, fence: _fence, ...also } = granted;
    return [itemId, { list, ruleSetHash, also, saysMore: Object.keys(also).length > 0 }];
  });
  return { items: listed, key: JSON.stringify([terms, listed]) };
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
    const { terms, holder, items } = candidate.wording;
    const item = items.get(act.itemId);
    if (item === undefined) continue;
    const reason = examine(terms, holder, item, act);
    if (reason === undefined) return yes(candidate, item);
    if (best === undefined || refusalRank(reason) > refusalRank(best)) {
      best = reason;
      bestCandidate = candidate;
    }
  }
  return refusalOf(best ?? 'item-not-listed', act, bestCandidate?.wording.terms, bestCandidate?.ref);
}

function yes({ ref, fence }: Candidate, { list, also, saysMore }: ListedItem): Granted {
  return saysMore ? { granted: true, ref, list, fence, ...also } : { granted: true, ref, list, fence };
}

function putOn({ byHolder, crowded }: Shelves, holder: string, candidate: Candidate): void {
  const byItem = crowded.get(holder);
  if (byItem !== undefined) {
    shelveByItem(byItem, candidate);
    return;
  }
  const candidates = [...listOf(byHolder.get(holder)), candidate];
  setChain(byHolder, holder, candidates.length <= few ? candidates : []);
  if (candidates.length <= few) return;
  const chains = new Map<string, Candidate>();
  for (const each of candidates) shelveByItem(chains, each);
  crowded.set(holder, chains);
}

function shelveByItem(chains: Map<string, Candidate>, candidate: Candidate): void {
  for (const itemId of candidate.wording.items.keys())
    setChain(chains, itemId, [...listOf(chains.get(itemId)), candidate]);
}

function takeOff({ byHolder, crowded }: Shelves, holder: string, mandateNo: string): void {
  const isOther = (candidate: Candidate): boolean => candidate.ref.mandateNo !== mandateNo;
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
    if (a.ref.mandateNo !== b.ref.mandateNo) return a.ref.mandateNo < b.ref.mandateNo ? -1 : 1;
    return b.ref.version - a.ref.version;
  });
}
