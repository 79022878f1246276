import { caseStream } from '../application/actions.ts';
import { waysStream } from '../confirmation/confirmation.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Licence } from '../licence/licence.ts';
import { mandateStream } from '../mandate/mandate.ts';
import { findSealed } from '../seal/actions.ts';
import type { SealApplied } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import { mayReadActs } from './acts-told.ts';
import type { Caller } from './caller.ts';
import { registrationsFor } from './evidence-passkeys.ts';
import { readCase } from './case-reading.ts';
import { type BundledPdf, type BundledStream, mandatesCited } from './evidence-bundle.ts';
import { lettersFor } from './letters-shown.ts';
import { publicEvents } from './mandate-access.ts';

/** What goes into a bundle of one thing: its streams, and the sealed documents that they name. */
export interface EvidenceParts {
  readonly streams: readonly BundledStream[];
  readonly documents: readonly BundledPdf[];
}

/** A case as the caller may have it, with the mandates on which its acts rest. */
export async function caseParts(
  platform: Platform,
  caller: Caller,
  { caseNo, at }: { readonly caseNo: string; readonly at: Instant },
): Promise<EvidenceParts | Refusal> {
  const opened = await readCase(platform, caller, { caseNo, what: 'evidence', at });
  if (isRefusal(opened)) return opened;
  const { events } = opened;
  const own = { stream: caseStream(caseNo), mayRead: mayReadActs(platform, caller, opened) };
  const documents = lettersFor(platform, caller, events).map(pdfOf);
  return withRegistrations(platform, joined([{ streams: [own], documents }, ...(await citedParts(platform, events))]));
}

/** Of a mandate everybody reads what was made public (R106), and has the sealed letters; of the rest there are commitments only. */
export async function mandateParts(platform: Platform, mandateNo: string): Promise<EvidenceParts> {
  const own = await publicMandate(platform, mandateNo);
  const letters = await sealedLetters(platform, mandateNo);
  const sealed = await Promise.all(letters.map((one) => sealedParts(platform, one)));
  return withRegistrations(platform, joined([{ streams: [own], documents: [] }, ...sealed]));
}

/** How far the bundle of a mandate has come: with its next act, or with a letter that was sealed since, it is another. */
export async function mandateHead(platform: Platform, mandateNo: string, events: readonly Recorded[]): Promise<string> {
  const letters = await sealedLetters(platform, mandateNo);
  return [mandateNo, events.at(-1)?.seq ?? 0, ...letters.map(({ sealedHash }) => sealedHash)].join(' ');
}

async function sealedLetters(platform: Platform, mandateNo: string): Promise<readonly SealApplied[]> {
  const versions = platform.mandateBook.get(mandateNo)?.versions ?? [];
  const letters = await Promise.all(
    versions
      .filter(({ stage }) => stage === 'published')
      .map(({ letter }) => platform.mandateLetters.find(mandateNo, letter.version)),
  );
  return letters.flatMap((one) => one ?? []);
}

/** The public life of a mandate, up to the act that was last made public: that a next version is being prepared is not told. */
export async function publicMandate(platform: Platform, mandateNo: string): Promise<BundledStream> {
  const stream = mandateStream(mandateNo);
  const events = await readStream(platform.journal, platform.realm, stream);
  const told = publicEvents(events);
  const shown = new Set(told.map(({ seq }) => seq));
  const last = told.at(-1)?.requestId;
  const untilSeq = events.findLast(({ requestId }) => requestId === last)?.seq ?? 0;
  return { stream, mayRead: (act) => act.every(({ seq }) => shown.has(seq)), untilSeq };
}

/**
 * What a holder reads of his licence on screen, on its document and in its letters. What the organ did to it he reads in the letter
 * that its signature covers; the act itself is his to read too, so that he can prove by whom and under which power it was signed.
 */
const TOLD_TO_HOLDER: readonly string[] = [
  'LicenceIssued',
  'LicenceRenewed',
  'LicenceChanged',
  'LetterSealed',
  'LicenceLetterServed',
  'EndingAnnounced',
  'EndingAnswered',
  'EndingHeard',
  'LicenceSuspended',
  'LicenceReinstated',
  'LicenceWithdrawn',
  'LicenceAnnulled',
  'LicenceForfeited',
  'LicenceCancelled',
];

/** A licence with its document, the case that granted it, and the mandates behind both. */
export async function licenceParts(
  platform: Platform,
  caller: Caller,
  { licence, at }: { readonly licence: Licence; readonly at: Instant },
): Promise<EvidenceParts | Refusal> {
  const { stream, document, basis } = licence;
  const events = await readStream(platform.journal, platform.realm, stream);
  const mayRead = (act: readonly Recorded[]): boolean =>
    caller.kind === 'staff' || act.every(({ type }) => TOLD_TO_HOLDER.includes(type));
  const letters = licence.course.letters.map(({ applied }) => applied);
  const sealed = [...(document === undefined ? [] : [document]), ...letters];
  const documents = sealed.map((one) => pdfOf(one));
  const granting = basis.caseNo === '' ? undefined : await caseParts(platform, caller, { caseNo: basis.caseNo, at });
  // Who supervises says why first; a holder who was no party has the licence without its case.
  if (granting !== undefined && isRefusal(granting) && granting.code === 'reading-needs-reason') return granting;
  const parts = joined([
    { streams: [{ stream, mayRead }], documents },
    ...(granting === undefined || isRefusal(granting) ? [] : [granting]),
    ...(await citedParts(platform, events)),
  ]);
  return withRegistrations(platform, parts);
}

async function citedParts(platform: Platform, events: readonly Recorded[]): Promise<readonly EvidenceParts[]> {
  return Promise.all(mandatesCited(events).map((mandateNo) => mandateParts(platform, mandateNo)));
}

async function sealedParts(platform: Platform, applied: SealApplied): Promise<EvidenceParts> {
  const sealed = await findSealed(platform.journal, platform.realm, applied.sealedHash);
  const streams = sealed === undefined ? [] : [{ stream: sealed.stream, mayRead: () => true }];
  return { streams, documents: [pdfOf(applied)] };
}

function pdfOf({ docNo, sealedHash }: SealApplied): BundledPdf {
  return { name: `${docNo.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.pdf`, sealedHash };
}

/** With the registrations of the passkeys that confirmed; what a part brought along of them is found anew for the whole. */
async function withRegistrations(platform: Platform, { streams, documents }: EvidenceParts): Promise<EvidenceParts> {
  const own = streams.filter(({ stream }) => !stream.startsWith(waysStream('')));
  return { streams: [...own, ...(await registrationsFor(platform, own))], documents };
}

/** Each stream and each document once, in the order in which they come. */
function joined(parts: readonly EvidenceParts[]): EvidenceParts {
  const streams = new Map(parts.flatMap((one) => one.streams.map((stream) => [stream.stream, stream] as const)));
  const documents = new Map(
    parts.flatMap((one) => one.documents.map((document) => [document.name, document] as const)),
  );
  return { streams: [...streams.values()], documents: [...documents.values()] };
}
