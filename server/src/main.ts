import { fastify } from 'fastify';
import type { Config } from './kernel/config.ts';
import { openDatabase } from './kernel/database.ts';
import { listenFault, type Running } from './kernel/lifetime.ts';
import { openLog } from './kernel/log.ts';
import { bringUpDatabase } from './kernel/platform-database.ts';

/** Wires adapters to modules to doors and listens. */
export async function startPlatform(config: Config): Promise<Running> {
  const log = openLog(config.LOG_LEVEL);
  const platform = await bringUpDatabase({
    databaseUrl: config.DATABASE_URL,
    migratorUrl: config.DATABASE_MIGRATOR_URL,
    dataDir: config.DATA_DIR,
    say: (line) => log.info(line),
  });
  const database = openDatabase({ url: platform.url('liangqian_app'), role: 'liangqian_app' });
  const http = fastify({ loggerInstance: log });
  const stop = async () => {
    await http.close();
    await database.end();
    await platform.stop();
  };
  try {
    await http.listen({ host: config.HOST, port: config.PORT });
  } catch (error) {
    await stop();
    throw listenFault(error, config);
  }
  return { ended: platform.ended, stop };
}
