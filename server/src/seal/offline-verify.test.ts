import { deflateRawSync } from 'node:zlib';
import { judgeDocument } from '@liangqian/verify/document.ts';
import type { DocumentVerdict } from '@liangqian/verify/document-verdict.ts';
import { type DocumentTrust, NO_TRUST, readTrustFile } from '@liangqian/verify/trust-file.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { smallTwin } from './example-ofd.ts';
import { exampleReader } from './example-reader.ts';
import { exampleSeal, hostileStructures } from './example-seal.ts';
import { exampleInstrument, smallPdf } from './example-sealed.ts';
import { appendSignatureField, putSignature } from './pdf-revision.ts';
import { pemOf } from './pem.ts';
import { readerField, signForReaders } from './reader-signature.ts';
import { encodeRevocationList, type Revocation } from './revocation-list.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';
import { stampOfd } from './stamp-ofd.ts';
import { stampPdf } from './stamp-pdf.ts';
import { verifySealedPdf } from './verify-pdf.ts';
import { readZip, writeZip } from './zip.ts';

/** What our own code sealed, judged by the verifier that stands alone, with its own cryptography. */

const at = '2025-03-03T02:00:00.000Z';
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const signedHash = 'ab'.repeat(32);
const { root, rootKey, instrument } = await exampleInstrument();
const reader = await exampleReader();
const sealed = await stampPdf(smallPdf(), instrument, { place, at });
const letter = await signForReaders(sealed, reader.signer, at);
const ofd = await stampOfd(smallTwin(signedHash), [{ instrument, place }], at);
const trust = await trustIn([]);

test('a sealed letter with both signatures and a sealed package are valid under a trust file with lists', () => {
  expect(open(judgeDocument(letter, trust))).toEqual(['timeStamp']);
  expect(judgeDocument(letter, trust)).toMatchObject({ kind: 'pdf', result: 'valid', intact: true });
  expect(open(judgeDocument(ofd, trust))).toEqual(['timeStamp']);
  expect(judgeDocument(ofd, trust)).toMatchObject({ kind: 'ofd', result: 'valid', intact: true, seal: { signedHash } });
  expect(judgeDocument(sealed, trust)).toMatchObject({
    result: 'valid',
    seal: { sealId: instrument.sealId, certificateSerial: instrument.certificateSerial, sealedAt: at },
  });
});

test('the answer of the platform is a trust file too', async () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const answer = {
    development: true,
    certificates: [root, reader.root].map(base64),
    revocationLists: [await listOf(root, rootKey, []), await listOf(reader.root, reader.rootKey, [])].map(base64),
    at,
  };
  expect(judgeDocument(letter, trustOf(JSON.stringify(answer))).result).toBe('valid');
});

test('undecided is never shown as valid: no trust, a root that is not known, or no list of what was called back', async () => {
  const stranger = await issueRoot(generateKey('p256'), '2025-01-01T00:00:00.000Z');
  const [seals, unknown, bare] = [[root], [stranger], [root, reader.root]].map((roots) =>
    trustOf(roots.map((bytes) => pemOf('CERTIFICATE', bytes)).join('')),
  );
  for (const one of [NO_TRUST, seals ?? NO_TRUST, unknown ?? NO_TRUST, bare ?? NO_TRUST]) {
    expect(judgeDocument(letter, one)).toMatchObject({ result: 'undecided', intact: true });
    expect(judgeDocument(ofd, one)).toMatchObject({ result: 'undecided', intact: true });
  }
  expect(failed(judgeDocument(ofd, NO_TRUST))).toEqual([]);
  expect(open(judgeDocument(letter, unknown ?? NO_TRUST))).toEqual(
    expect.arrayContaining(['makerChain', 'chain', 'readerChain', 'readerTimeStamp', 'revoked', 'readerRevoked']),
  );
});

test('T13: a seal whose certificate was called back before is invalid, and one called back later stays valid', async () => {
  const serial = instrument.certificateSerial;
  const before = { serial, fromAt: '2025-03-01T00:00:00.000Z', reason: 'cessationOfOperation' as const };
  const after = { ...before, fromAt: '2025-04-01T00:00:00.000Z' };
  expect(failed(judgeDocument(letter, await trustIn([before])))).toEqual(['revoked']);
  expect(failed(judgeDocument(ofd, await trustIn([before])))).toEqual(['revoked']);
  expect(judgeDocument(letter, await trustIn([after])).result).toBe('valid');
  const line = `${await textOfTrust([])}\nrevoked ${serial.toUpperCase()} 2025-03-01T00:00:00Z\n`;
  expect(failed(judgeDocument(letter, trustOf(line)))).toEqual(['revoked']);
});

test('T13: certificates of readers and of time stamps are asked after as well, at the time that is proven', async () => {
  const [signer, stamp] = [reader.signer.key.certificate, reader.stampKey.certificate].map(
    (bytes) => readCertificate(bytes).serial,
  );
  const called = (serial = '', reason: Revocation['reason'], fromAt: string) =>
    trustIn([], [{ serial, reason, fromAt }]);
  const [before, after] = ['2025-03-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z'];
  const failedUnder = async (one: Promise<DocumentTrust>) => failed(judgeDocument(letter, await one));
  expect(await failedUnder(called(signer, 'superseded', before))).toEqual(['readerRevoked']);
  expect(await failedUnder(called(signer, 'keyCompromise', after))).toEqual([]);
  expect(await failedUnder(called(stamp, 'superseded', before))).toEqual(['readerTimeStamp']);
  expect(await failedUnder(called(stamp, 'superseded', after))).toEqual([]);
  // RFC 3161 §4: whoever has the key writes any time, so what was stamped before falls with it.
  expect(await failedUnder(called(stamp, 'keyCompromise', after))).toEqual(['readerTimeStamp']);
  expect(await failedUnder(called(stamp, 'unspecified', after))).toEqual(['readerTimeStamp']);
});

test('no time is proven while no list speaks of the authority that stamped it', async () => {
  const roots = [root, reader.root].map((bytes) => pemOf('CERTIFICATE', bytes)).join('');
  const seals = trustOf(`${roots}${pemOf('X509 CRL', await listOf(root, rootKey, []))}`);
  const verdict = judgeDocument(letter, seals);
  expect(verdict.result).toBe('undecided');
  expect(open(verdict)).toEqual(expect.arrayContaining(['readerTimeStamp', 'readerRevoked', 'readerValid']));
  expect(open(verdict)).not.toContain('revoked');
});

test('a seal that had expired when it was used is invalid', async () => {
  const late = '2031-01-01T00:00:00.000Z';
  const verdict = judgeDocument(await stampPdf(smallPdf(), instrument, { place, at: late }), trust);
  expect(failed(verdict)).toEqual(expect.arrayContaining(['sealTerm', 'certificateValid']));
  expect(verdict.result).toBe('invalid');
});

test('what is appended is reported with its length, and another revision is no signature for readers', () => {
  const appended = judgeDocument(Buffer.concat([letter, Buffer.from('\nmore\n')]), trust);
  expect(appended.result).toBe('invalid');
  expect(appended.checks.find(({ name }) => name === 'range')?.en).toContain('6 bytes were appended');
  const visible = { x: 0, y: 0, width: 90, height: 90, deflatedOperators: Buffer.from('') };
  const field = { ...readerField('某人', at, 8192), visible };
  const shown = putSignature(appendSignatureField(sealed, field), Buffer.from('3000', 'hex'));
  expect(failed(judgeDocument(shown, trust))).toEqual(expect.arrayContaining(['readerRevision', 'readerSignature']));
});

test('a change beside the document that was signed, in what the seal added to it, is a change of what was sealed', () => {
  const copy = Buffer.from(sealed);
  const rectangle = copy.lastIndexOf('/Rect [', undefined, 'latin1') + '/Rect ['.length;
  copy[rectangle] = (copy[rectangle] ?? 0) ^ 1;
  expect(failed(judgeDocument(copy, trust))).toEqual(['digest']);
});

test('an added file, a changed file and a repacked container are named', () => {
  const parts = readZip(ofd).map(({ path, bytes }) => ({ path, bytes }));
  const added = writeZip([...parts, { path: 'Doc_0/hidden.xml', bytes: Buffer.from('<a/>') }]);
  expect(judgeDocument(added, trust).checks.find(({ name }) => name === 'covered')?.en).toContain('Doc_0/hidden.xml');
  const changed = parts.map(({ path, bytes }) => ({
    path,
    bytes: path.endsWith('Document.xml') ? Buffer.from('<a/>') : bytes,
  }));
  expect(failed(judgeDocument(writeZip(changed), trust))).toContain('references');
});

test.each([1, 4, 5] as const)(
  'a bare seal signature of version %i is good as far as it goes: undecided',
  async (version) => {
    const example = await exampleSeal();
    const bare = await example.signature(version);
    const lists = trustOf(
      pemOf('CERTIFICATE', example.root) + pemOf('X509 CRL', await listOf(example.root, example.rootKey, [])),
    );
    const verdict = judgeDocument(bare, lists);
    expect(verdict).toMatchObject({ kind: 'ses', result: 'undecided' });
    expect(failed(verdict)).toEqual([]);
    expect(verdict.checks.find(({ name }) => name === 'signature')?.state).toBe('true');
    expect(verdict.checks.find(({ name }) => name === 'chain')?.state).toBe('true');
  },
);

test.each([...'0123456789'].map(Number))(
  'both verifiers agree about a letter with changes, round %i',
  { timeout: 60_000 },
  (seed) => {
    const known = { roots: [root, reader.root], revoked: [] };
    fc.assert(
      fc.property(fc.nat(letter.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const copy = Buffer.from(letter);
        copy[index] = (copy[index] ?? 0) ^ change;
        expect(judgeDocument(copy, trust).result).toBe(verifySealedPdf(copy, known).result);
      }),
      { numRuns: 8, seed },
    );
  },
);

test('hostile files get a reason and never a fault: cut, inflated, deep, of huge lengths', () => {
  const zeros = Buffer.alloc(8 * 2 ** 20);
  const bomb = writeZip([{ path: 'OFD.xml', bytes: Buffer.from('x'), deflated: deflateRawSync(zeros) }]);
  const deep = `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`;
  const bytesOf = [
    bomb,
    writeZip([{ path: 'OFD.xml', bytes: Buffer.from(deep) }]),
    writeZip([{ path: '../OFD.xml', bytes: Buffer.from('<a/>') }]),
    ...hostileStructures().map(([, hostile]) => Buffer.from(hostile)),
    Buffer.from('30848fffffff0000', 'hex'),
    Buffer.from('3080'.repeat(10_000), 'hex'),
    Buffer.from(`%PDF-1.7\n${'/ByteRange ['.repeat(100_000)}`),
    Buffer.from(`%PDF-1.7\nxref\n0 1\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF\n`),
    ...[1, 2, 100, 5000].flatMap((count) => [letter.subarray(0, -count), ofd.subarray(0, -count)]),
    Buffer.alloc(0),
  ];
  for (const bytes of bytesOf) {
    const { result, checks } = judgeDocument(bytes, trust);
    expect(result).toBe('invalid');
    expect(checks.find(({ state }) => state === 'false')?.en).toBeTruthy();
  }
});

test('any bytes behind any beginning get an answer', () => {
  const beginning = fc
    .constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004', '0\u0082')
    .map((text) => Buffer.from(text, 'latin1'));
  fc.assert(
    fc.property(beginning, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      expect(judgeDocument(Buffer.concat([start, rest]), trust).result).toBe('invalid');
    }),
  );
});

test.each([
  ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
  ['no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
  ['a revocation without a time', 'revoked 0a'],
  ['another answer', '{"certificates": [1], "revocationLists": []}'],
  ['no JSON', '{'],
])('%s is no trust file, with the reason', (_, text) => {
  expect(readTrustFile(text)).toMatchObject({ reason: expect.stringMatching(/./) });
});

test('what is no revocation and no PEM is kept as the policy of the log, in its lines', () => {
  const text = `log a b\n${pemOf('CERTIFICATE', root)}quorum none\nrevoked 0a 2025-03-01T00:00:00Z\n`;
  const { policyText } = trustOf(text);
  expect(policyText.split('\n').filter((line) => line !== '')).toEqual(['log a b', 'quorum none']);
  expect(policyText.split('\n').indexOf('quorum none')).toBe(text.split('\n').indexOf('quorum none'));
});

function failed({ checks }: DocumentVerdict): readonly string[] {
  return checks.filter(({ state }) => state === 'false').map(({ name }) => name);
}

function open({ checks }: DocumentVerdict): readonly string[] {
  return checks.filter(({ state }) => state !== 'true').map(({ name }) => name);
}

function trustOf(text: string): DocumentTrust {
  const read = readTrustFile(text);
  if ('reason' in read) throw new Error(`${read.line}: ${read.reason}`);
  return read;
}

async function trustIn(revoked: readonly Revocation[], readers: readonly Revocation[] = []): Promise<DocumentTrust> {
  return trustOf(await textOfTrust(revoked, readers));
}

async function textOfTrust(revoked: readonly Revocation[], readers: readonly Revocation[] = []): Promise<string> {
  return [
    ...[root, reader.root].map((bytes) => pemOf('CERTIFICATE', bytes)),
    pemOf('X509 CRL', await listOf(root, rootKey, revoked)),
    pemOf('X509 CRL', await listOf(reader.root, reader.rootKey, readers)),
  ].join('');
}

function listOf(issuer: Uint8Array, key: SignatureKey, revoked: readonly Revocation[]): Promise<Uint8Array> {
  const times = { thisUpdateAt: '2025-05-01T00:00:00.000Z', nextUpdateAt: '2035-06-01T00:00:00.000Z' };
  return encodeRevocationList({ number: 1, ...times, revoked }, readCertificate(issuer), key);
}
