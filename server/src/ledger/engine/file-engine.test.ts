import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trust } from '@liangqian/verify/trust.ts';
import { engineContract } from '../../../test/engine-contract.ts';
import { fileEngine } from '../../../test/file-engine.ts';
import { logVerifierKeys } from '../checkpoint.ts';
import { fileLogKeys } from '../log-keys.ts';
import { openWitnessFiles } from '../witness-files.ts';

engineContract('files of one process', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-engine-'));
  const keys = fileLogKeys({ directory: join(directory, 'keys'), passphrase: 'development' });
  const [log, sm2] = logVerifierKeys(keys);
  const names = ['market', 'audit', 'archive'] as const;
  const witnesses = names.map((name) => openWitnessFiles(join(directory, name), `${name}.example`, 'development'));
  const named = witnesses.map(({ key: { key } }) => ({ name: key.name, key }));
  const group = { name: 'two', threshold: 2, members: named.map(({ name }) => name) };
  const trust: Trust = {
    policy: { logs: [log], witnesses: named, groups: [group], quorum: 'two' },
    submitKeys: [keys.submitKey],
    sm2Keys: [sm2],
  };
  let away: readonly string[] = [];
  let now = '';
  const isAway = (name: string): boolean => away.some((one) => name === `${one}.example`);
  const ports = { directory, keys, witnesses, trust: () => trust, isAway, clock: { now: () => now } };
  const engine = fileEngine(ports);
  return {
    engine,
    trust: () => trust,
    advance: engine.seal,
    setAway: (next) => Promise.resolve(void (away = next)),
    witnesses: names,
    setNow: (at) => void (now = at),
    reopen: () => Promise.resolve(fileEngine(ports)),
    close: () => Promise.resolve(rmSync(directory, { recursive: true, force: true })),
  };
});
