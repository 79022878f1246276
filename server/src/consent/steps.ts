import type { ItemVersion } from '../catalogue/catalogue.ts';
import type { Step } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type Claim, claimKey, claimsOf, isShown } from './claims.ts';
import type { GiveConsent } from './consent.ts';
import type { ConsentPolicy } from './policy.ts';
import { type ConsentRefusalCode, consentRefusals } from './refusals.ts';
import { type ConsentView, type GivenConsent, viewConsent } from './view.ts';

type Checked = Refusal<ConsentRefusalCode> | undefined;

export interface GivingFacts {
  readonly version: ItemVersion;
  readonly subjectKey: string;
  readonly policy: ConsentPolicy;
}

/** The holder agrees (个保法14): named claims of the item's list, one purpose, a short time. */
export const giveConsent: Step<GiveConsent, ConsentView, GivingFacts, ConsentRefusalCode> = {
  name: 'giveConsent',
  view: viewConsent,
  decide(view, command, { version, subjectKey, policy }, { at }) {
    if (view.state !== 'none') throw new Error('a consent is given once; its stream was drawn');
    const { way, claims, caseNo, itemId } = command;
    if (claims.length === 0) return refuse(consentRefusals, 'consent-empty');
    const shown = new Set(claimsOf(version.item).filter(isShown).map(claimKey));
    const foreign = claims.filter((claim) => !shown.has(claimKey(claim))).map(({ code }) => code);
    if (foreign.length > 0) return refuse(consentRefusals, 'consent-claim-not-needed', { itemId, claims: foreign });
    const minutes = way === 'code' ? policy.codeMinutes : policy.onlineMinutes;
    const data = {
      subjectKey,
      way,
      organ: version.item.dept,
      itemId,
      itemVersion: version.version,
      ...(caseNo === undefined ? {} : { caseNo }),
      claims: [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()],
      purpose: `办理“${version.item.name}”`,
      expiresAt: later(at, minutes * MINUTE_MS),
    };
    return { events: [{ type: 'ConsentGiven', data }] };
  },
};

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
export function checkReading(view: ConsentView, reading: Reading, at: Instant): Checked {
  const open = openConsent(view, at);
  if ('code' in open) return open;
  if (open.way !== 'code') return refuse(consentRefusals, 'consent-not-yours');
  if (open.itemId !== reading.itemId)
    return refuse(consentRefusals, 'consent-other-item', { shownFor: open.itemId, readFor: reading.itemId });
  const isHere = open.organ === reading.organ && (reading.isCentre || reading.place === open.organ);
  if (!isHere) return refuse(consentRefusals, 'consent-other-organ', { organ: open.organ });
  if (open.caseNo !== undefined && open.caseNo !== reading.caseNo) return refuse(consentRefusals, 'consent-other-case');
  if (reading.applicantKey !== undefined && reading.applicantKey !== open.subjectKey)
    return refuse(consentRefusals, 'consent-other-holder');
  return undefined;
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
}

/** A window reads the code: it gets the claims once, and everybody who comes after is told so. */
export const redeemConsent: Step<undefined, ConsentView, ReadingFacts, ConsentRefusalCode> = {
  name: 'redeemConsent',
  view: viewConsent,
  decide(view, _command, { reading, handed }, { at }) {
    const refusal = checkReading(view, reading, at);
    if (refusal !== undefined) return refusal;
    const { place, itemId, caseNo } = reading;
    const data = { place, itemId, ...(caseNo === undefined ? {} : { caseNo }), ...handed };
    return { events: [{ type: 'ConsentRedeemed', data }] };
  },
};

/** The application that rests on a consent. */
export interface UseConsent {
  readonly caseNo: string;
  readonly itemId: string;
  readonly subjectKey: string;
}

/** Whether this application may rest on the consent: its giver's own online, or that of the clerk who read the code. */
export function checkUse(
  view: ConsentView,
  { itemId, subjectKey }: Omit<UseConsent, 'caseNo'>,
  { actorId, at }: { readonly actorId: string; readonly at: Instant },
  policy: ConsentPolicy,
): Checked {
  if (view.state === 'redeemed') {
    const { redeemed } = view;
    if (redeemed.caseNo !== undefined) return refuse(consentRefusals, 'consent-used');
    if (redeemed.by !== actorId) return refuse(consentRefusals, 'consent-not-yours');
    if (at >= later(redeemed.at, policy.caseHours * 60 * MINUTE_MS)) return refuse(consentRefusals, 'consent-expired');
  } else {
    const open = openConsent(view, at);
    if ('code' in open) return open;
    if (open.way !== 'online' || open.giverId !== actorId) return refuse(consentRefusals, 'consent-not-yours');
  }
  if (view.state === 'none') return refuse(consentRefusals, 'consent-unknown');
  const { given } = view;
  if (given.itemId !== itemId)
    return refuse(consentRefusals, 'consent-other-item', { shownFor: given.itemId, readFor: itemId });
  return given.subjectKey === subjectKey ? undefined : refuse(consentRefusals, 'consent-other-holder');
}

/** The case takes the consent up, in the commit of its receipt: after that nothing else rests on it. */
export const useConsent: Step<UseConsent, ConsentView, ConsentPolicy, ConsentRefusalCode> = {
  name: 'useConsent',
  view: viewConsent,
  decide(view, command, policy, { at, actor }) {
    const refusal = checkUse(view, command, { actorId: actor.id, at }, policy);
    if (refusal !== undefined) return refusal;
    return { events: [{ type: 'ConsentUsed', data: { caseNo: command.caseNo } }] };
  },
};

/** The giver takes back what nobody has used yet (个保法15). */
export const withdrawConsent: Step<undefined, ConsentView, undefined, ConsentRefusalCode> = {
  name: 'withdrawConsent',
  view: viewConsent,
  decide(view, _command, _facts, { at, actor }) {
    if (view.state !== 'none' && view.given.giverId !== actor.id) return refuse(consentRefusals, 'consent-unknown');
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
