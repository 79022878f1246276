import { judgeDocument } from '@liangqian/verify/document.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';
import { smallTwin } from './example-ofd.ts';
import { exampleReader } from './example-reader.ts';
import { exampleSeal } from './example-seal.ts';
import { exampleInstrument, smallPdf } from './example-sealed.ts';
import { pemOf } from './pem.ts';
import { signForReaders } from './reader-signature.ts';
import { encodeRevocationList } from './revocation-list.ts';
import type { SignatureKey } from './signature-key.ts';
import { stampOfd } from './stamp-ofd.ts';
import { stampPdf } from './stamp-pdf.ts';
import { readZip } from './zip.ts';

/** Every byte of a small document of each kind, altered one at a time: found out, or without meaning by the format's own rule. */

const at = '2025-03-03T02:00:00.000Z';
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const { root, rootKey, instrument } = await exampleInstrument();
const reader = await exampleReader();
const bare = await exampleSeal();
const trust = await trustIn([
  [root, rootKey],
  [reader.root, reader.rootKey],
  [bare.root, bare.rootKey],
]);

test('every byte of a seal signature', { timeout: 60_000 }, async () => {
  const ses = await bare.signature(4);
  // Alone it is never more than undecided: what it protects lies elsewhere. Altered, it is not even that.
  expect(judgeDocument(ses, trust).result).toBe('undecided');
  expect(passed(ses)).toEqual([]);
});

test('every byte of a sealed letter', { timeout: 120_000 }, async () => {
  const sealed = await stampPdf(smallPdf(), instrument, { place, at });
  expect(judgeDocument(sealed, trust).result).toBe('valid');
  expect(passed(sealed)).toEqual([]);
});

test('bytes all over the signature for readers, and over the letter below it', { timeout: 120_000 }, async () => {
  const letter = await signForReaders(await stampPdf(smallPdf(), instrument, { place, at }), reader.signer, at);
  expect(judgeDocument(letter, trust).result).toBe('valid');
  // A prime, so that every bit and both digits of a byte have their turn.
  expect(passed(letter, 11)).toEqual([]);
});

test('every byte of a package', { timeout: 60_000 }, async () => {
  const ofd = await stampOfd(smallTwin('ab'.repeat(32)), [{ instrument, place }], at);
  expect(judgeDocument(ofd, trust).result).toBe('valid');
  // RFC 1951 §3.2.3 fills the last byte of a deflated file with bits that mean nothing: every file in it stays as it was.
  const fillers = readZip(ofd)
    .filter(({ method }) => method === 8)
    .map(({ packed }) => packed.byteOffset - ofd.byteOffset + packed.length - 1);
  const files = (bytes: Uint8Array) => readZip(bytes).map(({ path, bytes: file }) => [path, Buffer.from(file)]);
  for (const index of passed(ofd)) {
    expect(fillers).toContain(index);
    expect(files(altered(ofd, index))).toEqual(files(ofd));
  }
});

/** Where an altered byte was not found out. */
function passed(whole: Uint8Array, step = 1): readonly number[] {
  const missed: number[] = [];
  for (let index = 0; index < whole.length; index += step) {
    const { result } = judgeDocument(altered(whole, index), trust);
    if (result !== 'invalid') missed.push(index);
  }
  return missed;
}

function altered(whole: Uint8Array, index: number): Uint8Array {
  const copy = Uint8Array.from(whole);
  copy[index] = (copy[index] ?? 0) ^ (1 << (index % 8));
  return copy;
}

async function trustIn(authorities: readonly (readonly [root: Uint8Array, key: SignatureKey])[]) {
  const times = { thisUpdateAt: '2025-05-01T00:00:00.000Z', nextUpdateAt: '2035-06-01T00:00:00.000Z' };
  const blocks = await Promise.all(
    authorities.map(async ([certificate, key]) => {
      const list = { number: 1, ...times, revoked: [] };
      const signed = await encodeRevocationList(list, readCertificate(certificate), key);
      return `${pemOf('CERTIFICATE', certificate)}${pemOf('X509 CRL', signed)}`;
    }),
  );
  const read = readTrustFile(blocks.join(''));
  if ('reason' in read) throw new Error(read.reason);
  return read;
}
