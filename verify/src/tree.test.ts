import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { emptyRoot, leafHash, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './tree.ts';

/** The definitions of RFC 6962 §2.1, §2.1.1 and §2.1.2 as they stand there, over the leaves themselves: slow and plain. */
function head(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const k = split(leaves.length);
  return nodeHash(head(leaves.slice(0, k)), head(leaves.slice(k)));
}

function path(index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...path(index, leaves.slice(0, k)), head(leaves.slice(k))]
    : [...path(index - k, leaves.slice(k)), head(leaves.slice(0, k))];
}

function subproof(size: number, leaves: readonly Uint8Array[], isWhole: boolean): readonly Uint8Array[] {
  if (size === leaves.length) return isWhole ? [] : [head(leaves)];
  const k = split(leaves.length);
  return size <= k
    ? [...subproof(size, leaves.slice(0, k), isWhole), head(leaves.slice(k))]
    : [...subproof(size - k, leaves.slice(k), false), head(leaves.slice(0, k))];
}

function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

const leavesOf = (size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafHash(utf8(`entry ${index}`)));

test('the root of a whole log is what RFC 6962 defines', () => {
  for (let size = 0; size <= 70; size += 1) expect(rootOf(leavesOf(size))).toEqual(head(leavesOf(size)));
});

test('every entry of every small tree is proved, and at no other place and in no other size', () => {
  for (let size = 1; size <= 34; size += 1) {
    const leaves = leavesOf(size);
    const root = head(leaves);
    for (const [index, leaf] of leaves.entries()) {
      const proof = path(index, leaves);
      expect(verifyInclusion({ index, size, leaf, path: proof, root })).toBe(true);
      for (const other of leaves.keys())
        expect(verifyInclusion({ index: other, size, leaf, path: proof, root })).toBe(other === index);
      expect(verifyInclusion({ index, size, leaf, path: [...proof, root], root })).toBe(false);
      expect(verifyInclusion({ index, size, leaf, path: proof.slice(1), root })).toBe(proof.length === 0);
    }
  }
});

test('every older tree is proved to be the beginning of every newer one', () => {
  const leaves = leavesOf(34);
  for (let newSize = 1; newSize <= 34; newSize += 1) {
    const newRoot = head(leaves.slice(0, newSize));
    for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
      const oldRoot = head(leaves.slice(0, oldSize));
      const proof = oldSize === 0 ? [] : subproof(oldSize, leaves.slice(0, newSize), true);
      expect(verifyConsistency({ oldSize, oldRoot, newSize, newRoot, path: proof })).toBe(true);
      if (oldSize < newSize)
        expect(
          verifyConsistency({ oldSize: newSize, oldRoot: newRoot, newSize: oldSize, newRoot: oldRoot, path: proof }),
        ).toBe(false);
    }
  }
});

test('a changed bit anywhere in a proof, a leaf or a root is refused', () => {
  const leaves = leavesOf(100);
  const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
    bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  fc.assert(
    fc.property(fc.nat(99), fc.nat(255), fc.nat(6), (index, bit, place) => {
      const [leaf, proof, root] = [leaves[index] ?? emptyRoot(), path(index, leaves), head(leaves)];
      const changed = proof.map((hash, nth) => (nth === place % proof.length ? flip(hash, bit) : hash));
      const whole = { index, size: 100, leaf, path: proof, root };
      expect(verifyInclusion(whole)).toBe(true);
      expect(verifyInclusion({ ...whole, path: changed })).toBe(false);
      expect(verifyInclusion({ ...whole, leaf: flip(leaf, bit) })).toBe(false);
      expect(verifyInclusion({ ...whole, root: flip(root, bit) })).toBe(false);
    }),
  );
});

test('sizes and hashes that are none are refused, not misread', () => {
  const leaf = leafHash(utf8('a'));
  const short = leaf.slice(1);
  const endless = Array.from({ length: 60 }, () => leaf);
  for (const [index, size] of [
    [-1, 1],
    [1, 1],
    [0, 0],
    [0.5, 1],
    [0, 2 ** 53],
    [0, Number.NaN],
  ] as const)
    expect(verifyInclusion({ index, size, leaf, path: [], root: leaf })).toBe(false);
  expect(verifyInclusion({ index: 0, size: 1, leaf: short, path: [], root: short })).toBe(false);
  expect(verifyInclusion({ index: 0, size: 2 ** 52, leaf, path: endless, root: leaf })).toBe(false);
  const same = { oldSize: 1, oldRoot: leaf, newSize: 1, newRoot: leaf };
  expect(verifyConsistency({ ...same, path: [leaf] })).toBe(false);
  expect(verifyConsistency({ ...same, newSize: 2, path: [] })).toBe(false);
  expect(verifyConsistency({ ...same, oldSize: 0, path: [] })).toBe(false);
});
