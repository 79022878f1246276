import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { runCedar } from './cedar-part.ts';
import { runCrashes } from './crash-part.ts';
import { runExchange } from './exchange-part.ts';
import { runLedger } from './ledger-part.ts';
import { runLetters } from './letters-part.ts';
import { runMandateChecks } from './mandate-part.ts';
import { type Options, readOptions } from './options.ts';
import { printTable, type Part } from './report.ts';
import { runRevocations } from './revocation-part.ts';
import { runRules } from './rules-part.ts';
import { runSearch } from './search-part.ts';
import { runTampering } from './tamper-part.ts';
import { runThroughput } from './throughput-part.ts';

const RESULTS = join(import.meta.dirname, '../../bench-results');

/** Runs the wanted parts one after the other and prints one table and one JSON document. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const startedAt = systemClock.now();
  say(`starting the embedded PostgreSQL; everything runs on this machine and ends by itself`);
  const server = await startBenchServer(options.flushDelay);
  const stop = stopOnSignals(server);
  const parts: Part[] = [];
  try {
    for (const part of await runParts(server, options)) parts.push(part);
  } finally {
    await stop();
  }
  const document = { startedAt, endedAt: systemClock.now(), machine: machine(server), options: plain(options), parts };
  printTable(parts);
  const json = JSON.stringify(document, undefined, 1);
  console.log(json);
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${startedAt.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${json}\n`);
  say(`written to ${file}`);
  return parts.some((part) => part.failed) ? 1 : 0;
}

async function runParts(server: BenchServer, options: Options): Promise<readonly Part[]> {
  const wants = (...names: Parameters<Options['parts']['has']>[0][]) => names.some((name) => options.parts.has(name));
  const parts: Part[] = [];
  if (wants('ceiling', 'kernel', 'floor', 'pgboss', 'acts', 'full')) {
    parts.push(await runThroughput(server, options, say));
  }
  if (wants('mandate')) parts.push(await runMandateChecks(options, say));
  if (wants('cedar')) parts.push(await runCedar(options, say));
  if (wants('rules')) parts.push(runRules(options, say));
  if (wants('exchange')) parts.push(await runExchange(options, say));
  if (wants('search')) parts.push(await runSearch(options, say));
  if (wants('revocation')) parts.push(await runRevocations(server, options, say));
  if (wants('crash')) parts.push(await runCrashes(options, say));
  if (wants('letters')) parts.push(await runLetters(options, say));
  if (wants('ledger')) parts.push(await runLedger(server, options, say));
  if (wants('tamper')) parts.push(await runTampering(options, say));
  return parts;
}

/** Ctrl-C ends the server too; `stop` is safe to call twice. */
function stopOnSignals(server: BenchServer): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  function stop(): Promise<void> {
    stopping ??= server.stop();
    return stopping;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(1),
        () => process.exit(1),
      );
    });
  }
  return stop;
}

function machine(server: BenchServer): object {
  const [processor] = cpus();
  return {
    processor: processor?.model ?? '',
    cores: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
    postgres: server.version,
    durability: 'fsync=on, synchronous_commit=on, full_page_writes=on, data checksums on',
  };
}

function plain(options: Options): object {
  return { ...options, parts: [...options.parts] };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main();
