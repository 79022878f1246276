import { fork } from 'node:child_process';
import { freemem } from 'node:os';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { atLeast, atMost, type Part, type Say } from './report.ts';

/** What the process that checks reports; every figure is checks per second of its own processor time. */
export interface CheckRates {
  readonly mandates: number;
  readonly ours: number;
  readonly plain: number;
  readonly cedar: number;
  readonly grantedShare: number;
}

const FEW = 10_000;
const MANY = 1_000_000;
const BYTES_PER_MANDATE = 6_000;

/** Part 5: checks per CPU-second with few and with many mandates, beside a plain index and beside Cedar. */
export async function runMandateChecks(options: Options, say: Say): Promise<Part> {
  const room = Math.floor(freemem() / BYTES_PER_MANDATE / 2);
  const many = Math.min(MANY, room);
  const few = await inProcess(FEW, options.seconds);
  say(`${FEW} mandates: ${Math.round(few.ours)} checks per CPU-second, plain index ${Math.round(few.plain)}`);
  const much = await inProcess(many, options.seconds);
  say(`${many} mandates: ${Math.round(much.ours)} checks per CPU-second, plain index ${Math.round(much.plain)}`);
  return {
    part: 'mandate checks',
    figures: [
      { name: `checks, ${FEW} mandates`, value: few.ours, unit: 'per CPU-s' },
      { name: `checks, ${many} mandates`, value: much.ours, unit: 'per CPU-s' },
      { name: `plain index, ${FEW} mandates`, value: few.plain, unit: 'per CPU-s' },
      { name: 'Cedar, named mandate', value: few.cedar, unit: 'per CPU-s' },
      atLeast('checks ÷ plain index (goal 5)', few.ours / few.plain, 'times', 0.5),
      atLeast('checks ÷ Cedar (goal 5)', few.ours / few.cedar, 'times', 100),
      atMost(`${FEW} ÷ ${many} mandates (goal 5)`, few.ours / much.ours, 'times', 2),
    ],
    rounds: [few, much],
    notes: [`${Math.round(few.grantedShare * 100)} % of the acts are granted; the others fail in six ways`],
    failed: false,
  };
}

function inProcess(mandates: number, seconds: number): Promise<CheckRates> {
  const megabytes = Math.max(2_000, Math.ceil((mandates * BYTES_PER_MANDATE) / 1_000_000));
  return new Promise((resolve, reject) => {
    const child = fork(
      join(import.meta.dirname, 'mandate-process.ts'),
      [String(mandates), String(Math.min(seconds, 5))],
      { execArgv: [`--max-old-space-size=${megabytes}`] },
    );
    let rates: CheckRates | undefined;
    child.on('message', (message: CheckRates) => (rates = message));
    child.once('error', reject);
    child.once('exit', (code) =>
      rates === undefined ? reject(new Error(`the mandate checks ended with ${code}`)) : resolve(rates),
    );
  });
}
