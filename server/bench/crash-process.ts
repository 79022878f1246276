import { holdDataDir } from '../src/kernel/data-dir.ts';
import { connectOnce } from '../src/kernel/database.ts';
import { startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { grantEmbeddedLogins } from '../src/kernel/platform-database.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { type ActRequest, performAct } from './case-acts.ts';
import { openDistrict } from './district.ts';
import { fixedOutside } from './outside.ts';

/** What the program answers a client; everything else that a client learns is that the program is gone. */
export type CrashAnswer =
  | { readonly kind: 'ready'; readonly postgresMs: number }
  | { readonly kind: 'done'; readonly requestId: string; readonly stream: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly requestId: string; readonly code: string }
  | { readonly kind: 'fault'; readonly requestId: string; readonly message: string };

const DATABASE = 'liangqian';

/** The program as it starts in earnest: it takes the data directory, starts or inherits PostgreSQL, and serves acts. */
async function main(dataDir: string): Promise<void> {
  const held = await holdDataDir(dataDir);
  const began = performance.now();
  const postgres = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined });
  const postgresMs = performance.now() - began;
  // As the platform does: without its database the program ends and is started again.
  postgres.ended.then(
    () => process.exit(3),
    () => process.exit(3),
  );
  await createOnce(postgres.url('postgres'));
  const url = postgres.url('postgres', DATABASE);
  await migrate({ url, allowBreaking: true });
  const admin = await connectOnce(url);
  await grantEmbeddedLogins(admin, postgres);
  await admin.end();
  const district = await openDistrict(postgres.url('liangqian_app', DATABASE), fixedOutside);
  process.on('message', (request: ActRequest) => {
    performAct(district, request)
      .then((done) => {
        const { requestId } = request;
        if (isRefusal(done)) answer({ kind: 'refused', requestId, code: done.code });
        else answer({ kind: 'done', requestId, stream: done.stream, seq: done.seq });
      })
      .catch((fault: unknown) => answer({ kind: 'fault', requestId: request.requestId, message: String(fault) }));
  });
  answer({ kind: 'ready', postgresMs });
}

function answer(message: CrashAnswer): void {
  process.send?.(message);
}

async function createOnce(url: string): Promise<void> {
  const admin = await connectOnce(url);
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await admin.query(`create database ${DATABASE}`);
  await admin.end();
}

for (const end of ['disconnect', 'SIGTERM'] as const) process.on(end, () => process.exit(0));
await main(process.argv[2] ?? '');
