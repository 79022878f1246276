import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { atLeast, type Part, type Say } from './report.ts';

/** Letters per second of processor time, all threads of the process together. */
export interface LetterRates {
  /** Acceptance notice and decision of grant by turns: what a case sends out. */
  readonly case: number;
  readonly notice: number;
  readonly decision: number;
  /** OFD twins of decisions, rendered from the kept PDF and sealed: no part of `case`, made when somebody asks for one. */
  readonly twin: number;
  /** The same letters as in `case`, rendered only. */
  readonly rendering: number;
}

/** The whole pipeline, from the data of the letter to the sealed files on the disk. */
const GOAL = 40;
const STRETCH = 60;

/** Part: sealed letters per CPU-second. */
export async function runLetters(options: Options, say: Say): Promise<Part> {
  const rates = await inProcess(Math.min(options.seconds, 5));
  say(`${Math.round(rates.case)} sealed letters per CPU-second`);
  return {
    part: 'sealed letters',
    figures: [
      atLeast('letters of a case, sealed and signed twice', rates.case, 'per CPU-s', GOAL),
      atLeast('the same, stretch', rates.case, 'per CPU-s', STRETCH),
      { name: 'notice (PDF)', value: rates.notice, unit: 'per CPU-s' },
      { name: 'decision (PDF)', value: rates.decision, unit: 'per CPU-s' },
      { name: 'OFD twin of a decision, on first demand', value: rates.twin, unit: 'per CPU-s' },
      { name: 'letters of a case, rendered only', value: rates.rendering, unit: 'per CPU-s' },
    ],
    rounds: [rates],
    notes: [
      'rendered, sealed (SM2), signed for readers (P-256) with a time stamp, what the OFD twin of decisions is made of fixed with them, all written to disk',
    ],
    failed: false,
  };
}

function inProcess(seconds: number): Promise<LetterRates> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'letters-process.ts'), [String(seconds)]);
    let rates: LetterRates | undefined;
    child.on('message', (message: LetterRates) => (rates = message));
    child.once('error', reject);
    child.once('exit', (code) =>
      rates === undefined ? reject(new Error(`the letters ended with ${code}`)) : resolve(rates),
    );
  });
}
