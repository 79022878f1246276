import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { act, ActOnLicence, draftAct, LetteredAct, licenceActToConfirm, licenceByNo } from '../licence/actions.ts';
import type { Platform } from '../platform.ts';
import { ticketOf } from './draft-answer.ts';
import { licenceStaff, openLicence } from './licence-access.ts';
import { LicenceAnswer, licenceAnswer } from './licence-view.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { httpRefusals } from './refusals.ts';
import { pdfRoute, route, type Route } from './route.ts';
import { confirmingFields, confirmingOf } from './signing-body.ts';

const LicenceParams = z.strictObject({ licenceNo: z.string().min(1).max(160) });
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** The act, and the letter that its signer was shown; an act that issues none names none. */
const shownFields = { command: ActOnLicence, documentHash: Hash.exactOptional() } as const;
const SignedBody = z.strictObject({ ...shownFields, ...confirmingFields });

/** What an organ does to a licence: signed and confirmed like a decision (R71, R72). */
export function licenceActRoutes(platform: Platform): readonly Route[] {
  return [actRoute(platform), askRoute(platform), draftRoute(platform), draftPdfRoute(platform)];
}

function actRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/:licenceNo/acts',
    operationId: 'actOnLicence',
    summary: 'Replaces, suspends, reinstates, withdraws, annuls, forfeits or cancels a licence; signed by who acts',
    access: licenceStaff,
    asks: z.strictObject({ params: LicenceParams, body: SignedBody }),
    answer: LicenceAnswer,
    async handle({ params, body: { command, documentHash, ...confirming }, caller, requestId, at, address }) {
      const licence = await openLicence(platform, caller, params.licenceNo);
      if (isRefusal(licence)) return licence;
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const given = confirmingOf(confirming, caller, address);
      if (isRefusal(given)) return given;
      const call = { actor: caller.actor, requestId, at };
      const done = await act(platform, call, licence, { ...shownAct(command, documentHash), given });
      if (isRefusal(done)) return done;
      const now = await licenceByNo(platform, params.licenceNo);
      return licenceAnswer(platform, caller, now ?? licence, at);
    },
  });
}

function askRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/:licenceNo/acts/challenge',
    operationId: 'askToConfirmLicenceAct',
    summary: 'Asks for a passkey’s confirmation of exactly this act on the licence',
    access: licenceStaff,
    isAct: false,
    asks: z.strictObject({ params: LicenceParams, body: z.strictObject(shownFields) }),
    answer: PasskeyQuestion,
    async handle({ params, body: { command, documentHash }, caller, requestId, at, address, host }) {
      const licence = await openLicence(platform, caller, params.licenceNo);
      if (isRefusal(licence)) return licence;
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const call = { actor: caller.actor, requestId: `${requestId}/ask`, at };
      const hash = await licenceActToConfirm(platform, call, licence, shownAct(command, documentHash));
      return isRefusal(hash) ? hash : askPasskey(platform, { caller, address, host, at }, [hash]);
    },
  });
}

function shownAct(command: ActOnLicence, documentHash: string | undefined) {
  return documentHash === undefined ? { command } : { command, documentHash };
}

const LicenceActDraft = z
  .object({ documentHash: Hash, docNo: z.string(), pdfUrl: z.string() })
  .meta({ id: 'LicenceActDraft', description: 'The exact letter that an act on a licence would issue' });

function draftRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/:licenceNo/acts/draft',
    operationId: 'draftLicenceAct',
    summary: 'Shows the letter of an act on a licence before it is signed; changes nothing',
    access: licenceStaff,
    isAct: false,
    asks: z.strictObject({ params: LicenceParams, body: z.strictObject({ command: LetteredAct }) }),
    answer: LicenceActDraft,
    async handle({ params: { licenceNo }, body: { command }, caller, at }) {
      const licence = await openLicence(platform, caller, licenceNo);
      if (isRefusal(licence)) return licence;
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const draft = await draftAct(platform, { actor: caller.actor, at }, licence, command);
      if (isRefusal(draft)) return draft;
      const ticket = ticketOf(caller.token, licenceNo, draft.documentHash);
      const path = `/api/licences/${encodeURIComponent(licenceNo)}/acts/draft/${draft.documentHash}`;
      return { ...draft, pdfUrl: `${path}?ticket=${ticket}` };
    },
  });
}

/** A letter that is not signed is on no record: only the one to whom it was shown, in the same session, may open it. */
function draftPdfRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/licences/:licenceNo/acts/draft/:documentHash',
    operationId: 'getLicenceActDraft',
    summary: 'The drafted letter of an act on a licence as PDF',
    access: licenceStaff,
    asks: z.strictObject({
      params: LicenceParams.extend({ documentHash: Hash }),
      query: z.strictObject({ ticket: z.string().max(100) }),
    }),
    async handle({ params: { licenceNo, documentHash }, query, caller }) {
      const expected = Buffer.from(caller === undefined ? '' : ticketOf(caller.token, licenceNo, documentHash));
      const given = Buffer.from(query.ticket);
      const isGranted = expected.length === given.length && timingSafeEqual(expected, given);
      return isGranted
        ? { bytes: await platform.files.get(documentHash) }
        : refuse(httpRefusals, 'unknown-document', { documentHash });
    },
  });
}
