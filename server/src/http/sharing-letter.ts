import { z } from 'zod';
import {
  type FoundLetter,
  latestDayOf,
  LetterAgent,
  lettersOf,
  putLetter,
  subjectOfAccount,
  withdrawLetter,
} from '../consent/actions.ts';
import { Claim, LetterProof, Subject } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import { getPinnedVersion } from '../application/application.ts';
import { checkRealName, holderKey } from '../identity/identity.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { openCase, partOf } from './case-access.ts';
import { ClaimNamed, namedIn, organName } from './consent-view.ts';
import { Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const LetterShown = z
  .object({
    letterId: z.string(),
    state: z.enum(['open', 'expired', 'withdrawn']),
    way: z.enum(['account', 'window']),
    principalName: z.string(),
    agentName: z.string(),
    itemId: z.string(),
    itemName: Text,
    organName: Text,
    caseNo: z.string().exactOptional(),
    claims: z.array(ClaimNamed),
    givenAt: z.string(),
    untilOn: z.string(),
    canWithdraw: z.boolean(),
    /** The agent may show papers under it now. */
    canShow: z.boolean(),
  })
  .meta({ id: 'SharingLetter', description: 'A letter under which an agent shows papers of his principal (R15)' });

const Given = z.strictObject({
  /** Whose papers they are; said by the window alone, for anybody else it is the holder of the account. */
  principal: Subject.exactOptional(),
  agent: LetterAgent,
  itemId: z.string().max(20),
  caseNo: z.string().max(80).exactOptional(),
  claims: z.array(Claim).max(100),
  /** The last day on which it is good. */
  untilOn: z.iso.date(),
  /** The paper that a window accepts: its scan, and how it is proven. */
  paper: z.strictObject({ uploadId: z.uuid(), proof: LetterProof }).exactOptional(),
});
type Given = z.infer<typeof Given>;

const LetterParams = z.strictObject({ letterId: z.string().min(1).max(80) });

/** Letters under which agents show papers of their principals. */
export function sharingLetterRoutes(platform: Platform): readonly Route[] {
  return [putRoute(platform), listRoute(platform), withdrawRoute(platform)];
}

function putRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/sharing-letters',
    operationId: 'giveSharingLetter',
    summary: 'Lets one agent show named papers for one item until a day; at the window, accepts a letter of paper',
    access: ['applicant', 'windowClerk'],
    asks: z.strictObject({ body: Given }),
    answer: LetterShown,
    async handle({ body, caller, requestId, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const principal = principalOf(caller, body, at);
      if (isRefusal(principal)) return principal;
      const wrong = await againstCase(platform, caller, { ...body, principal }, at);
      if (wrong !== undefined) return wrong;
      const put = await putLetter(platform, { actor: caller.actor, requestId, at }, { ...body, principal });
      return isRefusal(put) ? put : letterShown(platform, put, keyOf(platform, caller, principal), at);
    },
  });
}

/** Online everybody gives his own; the window takes a paper that says whose it is. */
function principalOf(caller: Caller, { principal, paper }: Given, at: Instant): Subject | Refusal {
  if (caller.kind === 'applicant') {
    if (principal !== undefined || paper !== undefined) return refuse(httpRefusals, 'not-permitted');
    return checkRealName(caller.applicant, at) ?? subjectOfAccount(caller.applicant);
  }
  if (principal === undefined) return refuse(consentRefusals, 'consent-not-yours');
  return paper === undefined ? refuse(consentRefusals, 'signed-paper-missing') : principal;
}

/** A letter for an open case is for a case of the principal, and of that item. */
async function againstCase(
  platform: Platform,
  caller: Caller,
  { caseNo, itemId, principal }: Given & { readonly principal: Subject },
  at: Instant,
): Promise<Refusal | undefined> {
  if (caseNo === undefined) return undefined;
  const opened = await openCase(platform, caller, caseNo, at);
  if (isRefusal(opened)) return opened;
  const { received } = opened;
  const { realm } = platform;
  const isOwn =
    caller.kind === 'applicant'
      ? partOf(caller, received) === 'applicant'
      : holderKey(realm, received.applicant.idNo) === holderKey(realm, principal.idNo);
  return isOwn && received.itemId === itemId ? undefined : refuse(consentRefusals, 'consent-other-case');
}

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/sharing-letters',
    operationId: 'listSharingLetters',
    summary: 'The letters that one gave, and those under which one shows papers of others',
    access: ['applicant'],
    asks: z.strictObject({}),
    answer: z.object({
      given: z.array(LetterShown),
      received: z.array(LetterShown),
      /** The last day that a letter given today may name. */
      latestOn: z.string(),
    }),
    async handle({ caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const found = await lettersOf(platform, caller.key);
      const isGiven = ({ letter }: FoundLetter): boolean => letter.principalKey === caller.key;
      const shown = (one: FoundLetter) => letterShown(platform, one, caller.key, at);
      return {
        given: found.filter(isGiven).map(shown),
        received: found.filter((one) => !isGiven(one)).map(shown),
        latestOn: latestDayOf(platform, at),
      };
    },
  });
}

function withdrawRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/sharing-letters/:letterId/withdrawal',
    operationId: 'withdrawSharingLetter',
    summary: 'Takes a letter back; at the window the clerk names the principal who stands before him',
    access: ['applicant', 'windowClerk'],
    asks: z.strictObject({
      params: LetterParams,
      body: z.strictObject({ principalIdNo: z.string().trim().min(1).max(40).exactOptional() }),
    }),
    answer: z.object({ letterId: z.string() }),
    async handle({ params: { letterId }, body: { principalIdNo }, caller, requestId, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const key = caller.kind === 'applicant' ? caller.key : holderKey(platform.realm, principalIdNo ?? '');
      const done = await withdrawLetter(platform, { actor: caller.actor, requestId, at }, letterId, key);
      return isRefusal(done) ? done : { letterId };
    },
  });
}

function keyOf(platform: Platform, caller: Caller, principal: Subject): string {
  return caller.kind === 'applicant' ? caller.key : holderKey(platform.realm, principal.idNo);
}

function letterShown(
  platform: Platform,
  { letter, parties }: FoundLetter,
  ownKey: string,
  at: Instant,
): z.input<typeof LetterShown> {
  const { letterId, itemId, itemVersion, caseNo, claims, givenAt, untilAt, way, withdrawnAt } = letter;
  const { item } = getPinnedVersion(platform, itemId, itemVersion);
  const state = withdrawnAt !== undefined ? 'withdrawn' : untilAt <= at ? 'expired' : 'open';
  return {
    letterId,
    state,
    way,
    principalName: parties.principal.name,
    agentName: parties.agent.name,
    itemId,
    itemName: { zh: item.name, en: item.nameEn },
    organName: organName(platform, item.dept),
    ...(caseNo === undefined ? {} : { caseNo }),
    claims: claims.map((claim) => namedIn(item, claim)),
    givenAt,
    untilOn: addDays(dateInChina(untilAt), -1),
    canWithdraw: letter.principalKey === ownKey && withdrawnAt === undefined,
    canShow: letter.agentKey === ownKey && state === 'open',
  };
}
