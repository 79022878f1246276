import { setTimeout as delay } from 'node:timers/promises';
import { addDays } from '../src/kernel/time.ts';
import { type ActName, type ActRequest, freshRequestId, twoSignatureActs } from './case-acts.ts';
import type { CrashAnswer } from './crash-process.ts';
import type { Program } from './crash-program.ts';

const CLIENTS = 24;
const CASES_PER_DAY = 9_000;

/** What a client was told: this act is done. */
export interface Ack {
  readonly act: ActName;
  readonly stream: string;
  readonly seq: number;
}

/** Clients that carry cases and repeat what was not answered, blindly and with the same request id. */
export interface Clients {
  readonly acks: ReadonlyMap<string, Ack>;
  readonly connect: (program: Program) => void;
  readonly waiting: () => number;
  /** Settles at the next acknowledgement. */
  readonly acknowledged: () => Promise<void>;
  readonly repeatedAfterCrash: () => number;
  /** Every client ends the case that it is in, and starts no other. */
  readonly finish: () => Promise<void>;
}

export function startClients(): Clients {
  const line = openLine();
  const acks = new Map<string, Ack>();
  let nextAck = Promise.withResolvers<void>();
  let finishing = false;
  let started = 0;

  async function carry(): Promise<void> {
    started += 1;
    const on = addDays('2025-06-03', Math.floor(started / CASES_PER_DAY));
    let caseNo = '';
    for (const act of twoSignatureActs) {
      const requestId = freshRequestId();
      const answer = await line.ask({ act, requestId, on, caseNo });
      if (answer.kind !== 'done') throw new Error(`${act} of ${caseNo}: ${JSON.stringify(answer)}`);
      acks.set(requestId, { act, stream: answer.stream, seq: answer.seq });
      caseNo = answer.stream.slice('case/'.length);
      nextAck.resolve();
      nextAck = Promise.withResolvers<void>();
    }
  }

  async function client(): Promise<void> {
    while (!finishing) await carry();
  }

  const all = Promise.all(Array.from({ length: CLIENTS }, client));
  // A client that was refused ends the measurement at `acknowledged` or `finish`, whichever waits.
  all.catch(() => undefined);
  return {
    acks,
    connect: line.connect,
    waiting: line.waiting,
    repeatedAfterCrash: line.repeated,
    acknowledged: () => Promise.race([nextAck.promise, all.then(() => undefined)]),
    async finish() {
      finishing = true;
      await all;
    },
  };
}

interface Line {
  readonly ask: (request: ActRequest) => Promise<CrashAnswer>;
  readonly connect: (program: Program) => void;
  readonly waiting: () => number;
  readonly repeated: () => number;
}

/** The line to whichever program is alive: what has no answer is sent again to the next one, unchanged. */
function openLine(): Line {
  const open = new Map<string, { readonly request: ActRequest; readonly resolve: (answer: CrashAnswer) => void }>();
  const sentAgain = new Set<string>();
  let program: Program | undefined;

  function hear(answer: CrashAnswer): void {
    if (answer.kind === 'ready') return;
    const waiting = open.get(answer.requestId);
    if (waiting === undefined) return;
    // A fault (the database went away under the act) leaves the outcome unknown: the same request is sent again.
    if (answer.kind === 'fault') {
      const again = () => (open.has(answer.requestId) ? program?.send(waiting.request) : undefined);
      delay(20).then(again, again);
      return;
    }
    open.delete(answer.requestId);
    waiting.resolve(answer);
  }

  return {
    ask: (request) =>
      new Promise((resolve) => {
        open.set(request.requestId, { request, resolve });
        program?.send(request);
      }),
    connect(next) {
      program = next;
      next.onAnswer(hear);
      for (const { request } of open.values()) {
        sentAgain.add(request.requestId);
        next.send(request);
      }
    },
    waiting: () => open.size,
    repeated: () => sentAgain.size,
  };
}
