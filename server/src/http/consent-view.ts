import { z } from 'zod';
import type { ConsentView } from '../consent/consent.ts';
import {
  ConsentWay,
  claimKey,
  claimsOf,
  isSensitive,
  isShown,
  type NeededClaim,
  statuteOf,
} from '../consent/consent.ts';
import type { CaseUse } from '../application/actions.ts';
import { getPinnedVersion } from '../application/application.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { findOrgan, findPerson } from '../identity/actions.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { Text } from './problem.ts';

export const ClaimNamed = z.object({
  kind: z.enum(['material', 'answer', 'fact', 'credit']),
  code: z.string(),
  label: Text,
});

const ClaimNeeded = ClaimNamed.extend({
  sources: z.array(Text),
  /** The norm on which an organ fetches it where nobody consents; absent: only with consent. */
  statute: z.string().exactOptional(),
  isSensitive: z.boolean(),
  /** A source has it for this holder now. */
  isThere: z.boolean(),
});

export const NeededClaims = z
  .object({
    itemId: z.string(),
    itemName: Text,
    organ: z.string(),
    organName: Text,
    /** Minutes for which a code can be read. */
    codeMinutes: z.int(),
    /** Whose papers they are, for an agent under a letter; then `isThere` says what the letter names. */
    principalName: z.string().exactOptional(),
    claims: z.array(ClaimNeeded),
    /** Facts that the organ verifies itself under the statute; told, not asked. */
    verified: z.array(ClaimNamed),
  })
  .meta({ id: 'NeededClaims', description: 'Which claims of a holder go to whom for an item, and on which ground' });

export const ConsentShown = z
  .object({
    consentId: z.string(),
    state: z.enum(['open', 'expired', 'redeemed', 'used', 'withdrawn']),
    way: ConsentWay,
    /** Who agreed for the holder, under a letter of his. */
    agentName: z.string().exactOptional(),
    matterNo: z.string().exactOptional(),
    itemId: z.string(),
    itemName: Text,
    organName: Text,
    claims: z.array(ClaimNamed),
    givenAt: z.string(),
    expiresAt: z.string(),
    caseNo: z.string().exactOptional(),
    usedAt: z.string().exactOptional(),
    canWithdraw: z.boolean(),
  })
  .meta({ id: 'Consent' });

export const UseShown = z
  .object({
    at: z.string(),
    organName: Text,
    /** The clerk who read it, or the officer in whose act it was fetched; absent where the platform did. */
    by: z.string().exactOptional(),
    place: Text.exactOptional(),
    caseNo: z.string().exactOptional(),
    /** The agent who showed it, under the holder's letter (R15). */
    agentName: z.string().exactOptional(),
    itemId: z.string(),
    itemName: Text,
    purpose: z.string(),
    claims: z.array(ClaimNamed),
    ground: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('consent'), consentId: z.string() }),
      z.object({ kind: z.literal('statute'), basis: z.string() }),
    ]),
  })
  .meta({ id: 'ClaimUse', description: 'One use of a holder’s claims (R20)' });

type Given = Exclude<ConsentView, { state: 'none' }>;
/** The names of agents, by the letters under which they act. */
export type Agents = ReadonlyMap<string, string>;

/** What an item asks of a holder, with what his sources have. */
export function neededClaims(
  platform: Platform,
  {
    item,
    sources,
    there,
    letterOf,
  }: {
    readonly item: Item;
    readonly sources: ReadonlyMap<string, string>;
    readonly there: ReadonlySet<string>;
    readonly letterOf?: string | undefined;
  },
): z.input<typeof NeededClaims> {
  const list = claimsOf(item);
  return {
    itemId: item.id,
    itemName: { zh: item.name, en: item.nameEn },
    organ: item.dept,
    organName: organName(platform, item.dept),
    codeMinutes: platform.consentPolicy.codeMinutes,
    ...(letterOf === undefined ? {} : { principalName: letterOf }),
    claims: list.filter(isShown).map((needed) => ({
      ...named(needed),
      sources: needed.sources.map((id) => ({ zh: sources.get(id) ?? id, en: sources.get(id) ?? id })),
      ...statutePart(needed),
      isSensitive: isSensitive(needed),
      isThere: there.has(claimKey(needed)),
    })),
    verified: list.filter((needed) => !isShown(needed)).map(named),
  };
}

/** Who looks, when, and who the agents in his letters are. */
export interface Reader {
  readonly at: Instant;
  readonly giverId: string;
  readonly ownKey: string;
  readonly agents: Agents;
}

function agentPart(agents: Agents, { letterId }: Given['given']): { readonly agentName?: string } {
  const agentName = letterId === undefined ? undefined : agents.get(letterId);
  return agentName === undefined ? {} : { agentName };
}

export function consentShown(
  platform: Platform,
  view: Given,
  { at, giverId, ownKey, agents }: Reader,
): z.input<typeof ConsentShown> {
  const { given } = view;
  const { item } = getPinnedVersion(platform, given.itemId, given.itemVersion);
  const caseNo = caseOf(view);
  const usedAt = view.state === 'used' ? view.used.at : view.state === 'redeemed' ? view.redeemed.at : undefined;
  const state = view.state === 'given' ? (at < given.expiresAt ? 'open' : 'expired') : view.state;
  return {
    consentId: given.consentId,
    state,
    way: given.way,
    ...agentPart(agents, given),
    ...(given.matterNo === undefined ? {} : { matterNo: given.matterNo }),
    itemId: given.itemId,
    itemName: { zh: item.name, en: item.nameEn },
    organName: organName(platform, given.organ),
    claims: given.claims.map((claim) => namedIn(item, claim)),
    givenAt: given.givenAt,
    expiresAt: given.expiresAt,
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(usedAt === undefined ? {} : { usedAt }),
    canWithdraw: state === 'open' && (given.giverId === giverId || given.subjectKey === ownKey),
  };
}

/** The reading of a code is a use by itself: the window saw the claims then, for an open case, or before one followed. */
export function readingShown(platform: Platform, view: Given, agents: Agents): readonly z.input<typeof UseShown>[] {
  const { given } = view;
  const redeemed = view.state === 'redeemed' || view.state === 'used' ? view.redeemed : undefined;
  if (redeemed === undefined) return [];
  const { item } = getPinnedVersion(platform, given.itemId, given.itemVersion);
  const caseNo = caseOf(view);
  return [
    {
      at: redeemed.at,
      organName: organName(platform, given.organ),
      ...byPart(platform, redeemed.by),
      place: organName(platform, redeemed.place),
      ...agentPart(agents, given),
      ...(caseNo === undefined ? {} : { caseNo }),
      itemId: given.itemId,
      itemName: { zh: item.name, en: item.nameEn },
      purpose: given.purpose,
      claims: redeemed.claims.map((claim) => namedIn(item, claim)),
      ground: { kind: 'consent', consentId: given.consentId },
    },
  ];
}

/** Whether a use in a case is the reading itself, which took what was shown on record in one commit: it is told once. */
export function isReading(views: readonly Given[], { caseNo, ground }: CaseUse): boolean {
  return (
    ground.kind === 'consent' &&
    views.some(
      (view) =>
        view.state === 'redeemed' && view.given.consentId === ground.consentId && view.redeemed.caseNo === caseNo,
    )
  );
}

export function useShown(
  platform: Platform,
  use: CaseUse,
  { views, agents }: { readonly views: readonly Given[]; readonly agents: Agents },
): z.input<typeof UseShown> {
  const { item } = getPinnedVersion(platform, use.itemId, use.itemVersion);
  const { claims, ...ground } = use.ground;
  return {
    at: use.at,
    organName: organName(platform, item.dept),
    ...(use.actor.kind === 'person' ? byPart(platform, use.actor.id) : {}),
    caseNo: use.caseNo,
    ...consentAgent(use, views, agents),
    itemId: use.itemId,
    itemName: { zh: item.name, en: item.nameEn },
    purpose: use.purpose,
    claims: claims.map((claim) => namedIn(item, claim)),
    ground,
  };
}

function consentAgent({ ground }: CaseUse, views: readonly Given[], agents: Agents): { readonly agentName?: string } {
  const consent =
    ground.kind === 'consent' ? views.find(({ given }) => given.consentId === ground.consentId) : undefined;
  return consent === undefined ? {} : agentPart(agents, consent.given);
}

function caseOf(view: Given): string | undefined {
  if (view.state === 'used') return view.used.caseNo;
  return view.state === 'redeemed' ? view.redeemed.caseNo : view.given.caseNo;
}

function byPart(platform: Platform, personId: string): { readonly by?: string } {
  const person = findPerson(platform.identity, personId);
  return person === undefined ? {} : { by: person.name };
}

function statutePart(needed: NeededClaim): { readonly statute?: string } {
  const statute = statuteOf(needed);
  return statute === undefined ? {} : { statute };
}

function named({ kind, code, label }: NeededClaim): z.input<typeof ClaimNamed> {
  return { kind, code, label: { zh: label.zh, en: label.en === '' ? label.zh : label.en } };
}

export function namedIn(
  item: Item,
  claim: { readonly kind: NeededClaim['kind']; readonly code: string },
): z.input<typeof ClaimNamed> {
  const needed = claimsOf(item).find((one) => claimKey(one) === claimKey(claim));
  return needed === undefined ? { ...claim, label: { zh: claim.code, en: claim.code } } : named(needed);
}

export function organName(platform: Platform, code: string): z.input<typeof Text> {
  const organ = findOrgan(platform.identity, code);
  return { zh: organ?.name ?? code, en: organ?.nameEn ?? code };
}
