import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCli } from './cli.ts';

const Report = z.object({ findings: z.array(z.object({ subject: z.string(), ok: z.boolean(), detail: z.string() })) });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liangqian-doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the doctor says of the witnesses under these settings. */
async function witnesses(settings: Readonly<Record<string, string>>) {
  let out = '';
  const write = { out: (text: string) => (out += text), err: () => undefined };
  await runCli(['doctor', '--json'], { DATA_DIR: join(folder, 'data'), PORT: '0', ...settings }, write);
  const { findings } = Report.parse(JSON.parse(out));
  return findings.find(({ subject }) => subject.startsWith('witnesses'));
}

function policy(name: string, threshold: number, more: string): string {
  const lines = ['market', 'audit', 'archive'].map((witness) => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    return `witness ${witness} ${writeVerifierKey(verifierKey(`${witness}.example`, 'cosignature', raw))}`;
  });
  const file = join(folder, name);
  writeFileSync(file, [...lines, `group some ${threshold} market audit archive`, 'quorum some', more, ''].join('\n'));
  return file;
}

test('a policy of which one side alone makes the quorum is told, and one that always needs somebody outside is good', async () => {
  const bad = await witnesses({ LIANGQIAN_LOG_POLICY: policy('bad', 2, '#outside archive') });
  expect(bad).toMatchObject({ ok: false, detail: expect.stringContaining('alone make a quorum') });
  expect(await witnesses({ LIANGQIAN_LOG_POLICY: policy('none', 3, '') })).toMatchObject({ ok: false });
  expect(await witnesses({ LIANGQIAN_LOG_POLICY: policy('good', 2, '#outside audit archive') })).toMatchObject({
    ok: true,
  });
  const wrong = await witnesses({ LIANGQIAN_LOG_POLICY: policy('wrong', 4, '') });
  expect(wrong).toMatchObject({ ok: false, detail: expect.stringContaining('line 4') });
});

test('the demonstration says that its witnesses prove nothing; in earnest there must be some', async () => {
  expect(await witnesses({})).toMatchObject({ ok: true, detail: expect.stringContaining('没有证明力') });
  const earnest = { LIANGQIAN_DEMO: 'no', LIANGQIAN_KEY_PASSPHRASE: 'a passphrase of one’s own' };
  expect(await witnesses(earnest)).toMatchObject({ ok: false, detail: expect.stringContaining('no witnesses') });
});
