import type { BenchServer } from './bench-server.ts';
import type { Measured } from './load.ts';
import type { LoadName } from './loads.ts';
import type { Options } from './options.ts';
import { atMost, type Figure, type Say } from './report.ts';
import { runLoad } from './run-load.ts';
import { median } from './statistics.ts';

/** The same cases without and with the log. */
interface Pair {
  readonly step: string;
  readonly without: LoadName;
  readonly withLog: LoadName;
}

const pairs = [
  {
    step: 'a step as the product carries it out (letters rendered, SM2)',
    without: 'full',
    withLog: 'fullLogged',
  },
  {
    step: 'a bare act of the kernel path (no letter, no SM2)',
    without: 'twoSignatures',
    withLog: 'logged',
  },
] as const satisfies readonly Pair[];

/** What the log adds to the processor time of an act, program and server together: off and on in turn within the same run. */
export async function measureCost(server: BenchServer, options: Options, say: Say) {
  const figures: Figure[] = [];
  const rounds: object[] = [];
  for (const pair of pairs) {
    const measured: { readonly without: number; readonly withLog: number }[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const without = cpuPerAct(await runLoad(server, pair.without, options));
      const withLog = cpuPerAct(await runLoad(server, pair.withLog, options));
      measured.push({ without, withLog });
      say(`${pair.step} costs ${without.toFixed(3)} CPU-ms, with the log ${withLog.toFixed(3)}`);
    }
    const more = median(measured.map(({ without, withLog }) => 100 * (withLog / without - 1)));
    figures.push(
      { name: `${pair.step}, without the log`, value: median(measured.map((one) => one.without)), unit: 'CPU-ms' },
      atMost('  what the log adds to it', more, '%', 15),
    );
    rounds.push({ ...pair, measured });
  }
  return { figures, rounds };
}

function cpuPerAct({ programCpu, serverCpu, acts }: Measured): number {
  return (1000 * (programCpu + serverCpu)) / acts;
}
