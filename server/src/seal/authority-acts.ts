import { type Journal, perform, readStream } from '../journal/actions.ts';
import type { Actor, Performed, Step } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { readCertificate } from './certificate.ts';
import { DerError } from './der.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { readRevocationList } from './revocation-list.ts';
import { verifySignature } from './signature-key.ts';
import { keepRevocationList, listRevocationLists } from './store.ts';
import {
  CERTIFICATES,
  certificatesOf,
  fingerprintOf,
  importCertificate,
  type TrustedAuthorities,
  trustAuthority,
  untrustAuthority,
  viewAuthorities,
} from './trusted-authorities.ts';

/** Where certificates are acts: the journal of a district. */
export interface AuthorityRoom {
  readonly journal: Journal;
  readonly realm: string;
}

/** Which operator does it, when, under which request id. */
export interface AuthorityErrand {
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
}

/** What the operator does with certificates of licensed authorities; the rules are in the step of the same name. */
export const authorityActs = {
  importCertificate: verb(importCertificate),
  trustAuthority: verb(trustAuthority),
  untrustAuthority: verb(untrustAuthority),
} as const;

function verb<Command>(step: Step<Command, TrustedAuthorities, undefined, SealRefusalCode>) {
  return ({ journal, realm }: AuthorityRoom, errand: AuthorityErrand, command: Command): Promise<Performed | Refusal> =>
    perform(journal, step, { ...errand, realm, stream: CERTIFICATES, command, facts: () => undefined });
}

/** The roots that the operator trusts, with the authorities under them that came with certificates, DER. */
export async function trustedCertificates({ journal, realm }: AuthorityRoom): Promise<readonly Uint8Array[]> {
  return certificatesOf(viewAuthorities(await readStream(journal, realm, CERTIFICATES)));
}

/** What a check asks of the authorities that the operator trusts, read once. */
export interface LicensedAuthorities {
  /** As `trustedCertificates` gives them. */
  readonly certificates: readonly Uint8Array[];
  /** What they called back, as they signed it: the newest list of each that is trusted now. */
  readonly lists: readonly Uint8Array[];
  /** The certificates that licensed authorities issued for keys of ours. */
  readonly imported: TrustedAuthorities['imported'];
}

/** Reads the authorities that the operator trusts now, their lists, and what was taken in from any of them. */
export async function readLicensed({ journal, realm }: AuthorityRoom): Promise<LicensedAuthorities> {
  const view = viewAuthorities(await readStream(journal, realm, CERTIFICATES));
  const certificates = certificatesOf(view);
  const lists = await listRevocationLists(journal.pool, realm, certificates.map(fingerprintOf));
  return { certificates, lists, imported: view.imported };
}

/** A list that was taken: whose, and of when. */
export interface TakenList {
  readonly issuer: string;
  readonly madeAt: Instant;
  /** False where a newer one of the same authority was there already. */
  readonly isNew: boolean;
}

/**
 * Takes the revocation list of an authority under a trusted root at the instant `at`: only that one's own signature lets it in. A list
 * for a part, or of what changed (RFC 5280 §5.2.4, §5.2.5: a critical extension), would take the place of the whole one.
 */
export async function takeRevocationList(
  room: AuthorityRoom,
  bytes: Uint8Array,
  at: Instant,
): Promise<TakenList | Refusal<SealRefusalCode>> {
  const list = readList(bytes);
  if ('fault' in list) return refuse(sealRefusals, 'certificate-unreadable', { fault: list.fault });
  const issuer = (await trustedCertificates(room))
    .map(readCertificate)
    .find(
      (one) =>
        one.mayIssueLists &&
        Buffer.from(one.subject).equals(list.issuer) &&
        verifySignature(one.spki, list.tbs, list.signature),
    );
  if (issuer === undefined) return refuse(sealRefusals, 'revocation-list-foreign');
  const { thisUpdateAt: madeAt, unknownCritical } = list;
  const named = { issuer: issuer.subjectText, madeAt };
  if (unknownCritical.length > 0) return refuse(sealRefusals, 'revocation-list-partial', { ...named, unknownCritical });
  // It would keep every true list out until its day has come.
  if (madeAt > at) return refuse(sealRefusals, 'revocation-list-ahead', named);
  const kept = { issuer: fingerprintOf(issuer.bytes), madeAt, list: bytes };
  const isNew = await keepRevocationList(room.journal.pool, room.realm, kept);
  return { issuer: issuer.subjectText, madeAt, isNew };
}

function readList(bytes: Uint8Array) {
  try {
    return readRevocationList(bytes);
  } catch (error) {
    if (error instanceof DerError) return { fault: error.message };
    throw error;
  }
}
