import { base64urlnopad } from '@scure/base';
import { fromBase64, textOf, utf8 } from './bytes.ts';
import { isObject, jsonOf } from './bundle-file.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { chainsTo, isRoot, isValidAt } from './chain.ts';
import { DerError } from './der.ts';
import { algorithmOf } from './public-key.ts';
import { notRevoked } from './revocation.ts';
import { verifyP256Pair, verifySm2 } from './signature.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, required, type Verdict } from './verdict.ts';

/** A signed token (JWS in compact form, RFC 7515 §7.1) with the certificates of who signed it (`x5c`, §4.1.6). */
export interface SignedToken {
  readonly type: string;
  readonly algorithm: string;
  readonly claims: Claims;
  readonly signer: Certificate;
  /** The authorities above the signer that the token brings along. */
  readonly links: readonly Certificate[];
  /** What was signed, and the signature as r and s. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export type Claims = Readonly<Record<string, unknown>>;

/** Three certificates are usual; more than this is an attack on the reader. */
const CERTIFICATES_READ = 8;

/** Reads a token, or says why it is none. Whether its signature is good is `judgeToken`'s to say. */
export function readToken(compact: string): SignedToken | string {
  const [head, body, end, ...more] = compact.split('.');
  const header = objectIn(head);
  const claims = objectIn(body);
  const signature = fromBase64Url(end ?? '');
  if (header === undefined || claims === undefined || signature === undefined || more.length > 0)
    return 'this is not a signed token of three parts';
  // RFC 7515 §4.1.11: what is marked critical must be understood, and none of it is.
  if ('crit' in header) return 'it asks for something that is not understood (crit)';
  const certificates = certificatesIn(header['x5c']);
  const [signer, ...rest] = certificates ?? [];
  if (signer === undefined) return 'it brings no readable certificate of its signer (x5c)';
  return {
    type: String(header['typ']),
    algorithm: String(header['alg']),
    claims,
    signer,
    links: rest.filter((one) => one.isAuthority && !isRoot(one)),
    signed: utf8(`${head ?? ''}.${body ?? ''}`),
    signature,
  };
}

/** Base64 for addresses without padding (RFC 4648 §5); undefined unless it is exactly what the bytes encode to. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return undefined;
  }
}

/** An instant as tokens have it (NumericDate, seconds since 1970); undefined for anything else. */
export function instantOf(value: unknown): string | undefined {
  // Beyond the year 9999 texts of instants no longer sort as time does.
  const isInstant = typeof value === 'number' && value >= 0 && value < 253_402_300_800;
  return isInstant ? new Date(value * 1000).toISOString() : undefined;
}

/** The checks of the signature and of who made it, each under `prefix`; `at` is when it was made. */
export function judgeToken(
  token: SignedToken,
  trust: DocumentTrust,
  { prefix, what, at }: { readonly prefix: string; readonly what: TokenName; readonly at: string },
): readonly Check[] {
  const { signer, links } = token;
  const known = [...trust.certificates, ...links];
  const ask = (name: string, verdict: Verdict, zh: string, en: string) =>
    required(`${prefix}${name}`, verdict, `${what.zh}${zh}`, `${what.en} ${en}`);
  return [
    ask('Signature', isSigned(token), '的签名有效', 'is signed by the key of its certificate'),
    ask(
      'Chain',
      chainsTo(signer, known, at),
      '的签名证书由受信任的根证书签发',
      'is signed under a certificate that leads to a trusted root',
    ),
    ask(
      'CertificateValid',
      isValidAt(signer, at) && signer.maySign && signer.unknownCritical.length === 0,
      '签发时，签名证书有效并可用于签名',
      'was signed while its certificate was valid and meant for signing',
    ),
    ask(
      'Revoked',
      notRevoked(signer, trust.revocations, known, at),
      '的签名证书未被吊销',
      'is signed under a certificate that was not called back',
    ),
  ];
}

export interface TokenName {
  readonly zh: string;
  readonly en: string;
}

/** ES256 by RFC 7518 §3.4; SM2 where two parties agreed on it. Anything else, `none` above all, is no signature. */
function isSigned({ algorithm, signer, signed, signature }: SignedToken): boolean {
  const key = algorithmOf(signer.spki);
  const point = signer.spki.subarray(-65);
  if (algorithm === 'ES256') return key === 'p256' && verifyP256Pair(signature, signed, point);
  return algorithm === 'SM2' && key === 'sm2' && signature.length === 64 && verifySm2(signature, signed, point);
}

function objectIn(part: string | undefined): Claims | undefined {
  const bytes = fromBase64Url(part ?? '');
  const value = bytes === undefined || textOf(bytes) === undefined ? undefined : jsonOf(bytes);
  return isObject(value) ? value : undefined;
}

function certificatesIn(value: unknown): readonly Certificate[] | undefined {
  if (!Array.isArray(value) || value.length > CERTIFICATES_READ) return undefined;
  try {
    return value.map((one: unknown) => {
      const der = typeof one === 'string' ? fromBase64(one) : undefined;
      if (der === undefined) throw new DerError('not Base64');
      return readCertificate(der);
    });
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
