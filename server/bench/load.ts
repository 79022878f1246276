import type { Database } from '../src/kernel/database.ts';

/** What a load is given: where the database is and how many cases are open at once. */
export interface LoadSetting {
  readonly url: string;
  readonly adminUrl: string;
  readonly clients: number;
}

/** One way of carrying whole cases. */
export interface Load {
  /** Carries the next case from beginning to end; `stepped` is told the milliseconds of every step. */
  readonly runCase: (client: number, stepped: (milliseconds: number) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a load; loads that drive themselves (queues) take cases by waiting for their end. */
export type OpenLoad = (setting: LoadSetting) => Promise<Load>;

/** The figures of one measured stretch. */
export interface Measured {
  readonly cases: number;
  readonly seconds: number;
  readonly stepMilliseconds: readonly number[];
  readonly programCpu: number;
  readonly serverCpu: number;
  /** Transactions that wrote. */
  readonly commits: number;
  readonly walBytes: number;
  readonly fullPages: number;
  /** Acts of the journal, where there is one. */
  readonly acts: number;
}

/** Where the server stands: differences of two of these are what a stretch cost. */
export interface ServerMark {
  readonly commits: number;
  readonly walBytes: number;
  readonly fullPages: number;
  readonly acts: number;
}

/** Reads the marks as the superuser; it writes nothing, so it takes no transaction number itself. */
export async function markServer(admin: Pick<Database, 'query'>): Promise<ServerMark> {
  const { rows } = await admin.query<{ commits: string; wal: string; pages: string; acts: string }>(`
    select pg_snapshot_xmax(pg_current_snapshot())::text as commits,
           (pg_current_wal_insert_lsn() - '0/0')::text as wal,
           (select wal_fpi::text from pg_stat_wal) as pages,
           (select count(*)::text from journal.act) as acts`);
  const [row] = rows;
  if (row === undefined) throw new Error('the server gave no marks');
  return {
    commits: Number(row.commits),
    walBytes: Number(row.wal),
    fullPages: Number(row.pages),
    acts: Number(row.acts),
  };
}
