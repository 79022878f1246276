import { makeQuorum, type Policy } from '@liangqian/verify/policy.ts';
import { toBase64 } from '@liangqian/verify/bytes.ts';
import { type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed, Step } from '../journal/journal.ts';
import type { JournalRefusalCode } from '../journal/refusals.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { logVerifierKeys } from './checkpoint.ts';
import { beginLog, type KnownLog, listLogs } from './generation/store.ts';
import { emptyRoot, LOG_BEGUN, LogBegun, type LogKeys, logStream, type Pins } from './ledger.ts';
import { type LedgerRefusalCode, ledgerRefusals } from './refusals.ts';
import { findHead } from './store.ts';
import { headKnownTo } from './witness-client.ts';
import { wholeNote } from './witnessing.ts';
import { findCheckpoint } from './witnessed/store.ts';

/** How many logs after the first the realm has begun. */
const begin: Step<LogBegun, number, undefined, LedgerRefusalCode> = {
  name: 'beginLog',
  view: (events) => events.filter(({ type }) => type === LOG_BEGUN).length,
  decide(count, command) {
    if (command.generation !== count + 2) return refuse(ledgerRefusals, 'log-begun', { generations: count + 1 });
    return { events: [{ type: LOG_BEGUN, data: LogBegun.parse(command) }] };
  },
};

export interface NewLog {
  readonly journal: Journal;
  readonly realm: string;
  /** The witnesses that are asked what they know of the old log. */
  readonly policy: Policy;
  /** Opens the keys of a generation, and makes them where there are none. */
  readonly keysOf: (generation: number) => LogKeys;
  readonly actor: Actor;
  readonly at: Instant;
  readonly reason: string;
  /** Begin a new log although no witness knows more than the old one has. */
  readonly evenIfWhole: boolean;
}

export interface BegunLog {
  readonly performed: Performed;
  readonly generation: number;
  readonly origin: string;
  readonly pins: Pins;
}

/**
 * Begins a new log of the realm, whose first entry says where the old one stands now and what witnesses have seen beyond. The old log is
 * closed first, so that the pinned end is its end. Ended halfway and done again, it goes on where it was.
 */
export async function beginNewLog(asked: NewLog): Promise<BegunLog | Refusal<LedgerRefusalCode | JournalRefusalCode>> {
  const { journal, realm, at } = asked;
  const logs = await listLogs(journal.pool, realm);
  const { events } = await journal.read({ realm, stream: logStream(realm), requestId: '' });
  // One that was closed and has no successor's act yet: the last attempt was cut off.
  const generation = events.length + 2;
  const old = logs.find((one) => one.generation === generation - 1);
  if (old === undefined) throw new Error(`the log ${generation - 1} of ${realm} was never opened by this program`);
  // A log whose own beginning waits for its place would be followed by one that has it out of order.
  const oldHead = await findHead(journal.pool, { realm, generation: old.generation });
  if (old.generation > 1 && (oldHead?.size ?? 0) === 0)
    return refuse(ledgerRefusals, 'log-begun', { generations: old.generation });
  const lost = await lostBeyond(asked, old);
  if (isRefusal(lost)) return lost;
  if (lost === undefined && !asked.evenIfWhole) return refuse(ledgerRefusals, 'log-whole');
  const keys = asked.keysOf(generation);
  await beginLog(journal.pool, realm, { generation, ...publicKeysOf(keys), at });
  const head = await findHead(journal.pool, { realm, generation: generation - 1 });
  const said = await findCheckpoint(journal.pool, { realm, generation: generation - 1 });
  const pins: Pins = {
    origin: old.origin,
    size: head?.size ?? 0,
    root: toBase64(head?.root ?? emptyRoot()),
    ...(lost === undefined ? {} : { lost }),
  };
  const command = {
    generation,
    origin: keys.origin,
    pins,
    note: said === undefined ? '' : wholeNote(said),
    reason: asked.reason,
  };
  const performed = await perform(journal, begin, {
    realm,
    stream: logStream(realm),
    actor: asked.actor,
    requestId: `log/${realm}/${generation}`,
    at,
    command,
    facts: () => undefined,
  });
  return isRefusal(performed) ? performed : { performed, generation, origin: keys.origin, pins };
}

/**
 * The largest head that a witness shows beyond what the database has, signed by the old log itself. What is pinned is pinned for ever:
 * those who do not answer must be too few to have witnessed anything by themselves.
 */
async function lostBeyond(
  { journal, realm, policy }: NewLog,
  old: KnownLog,
): Promise<Pins['lost'] | Refusal<LedgerRefusalCode>> {
  const own = (await findHead(journal.pool, { realm, generation: old.generation }))?.size ?? 0;
  const [logKey] = logVerifierKeys(old);
  const heads = await Promise.all(policy.witnesses.map((witness) => headKnownTo(witness, logKey)));
  const unheard = policy.witnesses.flatMap(({ name }, nth) => (heads[nth] === undefined ? [name] : []));
  if (policy.quorum !== 'none' && makeQuorum(policy, unheard))
    return refuse(ledgerRefusals, 'log-unheard', { unheard });
  const beyond = heads.flatMap((head) => (head !== undefined && head.size > own ? [head] : []));
  const largest = beyond.toSorted((one, other) => other.size - one.size)[0];
  return largest === undefined ? undefined : { size: largest.size, root: toBase64(largest.root) };
}

/** What everybody may know of the keys of a log. */
export function publicKeysOf({ origin, logKey, submitKey, sm2Key }: LogKeys): Omit<KnownLog, 'generation'> {
  return { origin, logKey: Buffer.from(logKey), submitKey: Buffer.from(submitKey), sm2Key: Buffer.from(sm2Key) };
}
