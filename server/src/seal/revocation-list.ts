import type { Instant } from '../kernel/time.ts';
import { algorithmIn, type Certificate, keyIdentifier } from './certificate.ts';
import {
  bits,
  boolean,
  der,
  derBits,
  DerError,
  derExplicit,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derTime,
  expectTag,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  TAG,
  type DerNode,
} from './der.ts';
import { SIGNATURE_OID, type SignatureKey, verifySignature } from './signature-key.ts';

/** A certificate called back, by serial, and from when. */
export interface Revocation {
  /** Lower-case hex without leading zeros. */
  readonly serial: string;
  readonly fromAt: Instant;
  readonly reason: RevocationReason;
}

/** Why (RFC 5280 §5.3.1), as far as authorities use it. */
export type RevocationReason = keyof typeof REASON;

const REASON = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;

/** A revocation list (CRL, RFC 5280 §5): everything that its issuer called back until `thisUpdateAt`. */
export interface RevocationList {
  readonly issuer: Uint8Array;
  readonly thisUpdateAt: Instant;
  readonly nextUpdateAt: Instant | undefined;
  readonly revoked: readonly Revocation[];
  readonly unknownCritical: readonly string[];
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
}

/** What a list says about a certificate at an instant; unknown means that no list speaks of it, and is never good. */
export type CertificateStatus =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly fromAt: Instant; readonly reason: RevocationReason }
  | { readonly status: 'unknown' };

const OID = {
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  authorityKeyIdentifier: '2.5.29.35',
  number: '2.5.29.20',
} as const;
/** The longest list that is still read: some 8 MB. */
const ENTRIES_READ = 200_000;
const UNDERSTOOD: readonly string[] = Object.values(OID);

export interface NewRevocationList {
  /** Grows with every list of the issuer. */
  readonly number: number;
  readonly thisUpdateAt: Instant;
  readonly nextUpdateAt: Instant;
  readonly revoked: readonly Revocation[];
}

/** Writes and signs the list of `issuer`. */
export async function encodeRevocationList(
  list: NewRevocationList,
  issuer: Pick<Certificate, 'subject' | 'spki'>,
  key: SignatureKey,
): Promise<Uint8Array> {
  const algorithm = derSequence(derOid(SIGNATURE_OID[key.algorithm]));
  const entries = list.revoked.map(({ serial, fromAt, reason }) =>
    derSequence(
      derInteger(BigInt(`0x${serial}`)),
      derTime(fromAt),
      derSequence(extension(OID.reasonCode, der(TAG.enumerated, Buffer.from([REASON[reason]])))),
    ),
  );
  const tbs = derSequence(
    derInteger(1),
    algorithm,
    issuer.subject,
    derTime(list.thisUpdateAt),
    derTime(list.nextUpdateAt),
    // An empty sequence is not allowed: without entries the member is absent.
    ...(entries.length === 0 ? [] : [derSequence(...entries)]),
    derExplicit(
      0,
      derSequence(
        extension(OID.authorityKeyIdentifier, derSequence(der(0x80, keyIdentifier(issuer.spki)))),
        extension(OID.number, derInteger(list.number)),
      ),
    ),
  );
  return derSequence(tbs, algorithm, derBits(await key.sign(tbs)));
}

/** Reads a list; throws DerError when the bytes are not one. Whose it is and whether it holds is `statusAt`'s to judge. */
export function readRevocationList(bytes: Uint8Array): RevocationList {
  const [tbs, algorithm, signature, ...rest] = members(readDer(bytes));
  if (tbs === undefined || rest.length > 0) throw new DerError('not a revocation list');
  const [version, inner, issuer, thisUpdate, ...more] = members(tbs);
  if (integer(version) !== 1n) throw new DerError('not a revocation list of version 2');
  if (algorithmIn(algorithm) !== algorithmIn(inner)) throw new DerError('two different signature algorithms');
  const next = more.find(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime);
  const entries = more.find(({ tag }) => tag === TAG.sequence);
  const extensions = more.find(({ tag }) => tag === 0xa0);
  const found = extensions === undefined ? [] : members(readDer(extensions.content)).map(readExtension);
  return {
    issuer: expectTag(issuer, TAG.sequence).bytes,
    thisUpdateAt: instantOf(thisUpdate),
    nextUpdateAt: next === undefined ? undefined : instantOf(next),
    revoked: entries === undefined ? [] : members(entries, TAG.sequence, ENTRIES_READ).map(readEntry),
    unknownCritical: found.filter(({ oid, critical }) => critical && !UNDERSTOOD.includes(oid)).map(({ oid }) => oid),
    tbs: tbs.bytes,
    signature: bits(signature),
  };
}

/**
 * What was known about `certificate` at the instant `at`: an honest list of its issuer that was made at or after `at`, or that
 * was still to be relied on then. Being called back later does not reach back.
 */
export function statusAt(
  certificate: Certificate,
  lists: readonly RevocationList[],
  issuers: readonly Certificate[],
  at: Instant,
): CertificateStatus {
  const own = lists.filter((list) => isListOf(list, certificate, issuers));
  const entries = own.flatMap(({ revoked }) => revoked.filter(({ serial }) => serial === certificate.serial));
  const earliest = entries.toSorted((a, b) => (a.fromAt < b.fromAt ? -1 : 1))[0];
  if (earliest !== undefined && earliest.fromAt <= at) {
    return { status: 'revoked', fromAt: earliest.fromAt, reason: earliest.reason };
  }
  const speaks = own.some(
    ({ thisUpdateAt, nextUpdateAt }) => at <= thisUpdateAt || (nextUpdateAt !== undefined && at <= nextUpdateAt),
  );
  return speaks ? { status: 'good' } : { status: 'unknown' };
}

function isListOf(list: RevocationList, certificate: Certificate, issuers: readonly Certificate[]): boolean {
  if (list.unknownCritical.length > 0 || !Buffer.from(list.issuer).equals(certificate.issuer)) return false;
  return issuers.some(
    (issuer) =>
      issuer.mayIssueLists &&
      Buffer.from(issuer.subject).equals(list.issuer) &&
      verifySignature(issuer.spki, list.tbs, list.signature),
  );
}

function readEntry(node: DerNode): Revocation {
  const [serial, from, extensions] = members(node);
  const found = extensions === undefined ? [] : members(extensions).map(readExtension);
  const unknown = found.find(({ oid, critical }) => critical && !UNDERSTOOD.includes(oid));
  if (unknown !== undefined) throw new DerError(`an entry with the unknown critical extension ${unknown.oid}`);
  const code = found.find(({ oid }) => oid === OID.reasonCode)?.value;
  return {
    serial: integer(serial).toString(16),
    fromAt: instantOf(from),
    reason: code === undefined ? 'unspecified' : reasonOf(expectTag(readDer(code), TAG.enumerated).content[0]),
  };
}

function reasonOf(code: number | undefined): RevocationReason {
  switch (code) {
    case REASON.keyCompromise:
    // The key of the authority itself, or of one that speaks for it: for the reader the same.
    case 2:
    case 10:
      return 'keyCompromise';
    case REASON.affiliationChanged:
      return 'affiliationChanged';
    case REASON.superseded:
      return 'superseded';
    case REASON.cessationOfOperation:
      return 'cessationOfOperation';
    default:
      return 'unspecified';
  }
}

function extension(oid: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(oid), derOctets(value));
}

function readExtension(node: DerNode) {
  const [oid, ...rest] = members(node);
  return { oid: oidOf(oid), critical: rest.length > 1 && boolean(rest[0]), value: octets(rest.at(-1)) };
}
