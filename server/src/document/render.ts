import { Worker } from 'node:worker_threads';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { LetterContent, type LetterRenderer, type RenderedLetter } from './document.ts';
import type { ExtraFont } from './fonts.ts';
import type { RenderReply, RenderRequest } from './render-worker.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

export interface RendererOptions {
  readonly workers?: number;
  /** Letters waiting beyond those in work; more are refused, so that a burst does not fill the memory. */
  readonly queueLimit?: number;
  readonly extraFonts?: readonly ExtraFont[];
}

type Outcome = RenderedLetter | Refusal<DocumentRefusalCode>;

interface Job {
  readonly request: RenderRequest;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

interface Press {
  readonly worker: Worker;
  job: Job | undefined;
}

/** A pool of worker threads that turn letters into PDF/A. Workers start with the first letter. */
export function letterRenderer(options: RendererOptions = {}): LetterRenderer {
  const size = options.workers ?? 1;
  const queueLimit = options.queueLimit ?? 500;
  const presses: Press[] = [];
  const waiting: Job[] = [];
  let nextId = 1;
  let closed = false;

  function lose(press: Press, cause: Error): void {
    const index = presses.indexOf(press);
    if (index < 0) return;
    presses.splice(index, 1);
    press.job?.reject(new Error('the letter could not be rendered', { cause }));
    if (!closed) work();
  }

  function addPress(): Press {
    const press = startPress(options.extraFonts ?? [], { onIdle: work, onLost: lose });
    presses.push(press);
    return press;
  }

  function work(): void {
    while (waiting.length > 0) {
      const idle = presses.find((press) => press.job === undefined) ?? (presses.length < size ? addPress() : undefined);
      const job = idle === undefined ? undefined : waiting.shift();
      if (idle === undefined || job === undefined) break;
      idle.job = job;
      idle.worker.ref();
      idle.worker.postMessage(job.request);
    }
    for (const press of presses) if (press.job === undefined) press.worker.unref();
  }

  return {
    renderPdf(content, { at }) {
      if (closed) return Promise.reject(new Error('the document renderer is closed'));
      if (waiting.length >= queueLimit) {
        return Promise.resolve(refuse(documentRefusals, 'documents-queue-full', { waiting: waiting.length }));
      }
      const epochSeconds = Math.floor(Date.parse(at) / 1000);
      const request = { id: nextId, content: LetterContent.parse(content), epochSeconds };
      nextId += 1;
      return new Promise<Outcome>((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        work();
      });
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
    if (job !== undefined) settle(job, reply);
    told.onIdle();
  });
  worker.on('error', (error) => told.onLost(press, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => told.onLost(press, new Error(`the document worker ended with code ${code}`)));
  // An idle worker does not keep a finished process alive.
  worker.unref();
  return press;
}

function settle(job: Job, reply: RenderReply): void {
  const outcome = reply.rendered ?? reply.refusal;
  if (outcome === undefined) job.reject(new Error(`the letter could not be rendered: ${reply.fault ?? 'no reply'}`));
  else if (isRefusal(outcome) || reply.id === job.request.id) job.resolve(outcome);
  else job.reject(new Error('the document worker answered another letter'));
}
