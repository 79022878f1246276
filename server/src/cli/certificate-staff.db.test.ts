import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { establishOrgan, enrolPerson, openIdentity, recordLeaving } from '../identity/actions.ts';
import { exampleIdNo, exampleOrganDetails } from '../identity/example-staff.ts';
import { openJournal, readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { issueCertificate, readCertificate } from '../seal/certificate.ts';
import { issueRoot } from '../seal/development-ca.ts';
import { type FileKeyStore, fileKeyStore } from '../seal/key-store.ts';
import { pemOf, readPem } from '../seal/pem.ts';
import { generateKey, verifySignature } from '../seal/signature-key.ts';
import { readSigningRequest } from '../seal/signing-request.ts';
import { runCli } from './cli.ts';

const ORGAN = '云河区市场监督管理局';
const fromAt = '2025-01-01T00:00:00.000Z';
const rootKey = generateKey('sm2');
const root = await issueRoot(rootKey, fromAt);

let directory: string;
let db: TestDatabase;
let keys: FileKeyStore;
let rootFile: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'staff-keys-'));
  db = await testDatabase();
  keys = fileKeyStore({ directory: join(directory, 'keys'), passphrase: 'development' });
  rootFile = write('root.pem', pemOf('CERTIFICATE', root));
  const identity = await openIdentity({ realm: '110198', journal: openJournal(db.database) });
  const actor = { kind: 'operator', id: 'test' } as const;
  let count = 0;
  const frame = () => ({ actor, requestId: `enrol-${(count += 1)}`, at: fromAt });
  const person = (personId: string, name: string, n: number) => ({
    personId,
    name,
    idNo: exampleIdNo(n),
    phone: '12001980000',
    employment: 'civilServant' as const,
    organ: 'MK',
  });
  for (const answer of [
    await establishOrgan(identity, { ...frame(), command: exampleOrganDetails }),
    await enrolPerson(identity, { ...frame(), command: person('mk-9', '林晓', 1) }),
    await enrolPerson(identity, { ...frame(), command: person('mk-8', '石川', 2) }),
    await recordLeaving(identity, { ...frame(), personId: 'mk-8', command: { reason: 'retired' } }),
  ])
    if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
}, 60_000);
afterAll(async () => {
  await db.drop();
  rmSync(directory, { recursive: true });
});

test('R72: a member of staff gets a key in the name of the register, whose initial PIN opens nothing until he has changed it', async () => {
  const made = await run('certificate', 'staff', 'mk-9', '--json');
  expect([made.code, made.err.includes('PIN')]).toEqual([0, true]);
  const { pin, subject } = JSON.parse(made.out);
  expect(subject).toBe(`C=CN, O=${ORGAN}, CN=林晓, serialNumber=mk-9`);
  expect(await keys.openPersonal('mk-9', pin)).toMatchObject({ code: 'pin-initial' });
  expect(await keys.entrustPersonal('mk-9', pin)).toMatchObject({ code: 'pin-initial' });
  expect(await keys.changePersonalPin('mk-9', '0', '408217')).toMatchObject({ code: 'pin-wrong' });
  expect(await keys.changePersonalPin('mk-9', pin, pin)).toMatchObject({ code: 'pin-initial' });
  expect(await keys.changePersonalPin('mk-9', pin, '408217')).toBeUndefined();
  expect(await keys.openPersonal('mk-9', pin)).toMatchObject({ code: 'pin-wrong' });
  expect(await keys.openPersonal('mk-9', '408217')).toMatchObject({ certificate: expect.anything() });
  // Nobody's key is replaced by mistake.
  expect((await run('certificate', 'staff', 'mk-9')).code).toBe(2);
  expect((await run('certificate', 'staff', 'mk-9', '--replace')).code).toBe(0);
  expect(await keys.openPersonal('mk-9', '408217')).toMatchObject({ code: 'pin-wrong' });
});

test('R72, R105: whom the register does not have, or who is no longer in office, gets no key', async () => {
  for (const [personId, why] of [
    ['mk-99', '人员登记中没有 mk-99'],
    ['mk-8', '石川 不在岗'],
  ] as const) {
    for (const command of ['staff', 'staff-request']) {
      const refused = await run('certificate', command, personId);
      expect([refused.code, refused.out]).toEqual([2, '']);
      expect(refused.err).toContain(why);
    }
    expect(await keys.hasPersonal(personId)).toBe(false);
    expect(await keys.findWaiting(personId)).toBeUndefined();
  }
});

test('R73: the key of a member of staff waits for a licensed authority’s certificate while the old one goes on', async () => {
  const before = await run('certificate', 'staff', 'mk-9', '--replace', '--json');
  await keys.changePersonalPin('mk-9', JSON.parse(before.out).pin, '408217');
  const file = join(directory, 'mk-9.csr');
  const asked = await run('certificate', 'staff-request', 'mk-9', '--out', file, '--json');
  expect(asked.code).toBe(0);
  // The request is with the authority: asking again, or into a file that is there, leaves the key that waits.
  const waits = await keys.findWaiting('mk-9');
  const elsewhere = join(directory, 'other.csr');
  for (const more of [
    [],
    ['--out', elsewhere],
    ['--out', file, '--replace'],
    ['--out', join(directory, 'no', 'x'), '--replace'],
  ]) {
    const again = await run('certificate', 'staff-request', 'mk-9', ...more);
    expect([again.code, again.out]).toEqual([2, '']);
  }
  expect(await keys.findWaiting('mk-9')).toEqual(waits);
  expect(existsSync(elsewhere)).toBe(false);
  const { spki, subjectText } = readSigningRequest(readPem(readFileSync(file))[0] ?? Buffer.alloc(0));
  expect(subjectText).toBe(`C=CN, O=${ORGAN}, CN=林晓, serialNumber=mk-9`);
  expect(await keys.openPersonal('mk-9', '408217')).toMatchObject({ certificate: expect.anything() });

  const named = { serialNumber: 'mk-9', commonName: '林晓', organization: ORGAN };
  const stranger = generateKey('sm2').spki;
  const faults = [
    ['certificate-other-key', await certify(stranger, named)],
    ['certificate-other-subject', await certify(spki, { ...named, serialNumber: 'mk-8' })],
    ['certificate-other-subject', await certify(spki, { ...named, commonName: '石川' })],
    ['certificate-other-subject', await certify(spki, { ...named, organization: '云河区水务局' })],
    ['certificate-other-subject', await certify(spki, { ...named, commonName: '林晓, serialNumber=mk-9' })],
    ['certificate-not-in-force', await certify(spki, named, '2025-06-01T00:00:00.000Z')],
    ['certificate-unreadable', Buffer.from('no certificate')],
  ] as const;
  for (const [code, certificate] of faults) {
    const refused = await run(
      'certificate',
      'staff-import',
      'mk-9',
      written(certificate),
      '--authority',
      rootFile,
      '--json',
    );
    expect([refused.code, JSON.parse(refused.out).code]).toEqual([1, code]);
  }
  const good = written(await certify(spki, named));
  expect(JSON.parse((await run('certificate', 'staff-import', 'mk-9', good, '--json')).out)).toMatchObject({
    code: 'certificate-chain-broken',
  });
  // Whatever was refused changed nothing.
  expect(await keys.openPersonal('mk-9', '408217')).toMatchObject({ certificate: expect.anything() });

  const taken = await run('certificate', 'staff-import', 'mk-9', good, '--authority', rootFile);
  expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('serialNumber=mk-9')]);
  const acts = await readStream(openJournal(db.database), '110198', 'certificates');
  expect(acts.map(({ type, data }) => [type, data])).toMatchObject([
    ['CertificateImported', { key: 'person-mk-9', purpose: 'staff', organ: ORGAN, serial: '9' }],
  ]);
  const { pin } = JSON.parse(asked.out);
  expect(await keys.openPersonal('mk-9', pin)).toMatchObject({ code: 'pin-initial' });
  expect(await keys.changePersonalPin('mk-9', pin, '730918')).toBeUndefined();
  const opened = await keys.openPersonal('mk-9', '730918');
  if (isRefusal(opened)) throw new Error(opened.code);
  const certificate = readCertificate(opened.certificate);
  expect(Buffer.from(certificate.spki).equals(spki)).toBe(true);
  const message = Buffer.from('决定书的摘要');
  expect(verifySignature(certificate.spki, message, await opened.sign(message))).toBe(true);
  expect((await run('certificate', 'staff-import', 'mk-9', good, '--authority', rootFile)).code).toBe(2);
  // Replaced on purpose, another key waits.
  expect((await run('certificate', 'staff-request', 'mk-9')).code).toBe(0);
  const next = await keys.findWaiting('mk-9');
  expect((await run('certificate', 'staff-request', 'mk-9', '--replace')).code).toBe(0);
  expect(await keys.findWaiting('mk-9')).not.toEqual(next);
});

function certify(
  spki: Uint8Array,
  subject: { readonly serialNumber: string; readonly commonName: string; readonly organization: string },
  notAfterAt = '2044-01-01T00:00:00.000Z',
): Promise<Uint8Array> {
  const term = { notBeforeAt: fromAt, notAfterAt, isAuthority: false };
  const about = { serial: Buffer.from([9]), subject: { country: 'CN', ...subject }, subjectKey: { spki }, ...term };
  return issueCertificate(about, rootKey, readCertificate(root));
}

function written(certificate: Uint8Array): string {
  return write('issued.pem', pemOf('CERTIFICATE', certificate));
}

function write(name: string, text: string): string {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

async function run(...parameters: string[]) {
  let [out, err] = ['', ''];
  const environment = { DATA_DIR: directory, DATABASE_URL: db.adminUrl };
  const code = await runCli(parameters, environment, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}
