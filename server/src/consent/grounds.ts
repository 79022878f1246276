import type { LegalBasis } from '../catalogue/catalogue.ts';
import { type Claim, claimKey, type ClaimingItem, claimsOf, isShown, type NeededClaim } from './claims.ts';

/** A consent as far as handing out goes. */
export interface Consented {
  readonly consentId: string;
  readonly claims: readonly Claim[];
}

/** On what somebody asks for claims. */
export type Grounds =
  /** The holder looks at what is known of himself (个保法45). */
  | { readonly kind: 'self' }
  /** He shows it at a window before there is a case: nothing but his consent opens anything. */
  | { readonly kind: 'shown'; readonly consent: Consented }
  /** A case is open: his consent, or the statute that the item names; what he declined stays closed. */
  | { readonly kind: 'case'; readonly consent?: Consented; readonly declined: readonly string[] };

/** Why one claim is handed out. */
export type Ground =
  | { readonly kind: 'self' }
  | { readonly kind: 'consent'; readonly consentId: string }
  | { readonly kind: 'statute'; readonly basis: string };

/** Claims that one ground opens, as events and the holder's list keep them: names, never values. */
export type UsedGround = Exclude<Ground, { kind: 'self' }> & { readonly claims: readonly Claim[] };

/** Norms that bind: what a normative document says opens nothing (R7, 个保法34). */
const binding: readonly LegalBasis['rank'][] = [
  'law',
  'adminRegulation',
  'stateCouncilDecision',
  'localRegulation',
  'departmentRule',
  'localRule',
];

/** 个保法34: what an organ may do with sensitive data is for laws and administrative regulations to say. */
const bindingForSensitive: readonly LegalBasis['rank'][] = ['law', 'adminRegulation', 'stateCouncilDecision'];

/** R21: health, finance, minors, criminal records (个保法28). */
const sensitive: ReadonlySet<string> = new Set([
  'L-HLT',
  'L-SSC',
  'L-BIRTH',
  'L-DEED',
  'L-DIS',
  'L-HIE',
  'S-BIRTH',
  'S-CRIME',
  'S-INCOME',
  'S-MI',
  'S-TAX',
]);

/** Whether a claim needs a consent of its own where no law or administrative regulation asks for it (R21, 个保法29). */
export function isSensitive({ sources }: Pick<NeededClaim, 'sources'>): boolean {
  return sources.some((source) => sensitive.has(source));
}

/**
 * The one place where it is decided whether a claim may leave its source (R20, R21). Undefined: nothing opens it. Whatever is
 * not on the item's list, is opened by nothing.
 */
export function groundFor(needed: NeededClaim, grounds: Grounds): Ground | undefined {
  switch (grounds.kind) {
    case 'self':
      return isShown(needed) ? { kind: 'self' } : undefined;
    case 'shown':
      return consentFor(needed, grounds.consent);
    case 'case':
      if (isShown(needed) && grounds.declined.includes(needed.code)) return undefined;
      return consentFor(needed, grounds.consent) ?? statuteFor(needed);
    default:
      return grounds satisfies never;
  }
}

/** Every claim of the item that these grounds open, each with its ground, by its key. */
export function openedBy(item: ClaimingItem, grounds: Grounds): ReadonlyMap<string, Ground> {
  const isStatuteAlone = grounds.kind === 'case' && grounds.consent === undefined && grounds.declined.length === 0;
  if (!isStatuteAlone) return openedAfresh(item, grounds);
  const known = openedByStatute.get(item);
  if (known !== undefined) return known;
  const opened = openedAfresh(item, grounds);
  openedByStatute.set(item, opened);
  return opened;
}

/** Where nobody consents or declines, the statutes open the same in every case of a version, and versions never change. */
const openedByStatute = new WeakMap<ClaimingItem, ReadonlyMap<string, Ground>>();

function openedAfresh(item: ClaimingItem, grounds: Grounds): ReadonlyMap<string, Ground> {
  const opened = claimsOf(item).flatMap((needed): readonly [string, Ground][] => {
    const ground = groundFor(needed, grounds);
    return ground === undefined ? [] : [[claimKey(needed), ground]];
  });
  return new Map(opened);
}

/** The grounds on which these claims were handed out, each once, for the record and the holder's list. */
export function groundsUsed(opened: ReadonlyMap<string, Ground>, claims: readonly Claim[]): readonly UsedGround[] {
  const used = new Map<string, UsedGround>();
  for (const claim of claims) {
    const ground = opened.get(claimKey(claim));
    if (ground === undefined || ground.kind === 'self') continue;
    const name = ground.kind === 'consent' ? ground.consentId : ground.basis;
    const before = used.get(name)?.claims ?? [];
    used.set(name, { ...ground, claims: [...before, { kind: claim.kind, code: claim.code }] });
  }
  return [...used.values()];
}

/** The grounds of several fetchings of one moment, each named once, each claim once under it. */
export function mergedGrounds(...used: readonly (readonly UsedGround[])[]): readonly UsedGround[] {
  const merged = new Map<string, UsedGround>();
  for (const ground of used.flat()) {
    const name = ground.kind === 'consent' ? ground.consentId : ground.basis;
    const claims = [...(merged.get(name)?.claims ?? []), ...ground.claims];
    merged.set(name, { ...ground, claims: [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()] });
  }
  return [...merged.values()];
}

/** The statute that the item names for a claim, in citation form; undefined where it names none that is enough. */
export function statuteOf(needed: NeededClaim): string | undefined {
  const { basis } = needed;
  const enough = isSensitive(needed) ? bindingForSensitive : binding;
  if (basis === undefined || basis.law === '' || !enough.includes(basis.rank)) return undefined;
  return `《${basis.law}》${basis.article}`;
}

function consentFor(needed: NeededClaim, consent: Consented | undefined): Ground | undefined {
  if (consent === undefined) return undefined;
  const isIn = consent.claims.some((claim) => claimKey(claim) === claimKey(needed));
  return isIn ? { kind: 'consent', consentId: consent.consentId } : undefined;
}

function statuteFor(needed: NeededClaim): Ground | undefined {
  const basis = statuteOf(needed);
  return basis === undefined ? undefined : { kind: 'statute', basis };
}
