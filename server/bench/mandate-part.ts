import { fork } from 'node:child_process';
import { freemem } from 'node:os';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { atLeast, atMost, type Part, type Say } from './report.ts';
import { median } from './statistics.ts';

/** What the process that checks reports first. */
export interface Filled {
  readonly kind: 'filled';
  /** Of our index alone, in memory of the engine and beside it, for each mandate. */
  readonly bytesPerMandate: number;
  readonly grantedShare: number;
}

/** One stretch of each; every figure is checks per second of the process's own processor time. */
export interface CheckRates {
  readonly kind: 'rates';
  readonly ours: number;
  readonly plain: number;
  readonly cedar: number;
}

const FEW = 10_000;
const MANY = 1_000_000;
const BYTES_PER_MANDATE = 6_000;
const ROUNDS = 7;

/** Part 5: checks per CPU-second with few and with many mandates, beside a plain index and beside Cedar. */
export async function runMandateChecks(options: Options, say: Say): Promise<Part> {
  const many = Math.min(MANY, Math.floor(freemem() / BYTES_PER_MANDATE / 2));
  const [fewChecker, manyChecker] = [startChecker(FEW), startChecker(many)];
  try {
    const [filled, filledMany] = await Promise.all([fewChecker.filled, manyChecker.filled]);
    say(
      `${FEW} and ${many} mandates are in memory, ${Math.round(filledMany.bytesPerMandate)} bytes for one of the many`,
    );
    const stretch = Math.min(options.seconds, 5) / 5;
    const rounds: { readonly few: CheckRates; readonly many: CheckRates }[] = [];
    // In turn, a second or less each, because the machine is shared: what disturbs one stretch disturbs its neighbour.
    for (let n = 0; n < ROUNDS; n += 1) {
      rounds.push({ few: await fewChecker.measure(stretch), many: await manyChecker.measure(stretch) });
    }
    const middle = (figure: (round: (typeof rounds)[number]) => number): number => median(rounds.map(figure));
    return {
      part: 'mandate checks',
      figures: [
        { name: `checks, ${FEW} mandates`, value: middle(({ few }) => few.ours), unit: 'per CPU-s' },
        { name: `checks, ${many} mandates`, value: middle((round) => round.many.ours), unit: 'per CPU-s' },
        { name: `plain index, ${FEW} mandates`, value: middle(({ few }) => few.plain), unit: 'per CPU-s' },
        { name: `plain index, ${many} mandates`, value: middle((round) => round.many.plain), unit: 'per CPU-s' },
        { name: 'Cedar, named mandate', value: middle(({ few }) => few.cedar), unit: 'per CPU-s' },
        { name: `memory, ${many} mandates`, value: filledMany.bytesPerMandate, unit: 'bytes each' },
        atLeast(
          'checks ÷ plain index (goal 5)',
          middle(({ few }) => few.ours / few.plain),
          'times',
          0.5,
        ),
        atLeast(
          'checks ÷ Cedar (goal 5)',
          middle(({ few }) => few.ours / few.cedar),
          'times',
          100,
        ),
        atMost(
          `${FEW} ÷ ${many} mandates (goal 5)`,
          middle((round) => round.few.ours / round.many.ours),
          'times',
          2,
        ),
        {
          name: 'the same of the plain index',
          value: middle((round) => round.few.plain / round.many.plain),
          unit: 'times',
        },
      ],
      rounds,
      notes: [`${Math.round(filled.grantedShare * 100)} % of the acts are granted; the others fail in six ways`],
      failed: false,
    };
  } finally {
    fewChecker.end();
    manyChecker.end();
  }
}

interface Checker {
  readonly filled: Promise<Filled>;
  readonly measure: (seconds: number) => Promise<CheckRates>;
  readonly end: () => void;
}

function startChecker(mandates: number): Checker {
  const megabytes = Math.max(2_000, Math.ceil((mandates * BYTES_PER_MANDATE) / 1_000_000));
  const child = fork(join(import.meta.dirname, 'mandate-process.ts'), [String(mandates)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${megabytes}`],
  });
  const filled = Promise.withResolvers<Filled>();
  let rates = Promise.withResolvers<CheckRates>();
  child.on('message', (message: Filled | CheckRates) =>
    message.kind === 'filled' ? filled.resolve(message) : rates.resolve(message),
  );
  const fail = (fault: Error): void => {
    filled.reject(fault);
    rates.reject(fault);
  };
  child.once('error', fail);
  child.once('exit', (code) => fail(new Error(`the mandate checks ended with ${code}`)));
  return {
    filled: filled.promise,
    measure(seconds) {
      rates = Promise.withResolvers();
      child.send({ seconds });
      return rates.promise;
    },
    end() {
      // Its end is wanted now, and no answer is waited for.
      rates.promise.catch(() => undefined);
      child.kill();
    },
  };
}
