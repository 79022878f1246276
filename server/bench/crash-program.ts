import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ActRequest } from './case-acts.ts';
import type { CrashAnswer } from './crash-process.ts';

const START_SECONDS = 60;

/** One life of the program under test. */
export interface Program {
  /** When it began to start PostgreSQL, in milliseconds since 1970. */
  readonly postgresFrom: number;
  readonly send: (request: ActRequest) => void;
  readonly onAnswer: (listen: (answer: CrashAnswer) => void) => void;
  /** Settles when the process is gone and everything that it still said has been heard. */
  readonly ended: Promise<void>;
  readonly kill: () => void;
  /** Ends it in order. */
  readonly end: () => void;
}

/** Starts the program on `dir` and waits until it serves. */
export async function startProgram(dir: string): Promise<Program> {
  const child = fork(join(import.meta.dirname, 'crash-process.ts'), [dir], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // As the launcher does: sources compiled by the life before are not compiled again.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dir, 'compiled') },
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // `close` comes after the last message that was still in the pipe.
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const listeners: ((answer: CrashAnswer) => void)[] = [];
  const postgresFrom = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the program does not start: ${errors}`)), START_SECONDS * 1000);
    child.on('message', (answer: CrashAnswer) => {
      if (answer.kind === 'ready') {
        clearTimeout(late);
        resolve(answer.postgresFrom);
      } else for (const listen of listeners) listen(answer);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it served: ${errors}`)));
  });
  return {
    postgresFrom,
    send(request) {
      // A request to a dead program is as lost as one on a cut line: the client repeats it.
      if (child.connected) child.send(request, () => undefined);
    },
    onAnswer: (listen) => listeners.push(listen),
    ended,
    kill: () => child.kill('SIGKILL'),
    end: () => child.kill('SIGTERM'),
  };
}
