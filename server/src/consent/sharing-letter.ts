import { z } from 'zod';
import { type ItemVersion, personalInstrumentOf } from '../catalogue/catalogue.ts';
import { identityRefusals } from '../identity/refusals.ts';
import type { FenceUse, Step } from '../journal/journal.ts';
import { type Recorded, rememberFold } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { HandedFile } from '../material/material.ts';
import { Claim, claimKey, claimsOf, isShown } from './claims.ts';
import type { ConsentPolicy } from './policy.ts';
import { type ConsentRefusalCode, consentRefusals } from './refusals.ts';

/**
 * 用证授权书: the principal lets one agent show named papers of his for one item, until a day (R15, 民法典165, 个保法29). It
 * stands on record before it counts: given from the principal's own account, or accepted at a window that saw how it is proven.
 * What an agent says of a letter that nobody accepted opens nothing.
 */

/** How a letter of paper is proven: signed before the clerk, or attested by a notary (公证法36). */
export const LetterProof = z.enum(['signedHere', 'notarised']);
export type LetterProof = z.infer<typeof LetterProof>;

/** What the principal gives; who he and his agent are, stays out of the journal. */
export interface GiveSharingLetter {
  readonly itemId: string;
  /** An open case for which alone it is good. */
  readonly caseNo?: string;
  readonly claims: readonly Claim[];
  /** The instant at which it ends. */
  readonly untilAt: Instant;
  /** How the paper is proven; absent where the principal gave it from his own account. */
  readonly proof?: LetterProof;
}

export interface LetterFacts {
  readonly version: ItemVersion;
  readonly principalKey: string;
  readonly agentKey: string;
  readonly policy: ConsentPolicy;
  /** The paper, looked at and kept; for a letter of paper. */
  readonly document: HandedFile | undefined;
}

export interface SharingLetter {
  readonly letterId: string;
  readonly principalKey: string;
  readonly agentKey: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly caseNo: string | undefined;
  readonly claims: readonly Claim[];
  readonly givenAt: Instant;
  readonly untilAt: Instant;
  readonly way: 'account' | 'window';
  readonly withdrawnAt: Instant | undefined;
}

const Given = z.object({
  principalKey: z.string(),
  agentKey: z.string(),
  itemId: z.string(),
  itemVersion: z.int(),
  caseNo: z.string().optional(),
  claims: z.array(Claim),
  untilAt: z.string(),
  way: z.enum(['account', 'window']),
});

/** Letters of one principal stand side by side, so that his list is one range of the journal. */
export function letterPrefix(principalKey: string): string {
  return `sharing/${principalKey.slice(0, 24)}-`;
}

export function letterStream(letterId: string): string {
  return `sharing/${letterId}`;
}

/** Folds the events of one letter; undefined before it is given. */
export const viewLetter = rememberFold<SharingLetter | undefined>(undefined, (view, event) => changed(view, event));

function changed(view: SharingLetter | undefined, event: Recorded): SharingLetter | undefined {
  const { type, at, stream } = event;
  if (type === 'SharingLetterGiven') {
    const { caseNo, ...data } = Given.parse(event.data);
    return { ...data, caseNo, letterId: stream.slice('sharing/'.length), givenAt: at, withdrawnAt: undefined };
  }
  return type === 'SharingLetterWithdrawn' && view !== undefined ? { ...view, withdrawnAt: at } : view;
}

type Checked = Refusal | undefined;

/** The principal gives the letter, or the window accepts it: named claims of the item's list, one agent, a term (民法典165). */
export const giveSharingLetter: Step<GiveSharingLetter, SharingLetter | undefined, LetterFacts> = {
  name: 'giveSharingLetter',
  view: viewLetter,
  decide(view, command, facts, { at, stream }) {
    if (view !== undefined) throw new Error('a letter is given once; its stream was drawn');
    const { version, principalKey, agentKey, document } = facts;
    const { itemId, caseNo, claims, untilAt, proof } = command;
    const refusal = checkGiving(command, facts, at);
    if (refusal !== undefined) return refusal;
    const paper = proof === undefined || document === undefined ? {} : { proof, documentHash: document.hash };
    const data = {
      principalKey,
      agentKey,
      itemId,
      itemVersion: version.version,
      ...(caseNo === undefined ? {} : { caseNo }),
      claims: [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()],
      untilAt,
      way: proof === undefined ? 'account' : 'window',
      ...paper,
    };
    return { events: [{ type: 'SharingLetterGiven', data }], sets: [{ key: stream, open: true }] };
  },
};

function checkGiving(
  { itemId, claims, untilAt, proof }: GiveSharingLetter,
  { version, principalKey, agentKey, policy, document }: LetterFacts,
  at: Instant,
): Checked {
  // R16: where the law wants the person himself, nobody shows his papers for him either.
  if (personalInstrumentOf(version.item) !== undefined)
    return refuse(identityRefusals, 'presence-required', { matter: itemId });
  if (principalKey === agentKey) return refuse(consentRefusals, 'letter-to-oneself');
  const wrong = checkClaims(version, claims);
  if (wrong !== undefined) return wrong;
  const latestAt = new Date(Date.parse(at) + policy.letterDays * DAY_MS).toISOString();
  if (untilAt <= at || untilAt > latestAt) return refuse(consentRefusals, 'letter-term-wrong', { untilAt, latestAt });
  return proof !== undefined && document === undefined ? refuse(consentRefusals, 'signed-paper-missing') : undefined;
}

/** What may be agreed to for the item: something, and nothing beyond its list (个保法6). */
export function checkClaims(
  { item, itemId }: ItemVersion,
  claims: readonly Claim[],
): Refusal<ConsentRefusalCode> | undefined {
  if (claims.length === 0) return refuse(consentRefusals, 'consent-empty');
  const shown = new Set(claimsOf(item).filter(isShown).map(claimKey));
  const foreign = claims.filter((claim) => !shown.has(claimKey(claim))).map(({ code }) => code);
  return foreign.length === 0
    ? undefined
    : refuse(consentRefusals, 'consent-claim-not-needed', { itemId, claims: foreign });
}

/** What an agent does under a letter. */
export interface LetterUse {
  readonly principalKey: string;
  /** The agent who acts; his number decides, whatever he calls himself. */
  readonly agentKey: string | undefined;
  readonly itemId: string;
  readonly caseNo?: string | undefined;
  readonly claims: readonly Claim[];
  readonly at: Instant;
}

/** R15: whether the letter carries this now; asked when the agent agrees, when his code is read and when a case rests on it. */
export function checkLetter(letter: SharingLetter | undefined, use: LetterUse): Checked {
  const { itemId, at } = use;
  if (letter === undefined) return refuse(identityRefusals, 'agent-letter-missing', { matter: itemId });
  if (letter.principalKey !== use.principalKey) return refuse(identityRefusals, 'agent-letter-other-principal');
  if (letter.agentKey !== use.agentKey) return refuse(identityRefusals, 'agent-letter-other-agent');
  const { withdrawnAt, untilAt } = letter;
  if (withdrawnAt !== undefined && withdrawnAt <= at)
    return refuse(identityRefusals, 'agent-letter-withdrawn', { withdrawnAt });
  if (untilAt <= at) return refuse(identityRefusals, 'agent-letter-expired', { untilAt });
  if (letter.itemId !== itemId || (letter.caseNo !== undefined && letter.caseNo !== use.caseNo))
    return refuse(identityRefusals, 'agent-letter-other-matter', { matter: itemId });
  const covered = new Set(letter.claims.map(claimKey));
  const beyond = use.claims.filter((claim) => !covered.has(claimKey(claim))).map(({ code }) => code);
  return beyond.length === 0
    ? undefined
    : refuse(identityRefusals, 'agent-letter-power-missing', { matter: itemId, claims: beyond });
}

/** Nothing commits under a letter after its withdrawal has committed. */
export function letterFence({ letterId }: SharingLetter): FenceUse {
  return { key: letterStream(letterId), mode: 'pass' };
}

/** The principal takes the letter back, at any time and without a reason (民法典173); what was used stays used. */
export const withdrawSharingLetter: Step<
  undefined,
  SharingLetter | undefined,
  { readonly principalKey: string },
  ConsentRefusalCode
> = {
  name: 'withdrawSharingLetter',
  view: viewLetter,
  decide(view, _command, { principalKey }, { stream }) {
    // Somebody else's letter is as if it did not exist.
    if (view === undefined || view.principalKey !== principalKey) return refuse(consentRefusals, 'letter-unknown');
    if (view.withdrawnAt !== undefined)
      return refuse(consentRefusals, 'letter-over', { withdrawnAt: view.withdrawnAt });
    return { events: [{ type: 'SharingLetterWithdrawn', data: {} }], sets: [{ key: stream, open: false }] };
  },
};

const DAY_MS = 86_400_000;
