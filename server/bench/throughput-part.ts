import type { BenchServer } from './bench-server.ts';
import { type Ceiling, measureCeiling } from './ceiling.ts';
import type { Measured } from './load.ts';
import type { LoadName } from './loads.ts';
import type { Options, PartName } from './options.ts';
import { atLeast, atMost, type Figure, type Part, type Say } from './report.ts';
import { runLoad } from './run-load.ts';
import { median, movement, percentile, rounded } from './statistics.ts';

/** A round whose ceiling moved by more than this between its start and its end says nothing about ratios of wall time. */
const MOST_MOVEMENT = 0.2;
/** Rounds that may be discarded before the run is told to be unsteady. */
const SPARE_ROUNDS = 3;

interface Sample {
  readonly load: LoadName;
  readonly casesPerSecond: number;
  readonly casesPerCpuSecond: number;
  readonly programMs: number;
  readonly serverMs: number;
  readonly commitsPerCase: number;
  readonly actsPerCase: number;
  readonly walBytesPerCase: number;
  readonly fullPagesPerCase: number;
  readonly stepP50Ms: number;
  readonly stepP99Ms: number;
}

interface Round {
  readonly before: Ceiling;
  readonly after: Ceiling;
  readonly moved: number;
  readonly isSteady: boolean;
  readonly samples: readonly Sample[];
}

/** In the order of a round; each stands between two measurements of the ceiling, ours between the floor's. */
const loadOf: readonly (readonly [PartName, LoadName])[] = [
  ['floor', 'floor'],
  ['kernel', 'twoSignatures'],
  ['acts', 'automatic'],
  ['full', 'full'],
  ['pgboss', 'pgboss'],
];

/** Parts 1 to 4: ceiling, floor, our cases and the peer, interleaved round by round. */
export async function runThroughput(server: BenchServer, options: Options, say: Say): Promise<Part> {
  const loads = loadOf.filter(([part]) => options.parts.has(part)).map(([, load]) => load);
  const rounds: Round[] = [];
  const spare = options.rounds === 1 ? 0 : SPARE_ROUNDS;
  for (let tried = 0; tried < options.rounds + spare && steady(rounds).length < options.rounds; tried += 1) {
    rounds.push(await runRound(server, loads, options, say));
  }
  // The processor time of a case does not depend on the disk: unsteady rounds still tell it, and are kept in the document.
  const told = steady(rounds).length > 0 ? steady(rounds) : rounds;
  const discarded = rounds.length - steady(rounds).length;
  return {
    part: 'cases',
    figures: [...ceilingFigures(told), ...loads.flatMap((load) => loadFigures(load, told)), ...ratioFigures(told)],
    rounds,
    notes: [
      `${options.clients} open cases, ${options.seconds} s a stretch, ${told.length} of ${rounds.length} rounds counted`,
      ...(discarded === 0 ? [] : [`${discarded} rounds moved by more than 20 %`]),
      `ceiling measured with ${rounds[0]?.before.tool}`,
      ...(options.flushDelay === 0 ? [] : [`every flush of the log waits ${options.flushDelay} µs first`]),
    ],
    failed: false,
  };
}

function steady(rounds: readonly Round[]): readonly Round[] {
  return rounds.filter((round) => round.isSteady);
}

async function runRound(server: BenchServer, loads: readonly LoadName[], options: Options, say: Say): Promise<Round> {
  const ceilingSeconds = Math.max(2, Math.round(options.seconds / 4));
  const before = await measureCeiling(server, ceilingSeconds);
  say(`ceiling ${Math.round(before.one)} / ${Math.round(before.thirtyTwo)} commits per second with 1 / 32 clients`);
  const samples: Sample[] = [];
  for (const load of loads) {
    const sample = sampleOf(load, await runLoad(server, load, { ...options, clients: openCases(load, options) }));
    samples.push(sample);
    const { casesPerSecond, casesPerCpuSecond, programMs, serverMs } = sample;
    say(
      `${load}: ${rounded(casesPerSecond)} cases/s, ${rounded(casesPerCpuSecond)} per CPU-second (program ${rounded(programMs)} ms + PostgreSQL ${rounded(serverMs)} ms)`,
    );
  }
  const after = await measureCeiling(server, ceilingSeconds);
  const moved = Math.max(movement(before.one, after.one), movement(before.thirtyTwo, after.thirtyTwo));
  say(`ceiling moved by ${Math.round(moved * 100)} %`);
  return { before, after, moved, isSteady: moved <= MOST_MOVEMENT, samples };
}

/** A queue that polls needs more open cases to be kept busy; one renderer needs few, or none would end within a stretch. */
function openCases(load: LoadName, options: Options): number {
  switch (load) {
    case 'pgboss':
      return 256;
    case 'full':
      return 4;
    default:
      return options.clients;
  }
}

function sampleOf(load: LoadName, measured: Measured): Sample {
  const { cases, seconds, programCpu, serverCpu, stepMilliseconds } = measured;
  return {
    load,
    casesPerSecond: cases / seconds,
    casesPerCpuSecond: cases / (programCpu + serverCpu),
    programMs: (1000 * programCpu) / cases,
    serverMs: (1000 * serverCpu) / cases,
    commitsPerCase: measured.commits / cases,
    actsPerCase: measured.acts / cases,
    walBytesPerCase: measured.walBytes / cases,
    fullPagesPerCase: measured.fullPages / cases,
    stepP50Ms: percentile(stepMilliseconds, 50),
    stepP99Ms: percentile(stepMilliseconds, 99),
  };
}

function ceilingFigures(rounds: readonly Round[]): readonly Figure[] {
  return [
    { name: 'T1', value: median(rounds.map(({ before, after }) => (before.one + after.one) / 2)), unit: 'commits/s' },
    { name: 'T32', value: median(rounds.map(ceilingOf)), unit: 'commits/s' },
  ];
}

function loadFigures(load: LoadName, rounds: readonly Round[]): readonly Figure[] {
  const of = (key: Exclude<keyof Sample, 'load'>) => median(samplesOf(load, rounds).map((sample) => sample[key]));
  return [
    { name: `${load} cases/s`, value: of('casesPerSecond'), unit: 'cases/s' },
    { name: `${load} cases per CPU-second`, value: of('casesPerCpuSecond'), unit: 'cases/CPU-s' },
    { name: `${load} program`, value: of('programMs'), unit: 'CPU-ms/case' },
    { name: `${load} PostgreSQL`, value: of('serverMs'), unit: 'CPU-ms/case' },
    { name: `${load} commits`, value: of('commitsPerCase'), unit: 'commits/case' },
    { name: `${load} WAL`, value: of('walBytesPerCase'), unit: 'bytes/case' },
    { name: `${load} step p50`, value: of('stepP50Ms'), unit: 'ms' },
    { name: `${load} step p99`, value: of('stepP99Ms'), unit: 'ms' },
  ];
}

function ratioFigures(rounds: readonly Round[]): readonly Figure[] {
  const acts = (load: LoadName) => median(samplesOf(load, rounds).map((sample) => sample.actsPerCase));
  const perCpu = (against: LoadName) => ratio(rounds, 'twoSignatures', against, 'casesPerCpuSecond');
  const e8 = (load: LoadName) =>
    median(
      rounds.flatMap((round) =>
        samplesOf(load, [round]).map((sample) => sample.casesPerSecond / (ceilingOf(round) / 8)),
      ),
    );
  return [
    atLeast('E8 of two-signature cases (goal 1)', e8('twoSignatures'), '', 1),
    atLeast('E8 of automatic cases (goal 1)', e8('automatic'), '', 3),
    atLeast('cases per CPU-second ÷ floor (goal 2)', perCpu('floor'), 'times', 2),
    atLeast('cases per CPU-second ÷ pg-boss (goal 2)', perCpu('pgboss'), 'times', 5),
    atMost('acts of a two-signature case (goal 3)', Math.round(acts('twoSignatures')), 'acts', 5),
    atMost('acts of an automatic case (goal 3)', Math.round(acts('automatic')), 'acts', 2),
    atMost('WAL ÷ floor (goal 3)', ratio(rounds, 'twoSignatures', 'floor', 'walBytesPerCase'), 'times', 2),
  ].filter((figure) => Number.isFinite(figure.value));
}

/** The median of the ratios inside each round, never the ratio of medians. */
function ratio(
  rounds: readonly Round[],
  ours: LoadName,
  against: LoadName,
  key: 'casesPerCpuSecond' | 'walBytesPerCase',
): number {
  return median(
    rounds.flatMap((round) => {
      const [mine] = samplesOf(ours, [round]);
      const [theirs] = samplesOf(against, [round]);
      return mine === undefined || theirs === undefined ? [] : [mine[key] / theirs[key]];
    }),
  );
}

function samplesOf(load: LoadName, rounds: readonly Round[]): readonly Sample[] {
  return rounds.flatMap((round) => round.samples.filter((sample) => sample.load === load));
}

function ceilingOf({ before, after }: Round): number {
  return (before.thirtyTwo + after.thirtyTwo) / 2;
}
