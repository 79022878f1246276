import type { SaidCheckpoint } from '../witnessed/store.ts';

/** One entry of the log beside the act that it stands for, as the database has both at one moment. */
export interface AuditRow {
  readonly idx: number;
  readonly place: number;
  readonly leaf: Buffer;
  readonly record: string;
  readonly subject: Buffer;
  readonly salt: Buffer | null;
  readonly act: AuditAct | null;
}

export interface AuditAct {
  readonly stream: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly hash: Buffer;
  readonly body: string;
}

export interface AuditFence {
  readonly key: string;
  readonly open: boolean;
  readonly epoch: number;
}

/** What an audit reads: one unchanging view of all logs of a realm, of the journal behind them and of the fences. */
export interface AuditSource {
  /** The logs that the database says there are, oldest first; none in a database that no program with this table has opened. */
  readonly logs: () => Promise<readonly { readonly generation: number; readonly origin: string }[]>;
  readonly log: (generation: number) => LogSource;
  /** Acts without an entry in any log, oldest first, at most some hundred. */
  readonly unlogged: () => Promise<
    readonly { readonly place: number; readonly stream: string; readonly fromSeq: number }[]
  >;
  readonly fences: (prefix: string) => Promise<readonly AuditFence[]>;
}

/** One log of the realm. */
export interface LogSource {
  readonly head: () => Promise<{ readonly size: number; readonly root: Buffer; readonly settled: number } | undefined>;
  /** Entries after place `after` of the log, in order; an empty answer is the end. */
  readonly entries: (after: number) => Promise<readonly AuditRow[]>;
  /** Checkpoints larger than `after`, smallest first; an empty answer is the end. */
  readonly checkpoints: (after: number) => Promise<readonly SaidCheckpoint[]>;
  readonly tile: (level: number, n: number) => Promise<{ readonly root: Buffer; readonly hashes: Buffer } | undefined>;
  readonly tileCount: () => Promise<number>;
}
