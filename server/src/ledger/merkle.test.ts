import * as fc from 'fast-check';
import { rootOf as rootToCheck, verifyConsistency, verifyInclusion } from '@liangqian/verify/tree.ts';
import { expect, test } from 'vitest';
import { type Edge, emptyEdge, grow, hashesOf, leafHash, openWidth, TILE, type Tile } from './merkle.ts';
import { consistencyPath, inclusionPath, type ReadTile } from './tile-proof.ts';

const leavesOf = (size: number): readonly Buffer[] =>
  Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

interface Built {
  readonly edge: Edge;
  readonly root: Buffer;
  readonly read: ReadTile;
  readonly tiles: readonly Tile[];
}

/** Grows a tree in the given steps and keeps its tiles as the database would. */
function build(leaves: readonly Buffer[], steps: readonly number[] = [leaves.length]): Built {
  const tiles: Tile[] = [];
  let grown = grow(emptyEdge, []);
  let done = 0;
  for (const step of [...steps, leaves.length]) {
    grown = grow(grown.edge, leaves.slice(done, done + step));
    tiles.push(...grown.tiles);
    done = Math.min(leaves.length, done + step);
  }
  const roots = new Map(tiles.map(({ level, n, root }) => [`${level}/${n}`, root]));
  const hashAt = (level: number, index: number): Buffer =>
    (level === 0 ? leaves[index] : roots.get(`${level - 1}/${index}`)) ?? Buffer.alloc(32);
  const read: ReadTile = (level, n, width) =>
    Promise.resolve(Buffer.concat(Array.from({ length: width }, (_, index) => hashAt(level, n * TILE + index))));
  return { edge: grown.edge, root: grown.root, tiles, read };
}

test('the root is what the verifier computes from all leaves, however the tree grew', () => {
  const leaves = leavesOf(66_200);
  for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000, 65_536, 65_537]) {
    expect(build(leaves.slice(0, size)).root).toEqual(Buffer.from(rootToCheck(leaves.slice(0, size))));
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }), (steps) => {
      const size = steps.reduce((sum, step) => sum + step, 0);
      expect(build(leaves.slice(0, size), steps).root).toEqual(Buffer.from(rootToCheck(leaves.slice(0, size))));
    }),
    { numRuns: 15 },
  );
});

test('every tile is full, holds the hashes of its place and never changes', () => {
  const leaves = leavesOf(66_000);
  const { tiles, edge } = build(leaves);
  expect(tiles.filter(({ level }) => level === 0)).toHaveLength(257);
  expect(tiles.filter(({ level }) => level === 1).map(({ n }) => n)).toEqual([0]);
  for (const { level, n, hashes } of tiles.filter((tile) => tile.level === 0)) {
    expect(level).toBe(0);
    expect(hashesOf(hashes)).toEqual(leaves.slice(n * TILE, (n + 1) * TILE));
  }
  expect(edge.levels.map((level) => level.length)).toEqual([0, 1, 2].map((level) => openWidth(66_000, level)));
});

test('the proofs from tiles satisfy the verifier, for entries and for older trees', async () => {
  const leaves = leavesOf(66_200);
  const { read, root } = build(leaves);
  const size = leaves.length;
  await fc.assert(
    fc.asyncProperty(fc.nat(size - 1), async (index) => {
      const [path, leaf] = [await inclusionPath(read, index, size), leaves[index] ?? root];
      expect(verifyInclusion({ index, size, leaf, path, root })).toBe(true);
      const oldSize = index + 1;
      const oldRoot = rootToCheck(leaves.slice(0, oldSize));
      const proof = await consistencyPath(read, oldSize, size);
      expect(verifyConsistency({ oldSize, oldRoot, newSize: size, newRoot: root, path: proof })).toBe(true);
    }),
    { numRuns: 8 },
  );
});

test('every pair of sizes across the first tiles is proved', async () => {
  const leaves = leavesOf(300);
  const roots = Array.from({ length: 301 }, (_, size) => rootToCheck(leaves.slice(0, size)));
  for (const newSize of [1, 2, 7, 8, 257, 300]) {
    const { read } = build(leaves.slice(0, newSize));
    const newRoot = roots[newSize] ?? new Uint8Array();
    for (let oldSize = 1; oldSize <= newSize; oldSize += newSize < 20 ? 1 : 7) {
      const path = await consistencyPath(read, oldSize, newSize);
      const oldRoot = roots[oldSize] ?? new Uint8Array();
      expect(verifyConsistency({ oldSize, oldRoot, newSize, newRoot, path })).toBe(true);
      const index = oldSize - 1;
      const proof = await inclusionPath(read, index, newSize);
      const leaf = leaves[index] ?? newRoot;
      expect(verifyInclusion({ index, size: newSize, leaf, path: proof, root: newRoot })).toBe(true);
    }
  }
});

test('a proof stays short: at most 24 hashes at ten million entries', async () => {
  const read: ReadTile = (_level, _n, width) => Promise.resolve(Buffer.alloc(width * 32));
  for (const index of [0, 1, 4_999_999, 9_999_998, 9_999_999])
    expect((await inclusionPath(read, index, 10_000_000)).length).toBeLessThanOrEqual(24);
});
