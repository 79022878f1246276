import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { withLogs } from '@liangqian/verify/policy.ts';
import { writeTrust } from '@liangqian/verify/trust.ts';
import { openJournal } from '../journal/actions.ts';
import { type Config, readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import { type BegunLog, beginNewLog, fileLogKeys, listLogs, logVerifierKeys } from '../ledger/actions.ts';
import { type Call, type Command, InputFault } from './command.ts';
import { trustOf } from './ledger-scene.ts';

export const ledgerRestart: Command = {
  name: 'ledger restart',
  summary: {
    zh: '另起新日志，其首条记载旧日志的末尾（恢复备份后见证机构所知更多时）',
    en: 'begin a new log that pins the end of the old one, after a restore that the witnesses are ahead of',
  },
  parameters: [],
  options: {
    reason: { type: 'string', says: { zh: '理由，记入账簿（必填）', en: 'why; kept in the journal (required)' } },
    'even-if-whole': {
      type: 'boolean',
      says: { zh: '见证机构所知不多于本日志时也另起', en: 'also when no witness knows more than the log has' },
    },
    trust: {
      type: 'string',
      says: { zh: '信任文件：所问的见证机构', en: 'trust file: the witnesses that are asked' },
    },
  },
  run: restart,
};

async function restart(call: Call): Promise<number> {
  const { terminal, flags } = call;
  const reason = typeof flags['reason'] === 'string' ? flags['reason'].trim() : '';
  if (reason.length < 4) throw new InputFault({ zh: '请以 --reason 写明理由。', en: 'Say why with --reason.' });
  const config = readConfig(terminal.environment);
  const trust = trustOf(call);
  const { policy } = trust;
  const { databaseOf, reachDatabase } = await import('../kernel/platform-database.ts');
  const database = await reachDatabase(databaseOf(config, terminal.err));
  const pool = openDatabase({ url: database.url('liangqian_app'), role: 'liangqian_app', maxConnections: 2 });
  try {
    const begun = await beginNewLog({
      journal: openJournal(pool),
      realm: config.LIANGQIAN_REALM,
      policy,
      keysOf: await keysBeside(config),
      actor: { kind: 'operator', id: 'ledger restart' },
      at: systemClock.now(),
      reason,
      evenIfWhole: flags['even-if-whole'] === true,
    });
    if (isRefusal(begun)) {
      const { code, message, remedy } = begun;
      if (call.json) terminal.out(JSON.stringify({ refused: code, message, remedy }));
      else terminal.out(`${message.zh}：${remedy.zh}。 ${message.en}: ${remedy.en}.`);
      return 1;
    }
    const keys = (await keysBeside(config))(begun.generation);
    const [key, sm2Key] = logVerifierKeys(keys);
    const logs = (await listLogs(pool, config.LIANGQIAN_REALM)).toReversed().map((log) => logVerifierKeys(log)[0]);
    // Whoever audits before the platform has started again must know the new log as well.
    if (typeof flags['trust'] !== 'string')
      writeFileSync(
        join(config.DATA_DIR, 'log-trust.txt'),
        writeTrust({
          policy: withLogs(policy, logs),
          submitKeys: [keys.submitKey, ...trust.submitKeys],
          sm2Keys: [sm2Key, ...trust.sm2Keys],
        }),
      );
    say(call, begun, key);
    return 0;
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function keysBeside(config: Config): Promise<(generation: number) => ReturnType<typeof fileLogKeys>> {
  const { logKeyPlace } = await import('../platform.ts');
  return (generation) => fileLogKeys(logKeyPlace(config.DATA_DIR, config.LIANGQIAN_KEY_PASSPHRASE, generation));
}

function say({ json, terminal }: Call, { generation, origin, pins }: BegunLog, key: VerifierKey): void {
  const vkey = writeVerifierKey(key);
  if (json) return terminal.out(JSON.stringify({ generation, origin, pins, key: vkey }));
  const lost = pins.lost === undefined ? 0 : pins.lost.size - pins.size;
  terminal.out(`✓ 第 ${generation} 个日志已开始。 Log ${generation} has begun: ${origin}`);
  terminal.out(
    `  首条记载旧日志止于 ${pins.size} 条，丢失 ${lost} 条。 Its first entry pins the old log at ${pins.size} entries; ${lost} were lost.`,
  );
  terminal.out(
    `  请各见证机构加入新日志的公钥，然后重新启动平台。 Have every witness add the key of the new log, then start the platform again:`,
  );
  terminal.out(`  log ${vkey}`);
}
