import { writeLogProof } from '@liangqian/verify/log-proof.ts';
import type { Policy } from '@liangqian/verify/policy.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { logVerifierKeys, signCheckpoint } from './checkpoint.ts';
import { consistencyPath, emptyRoot, inclusionPath, type LogId, type ReadTile } from './ledger.ts';
import { type EntryRow, findEntry, listEntries } from './store.ts';
import { FULL_TURN, type LogPorts, logOf, openSequencer, type Sequencer } from './sequencer.ts';
import type { KnownLog } from './generation/store.ts';
import { type LogStatus, type LogTrouble, statusOf, troubleOf } from './status.ts';
import { tileReader } from './tile-reader.ts';
import { findCheckpoint, type SaidCheckpoint } from './witnessed/store.ts';
import { judgeSaid, openWitnessing, type Witnessing, wholeNote } from './witnessing.ts';

export type { LogPorts } from './sequencer.ts';
export { fileLogKeys, type LogKeyOptions } from './log-keys.ts';
export { logVerifierKeys } from './checkpoint.ts';
export { logTile } from './tile-reader.ts';
export { wholeNote, type WitnessState } from './witnessing.ts';
export { headKnownTo } from './witness-client.ts';
export { openWitness, type RunningWitness } from './witness-server.ts';
export { findHead, listLeaves } from './store.ts';
export { findCheckpoint } from './witnessed/store.ts';
export { beginLog, findBegunRecord, listLogs, listSaidHeads } from './generation/store.ts';
export { type BegunLog, beginNewLog, publicKeysOf } from './new-log.ts';
export { type Alarm, alarmTexts, type LogStatus } from './status.ts';
export { type AuditPorts, type AuditReport, auditLog, type Follower } from './audit/audit.ts';
export { auditTiles } from './audit/tile-audit.ts';
export type { ReadLogFile } from './audit/tile-log.ts';
export { type Difference, different } from './audit/difference.ts';
export type { AuditAct, AuditFence } from './audit/source.ts';
export { atOneMoment } from './audit/store.ts';
export type { WitnessedHead } from './audit/tree-check.ts';

export interface LedgerPorts extends LogPorts {
  /** Whose signatures the log waits for; without any its heads are signed by the log alone. */
  readonly policy: Policy;
  /** The ended logs before this one, whose proofs go on being checked. */
  readonly earlier?: readonly KnownLog[];
  /** How long a witness may take for an answer; five seconds where nothing is said. */
  readonly patienceMs?: number;
}

/** The log of one realm as one process sees it. */
export interface Ledger {
  readonly ports: LedgerPorts;
  readonly sequencer: Sequencer;
  readonly witnessing: Witnessing;
  /** What whoever checks this log must know; all of it is public. */
  readonly trust: Trust;
  /** Sequences, says, and has it witnessed; returns how many entries were added. */
  readonly turn: () => Promise<number>;
  /** Turns until nothing is left of what waited; returns how many entries were added. */
  readonly catchUp: () => Promise<number>;
  /** How the log stands now, with everything that somebody must look at. */
  readonly status: () => Promise<LogStatus>;
  readonly close: () => Promise<void>;
}

/** Opens the log. Before it says anything it asks the witnesses whether they know more of it than it does itself. */
export function openLedger(ports: LedgerPorts): Ledger {
  const sequencer = openSequencer(ports);
  const { pool, clock, policy, keys, earlier = [], patienceMs } = ports;
  const [logKey, sm2Key] = logVerifierKeys(keys);
  const patience = patienceMs === undefined ? {} : { patienceMs };
  const witnessing = openWitnessing({
    pool,
    log: logOf(ports),
    logKey,
    emptyNote: () => signCheckpoint(keys, { size: 0, root: emptyRoot() }),
    clock,
    policy,
    ...patience,
  });
  let trouble: LogTrouble | undefined;

  async function turn(): Promise<number> {
    const { state } = witnessing.standing();
    // A log that was set back and went on would be a second log under the same name.
    if (state !== 'agrees' && (await witnessing.compare()).state !== 'agrees') return 0;
    return sequencer.turn();
  }

  const ledger: Ledger = {
    ports,
    sequencer,
    witnessing,
    trust: {
      policy,
      submitKeys: [keys.submitKey, ...earlier.map(({ submitKey }) => submitKey)],
      sm2Keys: [sm2Key, ...earlier.map((log) => logVerifierKeys(log)[1])],
    },
    async turn() {
      try {
        const added = await turn();
        trouble = undefined;
        return added;
      } catch (error) {
        trouble = troubleOf(error, trouble?.since ?? clock.now());
        throw error;
      }
    },
    async catchUp() {
      let all = 0;
      for (;;) {
        const added = await ledger.turn();
        all += added;
        if (added < FULL_TURN) return all;
      }
    },
    status: () => statusOf({ ports, sequencer, witnessing, trouble }),
    close: async () => void (await Promise.all([sequencer.stop(), witnessing.close()])),
  };
  return ledger;
}

export interface Proved {
  readonly entry: EntryRow;
  /** C2SP tlog-proof. */
  readonly proof: string;
  /** Whether the policy's quorum has witnessed the checkpoint of the proof. */
  readonly isWitnessed: boolean;
}

/** A log that is only read. */
export type StoredLog = Pick<LedgerPorts, 'pool' | 'realm' | 'policy'>;

/** The proof that the act holding event `seq` of `stream` is in the log; undefined while it has no place there. */
export function proveAct(ledger: Ledger, stream: string, seq: number): Promise<Proved | undefined> {
  return proveStored(ledger.ports, stream, seq);
}

/** The same for whoever may only read the log. */
export async function proveStored(log: StoredLog, stream: string, seq: number): Promise<Proved | undefined> {
  const entry = await findEntry(log.pool, log.realm, stream, seq);
  return entry === undefined ? undefined : proveEntry(log, entry);
}

/** Whether the act that holds event `seq` of `stream` has its place in the log. */
export async function isLogged({ ports: { pool, realm } }: Ledger, stream: string, seq: number): Promise<boolean> {
  return (await findEntry(pool, realm, stream, seq)) !== undefined;
}

/** RFC 6962 §2.1.2: that the tree of `oldSize` entries begins the one of `newSize`, which the log must have reached. */
export function proveConsistency(
  pool: StoredLog['pool'],
  log: LogId,
  oldSize: number,
  newSize: number,
): Promise<readonly Buffer[]> {
  return consistencyPath(tileReader(pool, log), oldSize, newSize);
}

/** The proofs of all acts of a stream that are in the log, oldest first. */
export async function proveStream(ledger: Ledger, stream: string): Promise<readonly Proved[]> {
  const prove = prover(ledger.ports);
  const proved: Proved[] = [];
  for (const entry of await listEntries(ledger.ports.pool, ledger.ports.realm, stream)) {
    const placed = await prove(entry.generation, entry.idx);
    if (placed !== undefined) proved.push({ entry, ...placed });
  }
  return proved;
}

async function proveEntry(log: StoredLog, entry: EntryRow): Promise<Proved | undefined> {
  const placed = await prover(log)(entry.generation, entry.idx);
  return placed === undefined ? undefined : { entry, ...placed };
}

export type Placed = Omit<Proved, 'entry'>;

/** The proof of whatever stands at `index` of a generation; undefined while no checkpoint holds it. */
export function proveIndex(log: StoredLog, generation: number, index: number): Promise<Placed | undefined> {
  return prover(log)(generation, index);
}

/** Proves places one after the other. Neighbours share a checkpoint and nearly all tiles: each is read once. */
function prover(log: StoredLog): (generation: number, index: number) => Promise<Placed | undefined> {
  const { pool, realm } = log;
  const tiles = new Map<string, Promise<Buffer>>();
  const known = new Map<number, Best>();
  return async (generation, index) => {
    const before = known.get(generation);
    const isHeld = before?.isWitnessed === true && before.said.size > index;
    const best = isHeld ? before : await bestCheckpoint(log, generation, index);
    if (best === undefined) return undefined;
    known.set(generation, best);
    const read = tileReader(pool, { realm, generation });
    const readOnce: ReadTile = (level, n, width) => {
      const key = `${generation}/${level}/${n}/${width}`;
      const tile = tiles.get(key) ?? read(level, n, width);
      tiles.set(key, tile);
      return tile;
    };
    const path = await inclusionPath(readOnce, index, best.said.size);
    const proof = writeLogProof({ index, path, checkpointText: wholeNote(best.said) });
    return { proof, isWitnessed: best.isWitnessed };
  };
}

interface Best {
  readonly said: SaidCheckpoint;
  readonly isWitnessed: boolean;
}

/** The newest checkpoint that the quorum has witnessed, when it holds the entry; else the newest at all. */
async function bestCheckpoint(
  { pool, realm, policy }: StoredLog,
  generation: number,
  index: number,
): Promise<Best | undefined> {
  const log = { realm, generation };
  const least = policy.quorum === 'none' ? 0 : 1;
  for (let witnesses = policy.witnesses.length; witnesses >= least; witnesses -= 1) {
    const said = await findCheckpoint(pool, log, witnesses);
    if (said !== undefined && said.size > index && judgeSaid(said, policy).state === 'trusted')
      return { said, isWitnessed: true };
  }
  const newest = await findCheckpoint(pool, log);
  return newest === undefined || newest.size <= index ? undefined : { said: newest, isWitnessed: false };
}
