import type { MandateRef } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Granted } from './act.ts';
import {
  Exclusion,
  type IntakeCheck,
  type List,
  type MandateLetter,
  mandateRefOf,
  mandateStream,
  Power,
  type Role,
  type StandIn,
} from './letter.ts';

/**
 * A mandate version as acts are checked against it: bit masks, plain numbers and ready answers, so that a check reads
 * and compares but never builds. Absent caps are `null`, which
 * unlike `Infinity` needs no memory of its own.
 */
export interface HeldVersion extends HeldTerms {
  readonly ref: MandateRef;
  readonly items: readonly HeldItem[];
  readonly holders: readonly HeldHolder[];
  readonly fence: Granted['fence'];
}

/** What a version says for all of its items and holders; thousands of mandates of one model say the same. */
export interface HeldTerms {
  readonly status: HeldStatus;
  /** Half-open. Instants of the one normal form compare as text. */
  readonly fromAt: Instant;
  readonly toAt: Instant;
  /** At `toAt` a newer version took over. */
  readonly isSuperseded: boolean;
  readonly powers: number;
  /** Classes of actions that differ from their item's, by place of the power; null when there are none. */
  readonly classes: readonly (List | undefined)[] | null;
  readonly exclusions: number;
  readonly priorRefusalMonths: number;
  readonly applicantKinds: readonly string[];
  readonly regions: readonly string[];
  readonly caps: Caps;
  /** No figure at all is capped: the common case, answered without reading the caps. */
  readonly isUncapped: boolean;
  readonly limits: HeldLimits | null;
  readonly seals: readonly {
    readonly sealId: string;
    readonly keeperPersonId: string;
    readonly documents: readonly string[];
  }[];
}

export type HeldStatus = 'pending' | 'usable' | 'suspended' | 'revoked' | 'expired';

export interface Caps {
  readonly level: string | null;
  readonly amountMax: number | null;
  readonly areaMax: number | null;
  readonly headcountMax: number | null;
  readonly riskGradeMax: number | null;
  readonly cumulativeAmountMax: number | null;
  readonly cumulativeCountMax: number | null;
}

export interface HeldLimits {
  readonly maxDecisionsPerDay: number;
  readonly minHandlingSeconds: number;
  /** Minutes after midnight in China; -1 when there is no window. */
  readonly windowFrom: number;
  readonly windowTo: number;
}

export interface HeldItem extends ItemTerms {
  readonly itemId: string;
  /** The one answer that every granted act on this item gets. */
  readonly granted: Granted;
}

/** How a version lists an item. */
export interface ItemTerms {
  readonly list: List | null;
  readonly ruleSetHash: string | null;
}

export interface HeldHolder extends HolderTerms {
  readonly id: string;
}

/** In which roles, and whether at all, a holder acts now. */
export interface HolderTerms {
  readonly roles: number;
  readonly hasAccepted: boolean;
  readonly isSuspended: boolean;
  readonly deputyOf: string | null;
  readonly standInReasons: readonly StandIn[];
}

/** Where a version stands in its life; see life-cycle.ts. */
export interface Standing {
  readonly status: HeldStatus;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly isSuperseded: boolean;
  readonly acceptedBy: readonly string[];
  readonly suspendedHolders: readonly string[];
  /** Last seq of the mandate's stream: the fence's epoch. */
  readonly epoch: number;
}

export const powerBit = bitsOf(Power.options);
export const exclusionBit = bitsOf(Exclusion.options);
export const roleBit = { clerk: 1, handler: 2, chief: 4, keeper: 8, ruleSet: 16, organ: 32 } as const satisfies Record<
  Role,
  number
>;
export const powerPlace = Object.fromEntries(Power.options.map((power, place) => [power, place]));

/** Prepares `letter` for checking. */
export function holdVersion(letter: MandateLetter, standing: Standing): HeldVersion {
  const ref = Object.freeze(mandateRefOf(letter));
  const fence = Object.freeze({ key: mandateStream(letter.mandateNo), epoch: standing.epoch, mode: 'pass' as const });
  return {
    ref,
    status: standing.status,
    fromAt: standing.fromAt,
    toAt: standing.toAt,
    isSuperseded: standing.isSuperseded,
    powers: letter.powers.reduce((mask, power) => mask | (powerBit[power] ?? 0), 0),
    classes:
      letter.actions.length === 0
        ? null
        : Power.options.map((power) => letter.actions.find((action) => action.power === power)?.list),
    exclusions: Exclusion.options.reduce(
      (mask, flag) => (letter.exclusions[flag] ? mask | (exclusionBit[flag] ?? 0) : mask),
      0,
    ),
    priorRefusalMonths: letter.exclusions.priorRefusal?.months ?? 0,
    applicantKinds: letter.scope.applicantKinds,
    regions: letter.scope.regions.map(regionPrefix),
    caps: capsOf(letter),
    isUncapped: Object.values(capsOf(letter)).every((cap) => cap === null),
    limits: limitsOf(letter),
    seals: letter.seals.map(({ sealId, keeperPersonId, documents }) => ({ sealId, keeperPersonId, documents })),
    items: letter.items.map(({ itemId, list }) => ({
      itemId,
      list,
      ruleSetHash: letter.ruleSets.find((ruleSet) => ruleSet.itemId === itemId)?.ruleSetHash ?? null,
      granted: Object.freeze({
        granted: true,
        ref,
        list,
        fence,
        ...checklistFor(letter, itemId),
        ...(letter.exclusions.creditRestricted ? { asksCredit: true as const } : {}),
      }),
    })),
    holders: holdersOf(letter, standing),
    fence,
  };
}

/** R30: what the agreement lets the window judge of the item; equal lists are one list, however many items have them. */
function checklistFor(letter: MandateLetter, itemId: string): Pick<Granted, 'checklist'> {
  const listed = letter.intakeChecklist.find((list) => list.itemId === itemId)?.checks ?? [];
  if (letter.construct !== 'A' || listed.length === 0) return {};
  const key = listed.join(' ');
  const known = checklists.get(key) ?? Object.freeze([...listed]);
  checklists.set(key, known);
  return { checklist: known };
}

const checklists = new Map<string, readonly IntakeCheck[]>();

/** A code of six digits with trailing zero pairs stands for the whole province or city (GB/T 2260). */
export function regionPrefix(region: string): string {
  return region.length === 6 ? region.replace(/(00)+$/, '') : region;
}

function capsOf({ scope }: MandateLetter): Caps {
  return {
    level: scope.level ?? null,
    amountMax: scope.amountMax ?? null,
    areaMax: scope.areaMax ?? null,
    headcountMax: scope.headcountMax ?? null,
    riskGradeMax: scope.riskGradeMax ?? null,
    cumulativeAmountMax: scope.cumulativeCap?.amountMax ?? null,
    cumulativeCountMax: scope.cumulativeCap?.countMax ?? null,
  };
}

function limitsOf({ limits }: MandateLetter): HeldLimits | null {
  if (Object.keys(limits).length === 0) return null;
  return {
    maxDecisionsPerDay: limits.maxDecisionsPerDay ?? Infinity,
    minHandlingSeconds: limits.minHandlingSeconds ?? 0,
    // One end alone still bounds the day: the other is midnight.
    windowFrom:
      limits.windowFrom === undefined ? (limits.windowTo === undefined ? -1 : 0) : minutesOf(limits.windowFrom),
    windowTo: limits.windowTo === undefined ? 1_440 : minutesOf(limits.windowTo),
  };
}

function holdersOf(letter: MandateLetter, standing: Standing): readonly HeldHolder[] {
  const holders = new Map<string, HeldHolder>();
  function name(id: string, role: Role, more: Partial<HeldHolder> = {}): void {
    const known = holders.get(id);
    holders.set(id, {
      id,
      roles: (known?.roles ?? 0) | roleBit[role],
      hasAccepted: standing.acceptedBy.includes(id),
      isSuspended: standing.suspendedHolders.includes(id),
      deputyOf: more.deputyOf ?? known?.deputyOf ?? null,
      standInReasons: more.standInReasons ?? known?.standInReasons ?? [],
    });
  }
  if (letter.construct === 'B') {
    for (const person of letter.grantees) {
      name(
        person.personId,
        person.role,
        person.deputyOf === undefined ? {} : { deputyOf: person.deputyOf, standInReasons: person.activation ?? [] },
      );
    }
  } else {
    name(letter.grantee.code, letter.construct === 'A' ? 'clerk' : 'organ');
  }
  for (const seal of letter.seals) name(seal.keeperPersonId, 'keeper');
  for (const { ruleSetHash } of letter.ruleSets) {
    // A rule set accepts nothing: the head's signature under the letter is its standing signature.
    holders.set(ruleSetHolder(ruleSetHash), {
      id: ruleSetHolder(ruleSetHash),
      roles: roleBit.ruleSet,
      hasAccepted: true,
      isSuspended: standing.suspendedHolders.includes(ruleSetHolder(ruleSetHash)),
      deputyOf: null,
      standInReasons: [],
    });
  }
  return [...holders.values()];
}

/** The holder under which a rule set acts. */
export function ruleSetHolder(ruleSetHash: string): string {
  return `ruleset/${ruleSetHash}`;
}

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

function bitsOf<Name extends string>(names: readonly Name[]): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(names.map((name, place) => [name, 1 << place]));
}
