import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../../test/database.ts';
import { engineContract } from '../../../test/engine-contract.ts';
import { openJournal } from '../../journal/actions.ts';
import { openLog } from '../../kernel/log.ts';
import { type Ledger, logVerifierKeys, openLedger, openWitness, type RunningWitness } from '../actions.ts';
import { fileLogKeys } from '../log-keys.ts';
import { pgEngine } from './pg-engine.ts';

engineContract('the log over PostgreSQL', async () => {
  const db = await testDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-engine-'));
  const keys = fileLogKeys({ directory: join(directory, 'keys'), passphrase: 'development' });
  const [log] = logVerifierKeys(keys);
  const names = ['market', 'audit', 'archive'] as const;
  let now = '2026-03-04T01:30:00.000Z';
  const clock = { now: () => now };
  const running = new Map<string, RunningWitness>();
  const start = async (name: string, port = 0): Promise<RunningWitness> => {
    const asked = { passphrase: 'development', host: '127.0.0.1', port, logs: [log], clock, log: openLog('silent') };
    const witness = await openWitness({ ...asked, name: `${name}.example`, folder: join(directory, name) });
    running.set(name, witness);
    return witness;
  };
  const started = await Promise.all(names.map((name) => start(name)));
  const witnesses = started.map(({ key, url }) => ({ name: key.name, key, url }));
  const group = { name: 'two', threshold: 2, members: witnesses.map(({ name }) => name) };
  const policy = { logs: [log], witnesses, groups: [group], quorum: 'two' };
  const open = (): Ledger =>
    openLedger({ pool: db.database, realm: '110198', keys, clock, signaturesOf: () => [], policy });
  let ledger = open();
  const advance = async (): Promise<void> => {
    while ((await ledger.turn()) > 0);
    await ledger.witnessing.turn();
  };
  return {
    engine: pgEngine({ journal: openJournal(db.database), ledger }),
    trust: () => ledger.trust,
    advance,
    async setAway(away) {
      for (const [nth, name] of names.entries()) {
        const isUp = running.has(name);
        if (away.includes(name) && isUp) {
          await running.get(name)?.close();
          running.delete(name);
        } else if (!away.includes(name) && !isUp) await start(name, Number(new URL(witnesses[nth]?.url ?? '').port));
      }
    },
    witnesses: names,
    setNow: (at) => void (now = at),
    async reopen() {
      await ledger.close();
      ledger = open();
      return pgEngine({ journal: openJournal(db.database), ledger });
    },
    async close() {
      await ledger.close();
      await Promise.all([...running.values()].map((one) => one.close()));
      await db.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
});
