import { areEqual, toHex } from './bytes.ts';
import {
  bits,
  boolean,
  DerError,
  type DerNode,
  expectTag,
  instantOf,
  integer,
  members,
  namedBits,
  octets,
  oidOf,
  readDer,
  TAG,
} from './der.ts';
import { nameText } from './distinguished-name.ts';
import { verifyByKey } from './public-key.ts';

/** X.509 certificates with SM2 or P-256 keys (GB/T 20518, RFC 5280): the profile that seals and signatures need. */
export interface Certificate {
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly subjectText: string;
  readonly notBeforeAt: string;
  readonly notAfterAt: string;
  readonly spki: Uint8Array;
  readonly isAuthority: boolean;
  /** How many authorities may stand below this one; undefined means any number. */
  readonly pathLength: number | undefined;
  readonly maySign: boolean;
  readonly mayIssueLists: boolean;
  /** Extended key usages by object identifier; undefined where the certificate does not restrict itself. */
  readonly purposes: readonly string[] | undefined;
  /** The name of its key, and of the key that signed it (RFC 5280 §4.2.1.1), in hex; undefined where it does not say. */
  readonly keyId: string | undefined;
  readonly issuerKeyId: string | undefined;
  /** Critical extensions that this reader does not know: with one of them no chain is good (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[];
  readonly signatureAlgorithm: string;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
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
  if (!issuer.isAuthority || !areEqual(certificate.issuer, issuer.subject)) return false;
  return verifyByKey(issuer.spki, certificate.tbs, certificate.signature);
}

/** The identifier alone: some authorities write NULL parameters beside it, others nothing. */
export function algorithmIn(node: DerNode | undefined): string {
  return oidOf(members(node)[0]);
}

type Profile = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'maySign' | 'mayIssueLists' | 'purposes' | 'keyId' | 'issuerKeyId' | 'unknownCritical'
>;

function profileOf(extensions: DerNode | undefined): Profile {
  let profile: Profile = {
    isAuthority: false,
    pathLength: undefined,
    maySign: false,
    mayIssueLists: false,
    purposes: undefined,
    keyId: undefined,
    issuerKeyId: undefined,
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
      case OID.subjectKeyIdentifier:
        profile = { ...profile, keyId: toHex(octets(value())) };
        break;
      case OID.authorityKeyIdentifier: {
        const named = members(value()).find(({ tag }) => tag === 0x80);
        profile = { ...profile, issuerKeyId: named && toHex(named.content) };
        break;
      }
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
