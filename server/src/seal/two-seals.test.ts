import { judgeDocument } from '@liangqian/verify/document.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { expect, test } from 'vitest';
import { documentHash } from '../document/document.ts';
import { smallTwin } from './example-ofd.ts';
import { exampleReader } from './example-reader.ts';
import { exampleInstrument, smallPdf } from './example-sealed.ts';
import { derInteger, derOctets, derSequence } from './der.ts';
import { appendSignatureField, putSignature, rangeParts } from './pdf-revision.ts';
import { pemOf } from './pem.ts';
import { signForReaders } from './reader-signature.ts';
import { stampOfd } from './stamp-ofd.ts';
import { encodeSignature, encodeToSign } from './ses.ts';
import { sm3 } from './sm2.ts';
import { propertyInfoOf, SIGNED_DOCUMENT_EXTENSION, stampPdf } from './stamp-pdf.ts';
import { verifySealedOfd } from './verify-ofd.ts';
import { verifySealedPdf } from './verify-pdf.ts';
import { readZip, writeZip } from './zip.ts';

/** An agreement between two organs bears the seal of each (R97); each reader of ours, by itself, finds whatever is put between. */

const at = '2025-03-03T02:00:00.000Z';
const place = { page: 1, x: 10, y: 10, width: 40, height: 40 };
const beside = { page: 1, x: 55, y: 10, width: 40, height: 40 };
const [grantor, grantee, reader] = [await exampleInstrument(), await exampleInstrument(), await exampleReader()];
const roots = [grantor.root, grantee.root, reader.root];
const trust = { roots, revoked: [] };
const document = smallPdf();
const signed = { signedLength: document.length, signedHash: documentHash(document) };
const once = await stampPdf(document, grantor.instrument, { place, at });
const twice = await stampPdf(once, grantee.instrument, { place: beside, at, beside: signed });
const letter = await signForReaders(twice, reader.signer, at);
const stamps = [
  { instrument: grantor.instrument, place },
  { instrument: grantee.instrument, place: beside },
] as const;
const ofd = await stampOfd(smallTwin('ab'.repeat(32)), stamps, at);

/** What does not hold, as the verifier that stands alone and the platform's own reader tell it. */
function faults(bytes: Uint8Array): readonly (readonly string[])[] {
  const file = readTrustFile(roots.map((root) => pemOf('CERTIFICATE', root)).join(''));
  if ('reason' in file) throw new Error(file.reason);
  const outside = judgeDocument(bytes, file);
  const isPdf = outside.kind === 'pdf';
  const inside = isPdf ? verifySealedPdf(bytes, trust) : verifySealedOfd(bytes, trust);
  return [
    outside.checks.flatMap(({ name, state }) => (state === 'false' ? [name] : [])),
    inside.checks.flatMap(({ name, verdict }) => (verdict === false ? [name] : [])),
  ];
}

test('R97: both seals of an agreement are read, each with its own checks', () => {
  for (const file of [twice, letter, ofd]) expect(faults(file)).toEqual([[], []]);
  const pdf = verifySealedPdf(letter, trust);
  expect(pdf.result).toBe('valid');
  expect(pdf.checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['digest', 'signature', 'sealRevision/2', 'digest/2', 'signature/2', 'readerSignature']),
  );
  expect(verifySealedOfd(ofd, trust).result).toBe('valid');
});

/** The second seal by somebody who holds its key and writes his revision otherwise than it should be. */
async function sealedOver(change: (revision: string) => string, width = beside.width): Promise<Uint8Array> {
  const { instrument } = grantee;
  const revision = appendSignatureField(once, {
    name: 'seal2',
    page: 1,
    filter: 'GM.PKILite',
    subFilter: 'GM.sm2seal',
    visible: { ...beside, width, deflatedOperators: Buffer.from('picture') },
    signerName: '乙',
    at,
    reserve: 8192,
  });
  const own = revision.bytes.toString('latin1', once.length);
  const changed = Buffer.from(change(own), 'latin1');
  if (changed.length !== own.length) throw new Error('the change moves the signature');
  changed.copy(revision.bytes, once.length);
  const oid = SIGNED_DOCUMENT_EXTENSION;
  const value = derSequence(derInteger(signed.signedLength), derOctets(Buffer.from(signed.signedHash, 'hex')));
  const toSign = encodeToSign({
    seal: instrument.seal,
    at,
    dataHash: sm3(...rangeParts(revision.bytes, revision.byteRange)),
    propertyInfo: propertyInfoOf(revision.byteRange),
    extensions: [{ oid, critical: false, value }],
  });
  return putSignature(revision, encodeSignature(toSign, instrument.certificate, await instrument.sign(toSign)));
}

test('R82, R97: whoever holds the second seal changes nothing with it but that it is there', async () => {
  expect(faults(await sealedOver((text) => text))).toEqual([[], []]);
  const found = [['sealRevision/2'], ['sealRevision/2']];
  // The page turned, the first seal’s picture taken off the page, a picture that covers the page, a field of another kind.
  for (const [from, to] of [
    ['/MediaBox [0 0 100 100]', '/MediaBox [0 0 100 999]'],
    ['/Annots [5 0 R', '/Xnnots [5 0 R'],
    ['/F 132', '/F 134'],
    ['/BM /Multiply', '/BM /Xultiply'],
  ] as const) {
    const forged = await sealedOver((text) => {
      if (!text.includes(from)) throw new Error(`${from} is not there: ${text.slice(0, 400)}`);
      return text.replace(from, to);
    });
    expect([from, ...faults(forged)]).toEqual([from, ...found]);
  }
  expect(faults(await sealedOver((text) => text, 400))).toEqual(found);
  // A second seal on another document than the first is said to be that.
  const elsewhere = { ...signed, signedHash: 'cd'.repeat(32) };
  const other = await stampPdf(once, grantee.instrument, { place: beside, at, beside: elsewhere });
  expect(faults(other)).toEqual([['signedDocument/2'], ['signedDocument/2']]);
});

test('R82, R97: a package of two seals is whole or it is not: a changed file counts against both', () => {
  const entries = readZip(ofd).map(({ path, bytes }) =>
    path === 'OFD.xml'
      ? { path, bytes: Buffer.from(Buffer.from(bytes).toString().replace('ab'.repeat(32), 'ac'.repeat(32))) }
      : { path, bytes },
  );
  expect(faults(writeZip(entries))).toEqual([
    ['references', 'references/2'],
    ['references', 'references/2'],
  ]);
  const more = [
    ...readZip(ofd).map(({ path, bytes }) => ({ path, bytes })),
    { path: 'more.xml', bytes: Buffer.from('x') },
  ];
  expect(faults(writeZip(more))).toEqual([
    ['covered', 'covered/2'],
    ['covered', 'covered/2'],
  ]);
});

test('R82, R97: bytes altered all over a letter with two seals are detected', () => {
  const silent: number[] = [];
  for (let index = 0; index < letter.length; index += 61) {
    const altered = Buffer.from(letter);
    altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
    if (verifySealedPdf(altered, trust).result === 'valid') silent.push(index);
  }
  expect(silent).toEqual([]);
});
