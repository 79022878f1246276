import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a later Node may do: put Z in by itself, so that ours would be in twice. Builtins are changed before anything is loaded. */
const LATER_NODE = `
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
for (const name of ['createSign', 'createVerify']) {
  const real = crypto[name];
  crypto[name] = (algorithm) => real(algorithm).update(Buffer.alloc(32));
}
syncBuiltinESMExports();
`;

const START = `
import { openPlatform } from ${JSON.stringify(new URL('platform.ts', import.meta.url).href)};
await openPlatform({ pool: undefined, realm: '110198' });
`;

test('R73: the platform does not start on a Node whose SM2 is not that of GB/T 32918', () => {
  expect(start(LATER_NODE)).toMatchObject({ status: 1, stderr: expect.stringContaining('SM2 self-test') });
  // On this Node the same start comes further: to the database that it was not given.
  expect(start('')).toMatchObject({ status: 1, stderr: expect.not.stringContaining('SM2 self-test') });
});

function start(before: string) {
  const preload = `data:text/javascript,${encodeURIComponent(before)}`;
  const parameters = ['--import', preload, '--input-type=module', '--eval', START];
  return spawnSync(process.execPath, parameters, { encoding: 'utf8' });
}
