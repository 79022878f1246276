import type { ItemVersion } from '../catalogue/catalogue.ts';
import type { Step } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { HandedFile } from '../material/material.ts';
import { type Claim, claimKey } from './claims.ts';
import type { ConsentPolicy } from './policy.ts';
import { type ConsentRefusalCode, consentRefusals } from './refusals.ts';
import { checkClaims, checkLetter, letterFence, type LetterUse, type SharingLetter } from './sharing-letter.ts';
import { type ConsentView, type ConsentWay, type GivenConsent, viewConsent } from './view.ts';

type Checked = Refusal | undefined;

/** What somebody agrees to, in whichever way. */
export interface AgreeTo {
  readonly way: ConsentWay;
  readonly itemId: string;
  readonly caseNo?: string | undefined;
  readonly claims: readonly Claim[];
  /** The letter under which an agent agrees for his principal. */
  readonly letterId?: string | undefined;
  /** The matter 一件事 of which the item is one. */
  readonly matterNo?: string | undefined;
}

export interface GivingFacts {
  readonly version: ItemVersion;
  readonly subjectKey: string;
  readonly policy: ConsentPolicy;
  /** For an agent: the letter as it stands now, and who he is. */
  readonly letter?: SharingLetter | undefined;
  readonly agentKey?: string | undefined;
  /** The signed form, for a consent on paper. */
  readonly document?: HandedFile | undefined;
}

/** The holder agrees, or his agent under a letter on record (个保法14, R15): named claims of the item's list, one purpose, a short time. */
export const giveConsent: Step<AgreeTo, ConsentView, GivingFacts> = {
  name: 'giveConsent',
  view: viewConsent,
  decide(view, command, { version, subjectKey, policy, letter, agentKey, document }, { at }) {
    if (view.state !== 'none') throw new Error('a consent is given once; its stream was drawn');
    const { way, claims, caseNo, itemId, letterId, matterNo } = command;
    const foreign = checkClaims(version, claims);
    if (foreign !== undefined) return foreign;
    const use = { principalKey: subjectKey, agentKey, itemId, caseNo, claims, at };
    const refusal = letterId === undefined ? undefined : checkLetter(letter, use);
    if (refusal !== undefined) return refusal;
    if (way === 'paper' && document === undefined) return refuse(consentRefusals, 'signed-paper-missing');
    const data = {
      subjectKey,
      way,
      organ: version.item.dept,
      itemId,
      itemVersion: version.version,
      ...(caseNo === undefined ? {} : { caseNo }),
      ...(letterId === undefined ? {} : { letterId }),
      ...(matterNo === undefined ? {} : { matterNo }),
      ...(document === undefined ? {} : { documentHash: document.hash }),
      claims: [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()],
      purpose: `办理“${version.item.name}”`,
      expiresAt: later(at, lifeOf(way, policy)),
    };
    const fences = letter === undefined ? [] : [letterFence(letter)];
    return { events: [{ type: 'ConsentGiven', data }], fences };
  },
};

/** Milliseconds in which a consent must be used. */
function lifeOf(way: ConsentWay, policy: ConsentPolicy): number {
  switch (way) {
    case 'code':
    case 'paper':
      return policy.codeMinutes * MINUTE_MS;
    case 'online':
      return policy.onlineMinutes * MINUTE_MS;
    case 'matter':
      return policy.matterDays * 24 * 60 * MINUTE_MS;
    default:
      return way satisfies never;
  }
}

/** Where and for what a code is read. */
export interface Reading {
  readonly itemId: string;
  readonly caseNo?: string | undefined;
  /** The organ that decides the item now. */
  readonly organ: string;
  /** The organ or centre of the window, and whether it receives for all. */
  readonly place: string;
  readonly isCentre: boolean;
  /** Whose case it is, where one is open. */
  readonly applicantKey?: string | undefined;
}

/** Whether a consent may be read here now; the same question before its claims are fetched and when they are handed out. */
export function checkReading(view: ConsentView, reading: Reading, at: Instant, letter?: SharingLetter): Checked {
  const open = openConsent(view, at);
  if ('code' in open) return open;
  if (open.way !== 'code' && open.way !== 'paper') return refuse(consentRefusals, 'consent-not-yours');
  if (open.itemId !== reading.itemId)
    return refuse(consentRefusals, 'consent-other-item', { shownFor: open.itemId, readFor: reading.itemId });
  const isHere = open.organ === reading.organ && (reading.isCentre || reading.place === open.organ);
  if (!isHere) return refuse(consentRefusals, 'consent-other-organ', { organ: open.organ });
  if (open.caseNo !== undefined && open.caseNo !== reading.caseNo) return refuse(consentRefusals, 'consent-other-case');
  if (reading.applicantKey !== undefined && reading.applicantKey !== open.subjectKey)
    return refuse(consentRefusals, 'consent-other-holder');
  return checkOwnLetter(open, letter, { itemId: reading.itemId, caseNo: reading.caseNo, at });
}

/** R15: what an agent agreed to is worth what his letter is worth at this act. */
function checkOwnLetter(
  { letterId, subjectKey, claims }: GivenConsent,
  letter: SharingLetter | undefined,
  use: Pick<LetterUse, 'itemId' | 'caseNo' | 'at'>,
): Checked {
  if (letterId === undefined) return undefined;
  return checkLetter(letter, { ...use, principalKey: subjectKey, agentKey: letter?.agentKey, claims });
}

/** What is handed out by one reading: names of claims, and what R46 found of each licence. */
export interface HandedOut {
  readonly claims: readonly Claim[];
  readonly papers: readonly {
    readonly code: string;
    readonly source: string;
    /** `usable`, or the code with which it was refused. */
    readonly result: string;
    readonly receipt: string;
  }[];
}

export interface ReadingFacts {
  readonly reading: Reading;
  /** Empty where the reading is refused anyway: nothing was asked then. */
  readonly handed: HandedOut;
  /** The letter under which an agent agreed, as it stands now. */
  readonly letter?: SharingLetter | undefined;
}

/** A window reads the code: it gets the claims once, and everybody who comes after is told so. */
export const redeemConsent: Step<undefined, ConsentView, ReadingFacts> = {
  name: 'redeemConsent',
  view: viewConsent,
  decide(view, _command, { reading, handed, letter }, { at }) {
    const refusal = checkReading(view, reading, at, letter);
    if (refusal !== undefined) return refusal;
    const { place, itemId, caseNo } = reading;
    const data = { place, itemId, ...(caseNo === undefined ? {} : { caseNo }), ...handed };
    return { events: [{ type: 'ConsentRedeemed', data }], fences: letter === undefined ? [] : [letterFence(letter)] };
  },
};

/** The application that rests on a consent. */
export interface UseConsent {
  readonly caseNo: string;
  readonly itemId: string;
  /** Whose consent it may be: the applicant's, and in a matter that of whoever founded him (民法典61). */
  readonly subjectKeys: readonly string[];
  /** Who acts for the applicant in this application. */
  readonly agentKey?: string | undefined;
  readonly matterNo?: string | undefined;
}

export interface UseFacts {
  readonly policy: ConsentPolicy;
  readonly letter?: SharingLetter | undefined;
}

/** Whether this application may rest on the consent: its giver's own online, or that of the clerk who read the code. */
export function checkUse(
  view: ConsentView,
  use: UseConsent,
  { actorId, at }: { readonly actorId: string; readonly at: Instant },
  { policy, letter }: UseFacts,
): Checked {
  const barred = checkUser(view, use, { actorId, at }, policy);
  if (barred !== undefined) return barred;
  if (view.state === 'none') return refuse(consentRefusals, 'consent-unknown');
  const { given } = view;
  const { itemId, subjectKeys, agentKey, caseNo } = use;
  if (given.itemId !== itemId)
    return refuse(consentRefusals, 'consent-other-item', { shownFor: given.itemId, readFor: itemId });
  if (!subjectKeys.includes(given.subjectKey)) return refuse(consentRefusals, 'consent-other-holder');
  if (given.letterId === undefined) return undefined;
  const { subjectKey: principalKey, claims } = given;
  return checkLetter(letter, { principalKey, agentKey, itemId, caseNo, claims, at });
}

function checkUser(
  view: ConsentView,
  { matterNo }: UseConsent,
  { actorId, at }: { readonly actorId: string; readonly at: Instant },
  policy: ConsentPolicy,
): Checked {
  if (view.state === 'redeemed') {
    const { redeemed } = view;
    if (redeemed.caseNo !== undefined) return refuse(consentRefusals, 'consent-used');
    if (redeemed.by !== actorId) return refuse(consentRefusals, 'consent-not-yours');
    const isLate = at >= later(redeemed.at, policy.caseHours * 60 * MINUTE_MS);
    return isLate ? refuse(consentRefusals, 'consent-expired') : undefined;
  }
  const open = openConsent(view, at);
  if ('code' in open) return open;
  const isOwn =
    open.way === 'matter'
      ? open.matterNo !== undefined && open.matterNo === matterNo
      : open.way === 'online' && open.giverId === actorId;
  return isOwn ? undefined : refuse(consentRefusals, 'consent-not-yours');
}

/** The case takes the consent up, in the commit of its receipt: after that nothing else rests on it. */
export const useConsent: Step<UseConsent, ConsentView, UseFacts> = {
  name: 'useConsent',
  view: viewConsent,
  decide(view, command, facts, { at, actor }) {
    const refusal = checkUse(view, command, { actorId: actor.id, at }, facts);
    if (refusal !== undefined) return refusal;
    const fences = facts.letter === undefined ? [] : [letterFence(facts.letter)];
    return { events: [{ type: 'ConsentUsed', data: { caseNo: command.caseNo } }], fences };
  },
};

/** The giver takes back what nobody has used yet, and the holder what his agent agreed to (个保法15). */
export const withdrawConsent: Step<
  undefined,
  ConsentView,
  { readonly ownKey: string | undefined },
  ConsentRefusalCode
> = {
  name: 'withdrawConsent',
  view: viewConsent,
  decide(view, _command, { ownKey }, { at, actor }) {
    const isOwn = view.state !== 'none' && (view.given.giverId === actor.id || view.given.subjectKey === ownKey);
    if (!isOwn) return refuse(consentRefusals, 'consent-unknown');
    const open = openConsent(view, at);
    return 'code' in open ? open : { events: [{ type: 'ConsentWithdrawn', data: {} }] };
  },
};

/** The consent while it is open: given, neither used nor withdrawn, and within its time. */
function openConsent(view: ConsentView, at: Instant): GivenConsent | Refusal<ConsentRefusalCode> {
  switch (view.state) {
    case 'none':
      return refuse(consentRefusals, 'consent-unknown');
    case 'withdrawn':
      return refuse(consentRefusals, 'consent-withdrawn', { withdrawnAt: view.withdrawnAt });
    case 'redeemed':
      return refuse(consentRefusals, 'consent-used', { usedAt: view.redeemed.at });
    case 'used':
      return refuse(consentRefusals, 'consent-used', { usedAt: view.used.at });
    case 'given':
      return at < view.given.expiresAt
        ? view.given
        : refuse(consentRefusals, 'consent-expired', { expiresAt: view.given.expiresAt });
    default:
      return view satisfies never;
  }
}

const MINUTE_MS = 60_000;

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
