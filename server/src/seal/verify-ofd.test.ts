import { crc32, deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueCertificate, readCertificate } from './certificate.ts';
import { readDer } from './der.ts';
import { issueRoot } from './development-ca.ts';
import { smallTwin } from './example-ofd.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSeal, encodeSealInfo } from './ses.ts';
import { readSeal } from '@liangqian/verify/ses.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';
import { stampOfd } from './stamp-ofd.ts';
import { verifySealedOfd } from './verify-ofd.ts';
import { readZip, rewriteZip, writeZip, ZipError, type ZipPart } from './zip.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const toAt = '2030-01-01T00:00:00.000Z';
const at = '2025-03-03T02:00:00.000Z';
const [rootKey, makerKey, sealKey] = [generateKey('sm2'), generateKey('sm2'), generateKey('sm2')];
const root = await issueRoot(rootKey, fromAt);
const maker = await certificate('制章者', makerKey);
const sealCertificate = await certificate('云河区市场监督管理局', sealKey);
const trust = { roots: [root], revoked: [] };
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const signedHash = 'ab'.repeat(32);
const sealed = await stampOfd(smallTwin(signedHash), [{ instrument: await instrument(), place }], at);

test('a sealed package is valid, intact, and names seal, signer and the document that was signed', () => {
  const result = verifySealedOfd(sealed, trust);
  expect(result.checks.filter(({ verdict }) => verdict !== true).map(({ name }) => name)).toEqual(['timeStamp']);
  expect(result).toMatchObject({ result: 'valid', intact: true, signedHash, sealId: '11019800000101', sealedAt: at });
});

test(
  'every single altered byte of a sealed package is detected, or changes none of its files',
  { timeout: 120_000 },
  () => {
    const copy = Buffer.from(sealed);
    const whole = readZip(sealed);
    const missed: number[] = [];
    for (let index = 0; index < copy.length; index += 1) {
      const before = copy[index] ?? 0;
      copy[index] = before ^ (1 << (index % 8));
      if (verifySealedOfd(copy, trust).result !== 'invalid') missed.push(index);
      copy[index] = before;
    }
    // RFC 1951 §3.2.3 fills the last byte of a deflated file with bits that mean nothing.
    const fillers = whole
      .filter(({ method }) => method === 8)
      .map(({ packed }) => packed.byteOffset - startOf(sealed) + packed.length - 1);
    expect(missed.filter((index) => !fillers.includes(index))).toEqual([]);
  },
);

test('a package that was cut, extended, repacked or given another file is not valid', () => {
  const parts: readonly ZipPart[] = readZip(sealed).map(({ path, bytes }) => ({
    path,
    bytes,
    deflated: deflateRawSync(bytes, { level: 1 }),
  }));
  const without = (name: string) => parts.filter(({ path }) => !path.endsWith(name));
  const altered = [
    ...[1, 2, 21, 22, 23, 500].map((count) => sealed.subarray(0, sealed.length - count)),
    Buffer.concat([sealed, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0]), sealed]),
    Buffer.concat([sealed, sealed]),
    writeZip([...parts, { path: 'Doc_0/Pages/Page_9/Content.xml', bytes: Buffer.from('<a/>') }]),
    writeZip(without('SignedValue.dat')),
    writeZip(without('Seal.esl')),
    writeZip(without('Document.xml')),
    Buffer.from(''),
    Buffer.from('not a package'),
  ];
  expect(altered.map((bytes) => verifySealedOfd(bytes, trust).result)).toEqual(altered.map(() => 'invalid'));
});

test('an added file is named', () => {
  const parts = readZip(sealed).map(({ path, bytes }) => ({ path, bytes }));
  const result = verifySealedOfd(writeZip([...parts, { path: 'Doc_0/hidden.xml', bytes: Buffer.from('<a/>') }]), trust);
  expect(result.checks.find(({ name }) => name === 'covered')?.en).toContain('Doc_0/hidden.xml');
});

test('a changed file is named, and the seal of another document is not valid', async () => {
  const parts = readZip(sealed).map(({ path, bytes }) => ({
    path,
    bytes: path.endsWith('Document.xml') ? Buffer.from('<ofd:Document/>') : bytes,
  }));
  expect(verifySealedOfd(writeZip(parts), trust).checks.find(({ name }) => name === 'references')).toMatchObject({
    verdict: false,
    en: expect.stringContaining('Doc_0/Document.xml'),
  });
  const other = readZip(await stampOfd(smallTwin('cd'.repeat(32)), [{ instrument: await instrument(), place }], at));
  const value = other.find(({ path }) => path.endsWith('SignedValue.dat'))?.bytes ?? Buffer.alloc(0);
  const mixed = readZip(sealed).map(({ path, bytes }) => ({
    path,
    bytes: path.endsWith('SignedValue.dat') ? value : bytes,
  }));
  expect(verifySealedOfd(writeZip(mixed), trust).result).toBe('invalid');
});

test('undecided is never shown as valid: without a trusted root, or when nobody asked about revocation', () => {
  expect(verifySealedOfd(sealed, { roots: [], revoked: [] })).toMatchObject({ result: 'undecided', intact: true });
  expect(verifySealedOfd(sealed, { roots: [root] })).toMatchObject({ result: 'undecided', intact: true });
});

test.each(['../evil.xml', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\b', './a', 'a//b', ''])(
  'a package with the path %j is refused with a reason',
  (path) => {
    expect(() => readZip(writeZip([{ path, bytes: Buffer.from('x') }]))).toThrow(ZipError);
  },
);

test('bombs are refused before they unpack: by what they announce, and by what they hide', () => {
  const zeros = Buffer.alloc(8 * 2 ** 20);
  const deflated = deflateRawSync(zeros);
  const many = Array.from({ length: 9 }, (_, index) => ({ path: `f${index}`, bytes: zeros, deflated }));
  expect(() => readZip(writeZip(many))).toThrow('unpacks to too much');
  const liar = Buffer.from(writeZip([{ path: 'OFD.xml', bytes: Buffer.from('x'), deflated }]));
  expect(() => readZip(liar)).toThrow('unpacks to more than it says');
  const copies = Array.from({ length: 2_001 }, (_, index) => ({ path: `f${index}`, bytes: Buffer.alloc(0) }));
  expect(() => readZip(writeZip(copies))).toThrow('more entries');
});

test('two entries over the same bytes, or of one name, are refused', () => {
  expect(() =>
    readZip(
      writeZip([
        { path: 'a', bytes: Buffer.from('1') },
        { path: 'A', bytes: Buffer.from('2') },
      ]),
    ),
  ).toThrow('two entries of one name');
  const overlapping = Buffer.from(
    writeZip([
      { path: 'a', bytes: Buffer.from('1') },
      { path: 'b', bytes: Buffer.from('1') },
    ]),
  );
  const second = overlapping.lastIndexOf(Buffer.from('PK\x01\x02'));
  overlapping.writeUInt32LE(0, second + 42);
  expect(() => readZip(overlapping)).toThrow(ZipError);
});

test('XML with a document type, without end, or too deep is refused with a reason', async () => {
  const entities = '<!DOCTYPE a [<!ENTITY b "cccccccccc">]><a>&b;&b;</a>';
  for (const text of [entities, '<a>', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, '<a/><b/>', '', '\uFFFE']) {
    const result = verifySealedOfd(writeZip([{ path: 'OFD.xml', bytes: Buffer.from(text) }]), trust);
    expect(result.checks[0]).toMatchObject({ name: 'format', verdict: false });
  }
});

test('whatever the bytes are, the answer is a reason and never a fault', () => {
  const mutated = fc
    .array(fc.tuple(fc.nat(sealed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((edits) => {
      const copy = Buffer.from(sealed);
      for (const [index, value] of edits) copy[index] = value;
      return copy;
    });
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated);
  fc.assert(
    fc.property(bytes, (given) => {
      const { result, checks } = verifySealedOfd(given, trust);
      return Buffer.from(given).equals(Buffer.from(sealed)) ? result === 'valid' : checks.length > 0;
    }),
    { numRuns: 300 },
  );
});

test('what was read is written again as the same bytes', () => {
  expect(Buffer.from(rewriteZip(readZip(sealed))).equals(Buffer.from(sealed))).toBe(true);
  expect(readZip(sealed).every(({ bytes }) => crc32(bytes) >= 0)).toBe(true);
});

function startOf(bytes: Uint8Array): number {
  return bytes.byteOffset;
}

function certificate(commonName: string, subjectKey: SignatureKey): Promise<Uint8Array> {
  return issueCertificate(
    {
      serial: Buffer.from(commonName).subarray(0, 8),
      subject: { country: 'CN', organization: '云河区', commonName },
      subjectKey,
      notBeforeAt: fromAt,
      notAfterAt: toAt,
      isAuthority: false,
    },
    rootKey,
    readCertificate(root),
  );
}

async function instrument(): Promise<SealInstrument> {
  const info = encodeSealInfo({
    sealId: '11019800000101',
    vendorId: 'TEST',
    name: '云河区市场监督管理局',
    certificates: [sealCertificate],
    createdAt: fromAt,
    validFromAt: fromAt,
    validToAt: toAt,
    picture: { type: 'SVG', data: Buffer.from('<svg/>'), widthMm: 42, heightMm: 42 },
  });
  const seal = encodeSeal(info, maker, await makerKey.sign(info));
  return {
    sealId: readSeal(readDer(seal)).sealId,
    name: '云河区市场监督管理局',
    seal,
    certificate: sealCertificate,
    certificateSerial: readCertificate(sealCertificate).serial,
    image: { sizeMm: 42, shapes: [] },
    development: true,
    sign: sealKey.sign,
  };
}
