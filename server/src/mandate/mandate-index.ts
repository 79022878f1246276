import type { MandateRef } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Act, Granted } from './act.ts';
import { examine, isNonDelegable, refusalRank } from './check.ts';
import { refusalOf } from './check-detail.ts';
import { type HeldItem, type HeldTerms, type HeldVersion, type HolderTerms, type ItemTerms, roleBit } from './held.ts';
import { absent, createHolderTable, type Held, type HolderTable, unfit } from './holder-table.ts';
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
export function createMandateIndex(holders: HolderTable = createHolderTable()): MandateIndex {
  const room: Room = { holders, wordings: [], shelves: new Map() };
  const numbers = new Map<string, number>();
  const known = new Map<string, readonly Candidate[]>();

  return {
    put(mandateNo, versions) {
      for (const candidate of known.get(mandateNo) ?? []) takeOff(room, candidate);
      const candidates = versions.flatMap((version) => candidatesOf(version, room, numbers));
      for (const candidate of candidates) putOn(room, candidate);
      if (versions.length === 0) known.delete(mandateNo);
      else known.set(mandateNo, candidates);
    },
    find(act) {
      if (isNonDelegable(act)) return refusalOf('non-delegable', act);
      const answer = answerOf(room, act.holder, act);
      if (answer !== undefined) return answer;
      const any = act.role === 'ruleSet' ? answerOf(room, anyRuleSet, act) : undefined;
      return any ?? refusalOf('no-mandate', act);
    },
    size: () => known.size,
  };
}

/** Everything that a check may read. Among a million mandates it must read little memory that it has not just read for another. */
interface Room {
  /** Each holder's one candidate, or that he has `several`. */
  readonly holders: HolderTable;
  readonly wordings: Wording[];
  /** Of the holders of several, and of those whose id fits no row. */
  readonly shelves: Map<string, Shelf>;
}

/**
 * What a version says of one holder. Thousands of letters of one model say it in the same words: it is kept once, under its
 * number in `wordings`.
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

/** One version in one holder's hands. */
interface Candidate extends Held {
  readonly holderId: string;
}

/** What a holder of several has. Few candidates are walked; many, like a centre's, are looked up by item. */
type Shelf = readonly Candidate[] | Map<string, readonly Candidate[]>;

const few = 12;
/** Every rule set also stands here, so that a wrong hash is told from an item without any. */
const anyRuleSet = 'ruleset';
/** What stands for the wording of a holder of several. */
const several = -1;

function candidatesOf(version: HeldVersion, room: Room, numbers: Map<string, number>): readonly Candidate[] {
  const { ref, fence, items, holders, ...terms } = version;
  const all = saidOf(terms, items);
  return holders.flatMap(({ id: holderId, ...holder }): readonly Candidate[] => {
    const isRuleSet = holder.roles === roleBit.ruleSet;
    const said = isRuleSet
      ? saidOf(
          terms,
          items.filter((item) => holderId === `ruleset/${item.ruleSetHash}`),
        )
      : all;
    if (said.items.length === 0) return [];
    const key = `${said.key}${JSON.stringify(holder)}`;
    const wording = numbers.get(key) ?? room.wordings.length;
    if (wording === room.wordings.length) {
      numbers.set(key, wording);
      room.wordings.push({ terms, holder, items: new Map(said.items.toReversed()) });
    }
    const candidate = { holderId, wording, ref, fence };
    return isRuleSet ? [candidate, { ...candidate, holderId: anyRuleSet }] : [candidate];
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

/** What `holderId` gets for `act`; undefined when no mandate names him. */
function answerOf(room: Room, holderId: string, act: Act): Granted | Refusal<CheckRefusalCode> | undefined {
  const { holders, wordings, shelves } = room;
  const row = holders.find(holderId);
  if (row === absent) return undefined;
  const number = row === unfit ? several : holders.wordingAt(row);
  if (number === several) {
    const shelf = shelves.get(holderId);
    return shelf === undefined ? undefined : firstGrant(room, shelf, act);
  }
  const wording = wordings[number];
  const item = wording?.items.get(act.itemId);
  if (wording === undefined || item === undefined) return refusalOf('item-not-listed', act);
  const reason = examine(wording.terms, wording.holder, item, act);
  if (reason !== undefined) return refusalOf(reason, act, wording.terms, holders.nameAt(row));
  return yes(holders.refAt(row), holders.fenceAt(row), item);
}

function firstGrant({ wordings }: Room, shelf: Shelf, act: Act): Granted | Refusal<CheckRefusalCode> {
  let best: CheckRefusalCode | undefined;
  let bestCandidate: Candidate | undefined;
  for (const candidate of shelf instanceof Map ? (shelf.get(act.itemId) ?? []) : shelf) {
    const wording = wordings[candidate.wording];
    const item = wording?.items.get(act.itemId);
    if (wording === undefined || item === undefined) continue;
    const reason = examine(wording.terms, wording.holder, item, act);
    if (reason === undefined) return yes(candidate.ref, candidate.fence, item);
    if (best === undefined || refusalRank(reason) > refusalRank(best)) {
      best = reason;
      bestCandidate = candidate;
    }
  }
  if (best === undefined || bestCandidate === undefined) return refusalOf('item-not-listed', act);
  return refusalOf(best, act, wordings[bestCandidate.wording]?.terms, bestCandidate.ref);
}

function yes(ref: MandateRef, fence: Granted['fence'], { list, also, saysMore }: ListedItem): Granted {
  return saysMore ? { granted: true, ref, list, fence, ...also } : { granted: true, ref, list, fence };
}

function putOn(room: Room, candidate: Candidate): void {
  const { holders, shelves } = room;
  const { holderId } = candidate;
  const row = holders.find(holderId);
  if (row === absent) {
    holders.set(holderId, candidate);
    return;
  }
  const shelf = shelves.get(holderId) ?? (row === unfit ? [] : [candidateAt(room, holderId, row)]);
  shelves.set(holderId, putOnShelf(room, shelf, candidate));
  if (row !== unfit) holders.set(holderId, { ...candidate, wording: several });
}

function candidateAt({ holders }: Room, holderId: string, row: number): Candidate {
  return { holderId, wording: holders.wordingAt(row), ref: holders.refAt(row), fence: holders.fenceAt(row) };
}

function putOnShelf(room: Room, shelf: Shelf, candidate: Candidate): Shelf {
  if (!(shelf instanceof Map)) {
    const candidates = inOrder([...shelf, candidate]);
    if (candidates.length <= few) return candidates;
    return candidates.reduce<Shelf>((byItem, each) => putOnShelf(room, byItem, each), new Map());
  }
  for (const itemId of itemsOf(room, candidate)) shelf.set(itemId, inOrder([...(shelf.get(itemId) ?? []), candidate]));
  return shelf;
}

function takeOff(room: Room, candidate: Candidate): void {
  const { holders, shelves } = room;
  const { holderId, ref } = candidate;
  const shelf = shelves.get(holderId);
  if (shelf === undefined) {
    const row = holders.find(holderId);
    if (row >= 0 && holders.nameAt(row).mandateNo === ref.mandateNo) holders.delete(holderId);
    return;
  }
  const left = takeOffShelf(room, shelf, candidate);
  const isEmpty = (left instanceof Map ? left.size : left.length) === 0;
  const [only, ...more] = left instanceof Map ? [] : left;
  const fits = holders.find(holderId) !== unfit;
  shelves.set(holderId, left);
  if (isEmpty) holders.delete(holderId);
  else if (fits && only !== undefined && more.length === 0) holders.set(holderId, only);
  else return;
  shelves.delete(holderId);
}

function takeOffShelf(room: Room, shelf: Shelf, { wording, ref }: Candidate): Shelf {
  const isOther = (other: Candidate): boolean => other.ref.mandateNo !== ref.mandateNo;
  if (!(shelf instanceof Map)) return shelf.filter(isOther);
  for (const itemId of itemsOf(room, { wording })) {
    const left = (shelf.get(itemId) ?? []).filter(isOther);
    if (left.length === 0) shelf.delete(itemId);
    else shelf.set(itemId, left);
  }
  return shelf;
}

function itemsOf({ wordings }: Room, { wording }: Pick<Candidate, 'wording'>): Iterable<string> {
  return wordings[wording]?.items.keys() ?? [];
}

/** By number, then the newer version first: the same act always gets the same answer. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => {
    if (a.ref.mandateNo !== b.ref.mandateNo) return a.ref.mandateNo < b.ref.mandateNo ? -1 : 1;
    return b.ref.version - a.ref.version;
  });
}
