import { z } from 'zod';
import type { Call } from '../application/application.ts';
import type { AgentPower } from '../identity/identity.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { checkParty, openCase } from './case-access.ts';
import { type CaseAct, caseActs } from './case-acts.ts';
import { CasePerformed, casePerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

export const CaseParams = z.strictObject({ caseNo: z.string().min(1).max(80) });

/** Who does the act, and from where. */
interface ActKnock {
  readonly caller: Caller;
  readonly address: string;
}

/** An act on an existing case: the case must concern the caller, everything else the act itself decides. */
export function caseActRoute<Body>(
  platform: Platform,
  of: {
    readonly path: string;
    readonly act: CaseAct;
    readonly summary: string;
    readonly body: z.ZodType<Body>;
    /** For acts of a party: what the letter of an agent must allow. */
    readonly agentPower?: AgentPower;
    readonly perform: (call: Call, caseNo: string, body: Body, knock: ActKnock) => Promise<Performed | Refusal>;
  },
): Route {
  return route({
    method: 'POST',
    path: `/cases/:caseNo/${of.path}`,
    operationId: of.act,
    summary: of.summary,
    access: caseActs[of.act],
    asks: z.strictObject({ params: CaseParams, body: of.body }),
    answer: CasePerformed,
    async handle({ params, body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const opened = await openCase(platform, caller, params.caseNo, at);
      if (isRefusal(opened)) return opened;
      const refusal = of.agentPower === undefined ? undefined : checkParty(caller, opened, of.agentPower, at);
      if (refusal !== undefined) return refusal;
      const call = { actor: caller.actor, requestId, at };
      return casePerformed(await of.perform(call, params.caseNo, body, { caller, address }));
    },
  });
}
