import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { mandateStream, viewMandate } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import { CaseParams } from './case-act-route.ts';
import { caseReaders } from './case-acts.ts';
import type { Caller } from './caller.ts';
import { bundleOf, headOf, readParts } from './evidence-bundle.ts';
import { caseParts, type EvidenceParts, licenceParts, mandateHead, mandateParts } from './evidence-parts.ts';
import { licenceStaff } from './licence-access.ts';
import { againstHeldLicence, readLicence } from './licence-reading.ts';
import { type AskedBundle, keptBundles } from './kept-bundles.ts';
import { seenMandate } from './mandate-access.ts';
import { httpRefusals } from './refusals.ts';
import { type Attachment, attachmentRoute, type Route } from './route.ts';

export const MandateParams = z.strictObject({ mandateNo: z.string().min(1).max(64) });
const LicenceParams = z.strictObject({ licenceNo: z.string().min(1).max(160) });

/** Evidence bundles 证据包: what was decided, with everything that proves it to somebody who trusts the witnesses alone. */
export function evidenceRoutes(platform: Platform): readonly Route[] {
  const bundles = keptBundles();
  return [caseRoute(platform, bundles), mandateRoute(platform), licenceRoute(platform, bundles)];
}

type Bundles = (asked: AskedBundle) => Promise<Uint8Array | Refusal>;

function caseRoute(platform: Platform, bundles: Bundles): Route {
  return attachmentRoute({
    method: 'GET',
    path: '/cases/:caseNo/evidence',
    operationId: 'getCaseEvidence',
    summary: 'The evidence bundle of a case: its acts in the log, its letters, and the mandates that they rest on',
    access: caseReaders,
    asks: z.strictObject({ params: CaseParams }),
    async handle({ params: { caseNo }, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const parts = await caseParts(platform, caller, { caseNo, at });
      return isRefusal(parts) ? parts : ownBundle(platform, bundles, { name: caseNo, caller, parts, at });
    },
  });
}

function mandateRoute(platform: Platform): Route {
  // Apart from those of parties and staff: whoever asks for what is public takes no place from them.
  const bundles = keptBundles();
  return attachmentRoute({
    method: 'GET',
    path: '/mandates/:mandateNo/evidence',
    operationId: 'getMandateEvidence',
    summary: 'The evidence bundle of a published mandate: its life in the log, and its sealed letters',
    access: 'anybody',
    asks: z.strictObject({ params: MandateParams }),
    async handle({ params: { mandateNo }, caller, at }) {
      const events = await readStream(platform.journal, platform.realm, mandateStream(mandateNo));
      const seen = seenMandate(platform, caller, viewMandate(events));
      if (seen === undefined) return refuse(httpRefusals, 'unknown-mandate', { mandateNo });
      const make = async () => bundleOf(platform, await readParts(platform, await mandateParts(platform, mandateNo)));
      const bytes = await bundles({ head: await mandateHead(platform, mandateNo, events), at, make });
      return isRefusal(bytes) ? bytes : attachment(mandateNo, bytes);
    },
  });
}

function licenceRoute(platform: Platform, bundles: Bundles): Route {
  return attachmentRoute({
    method: 'GET',
    path: '/licences/:licenceNo/evidence',
    operationId: 'getLicenceEvidence',
    summary: 'The evidence bundle of a licence: its acts in the log, its document, the granting case and the mandates',
    access: ['applicant', ...licenceStaff],
    asks: z.strictObject({ params: LicenceParams }),
    async handle({ params: { licenceNo }, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const licence = await readLicence(platform, caller, { licenceNo, at });
      if (isRefusal(licence)) return licence;
      const held = await againstHeldLicence(platform, caller, licence);
      if (held !== undefined) return held;
      const parts = await licenceParts(platform, caller, { licence, at });
      return isRefusal(parts) ? parts : ownBundle(platform, bundles, { name: licenceNo, caller, parts, at });
    },
  });
}

interface OwnBundle {
  readonly name: string;
  readonly caller: Caller;
  readonly parts: EvidenceParts;
  readonly at: Instant;
}

/** What one person may have of a case or licence: made for him alone, one at a time, and kept while nothing of it changes. */
async function ownBundle(
  platform: Platform,
  bundles: Bundles,
  { name, caller, parts, at }: OwnBundle,
): Promise<Attachment | Refusal> {
  const read = await readParts(platform, parts);
  const asker = `${caller.actor.kind}/${caller.actor.id}`;
  const head = `${asker} ${headOf(read)}`;
  const bytes = await bundles({ head, asker, at, make: () => bundleOf(platform, read) });
  return isRefusal(bytes) ? bytes : attachment(name, bytes);
}

function attachment(name: string, bytes: Uint8Array): Attachment {
  return { chunks: onePiece(bytes), size: bytes.length, mediaType: 'application/zip', name: `${name}.zip` };
}

// oxlint-disable-next-line typescript/require-await
async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
