import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { isHeld } from './data-dir.ts';
import { errorCode, StartFault } from './start-fault.ts';

/** A running program that can be asked to end. */
export interface Running {
  /** Settles when a part that the program cannot do without has ended by itself. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Waits for Ctrl-C, SIGTERM or the end of a part, then stops cleanly. Returns the exit code. */
export async function liveUntilSignal(running: Running): Promise<number> {
  const signalled = new Promise<'signal'>((resolve) => {
    // `on`, not `once`: npm and the terminal may both pass one Ctrl-C on, and the second must not cut the stop short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('signal'));
  });
  const first = await Promise.race([signalled, running.ended.then(() => 'ended' as const)]);
  await running.stop();
  if (first === 'signal') return 0;
  throw new StartFault({ zh: '数据库意外停止。', en: 'The database stopped unexpectedly.' });
}

const LISTEN_SENTENCES: Readonly<Record<string, (place: string) => StartFault['text']>> = {
  EADDRINUSE: (place) => ({
    zh: `${place} 已被占用，请用 PORT 指定其他端口。`,
    en: `${place} is already in use: choose another port with PORT.`,
  }),
  EACCES: (place) => ({
    zh: `没有权限监听 ${place}，请用 PORT 指定 1024 以上的端口。`,
    en: `There is no permission to listen on ${place}: choose a port above 1023 with PORT.`,
  }),
  EADDRNOTAVAIL: (place) => ({
    zh: `本机没有地址 ${place}，请检查 HOST。`,
    en: `This machine has no address ${place}: check HOST.`,
  }),
  ENOTFOUND: (place) => ({
    zh: `无法识别主机名 ${place}，请检查 HOST。`,
    en: `The host name of ${place} is unknown: check HOST.`,
  }),
};

/** Learns that an address is taken before any work is done for it. Answers with the address. */
export async function probePort({ HOST: host, PORT: port }: Pick<Config, 'HOST' | 'PORT'>): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ port, host }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
  return `${host}:${port}`;
}

/** Who forgot another program on the port is told so at once, not after the district was loaded. */
export async function requirePort(config: Pick<Config, 'HOST' | 'PORT' | 'DATA_DIR'>): Promise<void> {
  // A second start on the same data is told about the data, which no other port would mend.
  if (isHeld(config.DATA_DIR)) return;
  try {
    await probePort(config);
  } catch (error) {
    throw listenFault(error, config);
  }
}

/** Turns a refused `listen` into one sentence; other errors come back as they are. */
export function listenFault(error: unknown, config: Pick<Config, 'HOST' | 'PORT'>): unknown {
  const sentence = LISTEN_SENTENCES[errorCode(error)];
  return sentence === undefined ? error : new StartFault(sentence(`${config.HOST}:${config.PORT}`), error);
}
