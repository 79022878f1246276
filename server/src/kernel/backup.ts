import { type Dirent, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type pg from 'pg';
import { type LogHead, writeBackup } from './backup-file.ts';
import { backUpTables, listMigrations, listSequences, listTables } from './backup-tables.ts';
import { connectOnce } from './database.ts';
import { errorCode, StartFault } from './start-fault.ts';

export interface BackupOptions {
  readonly file: string;
  readonly dataDir: string;
  /** A login that is the owner of the tables or a member of it. */
  readonly databaseUrl: string;
  /** Folders and files of the data directory that belong to it. */
  readonly files: readonly string[];
  /** Folders whose files come and go while they arrive, and are nobody's yet. */
  readonly passing: readonly string[];
  readonly hasKeys: boolean;
  readonly madeAt: string;
  /** What the logs had said at the moment that is backed up. */
  readonly logHeads: (client: pg.ClientBase) => Promise<readonly LogHead[]>;
}

export interface MadeBackup {
  readonly sha256: string;
  readonly size: number;
  readonly parts: number;
  readonly tables: number;
  readonly files: number;
  readonly logs: readonly LogHead[];
}

/**
 * Makes one file out of database and files while the program runs. The database is read in one transaction that sees one moment. Files
 * are read before it and once more after it: their names are their contents, so that every file that a row names is among them.
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  let [files, tables] = [0, 0];
  let logs: readonly LogHead[] = [];
  const made = await writeBackup(options.file, async (writer) => {
    const addNew = async (): Promise<void> => {
      for (const path of filesOf(options)) {
        const name = `files/${path}`;
        if (!writer.has(name) && (await writer.addFile(name, join(options.dataDir, path)))) files += 1;
      }
    };
    await addNew();
    const contents = await atOneMoment(options.databaseUrl, async (client) => {
      const found = await listTables(client);
      await backUpTables(client, found, writer);
      tables = found.length;
      logs = await options.logHeads(client);
      return { tables: found, migrations: await listMigrations(client), sequences: await listSequences(client) };
    });
    await addNew();
    return { v: 1, madeAt: options.madeAt, ...contents, logs: [...logs], hasKeys: options.hasKeys };
  });
  return { ...made, tables, files, logs };
}

async function atOneMoment<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectOnce(url);
  try {
    await client.query('set role liangqian_migrator').catch((error: unknown) => {
      throw errorCode(error) === '42501' ? notOwner(error) : error;
    });
    await client.query('set statement_timeout = 0');
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

function notOwner(error: unknown): StartFault {
  return new StartFault(
    {
      zh: '备份需要 liangqian_migrator 的成员：请设置 DATABASE_MIGRATOR_URL。',
      en: 'A backup needs a member of liangqian_migrator: set DATABASE_MIGRATOR_URL.',
    },
    error,
  );
}

/** Every file under the places named, by its path within the data directory. */
function filesOf({ dataDir, files, passing }: BackupOptions): readonly string[] {
  const found = files.flatMap((place) => entriesIn(dataDir, place));
  return found.filter((path) => !passing.some((folder) => path.startsWith(`${folder}/`))).toSorted();
}

function entriesIn(dataDir: string, place: string): readonly string[] {
  try {
    const entries = readdirSync(join(dataDir, place), { recursive: true, withFileTypes: true });
    return entries.filter(isWhole).map((entry) => relative(dataDir, join(entry.parentPath, entry.name)));
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [place];
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What is written beside its place and not yet moved there is no file of ours. */
function isWhole(entry: Dirent): boolean {
  return entry.isFile() && !/^\.|\.(?:new|tmp)$/.test(entry.name);
}
