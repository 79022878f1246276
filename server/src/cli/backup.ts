import { resolve } from 'node:path';
import type { LogHead } from '../kernel/backup-file.ts';
import { type Config, readConfig } from '../kernel/config.ts';
import { systemClock } from '../kernel/time.ts';
import { listSaidHeads } from '../ledger/actions.ts';
import type { Call, Command } from './command.ts';

/** What of the data directory belongs to the district. Not in it: the witnesses' memory, which must outlive a restore, and the cluster. */
const FILES = ['documents', 'materials', 'log-trust.txt'];
const KEYS = 'keys';

export const backup: Command = {
  name: 'backup',
  summary: {
    zh: '在运行中备份到一个文件（数据库、文书、材料、加密的密钥）',
    en: 'back up into one file while the platform runs: database, letters, materials, encrypted keys',
  },
  parameters: ['FILE'],
  options: {
    'without-keys': {
      type: 'boolean',
      says: { zh: '不含密钥（另行保管）', en: 'leave the keys out, where they are kept apart' },
    },
  },
  run: backUp,
};

async function backUp(call: Call): Promise<number> {
  const { terminal } = call;
  const config = readConfig(terminal.environment);
  const hasKeys = call.flags['without-keys'] !== true;
  // Loaded here so that the other commands do not pay for it.
  const { databaseOf, reachDatabase } = await import('../kernel/platform-database.ts');
  const { makeBackup } = await import('../kernel/backup.ts');
  const database = await reachDatabase(databaseOf(config, terminal.err));
  try {
    const made = await makeBackup({
      file: resolve(call.positionals[0] ?? ''),
      dataDir: config.DATA_DIR,
      databaseUrl: config.DATABASE_MIGRATOR_URL ?? database.url('liangqian_migrator'),
      files: hasKeys ? [...FILES, KEYS] : FILES,
      passing: ['materials/arriving'],
      hasKeys,
      madeAt: systemClock.now(),
      logHeads: async (client) =>
        (await listSaidHeads(client)).map((head) => ({ ...head, root: head.root.toString('base64') })),
    });
    if (call.json) terminal.out(JSON.stringify({ ...made, hasKeys }));
    else for (const line of linesOf(made, config, hasKeys)) terminal.out(line);
    return 0;
  } finally {
    await database.stop();
  }
}

interface Made {
  readonly sha256: string;
  readonly size: number;
  readonly tables: number;
  readonly files: number;
  readonly logs: readonly LogHead[];
}

/** What is in it, and what must be kept elsewhere: a backup beside its own passphrase protects nothing. */
function linesOf({ sha256, size, tables, files, logs }: Made, config: Config, hasKeys: boolean): readonly string[] {
  const isDevelopment = config.LIANGQIAN_KEY_PASSPHRASE === 'development';
  return [
    `✓ 备份完成。 The backup is whole: ${tables} tables, ${files} files, ${(size / 1e6).toFixed(1)} MB.`,
    `  sha256 ${sha256}`,
    ...logs.map((log) => `  日志 log ${log.generation}: ${log.size} 条 entries, root ${log.root}, ${log.origin}`),
    hasKeys
      ? '  含密钥文件（均已加密）。 The key files are in it, each encrypted.'
      : '  不含密钥。 The keys are not in it: keep DATA_DIR/keys elsewhere.',
    '  须另处保管：密钥口令 LIANGQIAN_KEY_PASSPHRASE、硬件密钥及其 PIN、见证机构的密钥与记忆、上面的 sha256。',
    '  Keep elsewhere: LIANGQIAN_KEY_PASSPHRASE, hardware tokens and their PINs, the witnesses’ keys and memory, and this sha256.',
    '  文件含个人信息，未另行加密：请存放在受控的地方。 It holds personal data and is not encrypted as a whole: keep it where few can read.',
    ...(hasKeys && isDevelopment
      ? ['  ！口令是众所周知的默认值。 The passphrase is the default that everybody knows.']
      : []),
  ];
}
