import { hashesOf, nodeHash, openWidth, rootOf, TILE } from './merkle.ts';

/** Reads the hashes of a tile as it was in a tree of some size; a full tile is the same in all later ones. */
export type ReadTile = (level: number, n: number, width: number) => Promise<Buffer>;

/** A range of leaves, from `from` up to but without `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** RFC 6962 §2.1.1: the path that proves the entry at `index` in the tree of `size` entries. */
export async function inclusionPath(read: ReadTile, index: number, size: number): Promise<readonly Buffer[]> {
  const path: Buffer[] = [];
  let { from, to }: Range = { from: 0, to: size };
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    // The sibling on the way down; the path is told from the leaf up.
    if (index < middle) {
      path.unshift(await rangeHash(read, { from: middle, to }, size));
      to = middle;
    } else {
      path.unshift(await rangeHash(read, { from, to: middle }, size));
      from = middle;
    }
  }
  return path;
}

/** RFC 6962 §2.1.2: the path that proves the tree of `oldSize` entries to be the beginning of the one of `newSize`. */
export async function consistencyPath(read: ReadTile, oldSize: number, newSize: number): Promise<readonly Buffer[]> {
  if (oldSize === 0 || oldSize === newSize) return [];
  const path: Buffer[] = [];
  let { from, to }: Range = { from: 0, to: newSize };
  // Whether what is left of the old tree is a whole subtree whose root the reader knows.
  let isKnown = true;
  while (oldSize !== to) {
    const middle = from + splitOf(to - from);
    if (oldSize <= middle) {
      path.unshift(await rangeHash(read, { from: middle, to }, newSize));
      to = middle;
    } else {
      path.unshift(await rangeHash(read, { from, to: middle }, newSize));
      from = middle;
      isKnown = false;
    }
  }
  return isKnown ? path : [await rangeHash(read, { from, to }, newSize), ...path];
}

/** The root over a range that begins at a multiple of a power of two not smaller than its length. */
async function rangeHash(read: ReadTile, { from, to }: Range, size: number): Promise<Buffer> {
  const length = to - from;
  const isPerfect = 2 ** Math.floor(Math.log2(length)) === length;
  if (isPerfect) return perfectHash(read, from, length, size);
  const middle = from + splitOf(length);
  return nodeHash(await rangeHash(read, { from, to: middle }, size), await rangeHash(read, { from: middle, to }, size));
}

/** The root of a perfect subtree: some neighbouring hashes of one tile. */
async function perfectHash(read: ReadTile, from: number, length: number, size: number): Promise<Buffer> {
  const level = Math.floor(Math.log2(length) / Math.log2(TILE));
  const unit = TILE ** level;
  const first = from / unit;
  const n = Math.floor(first / TILE);
  const isFull = (n + 1) * TILE * unit <= size;
  const tile = hashesOf(await read(level, n, isFull ? TILE : openWidth(size, level)));
  return rootOf(tile.slice(first % TILE, (first % TILE) + length / unit));
}

/** The largest power of two smaller than `length`. */
function splitOf(length: number): number {
  return 2 ** Math.ceil(Math.log2(length) - 1);
}
