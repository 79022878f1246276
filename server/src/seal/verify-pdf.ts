import { documentHash } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import { DerError, integer, members, octets, readDer, readFirst } from './der.ts';
import { rangeParts } from './pdf-revision.ts';
import { readSignature, type SesSignature } from './ses-read.ts';
import { sm3 } from './sm2.ts';
import { SIGNED_DOCUMENT_EXTENSION, propertyInfoOf } from './stamp-pdf.ts';
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

interface Container extends SealParties {
  readonly byteRange: readonly [number, number, number, number];
}

interface SignedDocument {
  readonly length: number;
  readonly hash: string;
}

/** Checks a sealed PDF against the bytes received; never throws on a bad file, but says what is wrong with it. */
export function verifySealedPdf(pdf: Uint8Array, trust: SealTrust): SealVerification {
  const container = openContainer(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
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
  ];
  return {
    result: resultOf(checks),
    checks,
    intact: checks.every(({ name, verdict }) => verdict === true || !INTEGRITY.includes(name)),
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
const INTEGRITY: readonly string[] = ['range', 'digest', 'signature', 'signedDocument'];

/** Finds the last signature of the file; a string says why there is none. */
function openContainer(pdf: Buffer): Container | string {
  const rangeAt = pdf.lastIndexOf('/ByteRange [', undefined, 'latin1');
  if (rangeAt < 0) return 'no /ByteRange';
  const text = pdf.toString('latin1', rangeAt, rangeAt + 120);
  const match = /^\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]\n\/Contents </.exec(text);
  const [from, start, end, rest] = (match ?? []).slice(1).map(Number);
  if (match === null || from === undefined || start === undefined || end === undefined || rest === undefined) {
    return 'malformed /ByteRange';
  }
  if (start !== rangeAt + match[0].length - 1 || end <= start || end > pdf.length)
    return 'the range misses the signature';
  const contents = contentsOf(pdf.toString('latin1', start, end));
  if (contents === undefined) return 'malformed /Contents';
  try {
    return { byteRange: [from, start, end, rest], ...partiesOf(readSignature(contents)) };
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** One spelling only: lower-case digits, zeros after the value. A free byte would be a byte that nothing protects. */
function contentsOf(text: string): Uint8Array | undefined {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(text)) return undefined;
  const bytes = Buffer.from(text.slice(1, -1), 'hex');
  try {
    const { bytes: value } = readFirst(bytes);
    return bytes.subarray(value.length).every((byte) => byte === 0) ? value : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function rangeCheck(pdf: Uint8Array, { byteRange, ses }: Container): SealCheck {
  const [from, , end, rest] = byteRange;
  const whole = from === 0 && end + rest === pdf.length && ses.propertyInfo === propertyInfoOf(byteRange);
  return required(
    'range',
    whole,
    '印章保护整个文件，没有追加内容',
    'The seal covers the whole file; nothing was appended',
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
