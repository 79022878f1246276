import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toHex } from '@liangqian/verify/bytes.ts';
import { verifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { emptyRoot } from '@liangqian/verify/tree.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../src/kernel/digest.ts';
import {
  auditTiles,
  findHead,
  listLeaves,
  logVerifierKeys,
  openLedger,
  openWitness,
  proveIndex,
} from '../src/ledger/actions.ts';
import { openLog } from '../src/kernel/log.ts';
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
  const read = (path: string) => {
    const file = join(log, path);
    return Promise.resolve(existsSync(file) ? readFileSync(file) : undefined);
  };
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
      // It shows nothing before it has signed: asking it what it knows is showing it the newest checkpoint.
      await ledger.turn();
      await ledger.witnessing.turn();
      expect(ledger.witnessing.states()).toMatchObject([{ name: 'other', last: 'cosigned' }]);
      expect(ledger.witnessing.states()[0]).not.toHaveProperty('lateSince');
      await ledger.close();
    } finally {
      child.kill();
    }
  },
  60_000,
);

test.each(toolOf('LITEWITNESS'))(
  'torchwood’s litewitness (%s) cosigns our checkpoints, the policy counts it, and at the next start it is heard',
  async (tool) => {
    const { keys, ...ports } = district.platform.ledger.ports;
    const [log] = logVerifierKeys(keys);
    const port = await freePort();
    const agent = spawn('ssh-agent', ['-D', '-a', 'agent.sock'], { cwd: folder, stdio: 'ignore' });
    const children = [agent];
    const own = await openWitness({
      name: 'market.example',
      folder: join(folder, 'market'),
      passphrase: 'development',
      host: '127.0.0.1',
      port: 0,
      logs: [log],
      clock: ports.clock,
      log: openLog('silent'),
    });
    try {
      const run = (command: string, ...words: readonly string[]) =>
        spawnSync(command, words, { cwd: folder, env: { ...process.env, SSH_AUTH_SOCK: 'agent.sock' } }).status;
      expect(run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', 'lite')).toBe(0);
      await until(agent, () => run('ssh-add', '-q', 'lite') === 0);
      const publicKey = keyIn(readFileSync(join(folder, 'lite.pub'), 'utf8'));
      const flags = [
        '-name',
        'lite.example',
        '-ssh-agent',
        'agent.sock',
        '-db',
        'lite.db',
        '-key',
        sha256Hex(publicKey),
      ];
      const lite = spawn(tool, [...flags, '-listen', `127.0.0.1:${port}`], { cwd: folder, stdio: 'ignore' });
      children.push(lite);
      const other = {
        name: 'lite',
        key: verifierKey('lite.example', 'cosignature', publicKey),
        url: `http://127.0.0.1:${port}`,
      };
      await answering(other.url, lite);
      await registerIn(join(folder, 'lite.db'), log.name, writeVerifierKey(log));
      const witnesses = [{ name: 'market', key: own.key, url: own.url }, other];
      const groups = [{ name: 'both', threshold: 2, members: ['market', 'lite'] }];
      const policy = { logs: [log], witnesses, groups, quorum: 'both', outside: ['lite'] };
      // The second one begins with what the database and the witnesses remember.
      for (const size of [0, 1]) {
        const ledger = openLedger({ ...ports, keys, policy });
        await ledger.turn();
        expect(ledger.witnessing.standing()).toEqual({ state: 'agrees' });
        await ledger.witnessing.turn();
        expect(ledger.witnessing.states()).toMatchObject([{ last: 'cosigned' }, { name: 'lite', last: 'cosigned' }]);
        const placed = await proveIndex(ledger.ports, 1, size);
        expect(placed?.isWitnessed).toBe(true);
        expect(placed?.proof).toContain('\u2014 lite.example ');
        await ledger.close();
      }
    } finally {
      for (const child of children.toReversed()) child.kill();
      await own.close();
    }
  },
  60_000,
);

test.each(toolOf('SPICY'))(
  'torchwood’s spicy (%s) finds an entry included under our checkpoint, and another one not',
  async (tool) => {
    const { ports } = district.platform.ledger;
    const { pool, realm, keys } = ports;
    const log = { realm, generation: 1 };
    const [leaf, next] = await listLeaves(pool, log, 3, 5);
    const { proof = '' } = (await proveIndex(ports, 1, 3)) ?? {};
    const file = join(folder, 'entry');
    // Its file is ours without the line that names the format.
    writeFileSync(`${file}.spicy`, proof.slice(proof.indexOf('index ')));
    const verify = (bytes: Uint8Array) => {
      writeFileSync(file, bytes);
      return spawnSync(tool, ['-verify', writeVerifierKey(logVerifierKeys(keys)[0]), file]).status;
    };
    expect(verify(leaf ?? Buffer.alloc(0))).toBe(0);
    expect(verify(next ?? Buffer.alloc(0))).toBe(1);
  },
);

/** What `witnessctl add-log` and `add-key` write into the database of litewitness. */
async function registerIn(file: string, origin: string, key: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  const nothing = Buffer.from(emptyRoot()).toString('base64');
  database.prepare('insert into log (origin, tree_size, tree_hash) values (?, 0, ?)').run(origin, nothing);
  database.prepare('insert into key (origin, key) values (?, ?)').run(origin, key);
  database.close();
}

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

/** Waits until somebody listens. */
function answering(url: string, child: ChildProcess): Promise<void> {
  const isThere = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  return until(child, isThere);
}

/** Waits until it is so; a program that ended will not make it so. */
async function until(child: ChildProcess, isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (child.exitCode === null) {
    if (await isSo()) return;
    await delay(20);
  }
  throw new Error('the program ended at its start');
}
