import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { type BackupManifest, readBackup, requireSum } from './backup-file.ts';
import { listTables, restoreSequences, restoreTables } from './backup-tables.ts';
import { holdDataDir } from './data-dir.ts';
import { connectOnce } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrateTo } from './migrate.ts';
import { diskFault, StartFault } from './start-fault.ts';

export interface RestoreOptions {
  readonly file: string;
  /** What the whole file must come to, when the one who restores knows it. */
  readonly sha256?: string;
  /** Where it goes: a place that does not exist or is empty. */
  readonly dataDir: string;
  /** A database outside, which must hold nothing of ours; absent means the embedded one in the data directory. */
  readonly databaseUrl: string | undefined;
  /** The name of our database in the embedded server. */
  readonly databaseName: string;
  readonly say: (line: string) => void;
}

/**
 * Restores a backup into an empty place, or changes nothing. The whole file is proved first; then everything is made beside the place,
 * the database in one transaction, and takes its name in one step.
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupManifest> {
  const { file, say } = options;
  const place = resolve(options.dataDir);
  requireEmpty(place);
  say('正在核对备份 proving the backup …');
  const manifest = await readBackup(file);
  if (options.sha256 !== undefined) await requireSum(file, options.sha256);
  const staging = `${place}.restoring`;
  if (existsSync(staging)) throw leftover(staging);
  // The empty folder itself becomes the room: a mount point, which cannot take a name, is found out before anything is written.
  const wasThere = existsSync(place);
  if (wasThere) await rename(place, staging).catch(refuseMount(place));
  const held = await holdDataDir(staging);
  const settle = async (): Promise<void> => {
    await held.release();
    // An empty folder of that name gives way; one that is no longer empty does not.
    await rename(staging, place);
  };
  try {
    say('正在恢复 restoring …');
    if (options.databaseUrl === undefined) {
      await fillEmbedded(options, held.path, manifest);
      await settle();
    } else await fillDatabase(options, options.databaseUrl, { staging: held.path, manifest, settle });
    return manifest;
  } catch (error) {
    await held.release();
    await discard(existsSync(staging) ? staging : place);
    if (wasThere) await mkdir(place);
    throw diskFault(error, staging);
  }
}

function refuseMount(place: string): (cause: unknown) => never {
  return (cause) => {
    throw new StartFault(
      {
        zh: `${place} 不能改名（例如是挂载点）：请把 DATA_DIR 设为其中的一个子目录。什么也没有改动。`,
        en: `${place} cannot be renamed, as a mount point cannot: set DATA_DIR to a folder inside it. Nothing was changed.`,
      },
      cause,
    );
  };
}

function requireEmpty(place: string): void {
  if (!existsSync(place) || readdirSync(place).length === 0) return;
  throw new StartFault({
    zh: `${place} 不是空的：只能恢复到空的位置，什么也没有改动。`,
    en: `${place} is not empty: a backup is restored into an empty place only. Nothing was changed.`,
  });
}

function leftover(staging: string): StartFault {
  return new StartFault({
    zh: `${staging} 是一次中断的恢复留下的，请先删除它。`,
    en: `${staging} was left by a restore that was cut off; delete it first.`,
  });
}

async function fillEmbedded(options: RestoreOptions, staging: string, manifest: BackupManifest): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir: staging, say: options.say });
  try {
    const admin = await connectOnce(server.url('postgres'));
    await admin.query(`create database ${options.databaseName}`).finally(() => admin.end());
    await fillDatabase(options, server.url('postgres', options.databaseName), { staging, manifest });
  } finally {
    await server.stop();
  }
}

interface Filling {
  readonly staging: string;
  readonly manifest: BackupManifest;
  /** Gives the files their place before the database commits, so that neither is there without the other. */
  readonly settle?: () => Promise<void>;
}

async function fillDatabase(
  { file }: RestoreOptions,
  url: string,
  { staging, manifest, settle }: Filling,
): Promise<void> {
  const client = await connectOnce(url);
  try {
    await client.query('set statement_timeout = 0');
    await client.query('begin');
    await requireNothing(client);
    await migrateTo(client, manifest.migrations);
    await requireSameTables(client, manifest);
    await client.query('set local role liangqian_migrator');
    // What a trigger made of a row when it was written lies in the backup as well.
    for (const { name } of manifest.tables) await client.query(`alter table ${name} disable trigger user`);
    const tables = restoreTables(client, manifest.tables);
    // Proved once more while it is used: a file that changes meanwhile is rolled back.
    await readBackup(file, async (name, bytes) => {
      if (name.startsWith('database/')) await tables.take(name, await buffer(bytes));
      else await restoreFile(staging, name, bytes);
    });
    await tables.end();
    for (const { name } of manifest.tables) await client.query(`alter table ${name} enable trigger user`);
    await restoreSequences(client, manifest.sequences);
    await client.query('reset role');
    await settle?.();
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function requireNothing(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('kernel.migration') is not null or to_regnamespace('journal') is not null as present",
  );
  if (rows[0]?.present !== true) return;
  throw new StartFault({
    zh: '该数据库中已有两签的数据：只能恢复到空的数据库，什么也没有改动。',
    en: 'The database holds data of Liangqian already: a backup is restored into an empty one only. Nothing was changed.',
  });
}

async function requireSameTables(client: pg.Client, { tables }: BackupManifest): Promise<void> {
  const here = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  const strange = tables.find(({ name, columns }) =>
    columns.some((column) => here.get(name)?.includes(column) !== true),
  );
  if (strange === undefined && here.size === tables.length) return;
  throw new StartFault({
    zh: `备份中的表 ${strange?.name ?? ''} 与其迁移不符：什么也没有恢复。`,
    en: `The table ${strange?.name ?? ''} of the backup does not follow from its migrations: nothing was restored.`,
  });
}

/** What a backup holds of a data directory. Anything else is a stranger's: the cluster's pointer would name a folder to delete. */
const PLACES = ['documents/', 'materials/', 'keys/', 'log-trust.txt'];

async function restoreFile(staging: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const path = normalize(name);
  if (path !== name || !PLACES.some((place) => path.startsWith(`files/${place}`)) || path.includes('\0'))
    throw new StartFault({
      zh: `备份中有不属于备份的部分 ${name}：什么也没有恢复。`,
      en: `The backup holds a part that does not belong into one, ${name}: nothing was restored.`,
    });
  const target = join(staging, path.slice('files/'.length));
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, bytes, { mode: 0o600, flag: 'wx', flush: true });
}

/** Takes a failed restore away; its cluster lies elsewhere where PostgreSQL's own account cannot reach the place. */
async function discard(staging: string): Promise<void> {
  const pointer = join(staging, 'postgres-location');
  if (existsSync(pointer)) await rm(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  await rm(staging, { recursive: true, force: true });
}
