import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chainsTo, isIssuedBy, isValidAt, issueCertificate, readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { generateSm2Key } from './sm2.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const toAt = '2035-01-01T00:00:00.000Z';
const rootKey = generateSm2Key();
const root = issueRoot(rootKey, fromAt);
const leafKey = generateSm2Key();
const leaf = issueCertificate(
  {
    serial: Buffer.from('0123456789abcdef', 'hex'),
    subject: { country: 'CN', organization: '云河区市场监督管理局', commonName: '林晓', serialNumber: 'P-001' },
    subjectKey: leafKey,
    notBeforeAt: fromAt,
    notAfterAt: toAt,
    isAuthority: false,
  },
  rootKey,
  readCertificate(root),
);

test('Node reads the certificate as we wrote it', () => {
  const theirs = new X509Certificate(leaf);
  const ours = readCertificate(leaf);
  expect(theirs.subject).toContain('CN=林晓');
  expect(theirs.serialNumber.toLowerCase().replace(/^0+/, '')).toBe(ours.serial);
  expect(new Date(theirs.validTo).toISOString()).toBe(ours.notAfterAt);
  expect(theirs.ca).toBe(false);
  expect(theirs.checkIssued(new X509Certificate(root))).toBe(true);
  expect(ours.subjectText).toBe('C=CN, O=云河区市场监督管理局, CN=林晓, serialNumber=P-001');
});

test('OpenSSL verifies the chain link by link under the standard signer id', () => {
  const directory = mkdtempSync(join(tmpdir(), 'chain-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  const anchor = file('root.pem', new X509Certificate(root).toString());
  const end = file('leaf.pem', new X509Certificate(leaf).toString());
  const { spki, tbs, signature } = readCertificate(root);
  const id = 'distid:1234567812345678';
  const leafCheck = ['verify', '-vfyopt', id, '-x509_strict', '-attime', '1767225600', '-CAfile', anchor, end];
  // `verify` gives the id to the end of a chain only, so the root's own signature is checked as plain bytes.
  file('root.spki', spki);
  file('root.signature', signature);
  file('root.tbs', tbs);
  const rootCheck = `dgst -sm3 -keyform DER -verify root.spki -sigopt ${id} -signature root.signature root.tbs`;
  try {
    expect(execFileSync('openssl', leafCheck, { encoding: 'utf8' })).toContain('OK');
    expect(execFileSync('openssl', rootCheck.split(' '), { cwd: directory, encoding: 'utf8' })).toContain(
      'Verified OK',
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn('NOT CHECKED: openssl is not installed');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a chain leads to the trusted root only, and with no root nothing is decided', () => {
  const certificate = readCertificate(leaf);
  const stranger = issueRoot(generateSm2Key(), fromAt);
  expect(chainsTo(certificate, [root], '2026-01-01T00:00:00.000Z')).toBe(true);
  expect(chainsTo(certificate, [stranger], '2026-01-01T00:00:00.000Z')).toBe(false);
  expect(chainsTo(certificate, [], '2026-01-01T00:00:00.000Z')).toBeUndefined();
  expect(chainsTo(certificate, [root], '2024-12-31T23:59:59.000Z')).toBe(false);
});

test('a certificate that is no authority issues nothing', () => {
  const forged = issueCertificate(
    {
      serial: Buffer.from([9]),
      subject: { country: 'CN', organization: '伪造', commonName: '伪造' },
      subjectKey: generateSm2Key(),
      notBeforeAt: fromAt,
      notAfterAt: toAt,
      isAuthority: false,
    },
    leafKey,
    readCertificate(leaf),
  );
  expect(isIssuedBy(readCertificate(forged), readCertificate(leaf))).toBe(false);
});

test('validity includes both its ends and not a second more', () => {
  const certificate = readCertificate(leaf);
  expect([fromAt, toAt].map((at) => isValidAt(certificate, at))).toEqual([true, true]);
  expect(isValidAt(certificate, '2024-12-31T23:59:59.999Z')).toBe(false);
  expect(isValidAt(certificate, '2035-01-01T00:00:00.001Z')).toBe(false);
});
