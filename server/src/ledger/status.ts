import type { Text } from '../kernel/refusal.ts';
import { errorCode } from '../kernel/start-fault.ts';
import { findBacklog } from './generation/store.ts';
import { logOf, type Sequencer } from './sequencer.ts';
import type { Standing } from './standing.ts';
import type { LedgerPorts } from './actions.ts';
import { newestWitnessed, type Witnessing, type WitnessState } from './witnessing.ts';
import { findCheckpoint } from './witnessed/store.ts';

/** Why the last turn of the log failed, and since when turns fail. */
export interface LogTrouble {
  readonly alarm: 'disk-full' | 'database-away' | 'log-failing';
  readonly since: string;
  /** What was thrown, for whoever runs the platform. */
  readonly fault: string;
}

/** How the log stands at one moment. */
export interface LogStatus {
  readonly origin: string;
  readonly generation: number;
  /** Entries under the newest checkpoint. */
  readonly size: number;
  readonly signedAt?: string;
  /** Entries under the newest checkpoint that the quorum has witnessed. */
  readonly witnessed: number;
  /** Since when there have been checkpoints that the quorum has not witnessed. */
  readonly lateSince?: string;
  /** Acts that have no place in the log yet; counted up to ten thousand. */
  readonly waiting: number;
  /** When the first of them was done. */
  readonly waitingSince?: string;
  readonly standing: Standing;
  readonly hasWitnesses: boolean;
  readonly witnesses: readonly WitnessState[];
  readonly alarms: readonly Alarm[];
}

/** Something that somebody must look at today. */
export interface Alarm {
  readonly code: AlarmCode;
  readonly since: string;
  /** Whom or what it is about: witness, sizes, fault. */
  readonly about: string;
}

/** What is late by more than this is an alarm: a witness is asked again every half second. */
const LATE_MS = 600_000;

export const alarmTexts = {
  'log-behind-witnesses': {
    zh: '见证机构所知多于数据库：数据库曾被恢复到较早的状态。日志停止签发检查点；业务照常办理，存证待续。请按“恢复备份”一节另起新日志。',
    en: 'Witnesses know more than the database: it was set back. The log signs nothing new; acts go on and wait for their place in it. Begin a new log as the chapter on restoring says.',
  },
  'log-forked': {
    zh: '见证机构持有本日志签名、而本日志从未说过的检查点：可能另有一处在用同一密钥。日志停止签发检查点。请查明后另起新日志。',
    en: 'A witness holds a checkpoint under this log’s signature that this log never said: another may be using its key. The log signs nothing new. Find out where it came from, then begin a new log.',
  },
  'log-ended': {
    zh: '新日志已经开始，本程序仍在使用旧日志。请重新启动本程序。',
    en: 'A new log has begun, and this program still has the old one. Start the program again.',
  },
  'witnesses-unheard': {
    zh: '启动后尚未听到足够的见证机构，无法确认日志没有落后，故暂不签发检查点。业务照常办理。',
    en: 'Too few witnesses have been heard since the start to know that the log is not behind; it signs nothing new until then. Acts go on.',
  },
  'quorum-late': {
    zh: '最新检查点尚未得到法定数的见证。业务照常办理，证据包在见证之前不能认定。',
    en: 'The newest checkpoint has not been witnessed by the quorum. Acts go on; evidence bundles stay undecided until it is.',
  },
  'witness-late': {
    zh: '一家见证机构没有跟上。请联系该机构。',
    en: 'A witness does not keep up. Ask whoever runs it.',
  },
  'witness-refused': {
    zh: '一家见证机构的应答不能采信（签名不对、条数不对或者内容不可读）。请联系该机构。',
    en: 'The answer of a witness cannot be believed (a wrong signature, a wrong size, or garbage). Ask whoever runs it.',
  },
  'clock-differs': {
    zh: '一家见证机构的时钟与本机相差五分钟以上。顺序不受影响，但证据中的时间以见证机构为准，请双方校时。',
    en: 'The clock of a witness and ours differ by more than five minutes. Order is not affected, but the times in evidence are the witness’s: set the clocks.',
  },
  'disk-full': {
    zh: '数据库所在磁盘已满，日志无法增加条目。请清出空间；已应答的行为不会丢失，清出后自动继续。',
    en: 'The disk of the database is full, and the log cannot grow. Make room; nothing that was answered is lost, and it goes on by itself.',
  },
  'database-away': {
    zh: '日志无法连接数据库。恢复连接后自动继续。',
    en: 'The log cannot reach the database. It goes on by itself when the connection is back.',
  },
  'log-failing': {
    zh: '日志未能增加条目，原因见附注。业务照常办理，存证待续。',
    en: 'The log could not grow, for the reason given. Acts go on and wait for their place in it.',
  },
  'acts-wait': {
    zh: '有行为等待进入日志已久。',
    en: 'Acts have been waiting long for their place in the log.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type AlarmCode = keyof typeof alarmTexts;

/** Says plainly what went wrong: 53100 is PostgreSQL’s full disk; 57P and 08 are a server that went away (PostgreSQL, appendix A). */
export function troubleOf(error: unknown, since: string): LogTrouble {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  // What a database says may quote what somebody wrote; its code says enough.
  const fault = code === '' ? message : code;
  const isAway =
    /^(57P|08|ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(code) || /connection|terminated|timeout exceeded/i.test(message);
  return {
    alarm: ['53100', 'ENOSPC'].includes(code) ? 'disk-full' : isAway ? 'database-away' : 'log-failing',
    since,
    fault,
  };
}

export interface StatusPorts {
  readonly ports: LedgerPorts;
  readonly sequencer: Sequencer;
  readonly witnessing: Witnessing;
  readonly trouble: LogTrouble | undefined;
}

/** How the log stands now. Reads the database, so that every process of the platform says the same of quorum and backlog. */
export async function statusOf({ ports, sequencer, witnessing, trouble }: StatusPorts): Promise<LogStatus> {
  const { pool, policy, keys, clock } = ports;
  const log = logOf(ports);
  const newest = await findCheckpoint(pool, log);
  const witnessed = await newestWitnessed(pool, log, policy);
  const { waiting, waitingSince, unwitnessedSince } = await findBacklog(pool, log, witnessed?.size ?? 0);
  const status = {
    origin: keys.origin,
    generation: log.generation,
    size: newest?.size ?? 0,
    ...(newest === undefined ? {} : { signedAt: newest.signedAt }),
    witnessed: witnessed?.size ?? 0,
    ...(unwitnessedSince === null ? {} : { lateSince: unwitnessedSince }),
    waiting,
    ...(waitingSince === null ? {} : { waitingSince }),
    standing: witnessing.standing(),
    hasWitnesses: policy.witnesses.length > 0,
    witnesses: witnessing.states(),
  };
  return { ...status, alarms: alarmsOf(status, { isEnded: sequencer.isEnded(), trouble, now: clock.now() }) };
}

interface Beside {
  readonly isEnded: boolean;
  readonly trouble: LogTrouble | undefined;
  readonly now: string;
}

/** What of a state is an alarm. */
export function alarmsOf(status: Omit<LogStatus, 'alarms'>, { isEnded, trouble, now }: Beside): readonly Alarm[] {
  const isOld = (since: string): boolean => Date.parse(now) - Date.parse(since) >= LATE_MS;
  const alarms = [
    ...standingAlarms(status.standing),
    ...status.witnesses.flatMap((one) => witnessAlarms(one, now, isOld)),
  ];
  if (isEnded) alarms.push({ code: 'log-ended', since: now, about: status.origin });
  if (trouble !== undefined) alarms.push({ code: trouble.alarm, since: trouble.since, about: trouble.fault });
  if (status.lateSince !== undefined && isOld(status.lateSince))
    alarms.push({ code: 'quorum-late', since: status.lateSince, about: `${status.witnessed} / ${status.size}` });
  if (status.waitingSince !== undefined && isOld(status.waitingSince))
    alarms.push({ code: 'acts-wait', since: status.waitingSince, about: String(status.waiting) });
  return alarms;
}

function standingAlarms(standing: Standing): Alarm[] {
  switch (standing.state) {
    case 'agrees':
      return [];
    case 'open':
      // Before anybody was asked there is nothing to tell.
      return standing.unheard.length === 0
        ? []
        : [{ code: 'witnesses-unheard', since: standing.since, about: standing.unheard.join(', ') }];
    case 'behind':
      return [
        {
          code: 'log-behind-witnesses',
          since: standing.since,
          about: `${standing.witness}: ${standing.known} > ${standing.size}`,
        },
      ];
    case 'forked':
      return [{ code: 'log-forked', since: standing.since, about: `${standing.witness}: ${standing.size}` }];
    default:
      return standing satisfies never;
  }
}

function witnessAlarms(
  { name, last, reason, lateSince, clockOffBy }: WitnessState,
  now: string,
  isOld: (at: string) => boolean,
): Alarm[] {
  const alarms: Alarm[] = [];
  if (last === 'refused')
    alarms.push({ code: 'witness-refused', since: lateSince ?? now, about: `${name}: ${reason ?? ''}` });
  else if (lateSince !== undefined && isOld(lateSince))
    alarms.push({ code: 'witness-late', since: lateSince, about: name });
  if (clockOffBy !== undefined) alarms.push({ code: 'clock-differs', since: now, about: `${name}: ${clockOffBy} s` });
  return alarms;
}
