import { openDatabase } from '../src/kernel/database.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { fenceFollower } from '../src/cli/audit-fences.ts';
import { signaturesOf } from '../src/district-ledger.ts';
import { atOneMoment, auditLog } from '../src/ledger/actions.ts';
import type { AuditRow } from '../src/ledger/audit/source.ts';
import type { BenchServer } from './bench-server.ts';
import { cpuSeconds, measureCeiling, watchOthers } from './ceiling.ts';
import { REALM } from './district.ts';
import { measureCost } from './ledger-cost.ts';
import { type AuditFloor, measureFloor, cores } from './ledger-floor.ts';
import { openBenchLedger } from './ledger-loads.ts';
import { proofBytesAt } from './ledger-proof.ts';
import type { Options } from './options.ts';
import { atLeast, atMost, type Figure, type Part, type Say } from './report.ts';
import { startLoad } from './run-load.ts';

const LEAVES = 10_000_000;

/** What the log costs each act, how fast it takes acts up, how large its proofs are, and how fast all of it is audited. */
export async function runLedger(server: BenchServer, options: Options, say: Say): Promise<Part> {
  const cost = await measureCost(server, options, say);
  const backlog = await measureBacklog(server, options, say);
  const proof = await proofBytesAt(LEAVES);
  return {
    part: 'the log',
    figures: [
      ...cost.figures,
      ...backlog.figures,
      atMost(`proof file of one entry among ${LEAVES}`, proof, 'bytes', 2048),
    ],
    rounds: [...cost.rounds, ...backlog.rounds],
    notes: [`${options.rounds} rounds of ${options.seconds} s, ${cores} cores`, ...backlog.notes],
    failed: backlog.failed,
  };
}

/**
 * Acts that lie ready are taken up, then the whole log is audited; ceiling and floor in the same minutes. All of it once before on a copy: what
 * is asked is how fast the log goes on, and the compiler of the engine still works beside a program that has just begun.
 */
async function measureBacklog(server: BenchServer, options: Options, say: Say) {
  const database = await server.freshDatabase();
  try {
    await startLoad(server, 'twoSignatures', database, options).measured;
    const copy = await server.copyOf(database);
    const cold = await takeUp(server, copy);
    await measureAudit(server, copy, cold.trust);
    await server.drop(copy);
    const seconds = Math.max(2, Math.round(options.seconds / 4));
    const before = await measureCeiling(server, seconds);
    const warm = await takeUp(server, database);
    const after = await measureCeiling(server, seconds);
    const { entries, perSecond, cpuMs } = warm;
    const thirtyTwo = (before.thirtyTwo + after.thirtyTwo) / 2;
    const rowCpuMs = (before.rowCpuMs + after.rowCpuMs) / 2;
    say(`${entries} acts taken up at ${Math.round(perSecond)} a second; T32 is ${Math.round(thirtyTwo)}`);
    const audited = await measureAudit(server, database, warm.trust);
    say(audited.line);
    return {
      figures: [
        { name: 'entries taken up', value: perSecond, unit: 'entries/s' },
        { name: '  by a program that has just begun', value: cold.perSecond, unit: 'entries/s' },
        { name: 'T32, before and after', value: thirtyTwo, unit: 'rows/s' },
        { name: 'processor time of taking one up', value: cpuMs, unit: 'CPU-ms' },
        atLeast('entries taken up ÷ T32', perSecond / thirtyTwo, 'times', 0.8),
        { name: '  the same by processor time alone', value: rowCpuMs / cpuMs, unit: 'times' },
        { name: '  cores that others used while entries were taken up', value: warm.others, unit: 'cores' },
        { name: '  and while T32 was measured', value: (before.others + after.others) / 2, unit: 'cores' },
        ...audited.figures,
      ],
      rounds: [{ perSecond, coldPerSecond: cold.perSecond, before, after, ...audited.round }],
      notes: [`ceiling measured with ${before.tool}`, ...audited.notes],
      failed: audited.failed,
    };
  } finally {
    await server.drop(database);
  }
}

/** Everything that waits in `database`, by turns without a rest. */
async function takeUp(server: BenchServer, database: string) {
  const ledger = openBenchLedger(server.url('liangqian_app', database));
  const before = cpuSeconds(server);
  const others = watchOthers(server);
  const began = performance.now();
  let entries = 0;
  for (let added = await ledger.turn(); added > 0; added = await ledger.turn()) entries += added;
  const perSecond = (1000 * entries) / (performance.now() - began);
  const cpuMs = (1000 * (cpuSeconds(server) - before)) / entries;
  const othersUsed = others();
  await ledger.close();
  return { entries, perSecond, cpuMs, others: othersUsed, trust: ledger.trust };
}

async function measureAudit(server: BenchServer, database: string, trust: Trust) {
  const url = server.url('liangqian_auditor', database);
  const pool = openDatabase({ url, role: 'liangqian_auditor', maxConnections: 2, statementTimeoutMs: 600_000 });
  try {
    const before = cpuSeconds(server);
    const watch = watchOthers(server);
    const began = performance.now();
    const report = await atOneMoment(pool, REALM, (source) =>
      auditLog({ source, realm: REALM, trust, signaturesOf, witnessed: [], follower: fenceFollower() }),
    );
    const seconds = (performance.now() - began) / 1000;
    const cpu = cpuSeconds(server) - before;
    const others = watch();
    const rows = await atOneMoment(pool, REALM, async (source) => {
      const all: AuditRow[] = [];
      const log = source.log(1);
      for (let more = await log.entries(-1); more.length > 0; more = await log.entries(all.length - 1))
        all.push(...more);
      return all;
    });
    const [submitKey = new Uint8Array()] = trust.submitKeys;
    const floor = measureFloor(rows, submitKey);
    const { entries } = report.tally;
    const failed = report.state !== 'whole';
    return {
      line: `${entries} entries audited in ${seconds.toFixed(1)} s; hashing alone ${floor.hashSeconds.toFixed(2)} s, signatures alone ${floor.signatureSeconds.toFixed(2)} s`,
      figures: auditFigures({ entries, seconds, cpu, others, floor }),
      round: { entries, seconds, cpu, others, floor },
      notes: failed ? [`the audit found ${JSON.stringify(report)}`] : [],
      failed,
    };
  } finally {
    await pool.end();
  }
}

interface Audited {
  readonly entries: number;
  readonly seconds: number;
  /** Processor time of program and server, in seconds. */
  readonly cpu: number;
  readonly others: number;
  readonly floor: AuditFloor;
}

/**
 * The raw hash rate has no public-key operation in it, and an audit has one for every leaf: so it is told whole, with those apart, and
 * against all the cryptography that an audit cannot do without, which one thread does without anything beside it.
 */
function auditFigures({ entries, seconds, cpu, others, floor }: Audited): readonly Figure[] {
  const { bytes, hashSeconds, hashCpuSeconds, signatureSeconds, signatureCpuSeconds } = floor;
  return [
    { name: 'entries audited', value: entries / seconds, unit: 'entries/s' },
    { name: 'bytes to hash for an entry', value: bytes / entries, unit: 'bytes' },
    { name: 'raw hash rate of the same bytes, one core', value: bytes / hashSeconds / 1e6, unit: 'MB/s' },
    atLeast('(a) whole audit ÷ raw hash rate', hashSeconds / seconds, 'times', 0.5),
    { name: '  the same by processor time', value: hashCpuSeconds / cpu, unit: 'times' },
    atLeast('(b) leaf signatures apart, by processor time', hashCpuSeconds / (cpu - signatureCpuSeconds), 'times', 0.5),
    {
      name: '(c) whole audit ÷ hashing and signatures alone, by the clock',
      value: (hashSeconds + signatureSeconds) / seconds,
      unit: 'times',
    },
    { name: '  the same by processor time', value: (hashCpuSeconds + signatureCpuSeconds) / cpu, unit: 'times' },
    { name: '  cores that others used meanwhile', value: others, unit: 'cores' },
    { name: 'processor time of auditing one', value: (1000 * cpu) / entries, unit: 'CPU-ms' },
    { name: '  of which its leaf signature', value: (1000 * signatureCpuSeconds) / entries, unit: 'CPU-ms' },
    { name: '  of which hashing', value: (1000 * hashCpuSeconds) / entries, unit: 'CPU-ms' },
  ];
}
