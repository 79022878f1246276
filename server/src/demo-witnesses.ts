import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readVerifierKey, type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import type { Policy, Witness } from '@liangqian/verify/policy.ts';
import { z } from 'zod';

/** The witnesses of the demo district, as processes of their own with keys of their own. */
export interface DemoWitnesses {
  readonly policy: Policy;
  readonly stop: () => Promise<void>;
}

/**
 * A department, the audit office and the archive. Two of them must sign, so at least one that does not answer to whoever runs the
 * platform. On one machine this only shows how it works: who holds the machine holds all four keys.
 */
const WITNESSES = ['market.yunhe.example', 'audit.yunhe.example', 'archive.yunhe.example'] as const;
/** Who does not answer to the government that operates the platform. */
const OUTSIDE = ['audit.yunhe.example', 'archive.yunhe.example'] as const;
const QUORUM = 2;
/** A witness starts within a second; on a machine that is busy with other things it may take long. */
const PATIENCE_MS = 60_000;

const Said = z.object({ name: z.string(), url: z.url(), key: z.string() });

/** Starts the three; each ends by itself when this process ends, however it ends. */
export async function startDemoWitnesses(dataDir: string, logs: readonly VerifierKey[]): Promise<DemoWitnesses> {
  const children = WITNESSES.map((name) => start(name, join(dataDir, 'witness', name), logs));
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
  };
  try {
    const witnesses = await Promise.all(children.map(whereIs));
    const group = { name: 'two-of-three', threshold: QUORUM, members: witnesses.map(({ name }) => name) };
    return { policy: { logs, witnesses, groups: [group], quorum: group.name, outside: [...OUTSIDE] }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function start(name: string, folder: string, logs: readonly VerifierKey[]): ChildProcess {
  const program = fileURLToPath(new URL('../../bin/liangqian', import.meta.url));
  const parameters = ['witness', name, folder, logs.map(writeVerifierKey).join(','), '--attached', '--json'];
  return spawn(process.execPath, [program, ...parameters], { stdio: ['pipe', 'pipe', 'ignore'] });
}

/** A witness says on its first line where it is and which key it has. */
function whereIs(child: ChildProcess): Promise<Witness> {
  const { stdout } = child;
  if (stdout === null) throw new Error('a witness has no output');
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('a witness did not start')), PATIENCE_MS);
    child.once('exit', () => reject(new Error('a witness ended at its start')));
    createInterface(stdout).once('line', (line) => {
      clearTimeout(late);
      const { name, url, key } = Said.parse(JSON.parse(line));
      const read = readVerifierKey(key);
      if (read === undefined) reject(new Error(`the witness ${name} has no key`));
      else resolve({ name, url, key: read });
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}
