import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CuttingSocket {
  /** The same database, reached through this socket. */
  readonly url: string;
  /** How many messages have gone to the server. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A Unix socket in front of the database of `url` at which the program dies, as the database sees it: all connections are cut at the
 * message with the number `cutAt`, before the server has seen it or, `after`, when it has done it and before anybody hears.
 */
export async function cuttingSocket(url: string, cutAt: number, side: 'before' | 'after'): Promise<CuttingSocket> {
  const target = new URL(url);
  const port = Number(target.port || 5432);
  const socketDir = target.searchParams.get('host');
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-cutting-'));
  const open = new Set<Socket>();
  let sent = 0;
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    if (sent > cutAt) return void client.destroy();
    const upstream = socketDir === null ? connect(port, target.hostname) : connect(join(socketDir, `.s.PGSQL.${port}`));
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    let isLast = false;
    client.on('data', (message) => {
      sent += 1;
      if (sent > cutAt) isLast = true;
      if (isLast && side === 'before') cut();
      else upstream.write(message);
    });
    upstream.on('data', (answer) => (isLast ? cut() : client.write(answer)));
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(directory, `.s.PGSQL.${port}`), resolve));
  const through = new URL(url);
  through.searchParams.set('host', directory);
  return {
    url: through.href,
    sent: () => sent,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
