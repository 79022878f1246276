import type { KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { LEAF_BYTES, MESSAGE_BYTES, SIGNATURE_BYTES } from './leaf.ts';
import { answerTo, judgeAside, type LeafJob } from './leaf-job.ts';

/** Threads that make or check the signatures of leaves. They start with the first job and do not keep a finished process alive. */
interface LeafWorkers {
  /** How many jobs can be in work at once. */
  readonly most: number;
  readonly ask: (job: LeafJob) => Promise<Uint8Array>;
}

interface Asked {
  readonly settle: (answer: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and what it has not answered yet, in order: it takes one job after the other. */
interface Thread {
  readonly worker: Worker;
  readonly asked: Asked[];
}

function leafWorkers(most: number): LeafWorkers {
  const threads: Thread[] = [];

  function start(): Thread {
    const worker = new Worker(new URL('./leaf-worker.ts', import.meta.url));
    const thread: Thread = { worker, asked: [] };
    threads.push(thread);
    worker.on('message', (answer: Uint8Array) => {
      thread.asked.shift()?.settle(answer);
      if (thread.asked.length === 0) worker.unref();
    });
    worker.on('error', (error) => lose(thread, error));
    worker.on('messageerror', (error) => {
      // An answer that cannot be read: those behind it would be taken for it.
      lose(thread, error);
      void worker.terminate();
    });
    worker.on('exit', (code) => lose(thread, new Error(`the thread for leaves ended with code ${code}`)));
    return thread;
  }

  function lose(thread: Thread, cause: unknown): void {
    const index = threads.indexOf(thread);
    if (index >= 0) threads.splice(index, 1);
    for (const { reject } of thread.asked.splice(0)) reject(new Error('leaves were left undone', { cause }));
  }

  /** Whoever has least to do; another is started while there may be more. */
  function next(): Thread {
    const [idlest] = threads.toSorted((one, other) => one.asked.length - other.asked.length);
    const isFree = idlest !== undefined && (idlest.asked.length === 0 || threads.length >= most);
    return isFree ? idlest : start();
  }

  return {
    most,
    ask: (job) =>
      new Promise((settle, reject) => {
        const { worker, asked } = next();
        // First of all: what cannot be handed over throws here, and must not wait in line.
        worker.postMessage(job);
        asked.push({ settle, reject });
        worker.ref();
      }),
  };
}

const cores = availableParallelism();
/** A core is left to the event loop, which makes the records of the next leaves meanwhile. */
const signers = leafWorkers(Math.max(1, cores - 1));
/** Checking signatures is most of what an audit does: all cores share it. */
const checkers = leafWorkers(cores);

/** So few are not worth a thread of their own. */
const FEW = 32;

/** Where no thread can be had or one is lost, the work is done here: late, but a log must not stand still for want of threads. */
async function done(workers: LeafWorkers, job: LeafJob): Promise<Uint8Array> {
  try {
    return await workers.ask(job);
  } catch {
    return answerTo(job);
  }
}

/** Ed25519 signatures of the messages, in their order. */
export async function signLeaves(secret: KeyObject, messages: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const job = { kind: 'sign', secret, messages: sideBySide(messages, MESSAGE_BYTES) } as const;
  const made = messages.length < FEW ? answerTo(job) : await done(signers, job);
  if (made.length !== messages.length * SIGNATURE_BYTES) throw new Error('a leaf was left without its signature');
  return messages.map((_, nth) => made.subarray(nth * SIGNATURE_BYTES, (nth + 1) * SIGNATURE_BYTES));
}

/** What is said of each leaf, one byte for each; `keys` may have handed them in, by the hash that a leaf names. */
export async function judgeLeaves(
  leaves: readonly Uint8Array[],
  keys: ReadonlyMap<string, KeyObject>,
): Promise<Uint8Array> {
  if (leaves.length < FEW) return Uint8Array.from(await Promise.all(leaves.map((leaf) => judgeAside(leaf, keys))));
  const each = Math.ceil(leaves.length / checkers.most);
  const parts = Array.from({ length: checkers.most }, (_, nth) => leaves.slice(nth * each, (nth + 1) * each));
  const verdicts = parts.map((part) => done(checkers, { kind: 'check', leaves: sideBySide(part, LEAF_BYTES), keys }));
  return Buffer.concat(await Promise.all(verdicts));
}

/** One of another length leaves its room empty, which is neither signed nor a message of ours. */
function sideBySide(all: readonly Uint8Array[], bytes: number): Uint8Array {
  const joined = new Uint8Array(all.length * bytes);
  for (const [nth, one] of all.entries()) if (one.length === bytes) joined.set(one, nth * bytes);
  return joined;
}
