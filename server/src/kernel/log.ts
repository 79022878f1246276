import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Members that hold personal data or secrets wherever they stand; the journal, not the log, is evidence. */
const PRIVATE = [
  'name',
  'idNumber',
  'phone',
  'address',
  'email',
  'password',
  'token',
  'cookie',
  'authorization',
  'secret',
  'pin',
];

/** One JSON line per event on stdout, without personal data. */
export function openLog(level: Config['LOG_LEVEL'], destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PRIVATE.flatMap((member) => [member, `*.${member}`, `*.*.${member}`]), censor: '…' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
