import { bringUpDatabase } from '../src/kernel/platform-database.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { ActRequest } from './case-acts.ts';

/** What the program answers a client; everything else that a client learns is that the program is gone. */
export type CrashAnswer =
  /** When it began to start PostgreSQL, in milliseconds since 1970. */
  | { readonly kind: 'ready'; readonly postgresFrom: number }
  | { readonly kind: 'done'; readonly requestId: string; readonly stream: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly requestId: string; readonly code: string }
  | { readonly kind: 'fault'; readonly requestId: string; readonly message: string };

/** The program as it starts in earnest: it takes the data directory, starts or inherits PostgreSQL, and serves acts. */
async function main(dataDir: string): Promise<void> {
  const postgresFrom = Date.now();
  const waiting = Promise.withResolvers<void>();
  const options = { databaseUrl: undefined, dataDir, say: () => undefined, allowBreaking: true };
  const starting = bringUpDatabase({ ...options, onWait: waiting.resolve });
  // As the platform does: the program is loaded while the database recovers, and not before it was launched.
  await Promise.race([waiting.promise, starting]);
  const loading = Promise.all([import('./case-acts.ts'), import('./district.ts'), import('./outside.ts')]);
  const database = await starting;
  // As the platform does: without its database the program ends and is started again.
  database.ended.then(
    () => process.exit(3),
    () => process.exit(3),
  );
  const [{ performAct }, { openDistrict }, { fixedOutside }] = await loading;
  const district = await openDistrict(database.url('liangqian_app'), fixedOutside);
  process.on('message', (request: ActRequest) => {
    performAct(district, request)
      .then((done) => {
        const { requestId } = request;
        if (isRefusal(done)) answer({ kind: 'refused', requestId, code: done.code });
        else answer({ kind: 'done', requestId, stream: done.stream, seq: done.seq });
      })
      .catch((fault: unknown) => answer({ kind: 'fault', requestId: request.requestId, message: String(fault) }));
  });
  answer({ kind: 'ready', postgresFrom });
}

function answer(message: CrashAnswer): void {
  process.send?.(message);
}

for (const end of ['disconnect', 'SIGTERM'] as const) process.on(end, () => process.exit(0));
await main(process.argv[2] ?? '');
