import * as fc from 'fast-check';
import { disagreements } from '../test/cedar-oracle.ts';
import { oracleCases } from '../test/mandate-cases.ts';
import type { Options } from './options.ts';
import { atMost, type Part, type Say } from './report.ts';

const CASES_PER_BATCH = 200;
/** The three first differences are enough to begin with; the seed repeats all of them. */
const SHOWN = 3;

/** Part 6: the same generated mandates and acts put to our check and to Cedar. */
export async function runCedar(options: Options, say: Say): Promise<Part> {
  const began = performance.now();
  const seed = Math.floor(performance.timeOrigin) % 1_000_000_000;
  const differences: object[] = [];
  let pairs = 0;
  for (let batch = 0; pairs < options.cedarPairs; batch += 1) {
    for (const oracleCase of fc.sample(oracleCases, { numRuns: CASES_PER_BATCH, seed: seed + batch })) {
      differences.push(...disagreements(oracleCase));
      pairs += oracleCase.acts.length;
    }
    if (batch % 25 === 0) say(`${pairs} acts compared with Cedar, ${differences.length} differences`);
    // Lets a signal through.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    part: 'agreement with Cedar',
    figures: [
      atMost('disagreements (goal 6)', differences.length, 'acts', 0),
      { name: 'pairs compared', value: pairs, unit: 'acts' },
      { name: 'compared in', value: seconds, unit: 's' },
    ],
    rounds: differences.slice(0, SHOWN),
    notes: [`seeds ${seed} and up, ${CASES_PER_BATCH} sets of mandates each, ten acts a set`],
    failed: differences.length > 0,
  };
}
