import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from '@liangqian/verify/inspect.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { runCli } from '../cli/cli.ts';
import { exampleLetters } from '../document/example-letters.ts';
import { readStream } from '../journal/actions.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sealLetter, verifySealedPdf } from '../seal/actions.ts';
import { issueCertificate, readCertificate } from '../seal/certificate.ts';
import { derBits, derBoolean, derExplicit, derOctets, derOid, derSequence, members, readDer } from '../seal/der.ts';
import { issueRoot } from '../seal/development-ca.ts';
import { pemOf } from '../seal/pem.ts';
import { encodeRevocationList } from '../seal/revocation-list.ts';
import { generateKey } from '../seal/signature-key.ts';
import { sealTrustOf } from './seal-trust.ts';

/** A licensed authority beside the one inside, and a seal whose certificate is from there. */

const NOW = '2025-03-03T02:00:00.000Z';
const SEAL = '11019801020077';
const fromAt = '2025-01-01T00:00:00.000Z';
const term = { notBeforeAt: fromAt, notAfterAt: '2044-01-01T00:00:00.000Z' };
const rootKey = generateKey('sm2');
const operatingKey = generateKey('sm2');
const root = await issueRoot(rootKey, fromAt);
const operating = await issueCertificate(
  {
    serial: Buffer.from([2]),
    subject: { country: 'CN', organization: '某电子认证服务机构', commonName: '运行证书' },
    subjectKey: operatingKey,
    isAuthority: true,
    ...term,
  },
  rootKey,
  readCertificate(root),
);

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(NOW);
}, 60_000);
afterAll(() => district.close());

async function run(...parameters: string[]) {
  let out = '';
  const environment = { DATA_DIR: district.dataDir, DATABASE_URL: district.database.adminUrl };
  const code = await runCli(parameters, environment, { out: (text) => (out += text), err: () => undefined });
  return { code, out };
}

function file(name: string, label: string, bytes: Uint8Array): string {
  writeFileSync(join(district.dataDir, name), pemOf(label, bytes));
  return join(district.dataDir, name);
}

async function publishedTrust() {
  const { body } = await district.http.inject({ url: '/api/trust' });
  const documents = readTrustFile(body);
  if ('reason' in documents) throw new Error(documents.reason);
  const certificates: readonly string[] = JSON.parse(body).certificates;
  const lists: readonly string[] = JSON.parse(body).revocationLists;
  return { documents, certificates, lists: lists.length };
}

/** The certificate for the key of the seal, which waits for it, under the licensed authority. */
async function sealCertificate(): Promise<Uint8Array> {
  const { spki } = await district.platform.keys.await(`seal-${SEAL}`, 'sm2');
  const subject = { country: 'CN', organization: '云河区市场监督管理局', commonName: '行政审批专用章' };
  const about = { serial: Buffer.from([77]), subject, subjectKey: { spki }, isAuthority: false, ...term };
  return issueCertificate(about, operatingKey, readCertificate(operating));
}

async function listAt(thisUpdateAt: string, revoked: readonly string[] = []): Promise<Uint8Array> {
  const entries = revoked.map((serial) => ({ serial, fromAt, reason: 'keyCompromise' as const }));
  const list = { number: 1, thisUpdateAt, nextUpdateAt: '2044-01-01T00:00:00.000Z', revoked: entries };
  return encodeRevocationList(list, readCertificate(operating), operatingKey);
}

/** A list that says it speaks of a part alone (issuingDistributionPoint, RFC 5280 §5.2.5). */
async function partialList(): Promise<Uint8Array> {
  const [whole, algorithm] = members(readDer(await listAt('2025-03-04T00:00:00.000Z')));
  const parts = members(whole);
  const extensions = parts.at(-1);
  if (algorithm === undefined || extensions === undefined) throw new Error('not a list');
  const part = derSequence(derOid('2.5.29.28'), derBoolean(true), derOctets(derSequence()));
  const more = derSequence(...members(readDer(extensions.content)).map(({ bytes }) => bytes), part);
  const tbs = derSequence(...parts.slice(0, -1).map(({ bytes }) => bytes), derExplicit(0, more));
  return derSequence(tbs, algorithm.bytes, derBits(await operatingKey.sign(tbs)));
}

test('R73: seals of a licensed authority are accepted under the root that the operator names, and not because one came with a chain', async () => {
  const chain = ['--authority', file('operating.pem', 'CERTIFICATE', operating)];
  const rootFile = file('root.pem', 'CERTIFICATE', root);
  const issued = file('seal.pem', 'CERTIFICATE', await sealCertificate());
  expect((await run('certificate', 'import', `seal-${SEAL}`, issued, ...chain, '--authority', rootFile)).code).toBe(0);
  const made = { sealId: SEAL, kind: 'approvalSeal', organ: '11110198YH00010020' } as const;
  await district.platform.sealMaker.make({
    ...made,
    organName: '云河区市场监督管理局',
    validFromAt: fromAt,
    validToAt: '2030-01-01T00:00:00.000Z',
  });
  const letter = await sealLetter(
    { content: exampleLetters.acceptanceNotice, sealId: SEAL, sealKind: 'approvalSeal', keeper: 'mk-keeper', at: NOW },
    district.platform.sealPorts,
  );
  if (isRefusal(letter)) throw new Error(letter.code);
  const judged = async () => {
    const { documents, certificates, lists } = await publishedTrust();
    const { result, checks } = inspect(letter.pdf, { documents, log: undefined, at: NOW });
    const open = checks.filter(({ required, state }) => required && state !== 'true').map(({ name }) => name);
    return { result, open, certificates, lists };
  };

  // The root came along at the import: that makes nobody trust it.
  const before = await judged();
  expect(before).toMatchObject({ result: 'undecided', open: ['chain', 'revoked'] });
  expect(before.certificates).not.toContain(Buffer.from(root).toString('base64'));
  // Nor do its lists go in before its root.
  const list = file('list.pem', 'X509 CRL', await listAt('2025-03-02T00:00:00.000Z'));
  expect(JSON.parse((await run('certificate', 'list', list, '--json')).out)).toMatchObject({
    code: 'revocation-list-foreign',
  });

  const named = ['--basis', '电子认证服务许可证 ECP11010000000', '--fingerprint'];
  expect((await run('certificate', 'trust', rootFile, ...named, 'ab'.repeat(32))).code).toBe(2);
  const between = file('operating-alone.pem', 'CERTIFICATE', operating);
  const noRoot = await run('certificate', 'trust', between, ...named, sm3Hex(operating), '--json');
  expect(JSON.parse(noRoot.out)).toMatchObject({ code: 'certificate-no-root' });
  expect((await run('certificate', 'trust', rootFile, ...named, sm3Hex(root))).code).toBe(0);
  // The platform itself says no more than anybody else: what it stopped of its own says nothing of this authority.
  const platformSays = async () => verifySealedPdf(letter.pdf, await sealTrustOf(district.platform));
  const undecided = (await platformSays()).checks.filter(({ required, verdict }) => required && verdict !== true);
  expect(undecided.map(({ name, verdict }) => [name, verdict])).toEqual([['revoked', undefined]]);
  // Without a list of that authority it stays open whether the certificate was called back.
  expect(await judged()).toMatchObject({ result: 'undecided', open: ['revoked'] });
  // A list of a part, and one that keeps out every true list until its day, are not taken.
  const partial = file('partial.pem', 'X509 CRL', await partialList());
  expect(JSON.parse((await run('certificate', 'list', partial, '--json')).out).code).toBe('revocation-list-partial');
  const ahead = file('ahead.pem', 'X509 CRL', await listAt('2043-01-01T00:00:00.000Z'));
  expect(JSON.parse((await run('certificate', 'list', ahead, '--json')).out).code).toBe('revocation-list-ahead');
  expect((await run('certificate', 'list', list)).code).toBe(0);
  expect((await platformSays()).result).toBe('valid');
  const after = await judged();
  expect(after).toMatchObject({ result: 'valid', open: [] });
  expect(after.certificates).toEqual(
    expect.arrayContaining([root, operating].map((one) => Buffer.from(one).toString('base64'))),
  );

  // An older list takes no newer one's place; a newer one that names the seal takes it back.
  const older = file('older.pem', 'X509 CRL', await listAt('2025-03-01T00:00:00.000Z'));
  expect(JSON.parse((await run('certificate', 'list', older, '--json')).out)).toMatchObject({ isNew: false });
  const newer = file('newer.pem', 'X509 CRL', await listAt('2025-03-03T00:00:00.000Z', ['4d']));
  expect((await run('certificate', 'list', newer)).code).toBe(0);
  expect(await judged()).toMatchObject({ result: 'invalid', open: ['revoked'] });

  // Who, what and why is on record, also that the trust was taken back.
  expect((await run('certificate', 'untrust', sm3Hex(root), '--reason', '许可证被吊销')).code).toBe(0);
  const untrusted = await judged();
  expect(untrusted.certificates).toEqual(before.certificates);
  // Nor are the lists of whom nobody trusts any more passed on.
  expect(untrusted.lists).toBe(before.lists);
  const acts = await readStream(district.platform.journal, district.platform.realm, 'certificates');
  expect(acts.map(({ type, actor }) => [type, actor.kind])).toEqual([
    ['CertificateImported', 'operator'],
    ['AuthorityTrusted', 'operator'],
    ['AuthorityUntrusted', 'operator'],
  ]);
  expect(acts[1]?.data).toMatchObject({ fingerprint: sm3Hex(root), basis: '电子认证服务许可证 ECP11010000000' });
});
