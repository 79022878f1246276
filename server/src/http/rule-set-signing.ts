import { z } from 'zod';
import { signRules, SignRuleSet } from '../catalogue/actions.ts';
import { ItemId, itemStream } from '../catalogue/catalogue.ts';
import { type Ceremony, hashToConfirm } from '../confirmation/actions.ts';
import { findOrgan } from '../identity/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { libraryActs } from './library-acts.ts';
import { organOf } from './library-facts.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { LibraryPerformed, libraryPerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { ceremonyOf, confirmingFields } from './signing-body.ts';

const Params = z.strictObject({ itemId: ItemId });

/** The head signs the rules of a version, confirmed like a decision: a rule set decides by itself on this signature (R72, R78). */
export function ruleSetSigningRoutes(platform: Platform): readonly Route[] {
  return [signRoute(platform), askRoute(platform)];
}

function signRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/library/items/:itemId/rule-set-signature',
    operationId: 'signRuleSet',
    summary: 'The head signs the rules of a version, which alone lets a rule set decide',
    access: libraryActs.signRuleSet,
    asks: z.strictObject({ params: Params, body: z.strictObject({ command: SignRuleSet, ...confirmingFields }) }),
    answer: LibraryPerformed,
    async handle({ params: { itemId }, body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const ceremony = ceremonyOf(platform, { caller, address, requestId }, itemStream(itemId), body);
      if (isRefusal(ceremony)) return ceremony;
      const call = callOf(platform, itemId, { actor: caller.actor, requestId, at });
      return libraryPerformed(itemId, await signRules(platform.journal, { ...call, ceremony }, body.command));
    },
  });
}

function askRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/library/items/:itemId/rule-set-signature/challenge',
    operationId: 'askToSignRuleSet',
    summary: 'Asks for a passkey’s confirmation of exactly these rules',
    access: libraryActs.signRuleSet,
    isAct: false,
    asks: z.strictObject({ params: Params, body: z.strictObject({ command: SignRuleSet }) }),
    answer: PasskeyQuestion,
    async handle({ params: { itemId }, body, caller, requestId, at, address, host }) {
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const call = callOf(platform, itemId, { actor: caller.actor, requestId: `${requestId}/ask`, at });
      const tried = (ceremony: Ceremony) => signRules(platform.journal, { ...call, ceremony }, body.command);
      const hash = await hashToConfirm(tried);
      return isRefusal(hash) ? hash : askPasskey(platform, { caller, address, host, at }, [hash]);
    },
  });
}

function callOf<Frame extends object>(platform: Platform, itemId: string, frame: Frame) {
  const head = findOrgan(platform.identity, organOf(platform, itemId))?.headPersonId ?? null;
  return { realm: platform.realm, itemId, head, ...frame };
}
