import { documentHash } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import { chainsTo, isValidAt, readCertificate, type Certificate } from './certificate.ts';
import { DerError, integer, members, octets, readDer, readFirst } from './der.ts';
import { rangeParts } from './pdf-revision.ts';
import { readSignature, type SesSeal, type SesSignature } from './ses.ts';
import { importSm2PublicKey, sm2Verify, sm3 } from './sm2.ts';
import { SIGNED_DOCUMENT_EXTENSION, propertyInfoOf } from './stamp-pdf.ts';

/** Whom the verifier trusts, and what it knows about certificates called back. */
export interface SealTrust {
  /** Root certificates, DER. Without one nothing can be called valid. */
  readonly roots: readonly Uint8Array[];
  /** Certificates called back, by serial, each from an instant on; absent means that nobody asked. */
  readonly revoked?: readonly { readonly serial: string; readonly fromAt: Instant }[];
}

/** `undefined` means undecided, and undecided is never shown as valid. */
export type Verdict = true | false | undefined;

export interface SealCheck {
  readonly name: string;
  readonly verdict: Verdict;
  /** A notice does not decide over the whole. */
  readonly required: boolean;
  readonly zh: string;
  readonly en: string;
}

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

interface Container {
  readonly byteRange: readonly [number, number, number, number];
  readonly ses: SesSignature;
  readonly signer: Certificate;
  readonly maker: Certificate;
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
  const integrity = [...documentChecks(pdf, container), prefixCheck(pdf, container, signed)];
  const checks = [...integrity, ...sealChecks(container, trust), ...signerChecks(container, trust), timeNotice(ses)];
  return {
    result: resultOf(checks),
    checks,
    intact: integrity.every((check) => check.verdict === true),
    ...(signed === undefined ? {} : { signedHash: signed.hash }),
    sealId: ses.seal.sealId,
    sealName: ses.seal.name,
    signer: signer.subjectText,
    certificateSerial: signer.serial,
    sealedAt: ses.at,
    picture: ses.seal.picture,
  };
}

function resultOf(checks: readonly SealCheck[]): SealVerification['result'] {
  const verdicts = checks.filter((check) => check.required).map((check) => check.verdict);
  if (verdicts.includes(false)) return 'invalid';
  return verdicts.every((verdict) => verdict === true) ? 'valid' : 'undecided';
}

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
    const ses = readSignature(contents);
    const [signer, maker] = [readCertificate(ses.certificate), readCertificate(ses.seal.makerCertificate)];
    return { byteRange: [from, start, end, rest], ses, signer, maker };
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

function documentChecks(pdf: Uint8Array, container: Container): readonly SealCheck[] {
  const { byteRange, ses, signer } = container;
  const [from, , end, rest] = byteRange;
  const whole = from === 0 && end + rest === pdf.length && ses.propertyInfo === propertyInfoOf(byteRange);
  const digest = Buffer.from(sm3(...rangeParts(pdf, byteRange)));
  return [
    required('range', whole, '印章保护整个文件，没有追加内容', 'The seal covers the whole file; nothing was appended'),
    required('digest', digest.equals(ses.dataHash), '文件内容与盖章时一致', 'The file is as it was when sealed'),
    required(
      'signature',
      verifies(signer, ses.toSignBytes, ses.signature),
      '盖章签名（SM2）有效',
      'The sealing signature (SM2) is valid',
    ),
  ];
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

function sealChecks({ ses, maker }: Container, trust: SealTrust): readonly SealCheck[] {
  const { seal } = ses;
  return [
    required(
      'sealMade',
      verifies(maker, seal.infoBytes, seal.makerSignature) && maker.maySign,
      '印章由制章者签发，没有改动',
      'The seal is the maker’s, unaltered',
    ),
    required(
      'makerChain',
      chainsTo(maker, trust.roots, seal.createdAt),
      '制章者证书可信',
      'The maker’s certificate is trusted',
    ),
    required(
      'makerValid',
      isValidAt(maker, seal.createdAt),
      '制章时制章者证书有效',
      'The maker’s certificate was valid then',
    ),
    required(
      'makerRevoked',
      notRevoked(maker, trust, seal.createdAt),
      '制章者证书未被吊销',
      'The maker’s certificate was not revoked',
    ),
    required(
      'sealTerm',
      seal.validFromAt <= ses.at && ses.at <= seal.validToAt,
      '盖章时印章在有效期内',
      'The seal was within its term when used',
    ),
    required(
      'extensions',
      noUnknownCritical(seal, ses),
      '没有不认识的关键扩展',
      'There is no unknown critical extension',
    ),
  ];
}

function signerChecks({ ses, signer }: Container, trust: SealTrust): readonly SealCheck[] {
  const listed = ses.seal.certificates.some((certificate) => Buffer.from(certificate).equals(signer.bytes));
  return [
    required('listed', listed, '签章证书在印章的证书列表中', 'The signing certificate is in the seal’s list'),
    required(
      'chain',
      chainsTo(signer, trust.roots, ses.at),
      '签章证书由受信任的根证书签发',
      'The signing certificate leads to a trusted root',
    ),
    required(
      'certificateValid',
      isValidAt(signer, ses.at),
      '盖章时签章证书有效',
      'The signing certificate was valid when sealed',
    ),
    required('keyUsage', signer.maySign, '签章证书可用于签名', 'The certificate is meant for signing'),
    required(
      'revoked',
      notRevoked(signer, trust, ses.at),
      '签章证书未被吊销',
      'The signing certificate was not revoked',
    ),
  ];
}

function timeNotice(ses: SesSignature): SealCheck {
  return {
    name: 'timeStamp',
    verdict: undefined,
    required: false,
    zh: `没有时间戳，盖章时间 ${ses.at} 仅为盖章方声明`,
    en: `No time stamp: the time of sealing, ${ses.at}, is only claimed`,
  };
}

function required(name: string, verdict: Verdict, zh: string, en: string): SealCheck {
  return { name, verdict, required: true, zh, en };
}

function verifies(certificate: Certificate, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return sm2Verify(importSm2PublicKey(certificate.spki), message, signature);
  } catch {
    // The certificate holds no SM2 key: whatever the signature is, it is not this certificate's.
    return false;
  }
}

function notRevoked(certificate: Certificate, trust: SealTrust, at: Instant): Verdict {
  return trust.revoked?.every((entry) => entry.serial !== certificate.serial || at < entry.fromAt);
}

function noUnknownCritical(seal: SesSeal, ses: SesSignature): boolean {
  return seal.criticalExtensions.length === 0 && ses.extensions.every((extension) => !extension.critical);
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
