import { areEqual } from './bytes.ts';
import { algorithmIn, type Certificate } from './certificate.ts';
import {
  bits,
  boolean,
  DerError,
  type DerNode,
  expectTag,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  TAG,
} from './der.ts';
import { verifyByKey } from './public-key.ts';
import type { Verdict } from './verdict.ts';

/** A certificate called back, by serial, from when, and whether because of its key. */
export interface Revocation {
  /** Lower-case hex without leading zeros. */
  readonly serial: string;
  readonly fromAt: string;
  /** Its key may be in other hands: so it is where the list says so, and where it gives no reason (RFC 3161 §4). */
  readonly isKeyLost: boolean;
}

/** A revocation list (CRL, RFC 5280 §5): everything that its issuer called back until `thisUpdateAt`. */
export interface RevocationList {
  readonly issuer: Uint8Array;
  readonly thisUpdateAt: string;
  readonly nextUpdateAt: string | undefined;
  readonly revoked: readonly Revocation[];
  readonly unknownCritical: readonly string[];
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
}

const OID = {
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  authorityKeyIdentifier: '2.5.29.35',
  number: '2.5.29.20',
} as const;
/** The longest list that is still read: some 8 MB. */
const ENTRIES_READ = 200_000;
/** Reasons (RFC 5280 §5.3.1): none given, key compromised, authority compromised, attributes’ authority compromised. */
const KEY_LOST: readonly number[] = [0, 1, 2, 10];
const UNDERSTOOD: readonly string[] = Object.values(OID);

/** Reads a list; throws DerError when the bytes are not one. Whose it is and whether it holds is `notRevoked`'s to judge. */
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

/** What a reader knows of certificates called back: named ones, and lists of the authorities. */
export interface Revocations {
  readonly revoked: readonly Revocation[];
  readonly lists: readonly RevocationList[];
}

/**
 * Whether `certificate` was still good at the instant `at`: true when an honest list of its issuer that was made at or after
 * `at`, or was still to be relied on then, does not name it; undecided without such a list. Being called
 * back later does not reach back.
 */
export function notRevoked(
  certificate: Certificate,
  { revoked, lists }: Revocations,
  issuers: readonly Certificate[],
  at: string,
): Verdict {
  const own = lists.filter((list) => isListOf(list, certificate, issuers));
  const entries = [...revoked, ...own.flatMap((list) => list.revoked)];
  if (entries.some(({ serial, fromAt }) => serial === certificate.serial && fromAt <= at)) return false;
  // Naming some serials vouches for no other one: only a list of the authority does.
  const speaks = own.some(
    ({ thisUpdateAt, nextUpdateAt }) => at <= thisUpdateAt || (nextUpdateAt !== undefined && at <= nextUpdateAt),
  );
  return speaks ? true : undefined;
}

/**
 * Whether what `certificate` stamped with the time `at` still proves it. Whoever has the key of a time stamp authority writes any
 * time he likes, so a lost key takes every token with it, also those from before (RFC 3161 §4).
 */
export function stillProves(
  certificate: Certificate,
  revocations: Revocations,
  issuers: readonly Certificate[],
  at: string,
): Verdict {
  const own = revocations.lists.filter((list) => isListOf(list, certificate, issuers));
  const entries = [...revocations.revoked, ...own.flatMap((list) => list.revoked)];
  if (entries.some(({ serial, isKeyLost }) => isKeyLost && serial === certificate.serial)) return false;
  return notRevoked(certificate, revocations, issuers, at);
}

function isListOf(list: RevocationList, certificate: Certificate, issuers: readonly Certificate[]): boolean {
  if (list.unknownCritical.length > 0 || !areEqual(list.issuer, certificate.issuer)) return false;
  return issuers.some(
    (issuer) =>
      issuer.mayIssueLists &&
      areEqual(issuer.subject, list.issuer) &&
      // Two authorities of one name, or one with a new key: a list speaks of what its own key has signed.
      isOfKey(certificate, issuer) &&
      verifyByKey(issuer.spki, list.tbs, list.signature),
  );
}

function readEntry(node: DerNode): Revocation {
  const [serial, from, extensions] = members(node);
  const found = extensions === undefined ? [] : members(extensions).map(readExtension);
  const unknown = found.find(({ oid, critical }) => critical && !UNDERSTOOD.includes(oid));
  if (unknown !== undefined) throw new DerError(`an entry with the unknown critical extension ${unknown.oid}`);
  const reason = found.find(({ oid }) => oid === OID.reasonCode);
  return {
    serial: integer(serial).toString(16),
    fromAt: instantOf(from),
    isKeyLost: reason === undefined || KEY_LOST.includes(octetOf(reason.value)),
  };
}

function isOfKey({ issuerKeyId }: Certificate, { keyId }: Certificate): boolean {
  return issuerKeyId === undefined || keyId === undefined || issuerKeyId === keyId;
}

/** The value of an ENUMERATED of one byte; 0, the reason that says nothing, for any other. */
function octetOf(value: Uint8Array): number {
  return value.length === 3 && value[0] === 0x0a ? (value[2] ?? 0) : 0;
}

function readExtension(node: DerNode) {
  const [oid, ...rest] = members(node);
  return { oid: oidOf(oid), critical: rest.length > 1 && boolean(rest[0]), value: octets(rest.at(-1)) };
}
