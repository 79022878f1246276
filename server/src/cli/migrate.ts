import { readConfig } from '../kernel/config.ts';
import { bringUpDatabase, databaseOf } from '../kernel/platform-database.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: { zh: '把数据库升级到本版本', en: 'bring the database forward to this version' },
  parameters: [],
  options: {
    'allow-breaking': {
      type: 'boolean',
      says: {
        zh: '允许与旧版本不兼容的迁移（先备份）',
        en: 'allow migrations that break older programs (back up first)',
      },
    },
  },
  async run({ flags, json, terminal }) {
    const config = readConfig(terminal.environment);
    const database = await bringUpDatabase({
      ...databaseOf(config, terminal.err),
      allowBreaking: flags['allow-breaking'] === true,
    });
    await database.stop();
    const applied = database.migrated;
    if (json) terminal.out(JSON.stringify({ applied }));
    else if (applied.length === 0) terminal.out('数据库已是最新。 The database is up to date.');
    else for (const name of applied) terminal.out(`已应用 applied ${name}`);
    return 0;
  },
};
