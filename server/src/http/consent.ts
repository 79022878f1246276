import { z } from 'zod';
import { type AsksCredit, usesInCases } from '../application/actions.ts';
import { give, consentsOver, findConsent, withdrawOwn } from '../consent/actions.ts';
import { claimKey, GiveConsent } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import { itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { mandateStream } from '../mandate/mandate.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import type { ApplicantCaller, Caller } from './caller.ts';
import { openCase, partOf } from './case-access.ts';
import {
  consentShown,
  ConsentShown,
  isReading,
  neededClaims,
  NeededClaims,
  readingShown,
  useShown,
  UseShown,
} from './consent-view.ts';
import { applicantOf } from './draft.ts';
import { codeLists } from '../catalogue/catalogue.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const OWNERS = ['applicant'] as const;

/** What a holder agrees to show, and who used his papers. */
export function consentRoutes(platform: Platform): readonly Route[] {
  return [neededRoute(platform), giveRoute(platform), withdrawRoute(platform), usesRoute(platform)];
}

function neededRoute(platform: Platform): Route {
  const { sources } = codeLists;
  return route({
    method: 'GET',
    path: '/items/:itemId/claims',
    operationId: 'getNeededClaims',
    summary: 'Which of the caller’s claims the item needs, from which sources, to whom they go and on which ground',
    access: OWNERS,
    asks: z.strictObject({ params: z.strictObject({ itemId: z.string().min(1).max(20) }) }),
    answer: NeededClaims,
    async handle({ params: { itemId }, caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const held = platform.items.get(itemStream(itemId));
      const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
      if (item === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
      const self = { kind: 'self' as const };
      const asked = { applicant: applicantOf(caller), item, operator: caller.actor.id, purpose: '本人查看', at };
      const query = { ...asked, grounds: self };
      const [known, papers] = await Promise.all([platform.facts.known(query), platform.facts.available(query)]);
      const there = new Set([
        ...known.map(({ name }) => claimKey({ kind: 'answer', code: name })),
        ...papers.map((code) => claimKey({ kind: 'material', code })),
      ]);
      return neededClaims(platform, { item, sources, there });
    },
  });
}

const Given = z
  .object({
    consentId: z.string(),
    expiresAt: z.string(),
    /** How long it is good for from now; a phone whose clock is wrong counts right all the same. */
    secondsLeft: z.int(),
    /** Eight digits, for a code: shown now and told by nobody again. */
    code: z.string().exactOptional(),
  })
  .meta({ id: 'GivenConsent' });

function giveRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/consents',
    operationId: 'giveConsent',
    summary:
      'Agrees to show named claims for one item, once: with a code for a window, or with the application that follows',
    access: OWNERS,
    asks: z.strictObject({ body: GiveConsent }),
    answer: Given,
    async handle({ body, caller, requestId, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      if (body.caseNo !== undefined) {
        const opened = await openCase(platform, caller, body.caseNo, at);
        if (isRefusal(opened)) return opened;
        if (opened.received.itemId !== body.itemId || partOf(caller, opened.received) === undefined)
          return refuse(consentRefusals, 'consent-other-case');
      }
      const given = await give(platform, { actor: caller.actor, requestId, at }, body);
      if (isRefusal(given)) return given;
      const left = Math.max(0, Math.floor((Date.parse(given.expiresAt) - Date.parse(at)) / 1000));
      return { ...given, secondsLeft: left };
    },
  });
}

function withdrawRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/consents/:consentId/withdrawal',
    operationId: 'withdrawConsent',
    summary: 'Takes back a consent that nobody has used yet',
    access: OWNERS,
    asks: z.strictObject({ params: z.strictObject({ consentId: z.string().min(1).max(80) }) }),
    answer: ConsentShown,
    async handle({ params: { consentId }, caller, requestId, at }) {
      const owner = holderOf(caller);
      if (isRefusal(owner)) return owner;
      const done = await withdrawOwn(platform, { actor: owner.actor, requestId, at }, consentId);
      if (isRefusal(done)) return done;
      const view = await findConsent(platform, consentId);
      if (view.state === 'none') return refuse(consentRefusals, 'consent-unknown');
      return consentShown(platform, view, at, owner.actor.id);
    },
  });
}

function usesRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/consents',
    operationId: 'listConsentsAndUses',
    summary: 'Who used my papers: the caller’s consents and every use of his claims, the newest first',
    access: OWNERS,
    asks: z.strictObject({}),
    answer: z.object({ consents: z.array(ConsentShown), uses: z.array(UseShown) }),
    async handle({ caller, at }) {
      const owner = holderOf(caller);
      if (isRefusal(owner)) return owner;
      const [consents, inCases] = await Promise.all([
        consentsOver(platform, owner.key),
        usesInCases(platform, owner.key, asksCredit(platform)),
      ]);
      const uses = [
        ...consents.flatMap((view) => readingShown(platform, view)),
        ...inCases.filter((use) => !isReading(consents, use)).map((use) => useShown(platform, use)),
      ];
      return {
        consents: consents.map((view) => consentShown(platform, view, at, owner.actor.id)),
        uses: uses.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
      };
    },
  });
}

/** Whether an act under this letter has asked for the applicant's credit (R71). */
function asksCredit({ mandateBook }: Platform): AsksCredit {
  return ({ mandateNo, version }) => {
    const letters = mandateBook.register.get(mandateStream(mandateNo))?.view.versions.map(({ letter }) => letter) ?? [];
    return letters.some((letter) => letter.version === version && letter.exclusions.creditRestricted);
  };
}

function holderOf(caller: Caller | undefined): ApplicantCaller | Refusal {
  return caller?.kind === 'applicant' ? caller : refuse(httpRefusals, 'not-signed-in');
}
