import { readFileSync } from 'node:fs';
import { Catalogue, evaluate, getDecisionTable } from '../src/catalogue/catalogue.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Options } from './options.ts';
import { atLeast, type Part, type Say } from './report.ts';
import { percentile } from './statistics.ts';

const GOAL = 100_000;
const CATALOGUE = new URL('../../db/demo/catalogue.json', import.meta.url);

/** Whole evaluations (binding, type check, rows, effects) of every example case of every item, per second on one core. */
export function runRules(options: Options, say: Say): Part {
  const { items } = Catalogue.parse(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
  const examples = items.flatMap((item) =>
    item.cases.map((example) => ({ table: getDecisionTable(item), id: item.id, ...example })),
  );
  const wrong = examples.filter(({ table, inputs, expect }) => {
    const found = evaluate(table, inputs);
    return isRefusal(found) || found.outcome !== expect;
  });
  const pass = (seconds: number): number => {
    const began = process.hrtime.bigint();
    const end = began + BigInt(Math.round(seconds * 1e9));
    let count = 0;
    while (process.hrtime.bigint() < end) {
      for (const { table, inputs } of examples) evaluate(table, inputs);
      count += examples.length;
    }
    return count / (Number(process.hrtime.bigint() - began) / 1e9);
  };
  pass(options.warmUpSeconds);
  const rounds = Array.from({ length: options.rounds }, () => pass(options.seconds));
  say(`${items.length} items, ${examples.length} example cases, ${wrong.length} of them not as expected`);
  return {
    part: 'decision tables on one core',
    figures: [
      atLeast('evaluations, median of the rounds', percentile(rounds, 50), '/s', GOAL),
      { name: 'slowest round', value: Math.min(...rounds), unit: '/s' },
    ],
    rounds: rounds.map((perSecond) => ({ perSecond })),
    notes: [`${items.length} items, ${examples.length} example cases one after the other`],
    failed: wrong.length > 0,
  };
}
