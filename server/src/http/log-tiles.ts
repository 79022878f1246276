import type { FastifyInstance, FastifyReply } from 'fastify';
import { findBegunRecord, findCheckpoint, findHead, listLeaves, logTile, wholeNote } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';

const TILE = 256;
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The log for monitors and auditors (C2SP tlog-tiles): plain files under `/log`, for anybody. A full tile never changes and may be
 * kept by every cache on the way; the checkpoint says how far the log has come.
 */
export function serveLog(app: FastifyInstance, { ledger }: Pick<Platform, 'ledger'>): void {
  const { pool, realm, generation: current = 1 } = ledger.ports;
  // The newest log lies at the root; each one, ended ones too, lies under its number as well.
  for (const prefix of ['/log', '/log/:generation']) {
    app.get<{ Params: { generation?: string } }>(`${prefix}/checkpoint`, async (request, reply) => {
      const generation = generationOf(request.params.generation, current);
      const said = generation === undefined ? undefined : await findCheckpoint(pool, { realm, generation });
      if (said === undefined) return nothing(reply);
      return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(wholeNote(said));
    });
    // Which log a log follows, and where that one ended: names, sizes and roots, about nobody.
    app.get<{ Params: { generation?: string } }>(`${prefix}/beginning`, async (request, reply) => {
      const generation = generationOf(request.params.generation, current);
      const record = generation === undefined ? undefined : await findBegunRecord(pool, { realm, generation });
      if (record === undefined) return nothing(reply);
      const kept = request.params.generation === undefined ? 'no-cache' : FOR_EVER;
      return reply.type('application/json; charset=utf-8').header('cache-control', kept).send(record);
    });
    app.get<{ Params: { generation?: string; '*': string } }>(`${prefix}/tile/*`, async (request, reply) => {
      const asked = readTilePath(request.params['*']);
      const generation = generationOf(request.params.generation, current);
      const log = { realm, generation: generation ?? 0 };
      const head = await findHead(pool, log);
      if (asked === undefined || head === undefined || !isThere(asked, head.size)) return nothing(reply);
      const { level, n, width } = asked;
      const from = n * TILE;
      const bytes =
        level === 'entries'
          ? entryBundle(await listLeaves(pool, log, from, from + width))
          : await logTile(pool, log, { level, n, width });
      return reply.type('application/octet-stream').header('cache-control', FOR_EVER).send(bytes);
    });
  }
}

function generationOf(text: string | undefined, current: number): number | undefined {
  if (text === undefined) return current;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

interface AskedTile {
  readonly level: number | 'entries';
  readonly n: number;
  readonly width: number;
}

/** `<level>/<n>[.p/<width>]`, the place in groups of three digits: `x001/x234/067`. */
export function readTilePath(path: string): AskedTile | undefined {
  const [, level = '', groups = '', width] =
    /^(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (groups === '' || groups.startsWith('x000/') || Number(width ?? 1) >= TILE) return undefined;
  const n = Number(groups.replace(/[x/]/g, ''));
  return { level: level === 'entries' ? level : Number(level), n, width: width === undefined ? TILE : Number(width) };
}

/** Only what the tree holds: a tile wider than it is would be put together from what is not there. */
function isThere({ level, n, width }: AskedTile, size: number): boolean {
  const unit = TILE ** (level === 'entries' ? 0 : level);
  return (n * TILE + width) * unit <= size;
}

/** Entries one after the other, each with its length in two bytes. */
function entryBundle(leaves: readonly Buffer[]): Buffer {
  return Buffer.concat(leaves.flatMap((leaf) => [Buffer.from([leaf.length >> 8, leaf.length & 255]), leaf]));
}

function nothing(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send('not in the log\n');
}
