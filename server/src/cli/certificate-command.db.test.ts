import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openJournal, readStream } from '../journal/actions.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { issueCertificate, readCertificate } from '../seal/certificate.ts';
import { issueRoot } from '../seal/development-ca.ts';
import { pemOf, readPem } from '../seal/pem.ts';
import { encodeRevocationList } from '../seal/revocation-list.ts';
import { generateKey } from '../seal/signature-key.ts';
import { readSigningRequest } from '../seal/signing-request.ts';
import { runCli } from './cli.ts';
import { accountName } from './command-journal.ts';

const directory = mkdtempSync(join(tmpdir(), 'certificates-'));
const fromAt = '2025-01-01T00:00:00.000Z';
const rootKey = generateKey('sm2');
const root = await issueRoot(rootKey, fromAt);
const rootFile = write('root.pem', pemOf('CERTIFICATE', root));

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await db.drop();
  rmSync(directory, { recursive: true });
});

test('R73: a certificate is asked for, taken in under its authority, and looked up; another key’s is refused', async () => {
  const out = join(directory, 'seal.csr');
  const names = ['--organization', '云河区市场监督管理局', '--name', '行政审批专用章'];
  expect(await run('certificate', 'request', 'seal-1', ...names, '--out', out)).toMatchObject({ code: 0 });
  const request = readSigningRequest(readPem(readFileSync(out))[0] ?? Buffer.alloc(0));
  expect(request.subjectText).toContain('CN=行政审批专用章');

  const certificate = write('seal.pem', pemOf('CERTIFICATE', await certify(request.spki, 2)));
  const withRoot = ['--authority', rootFile];
  const stranger = write('stranger.pem', pemOf('CERTIFICATE', await certify(generateKey('sm2').spki, 3)));
  const refused = await run('certificate', 'import', 'seal-1', stranger, ...withRoot);
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('R73') });
  const alone = await run('certificate', 'import', 'seal-1', certificate, '--json');
  expect(JSON.parse(alone.out)).toMatchObject({ code: 'certificate-chain-broken' });
  const taken = await run('certificate', 'import', 'seal-1', certificate, ...withRoot, '--json');
  expect([taken.code, JSON.parse(taken.out)]).toMatchObject([0, { key: 'seal-1', serial: '2' }]);
  // Who took in what, for which organ, is on record; what was refused is not.
  const acts = await readStream(openJournal(db.database), '110198', 'certificates');
  const { bytes, notAfterAt } = readCertificate(readPem(readFileSync(certificate))[0] ?? Buffer.alloc(0));
  expect(acts.map(({ type, actor, data }) => [type, actor, data])).toEqual([
    [
      'CertificateImported',
      { kind: 'operator', id: userInfo().username },
      {
        key: 'seal-1',
        purpose: 'seal',
        subject: 'C=CN, O=云河区市场监督管理局, CN=行政审批专用章',
        organ: '云河区市场监督管理局',
        serial: '2',
        fingerprint: sm3Hex(bytes),
        notAfterAt,
        root: sm3Hex(root),
        between: [],
      },
    ],
  ]);
});

test('T13: the status at an instant comes from the lists; without one nothing is decided', async () => {
  const certificate = write('one.pem', pemOf('CERTIFICATE', await certify(generateKey('sm2').spki, 7)));
  const list = await encodeRevocationList(
    {
      number: 1,
      thisUpdateAt: '2026-03-01T00:00:00.000Z',
      nextUpdateAt: '2026-03-02T00:00:00.000Z',
      revoked: [{ serial: '7', fromAt: '2026-02-01T00:00:00.000Z', reason: 'keyCompromise' }],
    },
    readCertificate(root),
    rootKey,
  );
  const crl = write('list.pem', pemOf('X509 CRL', list));
  const at = (instant: string) => ['--crl', crl, '--authority', rootFile, '--at', instant, '--json'];
  const told = async (...flags: string[]) => {
    const { code, out } = await run('certificate', 'status', certificate, ...flags);
    return [code, JSON.parse(out).status];
  };
  expect(await told(...at('2026-01-31T23:00:00+08:00'))).toEqual([0, 'good']);
  expect(await told(...at('2026-02-01T08:00:00+08:00'))).toEqual([1, 'revoked']);
  expect(await told('--json')).toEqual([1, 'unknown']);
});

test('a wrong call, a missing key and a file that is no certificate are one sentence each', async () => {
  const text = write('text.pem', 'no certificate');
  const calls = [
    await run('certificate', 'request', 'seal-2'),
    await run('certificate', 'request', 'seal-2', '--organization', '甲', '--name', '乙', '--algorithm', 'rsa'),
    await run('certificate', 'import', 'seal-404', rootFile),
    await run('certificate', 'status', text),
    await run('certificate', 'status', rootFile, '--at', 'yesterday'),
    await run('certificate', 'status', join(directory, 'nothing.pem')),
  ];
  expect(calls.map(({ code }) => code)).toEqual(calls.map(() => 2));
  expect(calls.every(({ err }) => err.trim().split('\n').length === 2)).toBe(true);
  const unread = await run('certificate', 'import', 'seal-1', text, '--json');
  expect([unread.code, JSON.parse(unread.out).code]).toEqual([1, 'certificate-unreadable']);
});

test('R73: a basis of more than 400 characters is refused at the door, and the record stays readable', async () => {
  const long = '甲'.repeat(401);
  const named = ['--fingerprint', sm3Hex(root), '--basis', long];
  expect(await run('certificate', 'trust', rootFile, ...named)).toMatchObject({
    code: 2,
    err: expect.stringContaining('400'),
  });
  expect((await run('certificate', 'untrust', sm3Hex(root), '--reason', long)).code).toBe(2);
});

test('an account without a name on this machine acts under its number', () => {
  const nameless = () => {
    throw new Error('ENOENT');
  };
  expect([accountName(nameless, 1001), accountName(() => 'operator', 1001)]).toEqual(['uid-1001', 'operator']);
});

function certify(spki: Uint8Array, serial: number): Promise<Uint8Array> {
  const subject = { country: 'CN', organization: '云河区市场监督管理局', commonName: '行政审批专用章' };
  const term = { notBeforeAt: fromAt, notAfterAt: '2044-01-01T00:00:00.000Z', isAuthority: false };
  const about = { serial: Buffer.from([serial]), subject, subjectKey: { spki }, ...term };
  return issueCertificate(about, rootKey, readCertificate(root));
}

function write(name: string, text: string): string {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

async function run(...parameters: string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(
    parameters,
    { DATA_DIR: directory, DATABASE_URL: db.adminUrl },
    {
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  return { code, out, err };
}
