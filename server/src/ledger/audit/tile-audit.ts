import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import type { Pins } from '../ledger.ts';
import { checksumOf } from '../leaf.ts';
import type { AuditReport } from './audit.ts';
import { type Difference, different } from './difference.ts';
import { checkOrigins, type EndedLog, inLog, isPinned, notPinned, pinsIn } from './generations.ts';
import { auditTileLog, type ReadLogFile, type TileLog, type TileTally } from './tile-log.ts';
import type { WitnessedHead } from './tree-check.ts';

export interface TileAuditPorts {
  readonly read: ReadLogFile;
  readonly trust: Trust;
  readonly witnessed: readonly WitnessedHead[];
}

/** One log as its files show it, before any of them is checked. */
interface FoundLog {
  readonly generation: number;
  readonly read: ReadLogFile;
  readonly note: string;
  readonly origin: string;
  /** The record of its first entry, where it follows another. */
  readonly beginning: Buffer | undefined;
  readonly pins: Pins | undefined;
}

/**
 * Recomputes all logs of a realm from their public files alone, one after the other: for monitors and auditors who have no access to the
 * database. That a log begins with where the one before it ended is told by the record of its first entry, which is public.
 */
export async function auditTiles({ read, trust, witnessed }: TileAuditPorts): Promise<AuditReport> {
  const tally = { entries: 0, checkpoints: 0, cosignatures: 0, tiles: 0, bytes: 0, waiting: 0 };
  const failed = (difference: Difference): AuditReport => ({ state: 'different', difference, tally });
  const logs = await findLogs(read, trust.policy.logs.length);
  if (logs === undefined)
    return failed(different('checkpoint', '最新日志没有检查点', 'the newest log has no checkpoint'));
  const strange = checkOrigins(logs, witnessed, trust.policy) ?? checkBefore(logs);
  if (strange !== undefined) return failed(strange);
  const ended: EndedLog[] = [];
  let root = '';
  for (const log of logs) {
    const pins = logs[log.generation]?.pins;
    const own = witnessed.filter(({ origin }) => origin === undefined || origin === log.origin);
    const found = await auditOne(log, pins, { trust, witnessed: own, tally });
    if ('place' in found) return failed(inLog(found, log.generation));
    if (log !== logs.at(-1)) ended.push({ origin: log.origin, size: found.size, lost: pins?.lost?.size ?? found.size });
    root = found.root.toString('base64');
  }
  return { state: 'whole', root, tally, ended };
}

/** One log with its two ends: that it begins with what its first file says, and ends where the next says. */
async function auditOne(
  log: FoundLog,
  pinned: Pins | undefined,
  checking: { readonly trust: Trust; readonly witnessed: readonly WitnessedHead[]; readonly tally: TileTally },
): Promise<TileLog | Difference> {
  const { origin, beginning } = log;
  const found = await auditTileLog({ ...log, ...checking, pinned });
  if ('place' in found) return found;
  if (beginning !== undefined && found.first?.subarray(0, 32).equals(checksumOf(beginning)) !== true)
    return different('entry 0', '叶子与首条记录不符', 'the leaf does not hold the checksum of the first record');
  if (pinned !== undefined && !isPinned(pinned, { origin, ...found })) return notPinned();
  return found;
}

/**
 * Every log lies under its number, the newest at the root as well, where everybody reads it; where there are no numbers the one at the root is
 * all there is. Whoever serves them may go on for ever: one more than the trust file names is more than enough. Undefined: nothing at the
 * root, or not the newest.
 */
async function findLogs(read: ReadLogFile, most: number): Promise<readonly FoundLog[] | undefined> {
  const found: FoundLog[] = [];
  for (let generation = 1; generation <= most + 1; generation += 1) {
    const log = await findLog((path) => read(`${generation}/${path}`), generation);
    if (log === undefined) break;
    found.push(log);
  }
  const [last, root] = [found.at(-1), await findLog(read, Math.max(1, found.length))];
  if (root === undefined || root.note === '' || (last !== undefined && last.origin !== root.origin)) return undefined;
  const all = [...found.slice(0, -1), root];
  // A log that never said anything of itself is named by the one after it.
  return all.map((log, nth) => (log.note === '' ? { ...log, origin: all[nth + 1]?.pins?.origin ?? '' } : log));
}

async function findLog(read: ReadLogFile, generation: number): Promise<FoundLog | undefined> {
  const [note, beginning] = [await textAt(read, 'checkpoint'), await read('beginning')];
  if (note === '' && beginning === undefined) return undefined;
  const pins = beginning === undefined ? undefined : pinsIn(beginning.toString('utf8'));
  return { generation, read, note, origin: originIn(note) ?? '', beginning, pins };
}

async function textAt(read: ReadLogFile, path: string): Promise<string> {
  return (await read(path))?.toString('utf8') ?? '';
}

function originIn(note: string): string | undefined {
  return readCheckpoint(note)?.checkpoint.origin;
}

/** Whether each log but the first says where the one before it ended, as soon as it says anything. */
function checkBefore(logs: readonly FoundLog[]): Difference | undefined {
  for (const [nth, { generation, note, beginning, pins }] of logs.entries()) {
    if (nth === 0 && (pins?.size ?? 0) > 0)
      return different('log 0', '本日志之前的日志缺失', 'the log before this one is missing');
    const hasEntries = (readCheckpoint(note)?.checkpoint.size ?? 0) > 0;
    if (nth > 0 && pins === undefined && (hasEntries || beginning !== undefined))
      return inLog(notPinned(), generation - 1);
  }
  return undefined;
}
