import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentHash } from '../document/document.ts';
import { issueCertificate, readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSeal, encodeSealInfo } from './ses.ts';
import { readSeal } from '@liangqian/verify/ses.ts';
import { readDer } from './der.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';
import { stampPdf } from './stamp-pdf.ts';
import { verifySealedPdf, type SealTrust } from './verify-pdf.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const toAt = '2030-01-01T00:00:00.000Z';
const at = '2025-03-03T02:00:00.000Z';
const rootKey = generateKey('sm2');
const root = await issueRoot(rootKey, fromAt);
const [makerKey, sealKey] = [generateKey('sm2'), generateKey('sm2')];
const maker = await certificate('制章者', makerKey);
const sealCertificate = await certificate('云河区市场监督管理局', sealKey);
const trust: SealTrust = { roots: [root], revoked: [] };
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const letter = smallPdf();
const sealed = await stampPdf(letter, await instrument({}), { place, at });

test('a sealed letter is valid, intact, and names seal, signer and the hash that was signed', () => {
  const result = verifySealedPdf(sealed, trust);
  expect(result.checks.filter((check) => check.verdict !== true).map((check) => check.name)).toEqual([
    'timeStamp',
    'readerSignature',
  ]);
  expect(result).toMatchObject({
    result: 'valid',
    intact: true,
    signedHash: documentHash(letter),
    sealId: '11019800000101',
    sealName: '云河区市场监督管理局　行政审批专用章',
    sealedAt: at,
    certificateSerial: readCertificate(sealCertificate).serial,
  });
});

test('R82: the bytes that were signed stay an untouched prefix of the sealed letter', () => {
  expect(Buffer.from(sealed.subarray(0, letter.length)).equals(letter)).toBe(true);
});

test('every single altered byte of a sealed letter is detected', { timeout: 60_000 }, () => {
  const copy = Buffer.from(sealed);
  const missed: number[] = [];
  for (let index = 0; index < copy.length; index += 1) {
    const before = copy[index] ?? 0;
    copy[index] = before ^ (1 << (index % 8));
    const result = verifySealedPdf(copy, trust);
    if (result.result !== 'invalid') missed.push(index);
    copy[index] = before;
  }
  expect(missed).toEqual([]);
  expect(verifySealedPdf(copy, trust).result).toBe('valid');
});

test('the case of a hexadecimal digit, which says the same, is detected too', () => {
  const text = Buffer.from(sealed).toString('latin1');
  const start = text.lastIndexOf('/Contents <') + 11;
  const upper = Buffer.from(
    text.slice(0, start) + text.slice(start, start + 400).toUpperCase() + text.slice(start + 400),
    'latin1',
  );
  expect(verifySealedPdf(upper, trust).result).toBe('invalid');
});

test('a letter that was cut, extended or given another revision is detected', () => {
  const revision = Buffer.from(
    '\n9 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<< /Root 9 0 R >>\nstartxref\n0\n%%EOF\n',
  );
  const altered = [
    ...[1, 2, 7, 100, 1000].map((count) => sealed.subarray(0, sealed.length - count)),
    sealed.subarray(0, letter.length),
    Buffer.concat([sealed, Buffer.from('\n')]),
    Buffer.concat([sealed, Buffer.from([0])]),
    Buffer.concat([sealed, revision]),
    Buffer.concat([sealed, sealed]),
    Buffer.from(''),
    Buffer.from('not a PDF'),
  ];
  expect(altered.map((bytes) => verifySealedPdf(bytes, trust).result)).toEqual(altered.map(() => 'invalid'));
});

test('undecided is never shown as valid: without a trusted root, or when nobody asked about revocation', () => {
  expect(verifySealedPdf(sealed, { roots: [], revoked: [] })).toMatchObject({ result: 'undecided', intact: true });
  expect(verifySealedPdf(sealed, { roots: [root] })).toMatchObject({ result: 'undecided', intact: true });
});

test('a seal under another root is not valid', async () => {
  const stranger = await issueRoot(generateKey('sm2'), fromAt);
  expect(failed(sealed, { ...trust, roots: [stranger] })).toEqual(['makerChain', 'chain']);
});

test('T13: after its certificate was called back, a seal is invalid; before, it stays valid', () => {
  const { serial } = readCertificate(sealCertificate);
  expect(failed(sealed, { ...trust, revoked: [{ serial, fromAt: '2025-03-01T00:00:00.000Z' }] })).toEqual(['revoked']);
  expect(failed(sealed, { ...trust, revoked: [{ serial, fromAt: '2025-04-01T00:00:00.000Z' }] })).toEqual([]);
});

test('T13: who keeps the list of one authority knows nothing of another’s certificates, whatever their serials', () => {
  const { serial, issuer } = readCertificate(sealCertificate);
  const revoked = [{ serial, fromAt: '2025-03-01T00:00:00.000Z' }];
  const other = readCertificate(sealCertificate).subject;
  expect(failed(sealed, { ...trust, revoked, revokedBy: [issuer] })).toEqual(['revoked']);
  expect(verifySealedPdf(sealed, { ...trust, revoked, revokedBy: [other] }).result).toBe('undecided');
});

test('a certificate outside the seal’s list may not use it', async () => {
  const otherKey = generateKey('sm2');
  const other = { ...(await instrument({})), certificate: await certificate('他人', otherKey), sign: signer(otherKey) };
  expect(failed(await stampPdf(letter, other, { place, at }), trust)).toEqual(['listed']);
});

test('a seal that the maker did not make is not valid', async () => {
  const forged = await instrument({ makerKey: generateKey('sm2') });
  expect(failed(await stampPdf(letter, forged, { place, at }), trust)).toEqual(['sealMade']);
});

test('a signature by another key than the certificate’s is not valid', async () => {
  const forged = { ...(await instrument({})), sign: signer(generateKey('sm2')) };
  expect(failed(await stampPdf(letter, forged, { place, at }), trust)).toEqual(['signature']);
});

test('a seal used outside its term is not valid', async () => {
  const expired = await instrument({ validToAt: '2025-02-01T00:00:00.000Z' });
  expect(failed(await stampPdf(letter, expired, { place, at }), trust)).toEqual(['sealTerm']);
  const late = await stampPdf(letter, await instrument({}), { place, at: '2031-01-01T00:00:00.000Z' });
  expect(failed(late, trust)).toEqual(['sealTerm', 'certificateValid']);
});

test('R82: one document is sealed once', async () => {
  await expect(stampPdf(sealed, await instrument({}), { place, at })).rejects.toThrow();
});

test('the structure of the seal is read back as it was made', async () => {
  const seal = readSeal(readDer((await instrument({})).seal));
  expect(seal).toMatchObject({ sealId: '11019800000101', createdAt: fromAt, validToAt: toAt, vendorId: 'TEST' });
  expect(seal.picture).toMatchObject({ type: 'SVG', widthMm: 42, heightMm: 42 });
});

function failed(pdf: Uint8Array, by: SealTrust): readonly string[] {
  const { checks, result } = verifySealedPdf(pdf, by);
  const names = checks.filter((check) => check.verdict === false).map((check) => check.name);
  expect(result).toBe(names.length > 0 ? 'invalid' : 'valid');
  return names;
}

function certificate(commonName: string, subjectKey: SignatureKey): Promise<Uint8Array> {
  const serial = createHash('sha256').update(commonName).digest().subarray(1, 9);
  const subject = { country: 'CN', organization: '云河区', commonName };
  const validity = { notBeforeAt: fromAt, notAfterAt: toAt };
  return issueCertificate(
    { serial, subject, subjectKey, ...validity, isAuthority: false },
    rootKey,
    readCertificate(root),
  );
}

function signer(key: SignatureKey): SealInstrument['sign'] {
  return key.sign;
}

async function instrument(changed: {
  readonly makerKey?: SignatureKey;
  readonly validToAt?: string;
}): Promise<SealInstrument> {
  const name = '云河区市场监督管理局　行政审批专用章';
  const info = encodeSealInfo({
    sealId: '11019800000101',
    vendorId: 'TEST',
    name,
    certificates: [sealCertificate],
    createdAt: fromAt,
    validFromAt: fromAt,
    validToAt: changed.validToAt ?? toAt,
    picture: { type: 'SVG', data: Buffer.from('<svg/>'), widthMm: 42, heightMm: 42 },
  });
  return {
    sealId: '11019800000101',
    name,
    seal: encodeSeal(info, maker, await (changed.makerKey ?? makerKey).sign(info)),
    certificate: sealCertificate,
    certificateSerial: readCertificate(sealCertificate).serial,
    image: { sizeMm: 42, shapes: [] },
    development: true,
    sign: signer(sealKey),
  };
}

/** The smallest document with a classic cross-reference table, written as Typst lays out its objects. */
function smallPdf(): Buffer {
  const objects = [
    '<<\n  /Type /Catalog\n  /Pages 2 0 R\n>>',
    '<<\n  /Type /Pages\n  /Count 1\n  /Kids [3 0 R]\n>>',
    '<<\n  /Type /Page\n  /MediaBox [0 0 100 100]\n  /Parent 2 0 R\n>>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  });
  const xref = `xref\n0 4\n0000000000 65535 f\r\n${offsets.join('')}trailer\n<<\n  /Size 4\n  /Root 1 0 R\n>>\n`;
  return Buffer.from(`${text}${xref}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}
