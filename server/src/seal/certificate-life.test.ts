import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { type CertificateImport, checkImport } from './certificate-import.ts';
import { issueCertificate, readCertificate, TIME_STAMPING } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { encodeRevocationList, type NewRevocationList, readRevocationList, statusAt } from './revocation-list.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';
import { encodeSigningRequest, readSigningRequest } from './signing-request.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const toAt = '2035-01-01T00:00:00.000Z';
const at = '2026-01-01T00:00:00.000Z';
const directory = mkdtempSync(join(tmpdir(), 'authority-'));
const subject = {
  country: 'CN',
  organization: '云河区市场监督管理局',
  commonName: '行政审批专用章',
  serialNumber: '11019800000101',
};

afterAll(() => rmSync(directory, { recursive: true }));

describe.each(['sm2', 'p256'] as const)('%s', async (algorithm) => {
  const [rootKey, ownKey] = [generateKey(algorithm), generateKey(algorithm)];
  const root = await issueRoot(rootKey, fromAt);
  const certify = (key: SignatureKey, changed: { isAuthority?: boolean; purpose?: string; notAfterAt?: string } = {}) =>
    issueCertificate(
      {
        serial: Buffer.from('5f01', 'hex'),
        subject,
        subjectKey: key,
        notBeforeAt: fromAt,
        notAfterAt: toAt,
        isAuthority: false,
        ...changed,
      },
      rootKey,
      readCertificate(root),
    );
  const certificate = await certify(ownKey);

  test('R73: the request for a certificate is one that OpenSSL accepts, and proves the key', async () => {
    const request = await encodeSigningRequest(subject, ownKey);
    expect(readSigningRequest(request).subjectText).toContain('CN=行政审批专用章');
    expect(Buffer.from(readSigningRequest(request).spki).equals(ownKey.spki)).toBe(true);
    writeFileSync(join(directory, 'request.der'), request);
    const id = algorithm === 'sm2' ? ['-vfyopt', 'distid:1234567812345678'] : [];
    openssl(['req', '-in', join(directory, 'request.der'), '-inform', 'DER', '-verify', '-noout', ...id], 'verify OK');
    const stolen = { ...generateKey(algorithm), spki: ownKey.spki };
    const forged = await encodeSigningRequest(subject, stolen);
    expect(() => readSigningRequest(forged)).toThrow('not signed by its own key');
  });

  const asked = (changed: Partial<CertificateImport> = {}): CertificateImport => ({
    certificate,
    authorities: [root],
    spki: ownKey.spki,
    purpose: 'seal',
    at,
    ...changed,
  });

  test('R73: a certificate for this key, fit, in force and under the root that came with it is taken', () => {
    expect(checkImport(asked())).toMatchObject({ serial: '5f01', maySign: true });
  });

  test('R73: one for another key, another purpose, out of force, or without its chain is not', async () => {
    const other = generateKey(algorithm);
    const stranger = await issueRoot(generateKey(algorithm), fromAt);
    const stamps = await certify(ownKey, { purpose: TIME_STAMPING });
    const refusals = [
      checkImport(asked({ spki: other.spki })),
      checkImport(asked({ certificate: await certify(ownKey, { isAuthority: true }) })),
      checkImport(asked({ purpose: 'timeStamp' })),
      checkImport(asked({ certificate: stamps })),
      checkImport(asked({ at: '2036-01-01T00:00:00.000Z' })),
      checkImport(asked({ authorities: [] })),
      checkImport(asked({ authorities: [stranger] })),
      checkImport(asked({ certificate: root, spki: rootKey.spki })),
      checkImport(asked({ certificate: Buffer.from('no certificate') })),
      checkImport(asked({ authorities: [Buffer.from('no certificate')] })),
    ];
    expect(refusals.map((outcome) => isRefusal(outcome) && outcome.code)).toEqual([
      'certificate-other-key',
      'certificate-other-purpose',
      'certificate-other-purpose',
      'certificate-other-purpose',
      'certificate-not-in-force',
      'certificate-chain-broken',
      'certificate-chain-broken',
      'certificate-other-purpose',
      'certificate-unreadable',
      'certificate-unreadable',
    ]);
    expect(isRefusal(checkImport(asked({ certificate: stamps, purpose: 'timeStamp' })))).toBe(false);
  });

  const issuer = readCertificate(root);
  const revokedAt = '2026-02-01T00:00:00.000Z';
  const list = (changed: Partial<NewRevocationList> = {}, key = rootKey) =>
    encodeRevocationList(
      {
        number: 7,
        thisUpdateAt: '2026-03-01T00:00:00.000Z',
        nextUpdateAt: '2026-03-02T00:00:00.000Z',
        revoked: [{ serial: '5f01', fromAt: revokedAt, reason: 'keyCompromise' }],
        ...changed,
      },
      issuer,
      key,
    );
  const statuses = async (bytes: Uint8Array, instants: readonly string[]) =>
    instants.map((instant) => statusAt(readCertificate(certificate), [readRevocationList(bytes)], [issuer], instant));

  test('T13: a certificate called back is revoked from then on and good before', async () => {
    expect(await statuses(await list(), ['2026-01-31T23:59:59.000Z', revokedAt, '2027-01-01T00:00:00.000Z'])).toEqual([
      { status: 'good' },
      { status: 'revoked', fromAt: revokedAt, reason: 'keyCompromise' },
      { status: 'revoked', fromAt: revokedAt, reason: 'keyCompromise' },
    ]);
  });

  test('a list speaks until its next update and not a second longer; one by another hand speaks of nothing', async () => {
    const empty = await list({ revoked: [] });
    const instants = ['2026-03-02T00:00:00.000Z', '2026-03-02T00:00:01.000Z'];
    expect((await statuses(empty, instants)).map(({ status }) => status)).toEqual(['good', 'unknown']);
    const forged = await list({}, generateKey(algorithm));
    expect((await statuses(forged, [at])).map(({ status }) => status)).toEqual(['unknown']);
    expect(statusAt(readCertificate(certificate), [], [issuer], at)).toEqual({ status: 'unknown' });
  });

  test('OpenSSL reads the list and names the one called back', async () => {
    writeFileSync(join(directory, 'list.der'), await list());
    openssl(['crl', '-in', join(directory, 'list.der'), '-inform', 'DER', '-noout', '-text'], 'Serial Number: 5F01');
    openssl(['crl', '-in', join(directory, 'list.der'), '-inform', 'DER', '-noout', '-text'], 'Key Compromise');
  });
});

/** Asks OpenSSL; says so loudly when it is not installed. */
function openssl(command: string[], expected: string): void {
  try {
    const said = execFileSync('sh', ['-c', 'exec openssl "$@" 2>&1', 'sh', ...command], { encoding: 'utf8' });
    expect(said).toContain(expected);
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 127)) throw error;
    console.warn('NOT CHECKED: openssl is not installed');
  }
}
