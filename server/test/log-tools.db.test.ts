import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toHex } from '@liangqian/verify/bytes.ts';
import { verifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../src/kernel/digest.ts';
import { auditTiles, findHead, logVerifierKeys, openLedger } from '../src/ledger/actions.ts';
import { type HttpDistrict, httpDistrict } from './http.ts';

/** The log before tools that others wrote: what they accept, anybody can check with them. */

let district: HttpDistrict;
let folder: string;
beforeAll(async () => {
  district = await httpDistrict('2026-03-02T01:00:00.000Z');
  folder = mkdtempSync(join(tmpdir(), 'liangqian-log-tools-'));
  while ((await district.platform.ledger.turn()) > 0);
}, 60_000);
afterAll(async () => {
  await district.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A tool by the setting that names it; a tool of the same name may be another one (`fsck` of every Linux). */
function toolOf(setting: string): readonly string[] {
  const tool = process.env[setting];
  if (tool === undefined) console.warn(`SKIPPED: ${setting} names no program; the log is not tried with that tool`);
  return tool === undefined ? [] : [tool];
}

/** The public files of the log as whoever mirrors it has them. */
async function mirror(): Promise<string> {
  const { pool, realm, generation = 1 } = district.platform.ledger.ports;
  const size = (await findHead(pool, { realm, generation }))?.size ?? 0;
  const files = ['checkpoint'];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / 256)) {
    const full = Math.floor(count / 256);
    const names = Array.from({ length: full }, (_, n) => String(n).padStart(3, '0'));
    if (count % 256 > 0) names.push(`${String(full).padStart(3, '0')}.p/${count % 256}`);
    files.push(...names.map((name) => `tile/${level}/${name}`));
    if (level === 0) files.push(...names.map((name) => `tile/entries/${name}`));
  }
  for (const file of files) {
    const answer = await district.http.inject({ url: `/log/${file}` });
    expect([file, answer.statusCode]).toEqual([file, 200]);
    mkdirSync(dirname(join(folder, 'log', file)), { recursive: true });
    writeFileSync(join(folder, 'log', file), answer.rawPayload);
  }
  return join(folder, 'log');
}

test('the public files alone, as a mirror has them, come to the root that the log has signed', async () => {
  const log = await mirror();
  const { trust } = district.platform.ledger;
  const read = (path: string) => Promise.resolve(readFileSync(join(log, path)));
  expect(await auditTiles({ read, trust, witnessed: [] })).toMatchObject({ state: 'whole' });
});

test.each(toolOf('TESSERA_FSCK'))(
  'Tessera’s fsck (%s) computes the whole log anew from our tiles, and finds a changed one',
  async (tool) => {
    const log = await mirror();
    const [key] = logVerifierKeys(district.platform.ledger.ports.keys);
    writeFileSync(join(folder, 'log.pub'), writeVerifierKey(key));
    // It draws its progress and wants a terminal for that; with a single worker it waits for ever where it finds a difference.
    const command = `${tool} -storage_url file://${log}/ -public_key ${join(folder, 'log.pub')} -ui=false -N 4`;
    const run = () => spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', timeout: 60_000 }).stdout;
    expect(run()).toContain("Successfully fsck'd log");
    const tile = join(log, 'tile/0/000');
    const bytes = readFileSync(tile);
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    writeFileSync(tile, bytes);
    // It ends with 0 either way.
    expect(run()).toContain('fsck failed: failed: tile/0/000');
  },
  120_000,
);

test.each(toolOf('SIGSUM_WITNESS'))(
  'a witness that others wrote (%s) cosigns our checkpoints through the protocol of tlog-witness',
  async (tool) => {
    const generate = spawnSync(join(dirname(tool), 'sigsum-key'), ['generate', '-o', join(folder, 'witness')]);
    expect(generate.status).toBe(0);
    const { keys, ...ports } = district.platform.ledger.ports;
    const [log] = logVerifierKeys(keys);
    writeFileSync(join(folder, 'log-key.pub'), openSshKey(keys.logKey));
    const port = await freePort();
    const files = ['-k', 'witness', '--log-key', 'log-key.pub', '--state-file', 'state', `127.0.0.1:${port}`];
    const child = spawn(tool, files, { cwd: folder, stdio: 'ignore' });
    try {
      const publicKey = keyIn(readFileSync(join(folder, 'witness.pub'), 'utf8'));
      const key = verifierKey(`sigsum.org/v1/witness/${sha256Hex(publicKey)}`, 'cosignature', publicKey);
      const url = `http://127.0.0.1:${port}`;
      await answering(url, child);
      const policy = { logs: [log], witnesses: [{ name: 'other', key, url }], groups: [], quorum: 'other' };
      const ledger = openLedger({ ...ports, keys, policy });
      await ledger.turn();
      expect(await ledger.witnessing.turn()).toBe(1);
      expect(ledger.witnessing.states()).toMatchObject([{ name: 'other', last: 'cosigned' }]);
      await ledger.close();
    } finally {
      child.kill();
    }
  },
  60_000,
);

/** An Ed25519 key as OpenSSH writes it: two texts with their lengths, in Base64. */
function openSshKey(publicKey: Uint8Array): string {
  const kind = Buffer.from('ssh-ed25519');
  const parts = [kind, Buffer.from(publicKey)].flatMap((part) => [Buffer.from([0, 0, 0, part.length]), part]);
  return `ssh-ed25519 ${Buffer.concat(parts).toString('base64')} log\n`;
}

function keyIn(line: string): Uint8Array {
  const bytes = Buffer.from(line.split(' ')[1] ?? '', 'base64').subarray(-32);
  expect(toHex(bytes)).toHaveLength(64);
  return new Uint8Array(bytes);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until somebody listens; a program that ended will not. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await delay(20);
  }
  throw new Error('the witness ended at its start');
}
