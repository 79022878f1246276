import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const partNames = [
  'ceiling',
  'kernel',
  'floor',
  'pgboss',
  'acts',
  'full',
  'mandate',
  'cedar',
  'search',
  'rules',
  'exchange',
  'revocation',
  'crash',
  'letters',
  'tamper',
  'ledger',
] as const;

export type PartName = (typeof partNames)[number];

export interface Options {
  readonly parts: ReadonlySet<PartName>;
  /** Seconds of one measured stretch, after warming up. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly rounds: number;
  /** Cases open at the same time. */
  readonly clients: number;
  readonly cedarPairs: number;
  readonly races: number;
  readonly crashes: number;
  /** Ways in which a log is changed. */
  readonly mutations: number;
  /** Microseconds that the server waits before each flush of its log: what a slower disk does. */
  readonly flushDelay: number;
}

/** The longest that the server can be told to wait (`commit_delay`). */
const LONGEST_FLUSH_DELAY = 100_000;

const usage = `npm run bench -- [--quick] [--only ${partNames.join(',')}] [--rounds N] [--seconds N] [--clients N]
  [--cedar PAIRS] [--races N] [--crash POINTS] [--mutations N] [--flush-delay MICROSECONDS]`;

/** Reads the flags, or returns the sentence that says how to use them. */
export function readOptions(parameters: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...parameters],
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: partNames.join(',') },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        clients: { type: 'string', default: '64' },
        cedar: { type: 'string' },
        races: { type: 'string' },
        crash: { type: 'string' },
        mutations: { type: 'string' },
        'flush-delay': { type: 'string', default: '0' },
      },
    }));
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`;
  }
  const { quick, only } = values;
  const wanted = only.split(',');
  const parts = partNames.filter((name) => wanted.includes(name));
  const numbers = {
    seconds: Number(values.seconds ?? (quick ? 4 : 12)),
    // The compiler of the engine still works beside the program some ten seconds after its start.
    warmUpSeconds: quick ? 2 : 12,
    rounds: Number(values.rounds ?? (quick ? 1 : 5)),
    clients: Number(values.clients),
    cedarPairs: Number(values.cedar ?? (quick ? 20_000 : 1_000_000)),
    races: Number(values.races ?? (quick ? 100 : 1_000)),
    crashes: Number(values.crash ?? (quick ? 6 : 100)),
    mutations: Number(values.mutations ?? (quick ? 2_000 : 100_000)),
  };
  const wrong = Object.values(numbers).some((number) => !Number.isFinite(number) || number <= 0);
  const flushDelay = Number(values['flush-delay']);
  const isDelay = Number.isInteger(flushDelay) && flushDelay >= 0 && flushDelay <= LONGEST_FLUSH_DELAY;
  if (wrong || !isDelay || parts.length !== wanted.length) return usage;
  return { parts: new Set(parts), ...numbers, flushDelay };
}
