import {
  TAG,
  bits,
  boolean,
  der,
  derBits,
  derBoolean,
  derExplicit,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derText,
  derUtcTime,
  expectTag,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  textOf,
  type DerNode,
} from './der.ts';
import { SM2_WITH_SM3, importSm2PublicKey, sm2Sign, sm2Verify, sm3, type Sm2Key } from './sm2.ts';
import type { Instant } from '../kernel/time.ts';

/** X.509 certificates with SM2 keys (GB/T 20518, RFC 5280): just the profile that seals and staff signatures need. */
export interface Certificate {
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly subjectText: string;
  readonly notBeforeAt: Instant;
  readonly notAfterAt: Instant;
  readonly spki: Uint8Array;
  readonly isAuthority: boolean;
  readonly maySign: boolean;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Subject {
  readonly country: string;
  readonly organization: string;
  readonly commonName: string;
  /** A person's or seal's number. */
  readonly serialNumber?: string;
}

export interface CertificateRequest {
  readonly serial: Uint8Array;
  readonly subject: Subject;
  readonly subjectKey: Sm2Key;
  readonly notBeforeAt: Instant;
  readonly notAfterAt: Instant;
  readonly isAuthority: boolean;
}

const OID = {
  country: '2.5.4.6',
  serialNumber: '2.5.4.5',
  organization: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
} as const;

/** digitalSignature and contentCommitment; keyCertSign and cRLSign (RFC 5280 §4.2.1.3). */
const KEY_USAGE = { sign: [0x06, 0xc0], authority: [0x01, 0x06] } as const;

/** Issues a certificate; without `issuer` it is self-signed, that is a root. */
export function issueCertificate(request: CertificateRequest, signingKey: Sm2Key, issuer?: Certificate): Uint8Array {
  const subject = nameOf(request.subject);
  const algorithm = derSequence(derOid(SM2_WITH_SM3));
  const issuerSpki = issuer?.spki ?? request.subjectKey.spki;
  const tbs = derSequence(
    derExplicit(0, derInteger(2)),
    derInteger(BigInt(`0x${Buffer.from(request.serial).toString('hex')}`)),
    algorithm,
    issuer?.subject ?? subject,
    derSequence(derUtcTime(request.notBeforeAt), derUtcTime(request.notAfterAt)),
    subject,
    request.subjectKey.spki,
    derExplicit(3, extensionsOf(request, issuerSpki)),
  );
  return derSequence(tbs, algorithm, derBits(sm2Sign(signingKey, tbs)));
}

/** Reads a certificate; throws DerError when the bytes are not one. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [tbs, , signature, ...rest] = members(readDer(bytes));
  if (tbs === undefined || rest.length > 0) throw new Error('not a certificate');
  const [, serial, , issuer, validity, subject, spki, extensions] = members(tbs);
  const [notBefore, notAfter] = members(expectTag(validity, TAG.sequence));
  const profile = profileOf(extensions);
  return {
    bytes,
    serial: integer(serial).toString(16),
    issuer: expectTag(issuer, TAG.sequence).bytes,
    subject: expectTag(subject, TAG.sequence).bytes,
    subjectText: nameText(expectTag(subject, TAG.sequence)),
    notBeforeAt: instantOf(notBefore),
    notAfterAt: instantOf(notAfter),
    spki: expectTag(spki, TAG.sequence).bytes,
    ...profile,
    tbs: tbs.bytes,
    signature: bits(signature),
  };
}

/** Whether `issuer` signed `certificate` and was allowed to. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!issuer.isAuthority || !Buffer.from(certificate.issuer).equals(issuer.subject)) return false;
  return sm2Verify(importSm2PublicKey(issuer.spki), certificate.tbs, certificate.signature);
}

/**
 * Whether a chain leads from `certificate` to one of `roots` at the instant `at`; undefined when no root is trusted,
 * because then nothing can be said.
 */
export function chainsTo(certificate: Certificate, roots: readonly Uint8Array[], at: Instant): boolean | undefined {
  if (roots.length === 0) return undefined;
  const anchors = roots.map(readCertificate).filter((root) => isValidAt(root, at));
  return anchors.some((root) => Buffer.from(root.bytes).equals(certificate.bytes) || isIssuedBy(certificate, root));
}

export function isValidAt(certificate: Certificate, at: Instant): boolean {
  return certificate.notBeforeAt <= at && at <= certificate.notAfterAt;
}

function nameOf(subject: Subject): Uint8Array {
  const part = (oid: string, tag: number, text: string) => der(TAG.set, derSequence(derOid(oid), derText(tag, text)));
  return derSequence(
    part(OID.country, TAG.printableString, subject.country),
    part(OID.organization, TAG.utf8String, subject.organization),
    part(OID.commonName, TAG.utf8String, subject.commonName),
    ...(subject.serialNumber === undefined ? [] : [part(OID.serialNumber, TAG.printableString, subject.serialNumber)]),
  );
}

const NAME_LABEL: Readonly<Record<string, string>> = {
  [OID.country]: 'C',
  [OID.organization]: 'O',
  [OID.commonName]: 'CN',
  [OID.serialNumber]: 'serialNumber',
};

function nameText(name: DerNode): string {
  return members(name)
    .flatMap((set) => members(set, TAG.set))
    .map((pair) => {
      const [oid, value] = members(pair);
      const id = oidOf(oid);
      return `${NAME_LABEL[id] ?? id}=${value === undefined ? '' : textOf(value, value.tag)}`;
    })
    .join(', ');
}

function extensionsOf(request: CertificateRequest, issuerSpki: Uint8Array): Uint8Array {
  const constraints = request.isAuthority ? derSequence(derBoolean(true), derInteger(0)) : derSequence();
  const usage = request.isAuthority ? KEY_USAGE.authority : KEY_USAGE.sign;
  return derSequence(
    extension(OID.basicConstraints, true, constraints),
    extension(OID.keyUsage, true, der(TAG.bitString, Buffer.from([...usage]))),
    extension(OID.subjectKeyIdentifier, false, derOctets(keyIdentifier(request.subjectKey.spki))),
    extension(OID.authorityKeyIdentifier, false, derSequence(der(0x80, keyIdentifier(issuerSpki)))),
  );
}

function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  return derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctets(value));
}

/** RFC 7093 method 1 in spirit: the leftmost 160 bits of a hash of the public key. */
function keyIdentifier(spki: Uint8Array): Uint8Array {
  return sm3(spki.subarray(26)).subarray(0, 20);
}

function profileOf(extensions: DerNode | undefined): { readonly isAuthority: boolean; readonly maySign: boolean } {
  let isAuthority = false;
  let maySign = false;
  const list = members(readDer(expectTag(extensions, 0xa3).content));
  for (const [oid, ...rest] of list.map((node) => members(node))) {
    const value = readDer(octets(rest.at(-1)));
    const id = oidOf(oid);
    if (id === OID.basicConstraints) {
      const [authority] = members(value);
      isAuthority = authority !== undefined && authority.tag === TAG.boolean && boolean(authority);
    }
    if (id === OID.keyUsage) maySign = ((expectTag(value, TAG.bitString).content[1] ?? 0) & 0xc0) !== 0;
  }
  return { isAuthority, maySign };
}
