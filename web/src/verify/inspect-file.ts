import type { Inspection } from '@liangqian/verify/inspect.ts';
import type { Asked, Challenge, Told } from './asked.ts';

/** What came of checking a file: the answer of the verifier, or why there is none. */
export type Outcome =
  | { readonly kind: 'told'; readonly inspection: Inspection; readonly roots: readonly string[] }
  | { readonly kind: 'noTrust'; readonly line: number; readonly reason: string }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'tooSlow'; readonly seconds: number }
  | { readonly kind: 'broken' };

/** Larger than any bundle that the platform hands out; what is larger is not even read. */
export const LARGEST_FILE = 64 * 2 ** 20;
/** A trust file or a list of states of a whole district. */
const LARGEST_TRUST = 8 * 2 ** 20;

export interface Question {
  readonly file: File;
  readonly trust: string | File;
  readonly statusList: File | undefined;
  readonly at: string;
  readonly challenge: Challenge;
  /** Milliseconds that the verifier may take. */
  readonly patience: number;
}

/** Checks a file in a worker of its own, which is ended with the answer, or when it takes too long. The file goes nowhere else. */
export async function inspectFile({ file, trust, statusList, at, challenge, patience }: Question): Promise<Outcome> {
  if (file.size > LARGEST_FILE || sizeOf(trust) > LARGEST_TRUST || sizeOf(statusList) > LARGEST_TRUST) {
    return { kind: 'tooLarge' };
  }
  const trustText = typeof trust === 'string' ? trust : await trust.text();
  const ask = async (list: string | undefined): Promise<Outcome> =>
    askWorker({ bytes: await file.arrayBuffer(), trust: trustText, statusList: list, at, challenge }, patience);
  const outcome = await ask(await statusList?.text());
  const uri = outcome.kind === 'told' ? outcome.inspection.licence?.statusUri : undefined;
  const list = uri === undefined || statusList !== undefined ? undefined : await ownStatusList(uri);
  return list === undefined ? outcome : ask(list);
}

/** The list that this platform itself publishes: it is asked whole, so nobody learns which licence is being checked. */
async function ownStatusList(uri: string): Promise<string | undefined> {
  if (!URL.canParse(uri) || new URL(uri).origin !== location.origin) return undefined;
  const response = await fetch(uri, { credentials: 'omit' }).catch(() => undefined);
  return response?.ok === true ? response.text() : undefined;
}

function sizeOf(held: string | File | undefined): number {
  return held instanceof File ? held.size : 0;
}

function askWorker(asked: Asked, patience: number): Promise<Outcome> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Outcome>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(outcome);
    };
    worker.addEventListener('error', () => end({ kind: 'broken' }));
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind !== 'ready') {
        end(data);
        return;
      }
      // Loading the verifier over a slow line is not the file's fault: time runs from here.
      timer = setTimeout(() => end({ kind: 'tooSlow', seconds: patience / 1000 }), patience);
      worker.postMessage(asked, [asked.bytes]);
    });
  });
}
