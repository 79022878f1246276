import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chainsTo, isIssuedBy, isValidAt, issueCertificate, readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { generateKey, type KeyAlgorithm } from './signature-key.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const toAt = '2035-01-01T00:00:00.000Z';
const during = '2026-01-01T00:00:00.000Z';
const directory = mkdtempSync(join(tmpdir(), 'chain-'));

afterAll(() => rmSync(directory, { recursive: true }));

const validity = { notBeforeAt: fromAt, notAfterAt: toAt };

/** root → operating → leaf, all of one kind. */
async function chainOf(algorithm: KeyAlgorithm) {
  const [rootKey, operatingKey, leafKey] = [generateKey(algorithm), generateKey(algorithm), generateKey(algorithm)];
  const root = await issueRoot(rootKey, fromAt);
  const operating = await issueCertificate(
    {
      serial: Buffer.from('02', 'hex'),
      subject: { country: 'CN', organization: '云河区', commonName: '运行证书' },
      subjectKey: operatingKey,
      ...validity,
      isAuthority: true,
    },
    rootKey,
    readCertificate(root),
  );
  const subject = { country: 'CN', organization: '云河区市场监督管理局', commonName: '林晓', serialNumber: 'P-001' };
  const serial = Buffer.from('0123456789abcdef', 'hex');
  const leaf = await issueCertificate(
    { serial, subject, subjectKey: leafKey, ...validity, isAuthority: false, revocationsUrl: 'http://127.0.0.1/crl' },
    operatingKey,
    readCertificate(operating),
  );
  return { root, operating, leaf, operatingKey, leafKey };
}

describe.each(['sm2', 'p256'] as const)('%s', async (algorithm) => {
  const { root, operating, leaf, leafKey } = await chainOf(algorithm);

  test('Node reads the certificate as we wrote it', () => {
    const theirs = new X509Certificate(leaf);
    const ours = readCertificate(leaf);
    expect(theirs.subject).toContain('CN=林晓');
    expect(theirs.serialNumber.toLowerCase().replace(/^0+/, '')).toBe(ours.serial);
    expect(new Date(theirs.validTo).toISOString()).toBe(ours.notAfterAt);
    expect(theirs.ca).toBe(false);
    expect(theirs.checkIssued(new X509Certificate(operating))).toBe(true);
    expect(ours.subjectText).toBe('C=CN, O=云河区市场监督管理局, CN=林晓, serialNumber=P-001');
    expect(ours).toMatchObject({ maySign: true, isAuthority: false, purposes: undefined, unknownCritical: [] });
    expect(readCertificate(operating)).toMatchObject({
      maySign: false,
      isAuthority: true,
      mayIssueLists: true,
      pathLength: 0,
    });
  });

  test('OpenSSL verifies the chain link by link under the standard signer id', () => {
    const link = (issuer: Uint8Array, subject: Uint8Array) => {
      const [anchor, end] = [file('issuer.pem', issuer), file('subject.pem', subject)];
      // `verify` gives the signer id to the end of a chain only, so every link is a chain of its own.
      const id = algorithm === 'sm2' ? ['-vfyopt', 'distid:1234567812345678'] : [];
      return openssl([
        'verify',
        ...id,
        '-x509_strict',
        '-partial_chain',
        '-attime',
        '1767225600',
        '-trusted',
        anchor,
        end,
      ]);
    };
    expect([link(operating, leaf), link(root, operating)]).toEqual([
      expect.stringMatching(/OK$|^$/),
      expect.stringMatching(/OK$|^$/),
    ]);
  });

  test('a chain leads to the trusted root over what stands between, and with no root nothing is decided', async () => {
    const certificate = readCertificate(leaf);
    const stranger = await issueRoot(generateKey(algorithm), fromAt);
    expect(chainsTo(certificate, [operating, root], during)).toBe(true);
    expect(chainsTo(certificate, [root], during)).toBe(false);
    expect(chainsTo(certificate, [stranger, operating], during)).toBe(false);
    expect(chainsTo(certificate, [operating], during)).toBeUndefined();
    expect(chainsTo(certificate, [], during)).toBeUndefined();
    expect(chainsTo(certificate, [root, operating], '2024-12-31T23:59:59.000Z')).toBe(false);
  });

  test('a certificate that is no authority issues nothing', async () => {
    const forged = await issueCertificate(
      {
        serial: Buffer.from([9]),
        subject: { country: 'CN', organization: '伪造', commonName: '伪造' },
        subjectKey: generateKey(algorithm),
        ...validity,
        isAuthority: false,
      },
      leafKey,
      readCertificate(leaf),
    );
    expect(isIssuedBy(readCertificate(forged), readCertificate(leaf))).toBe(false);
  });
});

test('an authority that was allowed nobody below it makes no further authority', async () => {
  const { root, operating, operatingKey } = await chainOf('sm2');
  const subKey = generateKey('sm2');
  const about = { serial: Buffer.from([7]), subject: { country: 'CN', organization: '甲', commonName: '乙' } };
  const sub = await issueCertificate(
    { ...about, subjectKey: subKey, ...validity, isAuthority: true },
    operatingKey,
    readCertificate(operating),
  );
  const leaf = await issueCertificate(
    { ...about, subjectKey: generateKey('sm2'), ...validity, isAuthority: false },
    subKey,
    readCertificate(sub),
  );
  expect(isIssuedBy(readCertificate(leaf), readCertificate(sub))).toBe(true);
  expect(chainsTo(readCertificate(leaf), [root, operating, sub], during)).toBe(false);
});

test('validity includes both its ends and not a second more', async () => {
  const certificate = readCertificate(await issueRoot(generateKey('sm2'), fromAt));
  const { notBeforeAt, notAfterAt } = certificate;
  expect([notBeforeAt, notAfterAt].map((at) => isValidAt(certificate, at))).toEqual([true, true]);
  expect(isValidAt(certificate, '2024-12-31T23:59:59.999Z')).toBe(false);
  expect(isValidAt(certificate, notAfterAt.replace('.000Z', '.001Z'))).toBe(false);
});

function file(name: string, certificate: Uint8Array): string {
  writeFileSync(join(directory, name), new X509Certificate(certificate).toString());
  return join(directory, name);
}

/** What OpenSSL says; nothing, loudly, when it is not installed. */
function openssl(command: string[]): string {
  try {
    return execFileSync('openssl', command, { encoding: 'utf8' }).trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn('NOT CHECKED: openssl is not installed');
    return '';
  }
}
