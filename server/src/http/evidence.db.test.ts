import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBundle } from '@liangqian/verify/bundle.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { writeTrust } from '@liangqian/verify/trust.ts';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../cli/cli.ts';
import { perform } from '../journal/actions.ts';
import type { Step } from '../journal/journal.ts';
import { loadDemoCases } from '../demo-cases.ts';
import { auditTiles, logVerifierKeys, openLedger, openWitness, type RunningWitness } from '../ledger/actions.ts';
import { openLog } from '../kernel/log.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const NOW = '2025-03-03T01:00:00.000Z';
/** A restaurant that was refused with two signatures, and told so. */
const REFUSED = '11110198YH000100203110131005000202502190001';

let district: HttpDistrict;
let directory: string;
let witnesses: readonly RunningWitness[];
let supervisor: Visitor;
beforeAll(async () => {
  district = await httpDistrict(NOW);
  directory = mkdtempSync(join(tmpdir(), 'liangqian-evidence-'));
  await loadDemoCases(district.platform, NOW);
  const { ports } = district.platform.ledger;
  const [log] = logVerifierKeys(ports.keys);
  const shared = { passphrase: 'development', host: '127.0.0.1', port: 0, logs: [log], clock: ports.clock };
  witnesses = await Promise.all(
    ['market', 'audit', 'archive'].map((name) =>
      openWitness({ ...shared, name: `${name}.example`, folder: join(directory, name), log: openLog('error') }),
    ),
  );
  const named = witnesses.map(({ key, url }) => ({ name: key.name, key, url }));
  const group = { name: 'two', threshold: 2, members: named.map(({ name }) => name) };
  const policy = { logs: [log], witnesses: named, groups: [group], quorum: 'two' };
  const ledger = openLedger({ ...ports, policy });
  Object.assign(district.platform, { ledger });
  while ((await ledger.turn()) > 0);
  await ledger.witnessing.turn();
  supervisor = await district.signIn('mk-supervisor');
  await supervisor.post(`/cases/${REFUSED}/readings`, { reason: '核验证据包' });
}, 120_000);
afterAll(async () => {
  await Promise.all(witnesses.map((witness) => witness.close()));
  await district.platform.ledger.close();
  await district.close();
  rmSync(directory, { recursive: true, force: true });
});

async function bundle(path = `/cases/${REFUSED}/evidence`, by = supervisor): Promise<Uint8Array> {
  const answer = await by.get(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  return answer.body;
}

/** The trust file that the platform publishes, with its authorities of certificates. */
async function publishedTrust() {
  const read = readTrustFile((await district.http.inject({ url: '/api/trust' })).body);
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

function changed(zip: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = { ...unzipSync(zip) };
  change(files);
  return zipSync(files);
}

test('the bundle of a decided case holds line by line, and again gives the same bytes', async () => {
  const zip = await bundle();
  const verdict = checkBundle(zip, district.platform.ledger.trust, await publishedTrust());
  expect(verdict.checks.filter(({ state }) => state !== 'true')).toEqual([]);
  expect(verdict.state).toBe('yes');
  expect(new Set(verdict.checks.map(({ check }) => check))).toEqual(
    new Set(['logged', 'submitted', 'opened', 'content', 'chain', 'mandate', 'signature', 'signer', 'document']),
  );
  // Whoever trusts a log and no authority of certificates is told what stays open, and by nothing else.
  const unnamed = checkBundle(zip, district.platform.ledger.trust);
  expect(unnamed.state).toBe('undecided');
  const open = unnamed.checks.filter(({ state }) => state !== 'true');
  expect(new Set(open.map(({ check, state }) => `${check} ${state}`))).toEqual(new Set(['signer undecided']));
  expect(open[0]?.zh).toContain('信任文件没有列出发证机构');
  expect(Buffer.from(await bundle()).equals(zip)).toBe(true);
});

test('R71, R72: the heads and officers of a freshly loaded demonstration signed its letters: every bundle reads yes', async () => {
  const { ledger, mandateBook } = district.platform;
  const roots = await publishedTrust();
  const parties = ['applicant-3', 'applicant-5', 'applicant-7'];
  const cases = parties.map(async (login) => {
    const party = await district.signIn(login);
    const [own] = (await party.get('/cases')).body.cases;
    expect(['sealed', 'delivered']).toContain(own.state);
    return bundle(`/cases/${own.caseNo}/evidence`, party);
  });
  // One of each construct: who takes over work accepts its letter, and so does every person who is named.
  const constructs = ['A', 'B', 'C'].flatMap((construct) =>
    mandateBook
      .list()
      .flatMap(({ versions }) => versions.flatMap(({ letter }) => (letter.construct === construct ? [letter] : [])))
      .slice(0, 1),
  );
  const letters = constructs.map(({ mandateNo }) => bundle(`/mandates/${mandateNo}/evidence`, district.stranger));
  expect(constructs).toHaveLength(3);
  for (const zip of await Promise.all([...cases, ...letters])) {
    const { state, checks } = checkBundle(zip, ledger.trust, roots);
    expect(checks.filter((one) => one.state !== 'true')).toEqual([]);
    expect(state).toBe('yes');
    const signed = checks.filter(({ check, of }) => check === 'signature' && of.startsWith('mandate/'));
    expect(signed.length).toBeGreaterThan(1);
  }
});

test('a changed file, a missing act, a foreign document: each is told as false', async () => {
  const zip = await bundle();
  const { trust } = district.platform.ledger;
  const judge = (change: (files: Record<string, Uint8Array>) => void) => checkBundle(changed(zip, change), trust);
  const falseOnes = ({ checks }: ReturnType<typeof checkBundle>) =>
    checks.filter(({ state }) => state === 'false').map(({ check }) => check);
  const flip = (bytes: Uint8Array | undefined) =>
    Uint8Array.from(bytes ?? [], (byte, at) => (at === 40 ? byte ^ 1 : byte));
  const flipped = (name: string) => judge((files) => (files[name] = flip(files[name])));
  expect(falseOnes(flipped('acts/002/record.json'))).toContain('submitted');
  expect(falseOnes(flipped('acts/002/leaf'))).toContain('logged');
  expect(falseOnes(flipped('acts/002/act.json'))).toContain('content');
  expect(flipped('acts/002/proof.txt').state).toBe('no');
  const withoutOne = judge((files) => {
    const manifest: { acts: unknown[] } = JSON.parse(Buffer.from(files['bundle.json'] ?? []).toString());
    files['bundle.json'] = Buffer.from(JSON.stringify({ ...manifest, acts: manifest.acts.toSpliced(2, 1) }));
  });
  expect(falseOnes(withoutOne)).toContain('chain');
  const documents = Object.keys(unzipSync(zip)).filter((name) => name.startsWith('documents/'));
  expect(documents.length).toBeGreaterThan(1);
  expect(falseOnes(flipped(documents[0] ?? ''))).toEqual(['document']);
  expect(checkBundle(zip.slice(0, -9), trust)).toMatchObject({ state: 'no', checks: [{ check: 'readable' }] });
});

test('a file that the list does not name, and two files of one name, are told: whoever unpacks them would believe them', async () => {
  const zip = await bundle();
  const { trust } = district.platform.ledger;
  const added = checkBundle(
    changed(zip, (files) => (files['documents/准予决定书.pdf'] = Buffer.from('%PDF-1.7'))),
    trust,
  );
  expect(added.state).toBe('no');
  expect(added.checks.filter(({ state }) => state === 'false')).toMatchObject([
    { check: 'readable', of: 'documents/准予决定书.pdf' },
  ]);
  const [document = ''] = Object.keys(unzipSync(zip)).filter((name) => name.startsWith('documents/'));
  const other = document.replace('documents/', 'documentz/');
  const twice = Buffer.from(changed(zip, (files) => (files[other] = Buffer.from('%PDF'))));
  // The second takes the name of the first, in both of its headers: some programs show one and some the other.
  for (let at = twice.indexOf(other); at >= 0; at = twice.indexOf(other, at)) twice.write(document, at);
  expect(checkBundle(twice, trust)).toMatchObject({ state: 'no', checks: [{ check: 'readable', of: 'bundle' }] });
});

test('R71, R72: the signatures of both officers are over what is recorded, under certificates that were good then', async () => {
  const zip = await bundle();
  const { trust } = district.platform.ledger;
  const roots = await publishedTrust();
  const signed = checkBundle(zip, trust, roots).checks.filter(
    ({ check, of }) => (check === 'signature' || check === 'signer') && of.startsWith('case/'),
  );
  expect(signed.map(({ check, state }) => `${check} ${state}`)).toEqual([
    'signature true',
    'signer true',
    'signature true',
    'signer true',
  ]);
  // Other words under the same signature: the log finds it as well, and the signature by itself.
  const forged = changed(zip, (files) => {
    for (const [name, bytes] of Object.entries(files)) {
      const text = Buffer.from(bytes).toString();
      if (name.endsWith('act.json') && text.includes('"DecisionMade"'))
        files[name] = Buffer.from(text.replace('"recusal":"none"', '"recusal":"nona"'));
    }
  });
  const states = checkBundle(forged, trust, roots).checks.filter(
    ({ check, of }) => check === 'signature' && of.startsWith('case/'),
  );
  expect(states.map(({ state }) => state)).toEqual(['true', 'false']);
  const bare = { ...roots, revocations: { revoked: [], lists: [] } };
  const open = checkBundle(zip, trust, bare);
  expect(open.state).toBe('undecided');
  const signers = open.checks.filter(({ check }) => check === 'signer').map(({ state }) => state);
  expect(new Set(signers)).toEqual(new Set(['undecided']));
});

test('what the trust does not say stays undecided and never reads as valid', async () => {
  const zip = await bundle();
  const { trust } = district.platform.ledger;
  const roots = await publishedTrust();
  const states = [
    { ...trust, submitKeys: [] },
    { ...trust, policy: { ...trust.policy, logs: [] } },
    { ...trust, policy: { ...trust.policy, groups: [{ name: 'two', threshold: 4, members: [] }] } },
  ].map((one) => checkBundle(zip, one, roots).state);
  expect(states).toEqual(['undecided', 'undecided', 'undecided']);
});

test('a party receives what it was told, a stranger nothing, and a mandate everybody', async () => {
  const bodiesIn = (zip: Uint8Array) =>
    Object.entries(unzipSync(zip))
      .filter(([name]) => name.endsWith('act.json'))
      .map(([, bytes]) => Buffer.from(bytes).toString())
      .join('\n');
  const own = await bundle(`/cases/${REFUSED}/evidence`, await district.signIn('applicant-7'));
  // The office's findings are the office's, and what its signers declared of themselves: the records are there, the texts not.
  expect(bodiesIn(own)).toContain('CaseReceived');
  expect(bodiesIn(own)).not.toMatch(/FindingsRecorded|SiteVisited|DecisionProposed|recusal|evidenceHash|checklist/);
  expect(bodiesIn(await bundle())).toMatch(/FindingsRecorded/);
  expect(bodiesIn(await bundle())).toMatch(/recusal/);
  // His letters are proven all the same: the record of the closed act commits to them.
  const roots = await publishedTrust();
  const { checks, state } = checkBundle(own, district.platform.ledger.trust, roots);
  expect(checks.filter(({ check }) => check === 'document').map((one) => one.state)).toEqual(['true', 'true']);
  expect(state).toBe('yes');
  expect((await district.stranger.get(`/cases/${REFUSED}/evidence`)).status).toBe(401);
  const other = await district.signIn('applicant-8');
  expect((await other.get(`/cases/${REFUSED}/evidence`)).body.code).toBe('unknown-case');
  const [mandate] = district.platform.mandateBook.list().flatMap(({ versions }) => versions);
  const no = mandate?.letter.mandateNo ?? '';
  const published = await bundle(`/mandates/${no}/evidence`, district.stranger);
  expect(checkBundle(published, district.platform.ledger.trust, roots).state).toBe('yes');
  // R106: how it was prepared is not shown.
  expect(bodiesIn(published)).not.toMatch(/MandateReviewed|MandateDrafted/);
});

test('anybody’s bundle of a mandate is made once a minute, however often it is asked for', async () => {
  const [mandate] = district.platform.mandateBook.list().flatMap(({ versions }) => versions);
  const path = `/mandates/${mandate?.letter.mandateNo}/evidence`;
  const { pool } = district.platform;
  let questions = 0;
  const count = () => void (questions += 1);
  const asking = async (): Promise<readonly [Uint8Array, number]> => {
    questions = 0;
    const zip = await bundle(path, district.stranger);
    return [zip, questions];
  };
  pool.on('acquire', count);
  try {
    district.setNow('2025-03-03T01:30:00.000Z');
    const [first, made] = await asking();
    const [again, kept] = await asking();
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(kept).toBeLessThan(made);
    district.setNow('2025-03-03T01:31:00.000Z');
    expect((await asking())[1]).toBe(made);
  } finally {
    pool.off('acquire', count);
    district.setNow(NOW);
  }
});

test('one’s own bundle of a case is kept a minute for him alone, and made anew when the case has gone on', async () => {
  const path = `/cases/${REFUSED}/evidence`;
  const party = await district.signIn('applicant-7');
  const { realm, journal, files } = district.platform;
  // Making it reads each sealed letter from the disk; a kept one reads none.
  const read: string[] = [];
  const get = files.get.bind(files);
  Object.assign(files, { get: (hash: string) => (read.push(hash), get(hash)) });
  const asking = async (by: Visitor): Promise<readonly [Uint8Array, boolean]> => {
    read.length = 0;
    const zip = await bundle(path, by);
    return [zip, read.length > 0];
  };
  try {
    district.setNow('2025-03-03T01:05:00.000Z');
    const [first, isMade] = await asking(party);
    const [again, isMadeAgain] = await asking(party);
    expect([isMade, isMadeAgain]).toEqual([true, false]);
    expect(Buffer.from(again).equals(first)).toBe(true);
    await supervisor.post(`/cases/${REFUSED}/readings`, { reason: '核验证据包' });
    const [office, isMadeForOffice] = await asking(supervisor);
    expect(isMadeForOffice).toBe(true);
    expect(Buffer.from(office).equals(first)).toBe(false);
    const more = { realm, stream: `case/${REFUSED}`, requestId: 'evidence-more', at: '2025-03-03T01:05:30.000Z' };
    const told: Step<undefined, undefined, undefined, never> = {
      name: 'test',
      view: () => undefined,
      decide: () => ({ events: [{ type: 'DeferralReminded', data: { endsAfterOn: '2025-03-10' } }] }),
    };
    const actor = { kind: 'robot', id: 'robot/delivery' } as const;
    await perform(journal, told, { ...more, actor, command: undefined, facts: () => undefined });
    expect((await party.get(path)).body.code).toBe('evidence-waits');
    await district.platform.ledger.turn();
    await district.platform.ledger.witnessing.turn();
    const [longer, isMadeAnew] = await asking(party);
    expect(isMadeAnew).toBe(true);
    expect(Object.keys(unzipSync(longer)).length).toBeGreaterThan(Object.keys(unzipSync(first)).length);
    expect(checkBundle(longer, district.platform.ledger.trust, await publishedTrust()).state).toBe('yes');
  } finally {
    Object.assign(files, { get });
    district.setNow(NOW);
  }
});

test('the documents of a bundle are packed as they are: they are compressed already', async () => {
  const zip = Buffer.from(await bundle());
  const documents = Object.entries(unzipSync(zip)).filter(([name]) => name.startsWith('documents/'));
  expect(documents.length).toBeGreaterThan(1);
  for (const [, bytes] of documents) expect(zip.includes(Buffer.from(bytes))).toBe(true);
});

test('the command says it in both languages and by its exit code', async () => {
  const [file, trust] = [join(directory, 'case.zip'), join(directory, 'trust.txt')];
  writeFileSync(file, await bundle());
  let out = '';
  const write = { out: (text: string) => (out += text), err: () => undefined };
  // Who trusts the log alone cannot tell whose certificates these are, and is told so.
  writeFileSync(trust, writeTrust(district.platform.ledger.trust));
  expect(await runCli(['verify', file, '--trust', trust], {}, write)).toBe(1);
  expect(out).toContain('尚不能认定');
  expect(out).toContain('信任文件没有列出发证机构');
  out = '';
  writeFileSync(trust, (await district.http.inject({ url: '/api/trust' })).body);
  // Who names them too has the answer.
  expect(await runCli(['verify', file, '--trust', trust], {}, write)).toBe(0);
  expect(out).toContain('全部核验通过');
});

test('an auditor without the database comes to the same from the public tiles, and finds a changed one', async () => {
  const { trust } = district.platform.ledger;
  const read = async (path: string): Promise<Buffer | undefined> => {
    const answer = await district.http.inject({ url: `/log/${path}` });
    return answer.statusCode === 200 ? answer.rawPayload : undefined;
  };
  const report = await auditTiles({ read, trust, witnessed: [] });
  expect(report).toMatchObject({ state: 'whole', tally: { cosignatures: 3 } });
  expect(report.tally.tiles).toBeGreaterThan(0);
  const lying = (file: string, at: number) => async (path: string) => {
    const bytes = await read(path);
    if (bytes !== undefined && path === file) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes;
  };
  const places = await Promise.all(
    [lying('tile/entries/000', 5), lying('tile/0/000', 5), lying('tile/entries/000', 0)].map(async (read_) => {
      const found = await auditTiles({ read: read_, trust, witnessed: [] });
      return found.state === 'different' ? found.difference.place : 'whole';
    }),
  );
  expect(places).toEqual(['entry 0', 'tile 0/0', 'entries 0']);
  // A witness that has seen more, or something else, is believed.
  const [size, root] = [report.tally.entries, Buffer.alloc(32)];
  for (const head of [
    { witness: 'audit', size: size + 1, root },
    { witness: 'audit', size: 7, root },
  ]) {
    expect(await auditTiles({ read, trust, witnessed: [head] })).toMatchObject({ state: 'different' });
  }
});

const hasTools = ['python3', 'openssl'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);
if (!hasTools) console.warn('SKIPPED: python3 or openssl is missing; no bundle is checked without our code');

// Not `runIf`: a test that is registered and does not run counts as a failure in the totals.
test.each(hasTools ? ['python3 and openssl'] : [])(
  'docs/evidence-by-hand.md verifies a bundle with %s alone, and refuses a changed one',
  async () => {
    const doc = readFileSync(new URL('../../../docs/evidence-by-hand.md', import.meta.url), 'utf8');
    const script = /```python\n([\s\S]*?)```/.exec(doc)?.[1] ?? '';
    expect(script.split('\n').length).toBeLessThan(62);
    const zip = await bundle();
    writeFileSync(join(directory, 'check.py'), script);
    writeFileSync(join(directory, 'trust.txt'), writeTrust(district.platform.ledger.trust));
    const run = (bytes: Uint8Array) => {
      writeFileSync(join(directory, 'one.zip'), bytes);
      return spawnSync('python3', ['check.py', 'one.zip', 'trust.txt'], { cwd: directory, encoding: 'utf8' });
    };
    const good = run(zip);
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toContain('audit.example');
    const record = changed(zip, (files) => (files['acts/001/record.json'] = Buffer.from('{}')));
    expect(run(record).stderr).toContain('the record is not the one that was logged');
    const more = changed(zip, (files) => (files['准予决定书.pdf'] = Buffer.from('%PDF-1.7')));
    expect(run(more).stderr).toContain('a file that the list does not name');
  },
);
