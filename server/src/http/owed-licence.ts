import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { IssueLater, laterToConfirm, makeOutLater } from '../licence/actions.ts';
import { viewLicence } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import type { Role } from './caller.ts';
import { openCase } from './case-access.ts';
import { CaseParams } from './case-act-route.ts';
import { LicenceAnswer, licenceAnswer } from './licence-view.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { confirmingFields, confirmingOf } from './signing-body.ts';

const makers = ['postedOfficer', 'chiefRepresentative', 'departmentHead'] as const satisfies readonly Role[];

/** Makes out, later, what a decision granted and its mandate did not let be made out (R81). */
export function owedLicenceRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/cases/:caseNo/licence',
      operationId: 'issueOwedLicence',
      summary: 'Makes out the licence of a granted case whose mandate lacked that power; signed by who has it',
      access: makers,
      asks: z.strictObject({ params: CaseParams, body: z.strictObject({ command: IssueLater, ...confirmingFields }) }),
      answer: LicenceAnswer,
      async handle({ params: { caseNo }, body: { command, ...confirming }, caller, requestId, at, address }) {
        const opened = await openCase(platform, caller, caseNo, at);
        if (isRefusal(opened)) return opened;
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const given = confirmingOf(confirming, caller, address);
        if (isRefusal(given)) return given;
        const done = await makeOutLater(platform, { actor: caller.actor, requestId, at }, caseNo, { command, given });
        if (isRefusal(done)) return done;
        const licence = viewLicence(await readStream(platform.journal, platform.realm, done.stream));
        if (licence === undefined) throw new Error('what was made out is not there');
        return licenceAnswer(platform, caller, licence, at);
      },
    }),
    route({
      method: 'POST',
      path: '/cases/:caseNo/licence/challenge',
      operationId: 'askToConfirmOwedLicence',
      summary: 'Asks for a passkey’s confirmation of exactly this making out',
      access: makers,
      isAct: false,
      asks: z.strictObject({ params: CaseParams, body: z.strictObject({ command: IssueLater }) }),
      answer: PasskeyQuestion,
      async handle({ params: { caseNo }, body: { command }, caller, requestId, at, address, host }) {
        const opened = await openCase(platform, caller, caseNo, at);
        if (isRefusal(opened)) return opened;
        if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
        const call = { actor: caller.actor, requestId: `${requestId}/ask`, at };
        const hash = await laterToConfirm(platform, call, caseNo, command);
        return isRefusal(hash) ? hash : askPasskey(platform, { caller, address, host, at }, [hash]);
      },
    }),
  ];
}
