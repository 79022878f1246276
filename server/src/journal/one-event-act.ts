import { actRecordOf, sealAct } from './act-record.ts';
import type { Recorded } from './journal.ts';

/** The stream after an act of one event, chained as the journal chains it. */
export function afterOne(
  events: readonly Recorded[],
  event: Omit<Recorded, 'realm' | 'seq' | 'hash'>,
): readonly Recorded[] {
  const record = { ...event, realm: '110198', seq: events.length + 1 };
  const { hash } = sealAct(actRecordOf([{ ...record, hash: '' }], events.at(-1)?.hash ?? ''));
  return [...events, { ...record, hash }];
}
