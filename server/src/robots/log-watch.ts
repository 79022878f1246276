import type { Log } from '../kernel/log.ts';
import { dateInChina } from '../kernel/time.ts';
import { alarmTexts, type Ledger } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';

/** On which day each alarm of a log was told last. */
const told = new WeakMap<Ledger, Map<string, string>>();

/**
 * Looks at the log and raises what somebody must see to: one line in the program’s log with the code of the alarm when it begins and on
 * every day that it lasts, and one when it is over. The page of the log’s state shows the same. Returns how many were raised.
 */
export async function watchLog({ ledger, clock }: Pick<Platform, 'ledger' | 'clock'>, log: Log): Promise<number> {
  const { alarms } = await ledger.status();
  const known = told.get(ledger) ?? new Map<string, string>();
  told.set(ledger, known);
  const today = dateInChina(clock.now());
  let raised = 0;
  for (const { code, since, about } of alarms) {
    const key = `${code} ${about}`;
    if (known.get(key) === today) continue;
    known.set(key, today);
    raised += 1;
    log.error({ alarm: code, since, about }, alarmTexts[code].en);
  }
  const standing = new Set(alarms.map(({ code, about }) => `${code} ${about}`));
  for (const key of known.keys()) {
    if (standing.has(key)) continue;
    known.delete(key);
    log.info({ alarmOver: key }, 'an alarm about the log is over');
  }
  return raised;
}
