import { sha256 } from '../kernel/digest.ts';

/**
 * The Merkle tree of RFC 6962 §2.1 from the side of whoever builds it: tiles of 256 hashes (C2SP tlog-tiles), of which only
 * those at the right edge are not full. The checking side is the package `verify`, which shares no line with this.
 */

export const TILE = 256;
const HASH_BYTES = 32;
/** A leaf of Sigsum; others are hashed as well. */
const LEAF_BYTES = 128;
/** What is hashed, put together in one place: a tree has two such hashes for every entry. */
const leafInput = Buffer.alloc(1 + LEAF_BYTES, 0);
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** A full tile, ready to be kept for ever. */
export interface Tile {
  readonly level: number;
  /** Its place within the level. */
  readonly n: number;
  readonly root: Buffer;
  readonly hashes: Buffer;
}

/** The tree as far as it must be known to grow: at each level the hashes of the tile that is not yet full. */
export interface Edge {
  readonly size: number;
  readonly levels: readonly (readonly Buffer[])[];
}

export interface Grown {
  readonly edge: Edge;
  readonly root: Buffer;
  readonly tiles: readonly Tile[];
}

export const emptyEdge: Edge = { size: 0, levels: [] };

export function leafHash(entry: Uint8Array): Buffer {
  if (entry.length !== LEAF_BYTES) return sha256(Buffer.concat([Buffer.of(0), entry]));
  leafInput.set(entry, 1);
  return sha256(leafInput);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return sha256(nodeInput);
}

/** The root over no entry: the hash of nothing. */
export function emptyRoot(): Buffer {
  return sha256(Buffer.alloc(0));
}

/** Adds leaves in their order; says the new root and which tiles became full. */
export function grow(edge: Edge, leaves: readonly Buffer[]): Grown {
  const levels = edge.levels.map((level) => [...level]);
  const tiles: Tile[] = [];
  let size = edge.size;
  for (const leaf of leaves) {
    size += 1;
    let carried: Buffer | undefined = leaf;
    for (let level = 0; carried !== undefined; level += 1) {
      const open: Buffer[] = levels[level] ?? (levels[level] = []);
      open.push(carried);
      carried = undefined;
      if (open.length === TILE) {
        const n = Math.floor(size / TILE ** (level + 1)) - 1;
        carried = rootOf(open);
        tiles.push({ level, n, root: carried, hashes: Buffer.concat(open) });
        levels[level] = [];
      }
    }
  }
  const grown = { size, levels };
  return { edge: grown, root: rootOfEdge(grown), tiles };
}

/** What is not full at a level stands, as one hash, to the right of what is full there. */
export function rootOfEdge({ levels }: Edge): Buffer {
  let below: Buffer | undefined;
  for (const level of levels) {
    const list = below === undefined ? level : [...level, below];
    below = list.length === 0 ? below : rootOf(list);
  }
  return below ?? emptyRoot();
}

/** The root over hashes that stand for full trees of one size, of which the last may be smaller. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? emptyRoot();
}

/** How many hashes of a level lie in the tile that is not full, in a tree of `size` entries. */
export function openWidth(size: number, level: number): number {
  return Math.floor(size / TILE ** level) % TILE;
}

/** The hashes of a tile one by one. */
export function hashesOf(tile: Buffer): readonly Buffer[] {
  return Array.from({ length: tile.length / HASH_BYTES }, (_, index) =>
    tile.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}
