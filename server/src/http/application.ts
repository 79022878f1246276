import { z } from 'zod';
import { AcceptanceOutcome } from '../acceptance/acceptance.ts';
import { supplyCorrections, supplyDeferred } from '../acceptance/actions.ts';
import { correctOwnStatement, enterMisconduct, withdraw } from '../application/actions.ts';
import { Application, Misconduct, Supply, Withdrawal } from '../application/application.ts';
import { apply, applyAtWindow } from '../decision/actions.ts';
import { type Applicant, checkRealName, normalIdNo } from '../identity/identity.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { partOf } from './case-access.ts';
import { caseActRoute } from './case-act-route.ts';
import { draftDone } from './draft.ts';
import { CasePerformed, casePerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

/** Which matter an application belongs to is for the platform to say. */
const Received = Application.omit({ matter: true }).extend({ outcome: AcceptanceOutcome.exactOptional() });

/** Applying, and what the applicant does with his own case. */
export function applicationRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/cases',
      operationId: 'receiveCase',
      summary: 'Applies; at the window also with one of the five outcomes in the same moment',
      access: ['applicant', 'windowClerk'],
      asks: z.strictObject({ body: Received }),
      answer: CasePerformed,
      async handle({ body: { outcome, ...application }, caller, requestId, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const refusal = checkApplicant(caller, application, outcome, at);
        if (refusal !== undefined) return refusal;
        const call = { actor: caller.actor, requestId, at };
        const done = await (outcome === undefined
          ? apply(platform, call, application)
          : applyAtWindow(platform, call, application, outcome));
        if (!isRefusal(done)) await draftDone(platform, caller, application.itemId);
        return casePerformed(done);
      },
    }),
    caseActRoute(platform, {
      path: 'corrections',
      act: 'supplyCorrections',
      summary: 'Answers the one-time notice',
      agentPower: 'correct',
      body: Supply,
      perform: (call, caseNo, supply) => supplyCorrections(platform, call, caseNo, supply),
    }),
    caseActRoute(platform, {
      path: 'deferred-materials',
      act: 'supplyDeferred',
      summary: 'Brings what was tolerated to follow',
      agentPower: 'correct',
      body: Supply,
      perform: (call, caseNo, supply) => supplyDeferred(platform, call, caseNo, supply),
    }),
    caseActRoute(platform, {
      path: 'statements',
      act: 'correctStatement',
      summary: 'Corrects a statement of one’s own',
      agentPower: 'correct',
      body: Supply,
      perform: (call, caseNo, supply) => correctOwnStatement(platform, call, caseNo, supply),
    }),
    caseActRoute(platform, {
      path: 'withdrawal',
      act: 'withdrawApplication',
      summary: 'Withdraws the application',
      agentPower: 'withdraw',
      body: Withdrawal,
      perform: (call, caseNo, withdrawal) => withdraw(platform, call, caseNo, withdrawal),
    }),
    misconductRoute(platform),
  ];
}

/** R35: entered by the head of the organ, for all windows of the district. */
function misconductRoute(platform: Platform): Route {
  return caseActRoute(platform, {
    path: 'misconduct',
    act: 'recordMisconduct',
    summary: 'Enters what a decision found about the applicant, which bars applying again',
    body: Misconduct,
    perform: (call, caseNo, misconduct) => enterMisconduct(platform, call, caseNo, misconduct),
  });
}

/** R15: online one applies in one’s own verified name, or as the agent whom the letter names. */
export function checkApplicant(
  caller: Caller,
  application: Pick<Application, 'applicant' | 'agent'>,
  outcome: AcceptanceOutcome | undefined,
  at: Instant,
): Refusal | undefined {
  if (caller.kind === 'staff') return undefined;
  if (outcome !== undefined) return refuse(httpRefusals, 'not-permitted');
  const part = partOf(caller, application);
  if (part === undefined) return refuse(httpRefusals, 'not-yourself');
  return checkNames(caller.applicant, application, part) ?? checkRealName(caller.applicant, at);
}

/**
 * R15, R44: the letter goes to the name that was verified, and recusal is matched against the organisation's real legal
 * representative: neither is the account holder's to choose.
 */
function checkNames(
  holder: Applicant,
  { applicant, agent }: Pick<Application, 'applicant' | 'agent'>,
  part: 'applicant' | 'agent',
) {
  const given = part === 'applicant' ? applicant.name : agent?.name;
  if (given !== holder.name) return refuse(httpRefusals, 'not-yourself', { field: `${part}.name` });
  if (part === 'agent' || holder.kind === 'naturalPerson') return undefined;
  const represented = applicant.legalRepresentative?.idNo ?? '';
  return normalIdNo(represented) === normalIdNo(holder.legalRepresentative.idNo)
    ? undefined
    : refuse(httpRefusals, 'not-yourself', { field: 'applicant.legalRepresentative' });
}
