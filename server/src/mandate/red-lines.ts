import { type Refusal, type RefusalDetail, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { minuteInChina } from './check.ts';
import { type RedLineCode, redLineRefusals } from './refusals.ts';

/** The facts of one signature or seal use, gathered by the caller. People are named by one kind of id throughout. */
export interface SignFacts {
  readonly at: Instant;
  readonly signer: { readonly id: string; readonly key: 'valid' | 'suspected' | 'compromised' };
  /** What the signer declared, and the parties to whom the relation graph ties him. */
  readonly recusal: { readonly isDeclared: boolean; readonly conflicts: readonly string[] };
  readonly materials: readonly {
    readonly code: string;
    readonly isRequired: boolean;
    readonly state: 'verified' | 'unverified' | 'missing';
  }[];
  /** This case's site checks, and the other checks of the same officers near them in time. */
  readonly siteChecks: readonly SiteCheck[];
  /** Statutory special procedures: hearing, publicity, expert review … */
  readonly procedures: readonly {
    readonly name: string;
    readonly isRequired: boolean;
    readonly isCompleted: boolean;
  }[];
  readonly parts: {
    readonly acceptor: string | null;
    /** Decision signatures in order, the one about to be made included. */
    readonly signers: readonly string[];
    readonly sealKeeper: string | null;
    /** Applicant, agent, and those relatives of staff who take part. */
    readonly parties: readonly string[];
  };
  /** Present when a seal is about to be used. */
  readonly seal?: {
    readonly caseNo: string | null;
    readonly documentHash: string;
    /** Hash under the last valid signature; null when nobody signed. */
    readonly signedHash: string | null;
    /** Wall time in China, `HH:MM`; null when the day is no working day. */
    readonly hours: { readonly from: string; readonly to: string } | null;
  };
}

export interface SiteCheck {
  readonly checkId: string;
  readonly ofThisCase: boolean;
  readonly officers: readonly string[];
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly place: { readonly latitude: number; readonly longitude: number };
}

type RedLine = (facts: SignFacts) => Refusal<RedLineCode> | undefined;

/**
 * The red lines T05, T06 and T09–T13 that `facts` cross, in that order; empty when there are none. Nobody signs across one,
 * whatever his mandate. T01–T04 are answered by the mandate itself (`check`), T07 and T08 by the e-licence check.
 */
export function redLines(facts: SignFacts): readonly Refusal<RedLineCode>[] {
  return lines.map((line) => line(facts)).filter((refusal) => refusal !== undefined);
}

const lines: readonly RedLine[] = [
  recusalLine,
  materialLine,
  siteOfficersLine,
  siteTimesLine,
  procedureLine,
  separationLine,
  sealCaseLine,
  sealHashLine,
  sealHoursLine,
  keyLine,
];

/** Faster than this between two places nobody travels, not even on an empty ring road. */
const fastestKmPerHour = 120;

/** T05: a hit of the relation graph outranks the form. */
function recusalLine({ recusal, signer }: SignFacts): Refusal<RedLineCode> | undefined {
  if (recusal.conflicts.length > 0)
    return red('conflict-of-interest', { signer: signer.id, conflicts: recusal.conflicts });
  return recusal.isDeclared ? undefined : red('recusal-undeclared', { signer: signer.id });
}

/** T06. */
function materialLine({ materials }: SignFacts): Refusal<RedLineCode> | undefined {
  const open = materials.filter(({ isRequired, state }) => isRequired && state !== 'verified').map(({ code }) => code);
  return open.length === 0 ? undefined : red('material-missing', { materials: open });
}

/** T09: two officers, who are two people. */
function siteOfficersLine({ siteChecks }: SignFacts): Refusal<RedLineCode> | undefined {
  const single = siteChecks.find(({ ofThisCase, officers }) => ofThisCase && new Set(officers).size < 2);
  return single === undefined ? undefined : red('site-check-single', { checkId: single.checkId });
}

/** T09: a check ends after it began and before it is relied on, and nobody is at two places at once. */
function siteTimesLine({ siteChecks, at }: SignFacts): Refusal<RedLineCode> | undefined {
  for (const check of siteChecks.filter(({ ofThisCase }) => ofThisCase)) {
    if (check.toAt <= check.fromAt || check.toAt > at) return red('site-check-impossible', { checkId: check.checkId });
    const clash = siteChecks.find(
      (other) =>
        other.checkId !== check.checkId &&
        other.officers.some((officer) => check.officers.includes(officer)) &&
        !isReachable(check, other),
    );
    if (clash !== undefined) return red('site-check-impossible', { checkId: check.checkId, other: clash.checkId });
  }
  return undefined;
}

/** T09: whether one person can have been at both checks. */
export function isReachable(
  one: Pick<SiteCheck, 'fromAt' | 'toAt' | 'place'>,
  other: Pick<SiteCheck, 'fromAt' | 'toAt' | 'place'>,
): boolean {
  const km = kilometresBetween(one.place, other.place);
  const [first, second] = one.fromAt <= other.fromAt ? [one, other] : [other, one];
  const hours = (Date.parse(second.fromAt) - Date.parse(first.toAt)) / 3_600_000;
  // Two checks at one address may overlap: one visit can serve two cases.
  return km < 0.2 || (hours > 0 && km / hours <= fastestKmPerHour);
}

function kilometresBetween(one: SiteCheck['place'], other: SiteCheck['place']): number {
  const degreeKm = 111.2;
  const north = (one.latitude - other.latitude) * degreeKm;
  const east = (one.longitude - other.longitude) * degreeKm * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** T10. */
function procedureLine({ procedures }: SignFacts): Refusal<RedLineCode> | undefined {
  const skipped = procedures
    .filter(({ isRequired, isCompleted }) => isRequired && !isCompleted)
    .map(({ name }) => name);
  return skipped.length === 0 ? undefined : red('procedure-skipped', { procedures: skipped });
}

/**
 * T11: acceptor, signers and parties are different people; with one signer only, the seal keeper is another. People are
 * compared by their identity numbers, so the refusal names the parts they play and never the person.
 */
function separationLine({
  parts: { acceptor, signers, sealKeeper, parties },
}: SignFacts): Refusal<RedLineCode> | undefined {
  const twice = signers.find((signer, place) => signers.indexOf(signer) !== place);
  if (twice !== undefined) return red('same-person-in-case', { parts: ['signer', 'signer'] });
  const accepted = signers.find((signer) => signer === acceptor);
  if (accepted !== undefined) return red('same-person-in-case', { parts: ['acceptor', 'signer'] });
  const [onlySigner] = signers;
  if (signers.length === 1 && onlySigner !== undefined && onlySigner === sealKeeper)
    return red('same-person-in-case', { parts: ['signer', 'sealKeeper'] });
  const party = [acceptor, ...signers, sealKeeper].find((person) => person !== null && parties.includes(person));
  return party === undefined || party === null ? undefined : red('same-person-in-case', { parts: ['staff', 'party'] });
}

/** T12: a seal serves a case. */
function sealCaseLine({ seal }: SignFacts): Refusal<RedLineCode> | undefined {
  return seal !== undefined && seal.caseNo === null ? red('seal-without-case', {}) : undefined;
}

/** T12, R82: exactly the document that was signed. */
function sealHashLine({ seal }: SignFacts): Refusal<RedLineCode> | undefined {
  if (seal === undefined || seal.documentHash === seal.signedHash) return undefined;
  return red('sealed-document-differs', { documentHash: seal.documentHash, signedHash: seal.signedHash });
}

/** T12. */
function sealHoursLine({ seal, at }: SignFacts): Refusal<RedLineCode> | undefined {
  if (seal === undefined) return undefined;
  const minute = minuteInChina(at);
  const isOpen = seal.hours !== null && minute >= minutesOf(seal.hours.from) && minute < minutesOf(seal.hours.to);
  return isOpen ? undefined : red('seal-after-hours', { at });
}

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** T13, R74: suspicion is enough. */
function keyLine({ signer }: SignFacts): Refusal<RedLineCode> | undefined {
  return signer.key === 'valid' ? undefined : red('key-compromised', { signer: signer.id, key: signer.key });
}

function red(code: RedLineCode, detail: Readonly<Record<string, RefusalDetail>>): Refusal<RedLineCode> {
  return refuse(redLineRefusals, code, detail);
}
