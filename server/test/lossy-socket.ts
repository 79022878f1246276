import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface LossySocket {
  /** The same database, reached through this socket. */
  readonly url: string;
  /** From now on the server's next answer is swallowed and the connection is cut: what it did stays done. */
  readonly loseNextAnswer: () => void;
  readonly close: () => Promise<void>;
}

/** A Unix socket in front of the database of `url` that can lose an answer, as a broken network does. */
export async function lossySocket(url: string): Promise<LossySocket> {
  const target = new URL(url);
  const port = Number(target.port || 5432);
  const socketDir = target.searchParams.get('host');
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-lossy-'));
  const open = new Set<Socket>();
  let losing = false;
  const server = createServer((client) => {
    const upstream = socketDir === null ? connect(port, target.hostname) : connect(join(socketDir, `.s.PGSQL.${port}`));
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    client.pipe(upstream);
    upstream.on('data', (answer) => {
      if (!losing) {
        client.write(answer);
        return;
      }
      losing = false;
      client.destroy();
      upstream.end();
    });
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(directory, `.s.PGSQL.${port}`), resolve));
  const through = new URL(url);
  through.searchParams.set('host', directory);
  return {
    url: through.href,
    loseNextAnswer() {
      losing = true;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
