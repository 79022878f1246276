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
  const pool: Pool = { texts: new Map(), sets: new Map() };

  return {
    put(mandateNo, versions) {
      for (const version of known.get(mandateNo) ?? []) {
        for (const { id } of version.holders) takeOff(shelves, id, mandateNo);
        takeOff(shelves, anyRuleSet, mandateNo);
      }
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, versions);
      for (const version of versions) {
        for (const candidate of candidatesOf(withOneCopy(version, pool), pool)) {
          putOn(shelves, candidate.holder.id, candidate);
          if (candidate.holder.roles === roleBit.ruleSet) putOn(shelves, anyRuleSet, candidate);
        }
      }
    },
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', undefined, act);
      const first = on(shelves, act.holder, act.itemId);
      if (first !== undefined) return firstGrant(first, act);
      const anyFirst = act.role === 'ruleSet' ? on(shelves, anyRuleSet, act.itemId) : undefined;
      return anyFirst === undefined ? refusalOf('no-mandate', undefined, act) : firstGrant(anyFirst, act);
    },
    size: () => known.size,
  };
}

interface Candidate {
  readonly itemId: string;
  readonly version: HeldVersion;
  readonly holder: HeldHolder;
  readonly item: HeldItem;
  /** The holder's next candidate: most holders have few, and a chain costs nothing to enter. */
  readonly next: Candidate | null;
}

/** What each holder holds. Few candidates are walked; many, like a centre's, are looked up by item. */
interface Shelves {
  readonly byHolder: Map<string, Candidate>;
  readonly crowded: Map<string, Map<string, Candidate>>;
}

/** Equal texts and lists are kept once: a million mandates of one term and region read the same few bytes. */
interface Pool {
  readonly texts: Map<string, string>;
  readonly sets: Map<string, readonly string[]>;
}

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';

function withOneCopy(version: HeldVersion, pool: Pool): HeldVersion {
  return {
    ...version,
    fromAt: oneCopy(version.fromAt, pool),
    toAt: oneCopy(version.toAt, pool),
    applicantKinds: oneSet(version.applicantKinds, pool),
    regions: oneSet(version.regions, pool),
  };
}

function oneCopy(text: string, { texts }: Pool): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function oneSet(members: readonly string[], pool: Pool): readonly string[] {
  const key = members.join(' ');
  const known = pool.sets.get(key);
  if (known !== undefined) return known;
  const set = members.map((member) => oneCopy(member, pool));
  pool.sets.set(key, set);
  return set;
}

function candidatesOf(version: HeldVersion, pool: Pool): readonly Candidate[] {
  return version.holders.flatMap((holder) =>
    version.items
      .filter((item) => holder.roles !== roleBit.ruleSet || holder.id === `ruleset/${item.ruleSetHash}`)
      .map((item) => ({ itemId: oneCopy(item.itemId, pool), version, holder, item, next: null })),
  );
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
  let bestVersion: HeldVersion | undefined;
  for (let candidate = first; candidate !== null; candidate = candidate.next) {
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
  const isOther = (candidate: Candidate): boolean => candidate.version.ref.mandateNo !== mandateNo;
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
    if (a.version.ref.mandateNo !== b.version.ref.mandateNo)
      return a.version.ref.mandateNo < b.version.ref.mandateNo ? -1 : 1;
    return b.version.ref.version - a.version.ref.version;
  });
}
