import type { Pool } from 'pg';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { findLastStream } from '../journal/store.ts';

/** 办件编号: implementation code (31), date (8), serial (4). Drawn here, made unique by the journal itself. */
export interface CaseNumbers {
  /** Reserves the next free number of the item for the day; `retry` looks again at what other processes took. */
  readonly reserve: (implCode: string, at: Instant, retry: boolean) => Promise<string | undefined>;
  /** Gives back a number that was not used, so that refused applications leave no holes. */
  readonly release: (caseNo: string) => void;
}

const LAST_SERIAL = 9999;
const SERIAL_DIGITS = 4;

/** Draws case numbers; the counters are a cache, the journal's stream names are the truth. */
export function openCaseNumbers(pool: Pool, realm: string): CaseNumbers {
  const last = new Map<string, number>();
  const free = new Map<string, string[]>();

  async function load(prefix: string): Promise<void> {
    const stream = await findLastStream(pool, realm, `case/${prefix}`);
    const serial = stream === undefined ? 0 : Number(stream.slice(-SERIAL_DIGITS));
    last.set(prefix, Math.max(serial, last.get(prefix) ?? 0));
  }

  return {
    async reserve(implCode, at, retry) {
      const prefix = `${implCode}${dateInChina(at).replaceAll('-', '')}`;
      if (retry || !last.has(prefix)) await load(prefix);
      const reused = retry ? undefined : free.get(prefix)?.pop();
      if (reused !== undefined) return reused;
      const serial = (last.get(prefix) ?? 0) + 1;
      if (serial > LAST_SERIAL) return undefined;
      last.set(prefix, serial);
      return `${prefix}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
    },
    release(caseNo) {
      const prefix = caseNo.slice(0, -SERIAL_DIGITS);
      free.set(prefix, [...(free.get(prefix) ?? []), caseNo]);
    },
  };
}
