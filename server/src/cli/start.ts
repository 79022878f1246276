import { readConfig } from '../kernel/config.ts';
import { liveUntilSignal } from '../kernel/lifetime.ts';
import type { PlatformDatabase } from '../kernel/platform-database.ts';
import type { Command } from './command.ts';

export const start: Command = {
  name: 'start',
  summary: { zh: '启动平台', en: 'start the platform' },
  parameters: [],
  async run({ terminal }) {
    const config = readConfig(terminal.environment);
    // Loaded here so that no other command pays for the whole platform; the database starts while it is loaded.
    const { startDatabase } = await import('../kernel/platform-database.ts');
    const waiting = Promise.withResolvers<void>();
    const database = startDatabase(config, terminal.out, waiting.resolve);
    // Not before it has been launched, which loading would hold up; a fault ends the waiting too.
    await Promise.race([waiting.promise, database]);
    const { startPlatform } = await stoppingAtFault(database, () => import('../main.ts'));
    return liveUntilSignal(await startPlatform(config, { database, say: terminal.out }));
  },
};

/** A program that cannot be loaded must not leave its database running, which would keep this process alive without a word. */
async function stoppingAtFault<Loaded>(
  database: Promise<PlatformDatabase>,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    const started = await database.catch(() => undefined);
    await started?.stop();
    throw error;
  }
}
