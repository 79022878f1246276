import { documentHash } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import { DerError, integer, members, octets, readDer } from './der.ts';
import { rangeParts } from './pdf-revision.ts';
import { type PdfSignature, signaturesIn } from './pdf-signatures.ts';
import { isSealOnly } from '@liangqian/verify/pdf-revision.ts';
import { readSignature, type SesSignature } from '@liangqian/verify/ses.ts';
import { sm3 } from './sm2.ts';
import { SIGNED_DOCUMENT_EXTENSION, propertyInfoOf } from './stamp-pdf.ts';
import { verifyReader } from './verify-reader.ts';
import {
  partiesOf,
  required,
  resultOf,
  secondSeal,
  type SealCheck,
  type SealParties,
  type SealTrust,
  verifySes,
} from './verify-ses.ts';

export type { SealCheck, SealTrust, Verdict } from './verify-ses.ts';

export interface SealVerification {
  readonly result: 'valid' | 'invalid' | 'undecided';
  readonly checks: readonly SealCheck[];
  /** The file is, byte for byte, what was sealed, and contains, byte for byte, what was signed. */
  readonly intact: boolean;
  /** SM3 of the document before sealing: what the persons signed. */
  readonly signedHash?: string;
  readonly sealId?: string;
  readonly sealName?: string;
  readonly signer?: string;
  readonly certificateSerial?: string;
  /** As the sealer claims it; only a time stamp would prove it. */
  readonly sealedAt?: Instant;
  readonly picture?: { readonly type: string; readonly data: Uint8Array };
}

type SealedBy = SealParties & PdfSignature;

interface Container extends SealParties, PdfSignature {
  /** The seal of the other party, on a letter between organs. */
  readonly second?: SealedBy;
  readonly reader?: PdfSignature;
}

interface SignedDocument {
  readonly length: number;
  readonly hash: string;
}

/** Checks a sealed PDF against the bytes received; never throws on a bad file, but says what is wrong with it. */
export function verifySealedPdf(pdf: Uint8Array, trust: SealTrust): SealVerification {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const container = openContainer(file);
  if (typeof container === 'string') {
    const check = required(
      'format',
      false,
      `没有可识别的电子印章签名：${container}`,
      `No readable seal signature: ${container}`,
    );
    return { result: 'invalid', checks: [check], intact: false };
  }
  const { ses, signer } = container;
  const signed = signedDocumentOf(ses);
  const digest = sm3(...rangeParts(pdf, container.byteRange));
  const checks = [
    rangeCheck(pdf, container),
    prefixCheck(pdf, container, signed),
    ...verifySes(container, digest, trust),
    ...secondChecks(file, container, trust),
    ...readerChecks(file, container, trust),
  ];
  return {
    result: resultOf(checks),
    checks,
    intact: checks.every(
      ({ verdict, required: isRequired, name }) =>
        verdict === true || !isRequired || !INTEGRITY.includes(name.replace(/\/2$/, '')),
    ),
    ...(signed === undefined ? {} : { signedHash: signed.hash }),
    sealId: ses.seal.sealId,
    sealName: ses.seal.name,
    signer: signer.subjectText,
    certificateSerial: signer.serial,
    ...(ses.at === undefined ? {} : { sealedAt: ses.at }),
    picture: ses.seal.picture,
  };
}

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

/** The second seal is over the first one and the same document, and adds nothing but itself. */
function secondChecks(pdf: Buffer, { ses, coveredLength, second }: Container, trust: SealTrust): readonly SealCheck[] {
  if (second === undefined) return [];
  const [first, own] = [signedDocumentOf(ses), signedDocumentOf(second.ses)];
  const isAlone =
    second.byteRange[0] === 0 &&
    coveredLength < second.rangeAt &&
    second.ses.propertyInfo === propertyInfoOf(second.byteRange) &&
    isSealOnly(pdf.subarray(0, second.coveredLength), second, coveredLength);
  const isSame = own !== undefined && own.length === first?.length && own.hash === first.hash;
  return secondSeal([
    required(
      'sealRevision',
      isAlone,
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
  pdf: Buffer,
  { second, reader, coveredLength }: Container,
  trust: SealTrust,
): readonly SealCheck[] {
  const sealedLength = second?.coveredLength ?? coveredLength;
  if (reader !== undefined) return verifyReader(pdf, reader, sealedLength, trust).checks;
  const zh = '没有供通用阅读器核验的签名';
  const en = 'There is no signature for ordinary readers';
  return [{ name: 'readerSignature', verdict: undefined, required: false, zh, en }];
}

/** First the seals, of one party or of two, then the signature for readers; a string says why there is no seal. */
function openContainer(pdf: Buffer): Container | string {
  const found = signaturesIn(pdf);
  if (typeof found === 'string') return found;
  const [first, ...others] = found;
  const seal = first === undefined ? 'a seal was expected' : sealIn(first);
  if (typeof seal === 'string') return seal;
  const next = others[0] === undefined ? undefined : sealIn(others[0]);
  const second = typeof next === 'string' ? undefined : next;
  const [reader, ...more] = second === undefined ? others : others.slice(1);
  if (more.length > 0) return 'a seal of each party and one signature for readers were expected';
  return { ...seal, ...(second === undefined ? {} : { second }), ...(reader === undefined ? {} : { reader }) };
}

function sealIn(signature: PdfSignature): SealedBy | string {
  try {
    return { ...signature, ...partiesOf(readSignature(signature.contents)) };
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** Every byte is under the last signature, and what came after the seal is that signature alone. */
function rangeCheck(pdf: Uint8Array, { byteRange, coveredLength, second, reader, ses }: Container): SealCheck {
  const last = reader ?? second ?? { byteRange, coveredLength };
  const sealedLength = second?.coveredLength ?? coveredLength;
  const whole =
    byteRange[0] === 0 &&
    last.byteRange[0] === 0 &&
    last.coveredLength === pdf.length &&
    (reader === undefined || sealedLength < reader.rangeAt) &&
    ses.propertyInfo === propertyInfoOf(byteRange);
  const free = pdf.length - last.coveredLength;
  return required(
    'range',
    whole,
    free === 0 ? '签章保护整个文件，没有追加内容' : `签章之后追加了${free}字节，不受保护`,
    free === 0
      ? 'The seal covers the whole file; nothing was appended'
      : `${free} bytes were appended that nothing covers`,
  );
}

function prefixCheck(pdf: Uint8Array, container: Container, signed: SignedDocument | undefined): SealCheck {
  const inside = signed !== undefined && signed.length > 0 && signed.length < container.byteRange[1];
  const same = inside && documentHash(pdf.subarray(0, signed.length)) === signed.hash;
  return required(
    'signedDocument',
    same,
    '盖章前的文书原样保留，与签批的文书一致',
    'The document before sealing is kept byte for byte and is the one that was signed',
  );
}

function signedDocumentOf(ses: SesSignature): SignedDocument | undefined {
  const extension = ses.extensions.find(({ oid }) => oid === SIGNED_DOCUMENT_EXTENSION);
  if (extension === undefined) return undefined;
  try {
    const [length, hash] = members(readDer(extension.value));
    return { length: Number(integer(length)), hash: Buffer.from(octets(hash)).toString('hex') };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
