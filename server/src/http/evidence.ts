import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { mandateStream, viewMandate } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { mayReadActs } from './acts-told.ts';
import { readCase } from './case-reading.ts';
import { CaseParams } from './case-act-route.ts';
import { caseReaders } from './case-acts.ts';
import { type BundledPdf, type BundledStream, bundleOf, mandatesCited } from './evidence-bundle.ts';
import { lettersFor } from './letters-shown.ts';
import { publicEvents, seenMandate } from './mandate-access.ts';
import { httpRefusals } from './refusals.ts';
import { type Attachment, attachmentRoute, type Route } from './route.ts';

export const MandateParams = z.strictObject({ mandateNo: z.string().min(1).max(64) });

/** Evidence bundles 证据包: what was decided, with everything that proves it to somebody who trusts the witnesses alone. */
export function evidenceRoutes(platform: Platform): readonly Route[] {
  return [
    attachmentRoute({
      method: 'GET',
      path: '/cases/:caseNo/evidence',
      operationId: 'getCaseEvidence',
      summary: 'The evidence bundle of a case: its acts in the log, its letters, and the mandates that they rest on',
      access: caseReaders,
      asks: z.strictObject({ params: CaseParams }),
      async handle({ params: { caseNo }, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const opened = await readCase(platform, caller, { caseNo, what: 'evidence', at });
        if (isRefusal(opened)) return opened;
        const { events } = opened;
        const own = { stream: `case/${caseNo}`, mayRead: mayReadActs(platform, caller, opened) };
        const mandates = await Promise.all(mandatesCited(events).map((no) => publicMandate(platform, no)));
        return attach(
          `${caseNo}.zip`,
          await bundleOf(platform, [own, ...mandates], await lettersOf(platform, caller, events)),
        );
      },
    }),
    attachmentRoute({
      method: 'GET',
      path: '/mandates/:mandateNo/evidence',
      operationId: 'getMandateEvidence',
      summary: 'The evidence bundle of a published mandate: its life in the log',
      access: 'anybody',
      asks: z.strictObject({ params: MandateParams }),
      async handle({ params: { mandateNo }, caller }) {
        const events = await readStream(platform.journal, platform.realm, mandateStream(mandateNo));
        const seen = seenMandate(platform, caller, viewMandate(events));
        if (seen === undefined) return refuse(httpRefusals, 'unknown-mandate', { mandateNo });
        return attach(`${mandateNo}.zip`, await bundleOf(platform, [await publicMandate(platform, mandateNo)], []));
      },
    }),
  ];
}

function attach(name: string, bytes: Uint8Array | undefined): Attachment | Refusal {
  if (bytes === undefined) return refuse(httpRefusals, 'evidence-waits');
  return { chunks: onePiece(bytes), size: bytes.length, mediaType: 'application/zip', name };
}

// oxlint-disable-next-line typescript/require-await
async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Of its mandate everybody reads what was made public (R106); of the rest the bundle holds commitments only. */
export async function publicMandate(platform: Platform, mandateNo: string): Promise<BundledStream> {
  const stream = mandateStream(mandateNo);
  const events = await readStream(platform.journal, platform.realm, stream);
  const told = publicEvents(events);
  const shown = new Set(told.map(({ seq }) => seq));
  // That a next version is being prepared is nobody else’s business: the bundle ends with the act that was last made public.
  const last = told.at(-1)?.requestId;
  const untilSeq = events.findLast(({ requestId }) => requestId === last)?.seq ?? 0;
  return { stream, mayRead: (act) => act.every(({ seq }) => shown.has(seq)), untilSeq };
}

async function lettersOf(
  platform: Platform,
  caller: Caller,
  events: readonly Recorded[],
): Promise<readonly BundledPdf[]> {
  return Promise.all(
    lettersFor(platform, caller, events).map(async ({ docNo, sealedHash }) => ({
      name: `${docNo.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.pdf`,
      bytes: await platform.files.get(sealedHash),
    })),
  );
}
