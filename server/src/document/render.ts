import { Worker } from 'node:worker_threads';
import { isEveryday } from '../kernel/characters.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { LetterContent, type LetterRenderer, PrintedSheet } from './document.ts';
import type { ExtraFont } from './fonts.ts';
import type { RenderReply, RenderRequest } from './render-worker.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

export interface RendererOptions {
  readonly workers?: number;
  /** Letters waiting beyond those in work; more are refused, so that a burst does not fill the memory. */
  readonly queueLimit?: number;
  readonly extraFonts?: readonly ExtraFont[];
}

type Asked = RenderRequest extends infer One ? (One extends unknown ? Omit<One, 'id'> : never) : never;

interface Job {
  readonly request: RenderRequest;
  readonly settle: (reply: RenderReply) => void;
  readonly reject: (error: Error) => void;
}

interface Press {
  readonly worker: Worker;
  job: Job | undefined;
}

/** What anybody may ask for must not keep letters waiting: more sheets than this are not in work at once. */
const MOST_SHEETS = 8;

/** A pool of worker threads that turn letters into PDF/A. Workers start with the first letter. */
export function letterRenderer(options: RendererOptions = {}): LetterRenderer {
  const queueLimit = options.queueLimit ?? 500;
  const room = pressRoom(options);
  let nextId = 1;
  let sheets = 0;

  function ask<Answer>(
    asked: Asked,
    read: (reply: RenderReply) => Answer | undefined,
  ): Promise<Answer | Refusal<DocumentRefusalCode>> {
    const waiting = room.waiting();
    if (waiting >= queueLimit) return Promise.resolve(refuse(documentRefusals, 'documents-queue-full', { waiting }));
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      const settle = (reply: RenderReply): void => {
        const answer = reply.refusal ?? read(reply);
        if (answer === undefined) reject(new Error(`the letter could not be rendered: ${reply.fault ?? 'no reply'}`));
        else if (reply.id === id) resolve(answer);
        else reject(new Error('the document worker answered another letter'));
      };
      room.add({ request: { ...asked, id }, settle, reject });
    });
  }

  return {
    renderPdf(content, { at }) {
      const epochSeconds = Math.floor(Date.parse(at) / 1000);
      return ask({ content: LetterContent.parse(content), epochSeconds }, ({ rendered }) => rendered);
    },
    async renderSheet(content, { at }) {
      if (sheets >= MOST_SHEETS) return refuse(documentRefusals, 'documents-queue-full', { waiting: sheets });
      sheets += 1;
      try {
        const epochSeconds = Math.floor(Date.parse(at) / 1000);
        return await ask({ sheet: PrintedSheet.parse(content), epochSeconds }, ({ sheet }) => sheet);
      } finally {
        sheets -= 1;
      }
    },
    renderTwin(pdf, facts) {
      return ask({ pdf, facts }, ({ twin }) => twin);
    },
    missingIn(text) {
      return isEveryday(text) ? Promise.resolve([]) : ask({ text }, ({ missing }) => missing);
    },
    close: room.close,
  };
}

interface PressRoom {
  readonly waiting: () => number;
  readonly add: (job: Job) => void;
  readonly close: () => Promise<void>;
}

function pressRoom({ workers = 1, extraFonts = [] }: RendererOptions): PressRoom {
  const presses: Press[] = [];
  const waiting: Job[] = [];
  let closed = false;

  function lose(press: Press, cause: Error): void {
    const index = presses.indexOf(press);
    if (index < 0) return;
    presses.splice(index, 1);
    press.job?.reject(new Error('the letter could not be rendered', { cause }));
    if (!closed) work();
  }

  function addPress(): Press {
    const press = startPress(extraFonts, { onIdle: work, onLost: lose });
    presses.push(press);
    return press;
  }

  function work(): void {
    while (waiting.length > 0) {
      const idle =
        presses.find((press) => press.job === undefined) ?? (presses.length < workers ? addPress() : undefined);
      const job = idle === undefined ? undefined : waiting.shift();
      if (idle === undefined || job === undefined) break;
      idle.job = job;
      idle.worker.ref();
      idle.worker.postMessage(job.request);
    }
    for (const press of presses) if (press.job === undefined) press.worker.unref();
  }

  return {
    waiting: () => waiting.length,
    add(job) {
      if (closed) {
        job.reject(new Error('the document renderer is closed'));
        return;
      }
      waiting.push(job);
      work();
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error('the document renderer is closed'));
      await Promise.all([...presses].map((press) => press.worker.terminate()));
    },
  };
}

function startPress(
  extraFonts: readonly ExtraFont[],
  told: { readonly onIdle: () => void; readonly onLost: (press: Press, cause: Error) => void },
): Press {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: { extraFonts } });
  const press: Press = { worker, job: undefined };
  worker.on('message', (reply: RenderReply) => {
    const { job } = press;
    press.job = undefined;
    job?.settle(reply);
    told.onIdle();
  });
  worker.on('error', (error) => told.onLost(press, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => told.onLost(press, new Error(`the document worker ended with code ${code}`)));
  // An idle worker does not keep a finished process alive.
  worker.unref();
  return press;
}
