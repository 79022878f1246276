import { z } from 'zod';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { act, ActOnLicence, licenceActToConfirm, licenceByNo } from '../licence/actions.ts';
import type { Platform } from '../platform.ts';
import { licenceStaff, openLicence } from './licence-access.ts';
import { LicenceAnswer, licenceAnswer } from './licence-view.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { confirmingFields, confirmingOf } from './signing-body.ts';

const LicenceParams = z.strictObject({ licenceNo: z.string().min(1).max(160) });
const SignedBody = z.strictObject({ command: ActOnLicence, ...confirmingFields });

/** What an organ does to a licence: signed and confirmed like a decision (R71, R72). */
export function licenceActRoutes(platform: Platform): readonly Route[] {
  return [actRoute(platform), askRoute(platform)];
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
    async handle({ params, body: { command, ...confirming }, caller, requestId, at, address }) {
      const licence = await openLicence(platform, caller, params.licenceNo);
      if (isRefusal(licence)) return licence;
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const given = confirmingOf(confirming, caller, address);
      if (isRefusal(given)) return given;
      const done = await act(platform, { actor: caller.actor, requestId, at }, licence, { command, given });
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
    asks: z.strictObject({ params: LicenceParams, body: z.strictObject({ command: ActOnLicence }) }),
    answer: PasskeyQuestion,
    async handle({ params, body: { command }, caller, requestId, at, address, host }) {
      const licence = await openLicence(platform, caller, params.licenceNo);
      if (isRefusal(licence)) return licence;
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const call = { actor: caller.actor, requestId: `${requestId}/ask`, at };
      const hash = await licenceActToConfirm(platform, call, licence, command);
      return isRefusal(hash) ? hash : askPasskey(platform, { caller, address, host, at }, [hash]);
    },
  });
}
