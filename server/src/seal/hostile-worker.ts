import { readFileSync } from 'node:fs';
import { type Inspection, inspect } from '@liangqian/verify/inspect.ts';
import { NO_TRUST } from '@liangqian/verify/trust-file.ts';

/** Checks the one file that it is given in a process of its own, and says what it was told and how much memory that took. */
const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const before = process.resourceUsage().maxRSS;
const { result, checks }: Inspection = inspect(bytes, {
  documents: NO_TRUST,
  log: undefined,
  at: '2025-03-03T00:00:00.000Z',
});
const reason = checks.find(({ state }) => state !== 'true')?.en ?? '';
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ result, reason, megabytes: (maxRSS - before) / 1024 }));
