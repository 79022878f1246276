import type { Policy } from '@liangqian/verify/policy.ts';
import { LogRecord, type Pins } from '../ledger.ts';
import { type Difference, different } from './difference.ts';
import type { LogSource } from './source.ts';
import type { WitnessedHead } from './tree-check.ts';

/** A log that has ended, and how far it had come before anything of it was lost. */
export interface EndedLog {
  readonly origin: string;
  readonly size: number;
  /** What witnesses had seen of it; more than `size` when its end was lost. */
  readonly lost: number;
}

/** Whether the logs follow each other without a gap, each under a key of the trust, and no witness knows of another. */
export function checkOrigins(
  logs: readonly { readonly generation: number; readonly origin: string }[],
  witnessed: readonly WitnessedHead[],
  policy: Policy,
): Difference | undefined {
  for (const [nth, { generation, origin }] of logs.entries()) {
    if (generation !== nth + 1) return different(`log ${nth + 1}`, '日志缺失', 'the log is missing');
    if (!policy.logs.some(({ name }) => name === origin))
      return different(`log ${generation}`, '信任文件没有这个日志', 'the trust file does not name this log');
    if (logs.findIndex((log) => log.origin === origin) !== nth)
      return different(`log ${generation}`, '同一日志出现两次', 'the log is there already under another number');
  }
  if (logs.length === 0) return undefined;
  const unknown = witnessed.find(
    (head) => head.size > 0 && head.origin !== undefined && !logs.some(({ origin }) => origin === head.origin),
  );
  return unknown === undefined
    ? undefined
    : different(
        `log ${unknown.origin}`,
        `见证机构 ${unknown.witness} 见过的日志已缺失`,
        `the log that ${unknown.witness} has witnessed is missing`,
      );
}

/** What the first entry of the next log says of the end of this one, when that is what this one comes to. */
export async function pinnedBy(
  next: LogSource | undefined,
  end: { readonly origin: string; readonly size: number; readonly root: Buffer },
): Promise<{ readonly lost: Pins['lost'] } | { readonly difference: Difference }> {
  const [first] = next === undefined ? [] : await next.entries(-1);
  // The newest log; or its successor has been begun and has no entry yet, so nothing is said of any loss.
  if (first === undefined) return { lost: undefined };
  const pins = pinsIn(first.record);
  return pins !== undefined && isPinned(pins, end) ? { lost: pins.lost } : { difference: notPinned() };
}

/** Whether a log ended where the one after it says. */
export function isPinned(
  pins: Pins,
  end: { readonly origin: string; readonly size: number; readonly root: Buffer },
): boolean {
  return pins.origin === end.origin && pins.size === end.size && pins.root === end.root.toString('base64');
}

export function notPinned(): Difference {
  return different(
    'end',
    '下一日志的首条未记载本日志的末尾，或记载不符',
    'the first entry of the next log does not say where this one ended',
  );
}

/** In the first log places stand alone, as they always have. */
export function inLog(difference: Difference, generation: number): Difference {
  return generation === 1 ? difference : { ...difference, place: `log ${generation} ${difference.place}` };
}

/** The head of a witness that is larger than a log of `size` entries; what the next log says was lost is no surprise. */
export function beyondEnd(
  witnessed: readonly WitnessedHead[],
  size: number,
  lost: Pins['lost'],
): WitnessedHead | undefined {
  const isTold = (one: WitnessedHead): boolean =>
    lost !== undefined &&
    (one.size < lost.size || (one.size === lost.size && lost.root === Buffer.from(one.root).toString('base64')));
  return witnessed.find((one) => one.size > size && !isTold(one));
}

/** The record itself is recomputed from its act when its own log is walked. */
export function pinsIn(record: string): Pins | undefined {
  try {
    return LogRecord.safeParse(JSON.parse(record)).data?.pins;
  } catch {
    return undefined;
  }
}
