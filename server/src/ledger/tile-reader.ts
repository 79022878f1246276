import type { Pool } from 'pg';
import type { LogId } from './ledger.ts';
import { leafHash, TILE } from './merkle.ts';
import { findTile, listLeaves, listTileRoots } from './store.ts';
import type { ReadTile } from './tile-proof.ts';

/** Reads tiles from the database. What is not full is put together from entries, or from the tiles below. */
export function tileReader(pool: Pool, log: LogId): ReadTile {
  return (level, n, width) => logTile(pool, log, { level, n, width });
}

interface TileWanted {
  readonly level: number;
  readonly n: number;
  /** How many of its hashes; 256 for a full tile. */
  readonly width: number;
}

/** The hashes of one tile. A tile that the tree does not hold is a fault: look first how far the tree goes. */
export async function logTile(pool: Pool, log: LogId, wanted: TileWanted): Promise<Buffer> {
  const { level, n, width } = wanted;
  const tile = width === TILE ? await findTile(pool, log, level, n) : await openTile(pool, log, wanted);
  if (tile?.length !== width * 32) throw new Error(`the log has no tile ${level}/${n} of ${width}`);
  return tile;
}

async function openTile(pool: Pool, log: LogId, { level, n, width }: TileWanted): Promise<Buffer> {
  const from = n * TILE;
  const range = { from, to: from + width };
  if (level > 0) return Buffer.concat(await listTileRoots(pool, log, level - 1, range));
  return Buffer.concat((await listLeaves(pool, log, range.from, range.to)).map(leafHash));
}
