import { documentHash } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import { DerError, integer, members, octets, readDer } from './der.ts';
import { rangeParts } from './pdf-revision.ts';
import { type PdfSignature, signaturesIn } from './pdf-signatures.ts';
import { readSignature, type SesSignature } from '@liangqian/verify/ses.ts';
import { sm3 } from './sm2.ts';
import { SIGNED_DOCUMENT_EXTENSION, propertyInfoOf } from './stamp-pdf.ts';
import { verifyReader } from './verify-reader.ts';
import {
  partiesOf,
  required,
  resultOf,
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

interface Container extends SealParties, PdfSignature {
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
    ...readerChecks(file, container, trust),
  ];
  return {
    result: resultOf(checks),
    checks,
    intact: checks.every((check) => check.verdict === true || !check.required || !INTEGRITY.includes(check.name)),
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
  'readerRevision',
  'readerSignature',
];

function readerChecks(pdf: Buffer, { reader, coveredLength }: Container, trust: SealTrust): readonly SealCheck[] {
  if (reader !== undefined) return verifyReader(pdf, reader, coveredLength, trust).checks;
  const zh = '没有供通用阅读器核验的签名';
  const en = 'There is no signature for ordinary readers';
  return [{ name: 'readerSignature', verdict: undefined, required: false, zh, en }];
}

/** The first signature is the seal, the second the one for readers; a string says why there is no seal. */
function openContainer(pdf: Buffer): Container | string {
  const found = signaturesIn(pdf);
  if (typeof found === 'string') return found;
  const [seal, reader, ...more] = found;
  if (seal === undefined || more.length > 0) return 'a seal and one signature for readers were expected';
  try {
    const parties = partiesOf(readSignature(seal.contents));
    return { ...seal, ...parties, ...(reader === undefined ? {} : { reader }) };
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** Every byte is under the last signature, and what came after the seal is that signature alone. */
function rangeCheck(pdf: Uint8Array, { byteRange, coveredLength, reader, ses }: Container): SealCheck {
  const last = reader ?? { byteRange, coveredLength };
  const whole =
    byteRange[0] === 0 &&
    last.byteRange[0] === 0 &&
    last.coveredLength === pdf.length &&
    (reader === undefined || coveredLength < reader.rangeAt) &&
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
