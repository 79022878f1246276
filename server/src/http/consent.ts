import { z } from 'zod';
import { type AsksCredit, usesInCases } from '../application/actions.ts';
import {
  consentsOver,
  consentsUnder,
  findConsent,
  findLetter,
  give,
  lettersOf,
  withdrawOwn,
} from '../consent/actions.ts';
import { claimKey, GiveConsent } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import { codeLists, type Item, itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { identityRefusals } from '../identity/refusals.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { mandateStream } from '../mandate/mandate.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
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
    summary:
      'Which claims the item needs of the caller, or of the principal whose letter he has: whence, to whom, on which ground',
    access: OWNERS,
    asks: z.strictObject({
      params: z.strictObject({ itemId: z.string().min(1).max(20) }),
      query: z.strictObject({ letterId: z.string().min(1).max(80).exactOptional() }),
    }),
    answer: NeededClaims,
    async handle({ params: { itemId }, query: { letterId }, caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const held = platform.items.get(itemStream(itemId));
      const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
      if (item === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
      const found = letterId === undefined ? undefined : await findLetter(platform, letterId);
      if (letterId !== undefined && (found?.letter.agentKey !== caller.key || found.letter.itemId !== itemId))
        return refuse(consentRefusals, 'letter-unknown');
      // What there is of his principal is no business of an agent before he shows it: he sees what the letter names.
      const there =
        found === undefined ? await thereFor(platform, caller, item, at) : found.letter.claims.map(claimKey);
      const named = found === undefined ? undefined : found.parties.principal.name;
      return neededClaims(platform, { item, sources, there: new Set(there), letterOf: named });
    },
  });
}

/** What his own sources have for the holder of the account. */
export async function thereFor(
  platform: Platform,
  caller: ApplicantCaller,
  item: Item,
  at: Instant,
): Promise<readonly string[]> {
  const asked = { applicant: applicantOf(caller), item, operator: caller.actor.id, purpose: '本人查看', at };
  const query = { ...asked, grounds: { kind: 'self' as const } };
  const [known, papers] = await Promise.all([platform.facts.known(query), platform.facts.available(query)]);
  return [
    ...known.map(({ name }) => claimKey({ kind: 'answer', code: name })),
    ...papers.map((code) => claimKey({ kind: 'material', code })),
  ];
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
        // R15: who is only named as an agent shows nothing of the applicant without a letter on record.
        if (partOf(caller, opened.received) === 'agent' && body.letterId === undefined)
          return refuse(identityRefusals, 'agent-letter-missing', { matter: body.itemId });
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
      const done = await withdrawOwn(platform, { actor: owner.actor, requestId, at }, consentId, owner.key);
      if (isRefusal(done)) return done;
      const view = await findConsent(platform, consentId);
      if (view.state === 'none') return refuse(consentRefusals, 'consent-unknown');
      return consentShown(platform, view, { at, giverId: owner.actor.id, ownKey: owner.key, agents: new Map() });
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
      const [own, inCases, letters] = await Promise.all([
        consentsOver(platform, owner.key),
        usesInCases(platform, owner.key, asksCredit(platform)),
        lettersOf(platform, owner.key),
      ]);
      const agents = new Map(letters.map(({ letter, parties }) => [letter.letterId, parties.agent.name]));
      const acted = letters.map(({ letter }) => letter).filter(({ agentKey }) => agentKey === owner.key);
      // What he agreed to for his principals he can follow; whose papers were used is told to them alone.
      const forOthers = await consentsUnder(platform, acted, owner.actor.id);
      const reader = { at, giverId: owner.actor.id, ownKey: owner.key, agents };
      const uses = [
        ...own.flatMap((view) => readingShown(platform, view, agents)),
        ...inCases.filter((use) => !isReading(own, use)).map((use) => useShown(platform, use, { views: own, agents })),
      ];
      return {
        consents: [...own, ...forOthers].map((view) => consentShown(platform, view, reader)),
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
