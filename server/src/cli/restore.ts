import { resolve } from 'node:path';
import { readConfig } from '../kernel/config.ts';
import type { Call, Command } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary: {
    zh: '把备份恢复到空的位置（DATA_DIR，及 DATABASE_URL 所指的空数据库）',
    en: 'restore a backup into an empty place: DATA_DIR, and the empty database of DATABASE_URL if there is one',
  },
  parameters: ['FILE'],
  options: {
    sha256: {
      type: 'string',
      says: { zh: '备份时打印的校验值', en: 'the sum that was printed when the backup was made' },
    },
  },
  run: bringBack,
};

async function bringBack(call: Call): Promise<number> {
  const { terminal } = call;
  const config = readConfig(terminal.environment);
  // Loaded here so that the other commands do not pay for it.
  const { restoreBackup } = await import('../kernel/restore.ts');
  const { DATABASE_NAME } = await import('../kernel/platform-database.ts');
  const { madeAt, tables, parts, logs, hasKeys } = await restoreBackup({
    file: resolve(call.positionals[0] ?? ''),
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_MIGRATOR_URL ?? config.DATABASE_URL,
    databaseName: DATABASE_NAME,
    ...(typeof call.flags['sha256'] === 'string' ? { sha256: call.flags['sha256'] } : {}),
    say: terminal.err,
  });
  if (call.json) terminal.out(JSON.stringify({ madeAt, tables: tables.length, parts: parts.length, logs, hasKeys }));
  else {
    terminal.out(`✓ 已恢复 ${madeAt} 的备份。 The backup of ${madeAt} is restored into ${resolve(config.DATA_DIR)}.`);
    for (const { generation, size, root } of logs)
      terminal.out(`  日志 log ${generation}: ${size} 条 entries, root ${root}`);
    if (!hasKeys)
      terminal.out(
        '  备份不含密钥：请先放回 DATA_DIR/keys。 It holds no keys: put DATA_DIR/keys back before the start.',
      );
    terminal.out('  启动后程序先问见证机构；若它们所知更多，日志停签，见 docs/operating/restoring.md。');
    terminal.out(
      '  At its start the program asks the witnesses; if they know more, the log stops: see docs/operating/restoring.md.',
    );
  }
  return 0;
}
