import { areEqual } from './bytes.ts';
import { sha256 } from './digest.ts';

/** The Merkle tree of RFC 6962 §2.1 over SHA-256, from the side of whoever checks. Sizes are exact below 2^53. */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const HASH_BYTES = 32;
/** A tree of 2^53 leaves is 53 nodes high; a longer proof is no proof. */
const LONGEST = 53;

/** The hash of one entry. The prefix keeps an entry from being taken for a node (second preimage). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(LEAF, entry);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE, left, right);
}

/** The root of the tree over no entry at all. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/** The root over all entries, computed from their leaf hashes: what a whole log must come to. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves;
  if (level.length === 0) return emptyRoot();
  while (level.length > 1) level = parentsOf(level);
  return level[0] ?? emptyRoot();
}

function parentsOf(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const parents: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left !== undefined) parents.push(right === undefined ? left : nodeHash(left, right));
  }
  return parents;
}

export interface Inclusion {
  /** Place of the leaf, from 0. */
  readonly index: number;
  /** Entries of the tree whose root it is. */
  readonly size: number;
  readonly leaf: Uint8Array;
  /** From the leaf's sibling up to the child of the root. */
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162 §2.1.3.2: whether the leaf stands at its place in the tree with this root. */
export function verifyInclusion({ index, size, leaf, path, root }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || path.length > LONGEST) return false;
  if (![leaf, root, ...path].every(isHash)) return false;
  let [place, last, hash] = [BigInt(index), BigInt(size - 1), leaf];
  for (const sibling of path) {
    if (last === 0n) return false;
    const isRight = (place & 1n) === 1n;
    if (isRight || place === last) {
      hash = nodeHash(sibling, hash);
      if (!isRight) [place, last] = upToRight(place, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [place >> 1n, last >> 1n];
  }
  return last === 0n && areEqual(hash, root);
}

export interface Consistency {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162 §2.1.4.2: whether the newer tree begins with the whole older one, so that nothing was changed or removed. */
export function verifyConsistency({ oldSize, oldRoot, newSize, newRoot, path }: Consistency): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || path.length > LONGEST + 1) return false;
  if (![oldRoot, newRoot, ...path].every(isHash)) return false;
  if (oldSize === newSize) return path.length === 0 && areEqual(oldRoot, newRoot);
  // Every tree begins with the empty one; there is nothing to prove, and nothing may be offered as proof.
  if (oldSize === 0) return path.length === 0 && areEqual(oldRoot, emptyRoot());
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let [place, last] = [BigInt(oldSize - 1), BigInt(newSize - 1)];
  while ((place & 1n) === 1n) [place, last] = [place >> 1n, last >> 1n];
  let [old, current] = [first, first];
  for (const hash of rest) {
    if (last === 0n) return false;
    const isRight = (place & 1n) === 1n;
    if (isRight || place === last) {
      [old, current] = [nodeHash(hash, old), nodeHash(hash, current)];
      if (!isRight) [place, last] = upToRight(place, last);
    } else {
      current = nodeHash(current, hash);
    }
    [place, last] = [place >> 1n, last >> 1n];
  }
  return last === 0n && areEqual(old, oldRoot) && areEqual(current, newRoot);
}

/** Skips the levels on which the last node has no sibling. */
function upToRight(from: bigint, end: bigint): [bigint, bigint] {
  let [place, last] = [from, end];
  while ((place & 1n) === 0n && place !== 0n) [place, last] = [place >> 1n, last >> 1n];
  return [place, last];
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  return 2 ** Math.floor(Math.log2(value)) === value;
}
