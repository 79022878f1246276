import { areEqual, textOf, toHex } from './bytes.ts';
import { DerError, integer, members, octets, readDer } from './der.ts';
import { sm3 } from './digest.ts';
import { type DocumentVerdict, factsOf, isIntact } from './document-verdict.ts';
import { bytesOf } from './latin.ts';
import { keywordsOf, letterPart } from './letter-facts.ts';
import { openPdf } from './pdf-file.ts';
import { judgeReader } from './pdf-reader-judge.ts';
import { type PdfSignature, rangeParts, signaturesIn } from './pdf-signatures.ts';
import { partiesOf, type SealParties, verifySes } from './ses-judge.ts';
import { readSignature, type SesSignature } from './ses.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, notice, required, resultOf } from './verdict.ts';

/** Where a seal states the length and SM3 of the document before sealing; an arc from a UUID (ITU-T X.667). */
const SIGNED_DOCUMENT_EXTENSION = '2.25.300786557964673353848022033268330429041';

/** What makes a file the one that was sealed, whoever is trusted. */
const INTEGRITY: readonly string[] = [
  'range',
  'digest',
  'signature',
  'signedDocument',
  'readerRevision',
  'readerSignature',
];

interface Sealed extends SealParties, PdfSignature {
  readonly reader?: PdfSignature;
}

/** Checks a sealed PDF against the bytes received; never throws on a bad file, but says what is wrong with it. */
export function judgePdf(pdf: Uint8Array, trust: DocumentTrust): DocumentVerdict {
  const sealed = openSealed(pdf);
  if (typeof sealed === 'string') return unreadable(sealed);
  const signed = signedDocumentOf(sealed.ses);
  const checks = [
    rangeCheck(pdf, sealed),
    signedDocumentCheck(pdf, sealed, signed),
    ...verifySes(sealed, sm3(...rangeParts(pdf, sealed.byteRange)), trust),
    ...readerChecks(pdf, sealed, trust),
  ];
  return {
    kind: 'pdf',
    result: resultOf(checks),
    checks,
    intact: isIntact(checks, INTEGRITY),
    seal: factsOf(sealed, signed === 'malformed' ? undefined : signed?.hash),
    ...letterPart(signed === 'malformed' || signed === undefined ? [] : keywordsIn(pdf.subarray(0, signed.length))),
  };
}

/** The keywords in the metadata (XMP) of the document that was sealed; a later revision has no say in it. */
function keywordsIn(pdf: Uint8Array): readonly string[] {
  const objects = openPdf(pdf);
  const root = /\/Root (\d{1,10}) 0 R/.exec(objects?.trailer ?? '')?.[1];
  const metadata = /\/Metadata (\d{1,10}) 0 R/.exec(objects?.text(Number(root)) ?? '')?.[1];
  const text = textOf(bytesOf(objects?.text(Number(metadata)) ?? ''));
  return keywordsOf(/<pdf:Keywords>([^<]{1,4096})<\/pdf:Keywords>/.exec(text ?? '')?.[1] ?? '');
}

function unreadable(why: string): DocumentVerdict {
  const check = required('format', false, `没有可识别的电子印章签名：${why}`, `No readable seal signature: ${why}`);
  return { kind: 'pdf', result: 'invalid', checks: [check], intact: false };
}

function readerChecks(pdf: Uint8Array, { reader, coveredLength }: Sealed, trust: DocumentTrust): readonly Check[] {
  if (reader !== undefined) return judgeReader(pdf, reader, { sealedLength: coveredLength, trust });
  const en = 'There is no signature for ordinary readers';
  return [notice('readerSignature', undefined, '没有供通用阅读器核验的签名', en)];
}

/** The first signature is the seal, the second the one for readers; a string says why there is no seal. */
function openSealed(pdf: Uint8Array): Sealed | string {
  const found = signaturesIn(pdf);
  if (typeof found === 'string') return found;
  const [seal, reader, ...more] = found;
  if (seal === undefined || more.length > 0) return 'a seal and one signature for readers were expected';
  try {
    const parties = partiesOf(readSignature(seal.contents));
    return { ...seal, ...parties, ...(reader === undefined ? {} : { reader }) };
  } catch (error) {
    if (error instanceof DerError) return error.message;
    throw error;
  }
}

/** Every byte is under the last signature, and what came after the seal is that signature alone. */
function rangeCheck(pdf: Uint8Array, { byteRange, coveredLength, reader, ses }: Sealed): Check {
  const last = reader ?? { byteRange, coveredLength };
  const free = pdf.length - last.coveredLength;
  const whole =
    byteRange[0] === 0 &&
    last.byteRange[0] === 0 &&
    free === 0 &&
    (reader === undefined || coveredLength < reader.rangeAt) &&
    ses.propertyInfo === `ByteRange [${byteRange.join(' ')}]`;
  return required(
    'range',
    whole,
    free === 0 ? '签章保护整个文件，没有追加内容' : `签章之后追加了${free}字节，不受保护`,
    free === 0
      ? 'The seal covers the whole file; nothing was appended'
      : `${free} bytes were appended that nothing covers`,
  );
}

/** Only what this program sealed names the document before; what others sealed leaves open whether there was one. */
function signedDocumentCheck(pdf: Uint8Array, sealed: Sealed, signed: SignedDocument | 'malformed' | undefined): Check {
  const zh = '盖章前的文书原样保留，与签批的文书一致';
  const en = 'The document before sealing is kept byte for byte and is the one that was signed';
  if (signed === undefined) return required('signedDocument', undefined, zh, en);
  const isInside = signed !== 'malformed' && signed.length > 0 && signed.length < sealed.byteRange[1];
  const isSame = isInside && areEqual(sm3(pdf.subarray(0, signed.length)), signed.digest);
  return required('signedDocument', isSame, zh, en);
}

interface SignedDocument {
  readonly length: number;
  readonly digest: Uint8Array;
  readonly hash: string;
}

function signedDocumentOf(ses: SesSignature): SignedDocument | 'malformed' | undefined {
  const extension = ses.extensions.find(({ oid }) => oid === SIGNED_DOCUMENT_EXTENSION);
  if (extension === undefined) return undefined;
  try {
    const [length, hash] = members(readDer(extension.value));
    const digest = octets(hash);
    return { length: Number(integer(length)), digest, hash: toHex(digest) };
  } catch (error) {
    if (error instanceof DerError) return 'malformed';
    throw error;
  }
}
