import { areEqual, textOf, toHex } from './bytes.ts';
import { DerError, integer, members, octets, readDer } from './der.ts';
import { sm3 } from './digest.ts';
import { type DocumentVerdict, factsOf, isIntact, ofSecondSeal } from './document-verdict.ts';
import { bytesOf } from './latin.ts';
import { keywordsOf, letterPart } from './letter-facts.ts';
import { openPdf } from './pdf-file.ts';
import { judgeReader } from './pdf-reader-judge.ts';
import { isSealOnly } from './pdf-revision.ts';
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
  'sealRevision',
  'readerRevision',
  'readerSignature',
];

type SealedBy = SealParties & PdfSignature;

interface Sealed extends SealParties, PdfSignature {
  /** The seal of the other party, on a letter between organs. */
  readonly second?: SealedBy;
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
    ...secondChecks(pdf, sealed, trust),
    ...readerChecks(pdf, sealed, trust),
  ];
  return {
    kind: 'pdf',
    result: resultOf(checks),
    checks,
    intact: isIntact(checks, INTEGRITY),
    seal: factsOf(sealed, signed === 'malformed' ? undefined : signed?.hash),
    ...(sealed.second === undefined ? {} : { coSeal: factsOf(sealed.second, undefined) }),
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

/** The second seal is over the first one and the same document, and adds nothing but itself. */
function secondChecks(pdf: Uint8Array, { ses, coveredLength, second }: Sealed, trust: DocumentTrust): readonly Check[] {
  if (second === undefined) return [];
  const own = signedDocumentOf(second.ses);
  const first = signedDocumentOf(ses);
  const isRange =
    second.byteRange[0] === 0 &&
    coveredLength < second.rangeAt &&
    second.ses.propertyInfo === `ByteRange [${second.byteRange.join(' ')}]`;
  const isSame =
    own !== undefined && own !== 'malformed' && first !== undefined && first !== 'malformed'
      ? own.length === first.length && own.hash === first.hash
      : undefined;
  return ofSecondSeal(second.ses.seal.name, [
    required(
      'sealRevision',
      isRange && isSealOnly(pdf.subarray(0, second.coveredLength), second, coveredLength),
      '盖在第一枚印章之后，只加了这枚印章，没有其他内容',
      'It was put after the first seal and adds itself and nothing else',
    ),
    required(
      'signedDocument',
      isSame,
      '与第一枚印章盖在同一份文书上',
      'It is on the same signed document as the first seal',
    ),
    ...verifySes(second, sm3(...rangeParts(pdf, second.byteRange)), trust),
  ]);
}

function readerChecks(
  pdf: Uint8Array,
  { second, reader, coveredLength }: Sealed,
  trust: DocumentTrust,
): readonly Check[] {
  const sealedLength = second?.coveredLength ?? coveredLength;
  if (reader !== undefined) return judgeReader(pdf, reader, { sealedLength, trust });
  const en = 'There is no signature for ordinary readers';
  return [notice('readerSignature', undefined, '没有供通用阅读器核验的签名', en)];
}

/** First the seals, of one party or of two, then the signature for readers; a string says why there is no seal. */
function openSealed(pdf: Uint8Array): Sealed | string {
  const found = signaturesIn(pdf);
  if (typeof found === 'string') return found;
  const [first, ...others] = found;
  const seal = first === undefined ? 'a seal was expected' : sealIn(first);
  if (typeof seal === 'string') return seal;
  const next = others[0] === undefined ? undefined : sealIn(others[0]);
  const second = typeof next === 'string' ? undefined : next;
  const [reader, ...more] = second === undefined ? others : others.slice(1);
  if (more.length > 0) return 'a seal of each party and one signature for readers were expected';
  return {
    ...seal,
    ...(second === undefined ? {} : { second }),
    ...(reader === undefined ? {} : { reader }),
  };
}

function sealIn(signature: PdfSignature): SealedBy | string {
  try {
    return { ...signature, ...partiesOf(readSignature(signature.contents)) };
  } catch (error) {
    if (error instanceof DerError) return error.message;
    throw error;
  }
}

/** Every byte is under the last signature, and what came after the seal is that signature alone. */
function rangeCheck(pdf: Uint8Array, { byteRange, coveredLength, second, reader, ses }: Sealed): Check {
  const last = reader ?? second ?? { byteRange, coveredLength };
  const sealedLength = second?.coveredLength ?? coveredLength;
  const free = pdf.length - last.coveredLength;
  const whole =
    byteRange[0] === 0 &&
    last.byteRange[0] === 0 &&
    free === 0 &&
    (reader === undefined || sealedLength < reader.rangeAt) &&
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
