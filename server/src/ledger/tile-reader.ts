import type { Pool } from 'pg';
import { leafHash, TILE } from './merkle.ts';
import { findTile, listLeaves, listTileRoots } from './store.ts';
import type { ReadTile } from './tile-proof.ts';

/** Reads tiles from the database. What is not full is put together from entries, or from the tiles below. */
export function tileReader(pool: Pool, realm: string): ReadTile {
  return async (level, n, width) => {
    const tile =
      width === TILE ? await findTile(pool, realm, level, n) : await openTile(pool, realm, { level, n, width });
    if (tile?.length !== width * 32) throw new Error(`the log has no tile ${level}/${n} of ${width}`);
    return tile;
  };
}

async function openTile(
  pool: Pool,
  realm: string,
  { level, n, width }: { readonly level: number; readonly n: number; readonly width: number },
): Promise<Buffer> {
  const from = n * TILE;
  const range = { from, to: from + width };
  if (level > 0) return Buffer.concat(await listTileRoots(pool, realm, level - 1, range));
  return Buffer.concat((await listLeaves(pool, realm, range.from, range.to)).map(leafHash));
}
