import { type FileStore, type LetterContent, type LetterRenderer, type SealPlace } from '../document/document.ts';
import type { DocumentRefusalCode } from '../document/refusals.ts';
import { type Journal, readStream } from '../journal/actions.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type ReaderSigners, signForReaders } from './reader-signature.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { type SealApplied, sealEvents, type SealInstrument, type SealKind, type SealSigner } from './seal.ts';
import { stampPdf, type StampNames } from './stamp-pdf.ts';
import { TimeStampError } from './time-stamp.ts';
import { findLetter, findLetterByNumber, type LetterPlace } from './store.ts';
import { keepTwinSource } from './twin.ts';

export { remediesAgainst, type RemedyPlace, remedyOf } from './organ-remedies.ts';
export { fileKeyStore, type KeyStore, type SigningKey } from './key-store.ts';
export { pemOf, readPem } from './pem.ts';
export {
  type AuthorityErrand,
  authorityActs,
  type AuthorityRoom,
  type LicensedAuthorities,
  readLicensed,
  takeRevocationList,
  trustedCertificates,
} from './authority-acts.ts';
export { CertificatePurpose } from './certificate-import.ts';
export { fingerprintOf, type ImportCertificate, importOf, LONGEST_TEXT } from './trusted-authorities.ts';
export { type Certificate, readCertificate } from './certificate.ts';
export { DerError } from './der.ts';
export { enrolStaff, requestForStaff, type StaffNamed, takeStaffCertificate } from './enrol-staff.ts';
export { sealPicture } from './development-seals.ts';
export { signAsStaff } from './personal-keys.ts';
export { pkcs11KeyStore } from './pkcs11-key-store.ts';
export { readRevocationList, statusAt } from './revocation-list.ts';
export { type SealAct, sealActs, type SealErrand } from './seal-acts.ts';
export { readTwin, type TwinRoom } from './read-twin.ts';
export { readSealUses, type SealUseLine } from './seal-register.ts';
export { encodeSigningRequest } from './signing-request.ts';
export { verifySealedOfd } from './verify-ofd.ts';
export { verifySealedPdf, type SealCheck, type SealTrust, type SealVerification } from './verify-pdf.ts';

export interface SealPorts {
  readonly renderer: LetterRenderer;
  readonly files: FileStore;
  readonly signer: SealSigner;
  readonly names?: StampNames;
  /** The second signature, for ordinary readers; without it letters bear the seal alone. */
  readonly readers?: ReaderSigners;
}

/** A letter as the signers see it: rendered and kept, not yet sealed. */
export interface PreparedLetter {
  readonly hash: string;
  readonly pdf: Uint8Array;
  readonly seal: SealPlace;
  readonly coSeal?: SealPlace;
  readonly pages: number;
}

/** Renders the letter and keeps it: what is shown to the signers, and whose hash they sign. */
export async function prepareLetter(
  letter: { readonly content: LetterContent; readonly at: Instant },
  ports: Pick<SealPorts, 'renderer' | 'files'>,
): Promise<PreparedLetter | Refusal<DocumentRefusalCode>> {
  const rendered = await ports.renderer.renderPdf(letter.content, { at: letter.at });
  if (isRefusal(rendered)) return rendered;
  const hash = await ports.files.put(rendered.pdf);
  return { hash, ...rendered };
}

export interface SealLetterRequest {
  readonly content: LetterContent;
  readonly sealId: string;
  readonly sealKind: SealKind;
  /** The seal of the other party, on a letter that has a place for it. */
  readonly coSealId?: string;
  readonly keeper: string;
  /** The instant of sealing. */
  readonly at: Instant;
  /** The instant with which the signed rendition was made; the same content and instant give the same bytes. */
  readonly renderedAt?: Instant;
  /** What was signed. A letter whose rendition hashes otherwise is not sealed (R82). */
  readonly lastSignedHash?: string;
}

export interface SealedLetter {
  readonly signedHash: string;
  readonly sealedHash: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The register entry, for the event that the case records. */
  readonly applied: SealApplied;
}

/**
 * Renders, seals and keeps a letter, and fixes what its OFD twin is made of. The right to seal is `maySeal`'s to judge, in the same commit
 * as the event.
 */
export async function sealLetter(
  request: SealLetterRequest,
  ports: SealPorts,
): Promise<SealedLetter | Refusal<DocumentRefusalCode | SealRefusalCode>> {
  const { content, at, renderedAt = at } = request;
  const prepared = await prepareLetter({ content, at: renderedAt }, ports);
  if (isRefusal(prepared)) return prepared;
  if (request.lastSignedHash !== undefined && request.lastSignedHash !== prepared.hash) {
    return refuse(sealRefusals, 'seal-hash-mismatch', { signed: request.lastSignedHash, document: prepared.hash });
  }
  const instrument = await ports.signer.open(request.sealId);
  const co = request.coSealId === undefined ? undefined : await ports.signer.open(request.coSealId);
  const pdf = await stamped(prepared, { instrument, co }, { at, ports });
  if (isRefusal(pdf)) return pdf;
  const sealedHash = await ports.files.put(pdf);
  const places = { seal: prepared.seal, ...(prepared.coSeal === undefined ? {} : { coSeal: prepared.coSeal }) };
  const source = { pdf: prepared.hash, at: renderedAt, ...places };
  const twinHash = await keepTwinSource(content, source, ports.files);
  const applied: SealApplied = {
    sealId: request.sealId,
    sealKind: request.sealKind,
    signedHash: prepared.hash,
    sealedHash,
    ...(twinHash === undefined ? {} : { twinHash }),
    documentKind: content.kind,
    docNo: content.docNo,
    keeper: request.keeper,
    at,
    certificateSerial: instrument.certificateSerial,
    ...(co === undefined ? {} : { coSeal: { sealId: co.sealId, certificateSerial: co.certificateSerial } }),
  };
  return {
    signedHash: applied.signedHash,
    sealedHash,
    pdf,
    pages: prepared.pages,
    applied,
  };
}

/** The seal of each party, and over them the signature for readers. Without its time stamp the letter does not go out. */
async function stamped(
  { pdf, seal, coSeal, hash }: PreparedLetter,
  { instrument, co }: { readonly instrument: SealInstrument; readonly co: SealInstrument | undefined },
  { at, ports }: { readonly at: Instant; readonly ports: SealPorts },
): Promise<Uint8Array | Refusal<SealRefusalCode>> {
  const names = ports.names === undefined ? {} : { names: ports.names };
  const first = await stampPdf(pdf, instrument, { place: seal, at, signedHash: hash, ...names });
  if ((co === undefined) !== (coSeal === undefined))
    throw new Error('a letter of two parties bears two seals, others one');
  const beside = { signedLength: pdf.length, signedHash: hash };
  const sealed =
    co === undefined || coSeal === undefined
      ? first
      : await stampPdf(first, co, { place: coSeal, at, beside, ...names });
  if (ports.readers === undefined) return sealed;
  try {
    return await signForReaders(sealed, await ports.readers.open(instrument), at);
  } catch (error) {
    if (error instanceof TimeStampError) return refuse(sealRefusals, 'time-stamp-unavailable', {});
    throw error;
  }
}

/** What was sealed with this hash, of the sealed letter or of the document as it was signed; undefined when nothing was. */
export async function findSealed(journal: Journal, realm: string, hash: string): Promise<Sealed | undefined> {
  const sealed = await sealedAt(journal, realm, await findLetter(journal.pool, realm, hash));
  return sealed?.applied.sealedHash === hash || sealed?.applied.signedHash === hash ? sealed : undefined;
}

/** What was sealed under this letter number; undefined when nothing was. */
export async function findSealedByNumber(journal: Journal, realm: string, docNo: string): Promise<Sealed | undefined> {
  return sealedAt(journal, realm, await findLetterByNumber(journal.pool, realm, docNo));
}

/** A seal on a letter, and the stream whose act applied it. */
export interface Sealed {
  readonly stream: string;
  readonly applied: SealApplied;
}

async function sealedAt(journal: Journal, realm: string, place: LetterPlace | undefined): Promise<Sealed | undefined> {
  if (place === undefined) return undefined;
  const events = await readStream(journal, realm, place.stream);
  return { stream: place.stream, applied: sealEvents.SealApplied.parse(events[place.seq - 1]?.data) };
}
