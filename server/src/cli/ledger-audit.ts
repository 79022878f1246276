import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../kernel/start-fault.ts';
import { atOneMoment, auditLog, type AuditReport, auditTiles, type ReadLogFile } from '../ledger/actions.ts';
import { fenceFollower } from './audit-fences.ts';
import type { Call, Command } from './command.ts';
import { askWitnesses, onLedger, trustOf } from './ledger-scene.ts';

const trust = {
  type: 'string',
  says: { zh: '信任文件：日志公钥、见证机构、法定数', en: 'trust file: keys of the log, witnesses, quorum' },
} as const;

export const ledgerAudit: Command = {
  name: 'ledger audit',
  summary: {
    zh: '重算整个可验证存证日志，报告第一处不符',
    en: 'recompute the whole log and report the first difference',
  },
  parameters: [],
  options: {
    trust,
    'from-tiles': {
      type: 'string',
      says: { zh: '只用公开瓦片（目录或网址）重算', en: 'from public tiles alone: a folder or an address' },
    },
  },
  async run(call) {
    const began = process.hrtime.bigint();
    const report = await audit(call);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    say(call, report, seconds);
    return report.state === 'whole' ? 0 : 1;
  },
};

async function audit(call: Call): Promise<AuditReport> {
  const trusted = trustOf(call);
  // Asked first: what they have seen by now, the moment that is read afterwards must hold.
  const witnessed = await askWitnesses(call, trusted);
  const from = call.flags['from-tiles'];
  if (typeof from === 'string') return auditTiles({ read: filesAt(from), trust: trusted, witnessed });
  const { signaturesOf } = await import('../platform.ts');
  return onLedger(call, ({ pool, realm }) =>
    atOneMoment(pool, realm, (source) =>
      auditLog({ source, realm, trust: trusted, signaturesOf, witnessed, follower: fenceFollower() }),
    ),
  );
}

/** The files of the log in a folder, or under an address. */
function filesAt(from: string): ReadLogFile {
  if (!/^https?:\/\//.test(from)) {
    return (path) =>
      readFile(join(from, path)).catch((error: unknown) => {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      });
  }
  return async (path) => {
    const answer = await fetch(`${from.replace(/\/$/, '')}/${path}`);
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
  };
}

function say({ json, terminal }: Call, report: AuditReport, seconds: number): void {
  const { tally } = report;
  const perSecond = Math.round(tally.entries / seconds);
  if (json) return terminal.out(JSON.stringify({ ...report, seconds, perSecond }));
  if (report.state === 'different') {
    const { place, zh, en } = report.difference;
    terminal.out(`✗ ${place}: ${zh}。 ${en}.`);
  } else {
    terminal.out(`✓ 日志与账簿一致，未发现改动。 The log and the journal agree; nothing was changed.`);
    terminal.out(`  root ${report.root}`);
    for (const { origin, size, lost } of report.ended) terminal.out(endedLine(origin, size, lost));
  }
  const { entries, checkpoints, cosignatures, tiles, waiting } = tally;
  terminal.out(
    `  ${entries} entries, ${tiles} tiles, ${checkpoints} checkpoints, ${cosignatures} cosignatures; ${waiting} waiting`,
  );
  terminal.out(`  ${seconds.toFixed(1)} s, ${perSecond} entries/s, ${(tally.bytes / seconds / 1e6).toFixed(1)} MB/s`);
}

/** What was lost with a database stays a loss, although the log after it says so honestly. */
function endedLine(origin: string, size: number, lost: number): string {
  const whole = `  旧日志 ${origin}：${size} 条。 An ended log of ${size} entries.`;
  return lost === size
    ? whole
    : `${whole} 见证机构曾见 ${lost} 条，${lost - size} 条已丢失。 Witnesses saw ${lost}: ${lost - size} were lost.`;
}
