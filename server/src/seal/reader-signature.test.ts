import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { CMS, digestOf, readCms, signCms } from './cms.ts';
import { exampleReader } from './example-reader.ts';
import { exampleInstrument, smallPdf } from './example-sealed.ts';
import { hostileStructures } from './example-seal.ts';
import { appendSignatureField, putSignature, rangeParts } from './pdf-revision.ts';
import { readerField, signForReaders } from './reader-signature.ts';
import { stampPdf } from './stamp-pdf.ts';
import { answerQuery, embeddedTimeStamper, remoteTimeStamper, verifyToken } from './time-stamp.ts';
import { verifySealedPdf } from './verify-pdf.ts';

const at = '2025-03-03T02:00:00.000Z';
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const reader = await exampleReader();
const { root, instrument } = await exampleInstrument();
const trust = { roots: [root, reader.root], revoked: [] };
const sealed = await stampPdf(smallPdf(), instrument, { place, at });
const signed = await signForReaders(sealed, reader.signer, at);
const directory = mkdtempSync(join(tmpdir(), 'readers-'));

afterAll(() => rmSync(directory, { recursive: true }));

test('a letter with both signatures is valid, and its time stamp proves by when it was sealed', () => {
  const { result, intact, checks } = verifySealedPdf(signed, trust);
  expect(checks.filter(({ verdict }) => verdict !== true).map(({ name }) => name)).toEqual(['timeStamp']);
  expect({ result, intact }).toEqual({ result: 'valid', intact: true });
  expect(checks.find(({ name }) => name === 'readerTimeStamp')?.en).toContain(at);
  expect(Buffer.from(signed.subarray(0, sealed.length)).equals(Buffer.from(sealed))).toBe(true);
});

test('every single altered byte of a letter with both signatures is detected', { timeout: 300_000 }, () => {
  const copy = Buffer.from(signed);
  const missed: number[] = [];
  // The zeros behind a signature are compared as one: every seventh of them is enough.
  const zeros = /0{64,}/g;
  const runs = [...copy.toString('latin1').matchAll(zeros)].map(
    ({ index, 0: text }) => [index, index + text.length] as const,
  );
  for (let index = 0; index < copy.length; index += 1) {
    if (index % 97 !== 0 && runs.some(([from, to]) => from + 1 < index && index < to - 1)) continue;
    const before = copy[index] ?? 0;
    copy[index] = before ^ (1 << (index % 8));
    if (verifySealedPdf(copy, trust).result !== 'invalid') missed.push(index);
    copy[index] = before;
  }
  expect(missed).toEqual([]);
  expect(verifySealedPdf(copy, trust).result).toBe('valid');
});

test('what is appended after the signature is reported with its length', () => {
  const { result, intact, checks } = verifySealedPdf(Buffer.concat([signed, Buffer.from('\nmore\n')]), trust);
  expect({ result, intact }).toEqual({ result: 'invalid', intact: false });
  expect(checks.find(({ name }) => name === 'range')).toMatchObject({
    verdict: false,
    en: expect.stringContaining('6 bytes'),
  });
});

test('a third signature, and a signature for readers in a form of its own, are not valid', async () => {
  const third = appendSignatureField(signed, { ...readerField('他人', at, 100), name: 'reader2' });
  expect(verifySealedPdf(third.bytes, trust).result).toBe('invalid');
  const shown = { ...readerField('甲', at, 8192), visible: { ...place, deflatedOperators: Buffer.from('x') } };
  const revision = appendSignatureField(sealed, shown);
  const digest = digestOf('sha256', ...rangeParts(revision.bytes, revision.byteRange));
  const { key, stamper } = reader.signer;
  const cms = await signCms({
    contentType: CMS.data,
    digest,
    key,
    chain: [],
    stamp: (value) => stamper.stamp(value, at),
  });
  expect(failed(putSignature(revision, cms))).toEqual(['readerRevision']);
});

test('a signature by another key than the certificate’s, or over another letter, is not valid', async () => {
  const stolen = { ...reader.signer, key: { ...reader.other, certificate: reader.signer.key.certificate } };
  expect(failed(await signForReaders(sealed, stolen, at))).toEqual(['readerSignature']);
  const other = await signForReaders(
    await stampPdf(smallPdf(), instrument, { place, at: '2025-03-04T02:00:00.000Z' }),
    reader.signer,
    at,
  );
  const mixed = Buffer.concat([sealed, other.subarray(sealed.length)]);
  expect(failed(mixed)).toContain('readerSignature');
});

test('a stranger’s certificate, and a stranger’s time stamp, are not trusted', async () => {
  const stranger = await exampleReader();
  expect(failed(await signForReaders(sealed, stranger.signer, at))).toEqual(['readerChain', 'readerTimeStamp']);
  const late = { ...reader.signer, stamper: stranger.signer.stamper };
  expect(failed(await signForReaders(sealed, late, at))).toEqual(['readerTimeStamp']);
});

test('a key that is not meant for time stamps cannot give one', async () => {
  const forged = { ...reader.signer, stamper: embeddedTimeStamper(reader.other, []) };
  expect(failed(await signForReaders(sealed, forged, at))).toEqual(['readerTimeStamp']);
});

test('a signature for readers without time stamp leaves the time undecided', async () => {
  const revision = appendSignatureField(sealed, readerField('甲', at, 8192));
  const digest = digestOf('sha256', ...rangeParts(revision.bytes, revision.byteRange));
  const bare = putSignature(
    revision,
    await signCms({ contentType: CMS.data, digest, key: reader.signer.key, chain: [] }),
  );
  expect(verifySealedPdf(bare, trust).result).toBe('undecided');
});

test('readers who know neither seal nor SM2 accept it: pdfsig and qpdf', () => {
  const file = join(directory, 'signed.pdf');
  writeFileSync(file, signed);
  const told = tool('pdfsig', ['-nocert', file]);
  if (told !== undefined) {
    const [, , second = ''] = told.split('Signature #');
    expect(second).toContain('Signature is Valid.');
    expect(second).toContain('Total document signed');
    expect(second).toContain('ETSI.CAdES.detached');
  }
  const checked = tool('qpdf', ['--check', file]);
  if (checked !== undefined) expect(checked).toContain('No syntax or stream encoding errors');
});

test('openssl accepts the signature over the bytes, and the time stamp over the signature', () => {
  const cms = readCms(contentsOf(signed));
  const range =
    [.../\/ByteRange \[([\d ]+)\]/g[Symbol.matchAll](Buffer.from(signed).toString('latin1'))].at(-1)?.[1] ?? '';
  const [, start = 0, end = 0] = range.trim().split(' ').map(Number);
  const path = (name: string, bytes: Uint8Array) => {
    const file = join(directory, name);
    writeFileSync(file, bytes);
    return file;
  };
  const content = path('content', Buffer.concat([signed.subarray(0, start), signed.subarray(end)]));
  const ca = path('root.pem', pem(reader.root));
  const signature = path('signature.p7s', contentsOf(signed));
  const epoch = String(Date.parse(at) / 1000);
  const verified = tool('openssl', [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    signature,
    '-content',
    content,
    '-CAfile',
    ca,
    '-purpose',
    'any',
    '-attime',
    epoch,
    '-out',
    join(directory, 'out'),
  ]);
  expect(verified).toBeDefined();
  const token = path('token', cms.timeStamp ?? Buffer.alloc(0));
  const stamped = path('stamped', cms.signature);
  const proven = tool('openssl', [
    'ts',
    '-verify',
    '-token_in',
    '-in',
    token,
    '-data',
    stamped,
    '-CAfile',
    ca,
    '-attime',
    epoch,
  ]);
  expect(proven).toContain('Verification: OK');
});

test('openssl asks the embedded authority a question and accepts its answer', async () => {
  const [data, query, answer] = ['data', 'query', 'answer'].map((name) => join(directory, name));
  writeFileSync(data ?? '', 'anything');
  tool('openssl', ['ts', '-query', '-data', data ?? '', '-sha256', '-cert', '-out', query ?? '']);
  const asked = tool('openssl', ['base64', '-A', '-in', query ?? '']) ?? '';
  writeFileSync(answer ?? '', await answerQuery(Buffer.from(asked, 'base64'), { key: reader.stampKey, chain: [], at }));
  writeFileSync(join(directory, 'ca.pem'), pem(reader.root));
  const told = tool('openssl', [
    'ts',
    '-verify',
    '-queryfile',
    query ?? '',
    '-in',
    answer ?? '',
    '-CAfile',
    join(directory, 'ca.pem'),
    '-attime',
    String(Date.parse(at) / 1000),
  ]);
  expect(told).toContain('Verification: OK');
});

test('a question that the authority cannot answer is rejected, not stamped', async () => {
  for (const query of [Buffer.alloc(0), Buffer.from('3003020101', 'hex'), Buffer.from('nonsense')]) {
    const answer = await answerQuery(query, { key: reader.stampKey, chain: [], at });
    expect(Buffer.from(answer).toString('hex')).toBe('30053003020102');
  }
});

test('an authority outside is asked over HTTP; another question’s answer, a refusal and silence are errors', async () => {
  let reply: (query: Buffer) => Promise<Uint8Array> = (query) =>
    answerQuery(query, { key: reader.stampKey, chain: [], at });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void reply(Buffer.concat(parts)).then((bytes) => response.end(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  const remote = remoteTimeStamper({ url: `http://127.0.0.1:${port}`, algorithm: 'p256', timeoutMs: 300 });
  try {
    const bytes = Buffer.from('signature');
    expect(verifyToken(await remote.stamp(bytes, at), bytes, [reader.root])).toEqual({ at });
    const earlier = await answerQuery(await queryOf(bytes), { key: reader.stampKey, chain: [], at });
    reply = () => Promise.resolve(earlier);
    await expect(remote.stamp(bytes, at)).rejects.toThrow('another question');
    reply = () => Promise.resolve(Buffer.from('30053003020102', 'hex'));
    await expect(remote.stamp(bytes, at)).rejects.toThrow('refuses');
    reply = () => new Promise(() => undefined);
    await expect(remote.stamp(bytes, at)).rejects.toThrow();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('a time stamp over other bytes, and one that was changed, prove nothing', async () => {
  const token = Buffer.from(await reader.signer.stamper.stamp(Buffer.from('a'), at));
  expect(verifyToken(token, Buffer.from('b'), [reader.root])).toEqual({ fault: 'stamped other bytes' });
  expect(verifyToken(token, Buffer.from('a'), [])).toBeUndefined();
  for (let index = 0; index < token.length; index += 1) {
    const copy = Buffer.from(token);
    copy[index] = (copy[index] ?? 0) ^ (1 << (index % 8));
    expect(verifyToken(copy, Buffer.from('a'), [reader.root]), String(index)).toHaveProperty('fault');
  }
});

test.each(hostileStructures())('%s is no signature and no time stamp, and is told from one at once', (_, bytes) => {
  expect(() => readCms(bytes)).toThrow();
  expect(verifyToken(bytes, Buffer.from('a'), [reader.root])).toHaveProperty('fault');
});

test('huge and hostile PDFs are told from letters without being taken apart', () => {
  const head = '%PDF-1.7\n<< /ByteRange [0 ';
  const huge = 40 * 2 ** 20;
  const from = head.length + String(head.length).length;
  const digits = (start: number) => `${start} ${start + huge + 2} 0]\n/Contents <`;
  const start =
    [...Array(64).keys()].map((extra) => from + extra).find((one) => head.length + digits(one).length - 1 === one) ?? 0;
  const files = [
    Buffer.alloc(64 * 2 ** 20),
    Buffer.concat([Buffer.from(head + digits(start)), Buffer.alloc(huge, '30'), Buffer.from('>')]),
    Buffer.from('/ByteRange [0 1 2 3]\n/Contents <00>'.repeat(500_000)),
    Buffer.from('/ByteRange ['.repeat(2_000_000)),
    Buffer.concat([signed.subarray(0, sealed.length), Buffer.alloc(32 * 2 ** 20, '(')]),
  ];
  expect(files.map((file) => verifySealedPdf(file, trust).result)).toEqual(files.map(() => 'invalid'));
  const [, oversized = Buffer.alloc(0)] = files;
  expect(verifySealedPdf(oversized, trust).checks[0]?.en).toContain('larger than any seal');
});

test('whatever the bytes of a PDF are, the answer is a reason and never a fault', () => {
  const mutated = fc
    .array(fc.tuple(fc.nat(signed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((edits) => {
      const copy = Buffer.from(signed);
      for (const [index, value] of edits) copy[index] = value;
      return copy;
    });
  const pieces = fc
    .array(
      fc.constantFrom(
        '/ByteRange [',
        '0 1 2 3',
        ']\n/Contents <',
        '00',
        '>',
        'xref\n0 1\n',
        'startxref\n0\n%%EOF',
        '/Prev 0',
      ),
      { maxLength: 30 },
    )
    .map((parts) => Buffer.from(parts.join('')));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), pieces, mutated), (bytes) => {
      const { result, checks } = verifySealedPdf(bytes, trust);
      return Buffer.from(bytes).equals(Buffer.from(signed))
        ? result === 'valid'
        : result !== 'valid' && checks.length > 0;
    }),
    { numRuns: 300 },
  );
});

function failed(pdf: Uint8Array): readonly string[] {
  const { checks, result } = verifySealedPdf(pdf, trust);
  expect(result).toBe('invalid');
  return checks.filter(({ verdict }) => verdict === false).map(({ name }) => name);
}

/** The signature for readers, cut out of the file. */
function contentsOf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const hex = text.slice(text.lastIndexOf('/Contents <') + 11).split('>')[0] ?? '';
  const bytes = Buffer.from(hex, 'hex');
  return bytes.subarray(0, 4 + bytes.readUInt16BE(2));
}

async function queryOf(bytes: Uint8Array): Promise<Uint8Array> {
  const file = join(directory, 'other');
  writeFileSync(file, bytes);
  const told = tool('openssl', ['ts', '-query', '-data', file, '-sha256', '-cert', '-out', `${file}.tsq`]);
  expect(told).toBeDefined();
  return Buffer.from(tool('openssl', ['base64', '-A', '-in', `${file}.tsq`]) ?? '', 'base64');
}

function pem(certificate: Uint8Array): Buffer {
  return Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`,
  );
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address;
}

/** What a program that others wrote says; undefined, and a loud word, when it is not installed. */
function tool(program: string, parameters: readonly string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn(`NOT CHECKED: ${program} is not installed (apt-get install poppler-utils qpdf openssl)`);
    return undefined;
  }
}
