import type { Options } from './options.ts';
import { atLeast, atMost, type Part, type Say } from './report.ts';
import { tamper } from './tamper-run.ts';

const SEED = 20_260_304;

/** Changes a log in memory in every way that an attacker could, and counts what neither audit nor witness noticed. */
export async function runTampering(options: Options, say: Say): Promise<Part> {
  say(`changing a log in ${options.mutations} ways`);
  const { tried, missed, perKind } = await tamper(options.mutations, SEED);
  return {
    part: 'tampering with the log',
    figures: [
      atLeast('mutations tried', tried, '', options.mutations),
      atMost('mutations that nobody noticed', missed.length, '', 0),
    ],
    rounds: [...perKind].map(([kind, count]) => ({ kind, count })),
    notes: [`${perKind.size} kinds, seed ${SEED}`, ...missed.slice(0, 5)],
    failed: missed.length > 0,
  };
}
