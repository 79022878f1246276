import {
  bits,
  boolean,
  der,
  derBits,
  derBoolean,
  derExplicit,
  derInteger,
  derNamedBits,
  derOctets,
  derOid,
  derSequence,
  derText,
  derTime,
  expectTag,
  instantOf,
  integer,
  members,
  namedBits,
  octets,
  oidOf,
  readDer,
  TAG,
  DerError,
  type DerNode,
} from './der.ts';
import { distinguishedName, nameText, type Subject } from './distinguished-name.ts';
import { SIGNATURE_OID, type SignatureKey, verifySignature } from './signature-key.ts';
import { sm3 } from './sm2.ts';
import type { Instant } from '../kernel/time.ts';

/** X.509 certificates with SM2 or P-256 keys (GB/T 20518, RFC 5280): the profile that seals and signatures need. */
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
  /** How many authorities may stand below this one; undefined means any number. */
  readonly pathLength: number | undefined;
  readonly maySign: boolean;
  readonly mayIssueLists: boolean;
  /** Extended key usages by object identifier; undefined where the certificate does not restrict itself. */
  readonly purposes: readonly string[] | undefined;
  /** Critical extensions that this reader does not know: with one of them no chain is good (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[];
  readonly signatureAlgorithm: string;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
}

export interface CertificateRequest {
  readonly serial: Uint8Array;
  readonly subject: Subject;
  readonly subjectKey: { readonly spki: Uint8Array };
  readonly notBeforeAt: Instant;
  readonly notAfterAt: Instant;
  readonly isAuthority: boolean;
  /** For an authority: how many may stand below it; none unless it says so. */
  readonly pathLength?: number;
  /** The one purpose of a certificate that has only one, such as time stamping. */
  readonly purpose?: string;
  /** Where the issuer publishes what it called back. */
  readonly revocationsUrl?: string;
}

/** id-kp-timeStamping (RFC 3161 §2.3): critical, and the only purpose of its certificate. */
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

const OID = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  revocationLists: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const;

/** The bits of key usage (RFC 5280 §4.2.1.3). */
const USAGE = { digitalSignature: 0, contentCommitment: 1, keyCertSign: 5, crlSign: 6 } as const;

/** Issues a certificate; without `issuer` it is self-signed, that is a root. */
export async function issueCertificate(
  request: CertificateRequest,
  signingKey: SignatureKey,
  issuer?: Certificate,
): Promise<Uint8Array> {
  const subject = distinguishedName(request.subject);
  const algorithm = derSequence(derOid(SIGNATURE_OID[signingKey.algorithm]));
  const tbs = derSequence(
    derExplicit(0, derInteger(2)),
    derInteger(BigInt(`0x${Buffer.from(request.serial).toString('hex')}`)),
    algorithm,
    issuer?.subject ?? subject,
    derSequence(derTime(request.notBeforeAt), derTime(request.notAfterAt)),
    subject,
    request.subjectKey.spki,
    derExplicit(3, extensionsOf(request, issuer?.spki ?? request.subjectKey.spki)),
  );
  return derSequence(tbs, algorithm, derBits(await signingKey.sign(tbs)));
}

/** Reads a certificate; throws DerError when the bytes are not one. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [tbs, algorithm, signature, ...rest] = members(readDer(bytes));
  if (tbs === undefined || rest.length > 0) throw new DerError('not a certificate');
  const [version, serial, inner, issuer, validity, subject, spki, ...more] = members(tbs);
  if (version?.tag !== 0xa0) throw new DerError('not an X.509 certificate of version 3');
  const [notBefore, notAfter] = members(validity);
  const signatureAlgorithm = algorithmIn(algorithm);
  // RFC 5280 §4.1.1.2: the algorithm that was signed is the one that is claimed.
  if (signatureAlgorithm !== algorithmIn(inner)) throw new DerError('two different signature algorithms');
  return {
    bytes,
    serial: integer(serial).toString(16),
    issuer: expectTag(issuer, TAG.sequence).bytes,
    subject: expectTag(subject, TAG.sequence).bytes,
    subjectText: nameText(expectTag(subject, TAG.sequence)),
    notBeforeAt: instantOf(notBefore),
    notAfterAt: instantOf(notAfter),
    spki: expectTag(spki, TAG.sequence).bytes,
    ...profileOf(more.find(({ tag }) => tag === 0xa3)),
    signatureAlgorithm,
    tbs: tbs.bytes,
    signature: bits(signature),
  };
}

/** Whether `issuer` signed `certificate` and was allowed to. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!issuer.isAuthority || !Buffer.from(certificate.issuer).equals(issuer.subject)) return false;
  return verifySignature(issuer.spki, certificate.tbs, certificate.signature);
}

/** More links than any public key infrastructure has; a longer chain is an attack on the reader. */
const CHAIN_LINKS = 6;

/**
 * Whether a chain leads from `certificate` to a trusted root, every link valid at the instant `at`; undefined when no root is
 * trusted, because then nothing can be said. Of `trusted`, those that sign themselves are the roots; the others only help to
 * get there.
 */
export function chainsTo(certificate: Certificate, trusted: readonly Uint8Array[], at: Instant): boolean | undefined {
  const known = trusted.map(readKnown);
  if (!known.some(isRoot)) return undefined;
  return known.some((root) => isRoot(root) && Buffer.from(root.bytes).equals(certificate.bytes) && isValidAt(root, at))
    ? true
    : leadsUp(certificate, known, at, 0);
}

function leadsUp(certificate: Certificate, known: readonly Certificate[], at: Instant, below: number): boolean {
  if (below >= CHAIN_LINKS) return false;
  return known.some(
    (issuer) =>
      isValidAt(issuer, at) &&
      issuer.unknownCritical.length === 0 &&
      (issuer.pathLength === undefined || issuer.pathLength >= below) &&
      issuer.bytes !== certificate.bytes &&
      isIssuedBy(certificate, issuer) &&
      (isRoot(issuer) || leadsUp(issuer, known, at, below + 1)),
  );
}

export function isRoot(certificate: Certificate): boolean {
  return Buffer.from(certificate.issuer).equals(certificate.subject);
}

export function isValidAt(certificate: Certificate, at: Instant): boolean {
  return certificate.notBeforeAt <= at && at <= certificate.notAfterAt;
}

/** The few trusted certificates are asked for at every document. */
const readOnce = new WeakMap<Uint8Array, Certificate>();

function readKnown(bytes: Uint8Array): Certificate {
  const known = readOnce.get(bytes) ?? readCertificate(bytes);
  readOnce.set(bytes, known);
  return known;
}

function extensionsOf(request: CertificateRequest, issuerSpki: Uint8Array): Uint8Array {
  const { isAuthority, purpose, revocationsUrl } = request;
  const constraints = isAuthority ? derSequence(derBoolean(true), derInteger(request.pathLength ?? 0)) : derSequence();
  const usage = isAuthority ? [USAGE.keyCertSign, USAGE.crlSign] : [USAGE.digitalSignature, USAGE.contentCommitment];
  return derSequence(
    extension(OID.basicConstraints, true, constraints),
    extension(OID.keyUsage, true, derNamedBits(usage)),
    ...(purpose === undefined ? [] : [extension(OID.extendedKeyUsage, true, derSequence(derOid(purpose)))]),
    extension(OID.subjectKeyIdentifier, false, derOctets(keyIdentifier(request.subjectKey.spki))),
    extension(OID.authorityKeyIdentifier, false, derSequence(der(0x80, keyIdentifier(issuerSpki)))),
    ...(revocationsUrl === undefined ? [] : [extension(OID.revocationLists, false, distributionPoint(revocationsUrl))]),
  );
}

function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  return derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctets(value));
}

/** One address by its full name (RFC 5280 §4.2.1.13). */
function distributionPoint(url: string): Uint8Array {
  return derSequence(derSequence(derExplicit(0, derExplicit(0, derText(0x86, url)))));
}

/** RFC 7093 method 1 in spirit: the leftmost 160 bits of a hash of the public key. */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  return sm3(spki.subarray(26)).subarray(0, 20);
}

/** The identifier alone: some authorities write NULL parameters beside it, others nothing. */
export function algorithmIn(node: DerNode | undefined): string {
  return oidOf(members(node)[0]);
}

type Profile = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'maySign' | 'mayIssueLists' | 'purposes' | 'unknownCritical'
>;

function profileOf(extensions: DerNode | undefined): Profile {
  let profile: Profile = {
    isAuthority: false,
    pathLength: undefined,
    maySign: false,
    mayIssueLists: false,
    purposes: undefined,
    unknownCritical: [],
  };
  if (extensions === undefined) return profile;
  let mayCertify = false;
  for (const [oid, ...rest] of members(readDer(extensions.content)).map((node) => members(node))) {
    // What an authority of its own puts into its own extension need not be DER at all, so it is read only where it is known.
    const value = () => readDer(octets(rest.at(-1)));
    const critical = rest.length > 1 && boolean(rest[0]);
    const id = oidOf(oid);
    switch (id) {
      case OID.basicConstraints:
        profile = { ...profile, ...constraintsOf(value()) };
        break;
      case OID.keyUsage: {
        const usage = namedBits(value());
        mayCertify = usage.includes(USAGE.keyCertSign);
        const maySign = usage.includes(USAGE.digitalSignature) || usage.includes(USAGE.contentCommitment);
        profile = { ...profile, maySign, mayIssueLists: usage.includes(USAGE.crlSign) };
        break;
      }
      case OID.extendedKeyUsage:
        profile = { ...profile, purposes: members(value()).map(oidOf) };
        break;
      case OID.revocationLists:
        // Lists are looked for by their issuer, so the address may be critical and is not needed.
        break;
      default:
        if (critical) profile = { ...profile, unknownCritical: [...profile.unknownCritical, id] };
    }
  }
  return { ...profile, isAuthority: profile.isAuthority && mayCertify };
}

function constraintsOf(value: DerNode): Pick<Profile, 'isAuthority' | 'pathLength'> {
  const [authority, path] = members(value);
  return {
    isAuthority: authority !== undefined && boolean(authority),
    pathLength: path === undefined ? undefined : Number(integer(path)),
  };
}
