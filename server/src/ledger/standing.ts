import { type Policy, makeQuorum, type Witness } from '@liangqian/verify/policy.ts';
import type { VerifierKey } from '@liangqian/verify/note.ts';
import type { Pool } from 'pg';
import type { Clock } from '../kernel/time.ts';
import { findRootSaid } from './generation/store.ts';
import type { LogId } from './ledger.ts';
import { askWitness, headShownBy, type Shown } from './witness-client.ts';
import { findCheckpoint, type SaidCheckpoint } from './witnessed/store.ts';

/**
 * How the log in the database stands to what its witnesses remember. Whoever restores a backup has an older log than they saw; to go
 * on with it would be a second log under the same name, and nobody could tell any more which one is true.
 */
export type Standing =
  /** Not enough of them have been heard to know; until then the log says nothing new. */
  | { readonly state: 'open'; readonly since: string; readonly unheard: readonly string[] }
  | { readonly state: 'agrees' }
  /** A witness shows more than the database has, under the log’s own signature: the end was lost. */
  | {
      readonly state: 'behind';
      readonly since: string;
      readonly witness: string;
      readonly size: number;
      readonly known: number;
    }
  /** A witness shows a head that this log never said, under the log’s own signature. */
  | { readonly state: 'forked'; readonly since: string; readonly witness: string; readonly size: number };

export interface WitnessingPorts {
  readonly pool: Pool;
  readonly log: LogId;
  /** The key under which the log signs its checkpoints. */
  readonly logKey: VerifierKey;
  /** The checkpoint with which every log begins: of no entry, signed by the log. */
  readonly emptyNote: () => string;
  readonly policy: Policy;
  readonly clock: Clock;
  /** How long a witness may take for an answer; five seconds where nothing is said. */
  readonly patienceMs?: number;
}

/** Shows a checkpoint to a witness that shows none itself; whether it cosigned. */
export type Probe = (witness: Witness, said: SaidCheckpoint) => Promise<boolean>;

type Heard = Standing | 'heard' | 'unheard';

/**
 * Asks every witness what it has seen. The log may go on when those who could not be heard are too few to have witnessed anything
 * by themselves: then every head that a quorum ever signed is known to one who was heard.
 */
export async function compareWithWitnesses(ports: WitnessingPorts, probe: Probe): Promise<Standing> {
  const { witnesses } = ports.policy;
  const heard = await Promise.all(witnesses.map(async (witness) => [witness.name, await hear(ports, witness, probe)]));
  const unheard: string[] = [];
  for (const [name, one] of heard) {
    if (typeof one === 'object') return one;
    if (one === 'unheard' && typeof name === 'string') unheard.push(name);
  }
  const isEnough = ports.policy.quorum === 'none' || !makeQuorum(ports.policy, unheard);
  return isEnough ? { state: 'agrees' } : { state: 'open', since: ports.clock.now(), unheard };
}

async function hear(ports: WitnessingPorts, witness: Witness, probe: Probe): Promise<Heard> {
  const shown = await headShownBy(witness, ports.logKey, ports.patienceMs);
  switch (shown.state) {
    case 'head':
      return (await judgeHead(ports, witness.name, shown)) ?? 'heard';
    case 'none': {
      // It knows nothing, or shows nothing to anybody: then its answer to the newest checkpoint tells. A database restored from before
      // the first checkpoint has none: only who has witnessed nothing cosigns the empty log.
      const said = await findCheckpoint(ports.pool, ports.log);
      const isHeard = said === undefined ? await cosignsEmpty(ports, witness) : await probe(witness, said);
      return isHeard ? 'heard' : 'unheard';
    }
    case 'refused':
    case 'silent':
      return 'unheard';
    default:
      return shown satisfies never;
  }
}

async function cosignsEmpty({ emptyNote, patienceMs }: WitnessingPorts, witness: Witness): Promise<boolean> {
  const answer = await askWitness(witness, { oldSize: 0, path: [], note: emptyNote() }, patienceMs);
  return answer.state === 'cosigned';
}

/** What a head that log and witness have both signed means for the log; undefined when the log has said it. */
export async function judgeHead(
  { pool, log, clock }: WitnessingPorts,
  witness: string,
  { size, root }: Extract<Shown, { state: 'head' }>,
): Promise<Standing | undefined> {
  if (size === 0) return undefined;
  // Looked up after the witness answered: another process may have said it a moment ago, and said is kept before it is shown.
  const said = await findRootSaid(pool, log, size);
  if (said?.equals(root) === true) return undefined;
  const own = (await findCheckpoint(pool, log))?.size ?? 0;
  const since = clock.now();
  return size > own
    ? { state: 'behind', since, witness, size: own, known: size }
    : { state: 'forked', since, witness, size };
}
