import type { Refusal } from '../kernel/refusal.ts';
import type { Act, Granted } from './act.ts';
import { refusalOf } from './check-detail.ts';
import {
  exclusionBit,
  type HeldHolder,
  type HeldLimits,
  type HeldTerms,
  type HeldVersion,
  type HolderTerms,
  type ItemTerms,
  powerBit,
  powerPlace,
  roleBit,
} from './held.ts';
import { powersOfConstruct } from './letter.ts';
import { type CheckRefusalCode, checkRefusals } from './refusals.ts';

/**
 * Does this version carry this act? Pure. A yes is a ready-made value, so a granted check allocates nothing.
 * The order of the questions is the order of `checkRefusals`: parties, time, power, lists, scope, exclusions, limits.
 */
export function check(version: HeldVersion, act: Act): Granted | Refusal<CheckRefusalCode> {
  const holder = holderOf(version, act);
  const item = version.items.find((candidate) => candidate.itemId === act.itemId);
  if (holder === undefined || item === undefined) {
    return refusalOf(
      isNonDelegable(act) ? 'non-delegable' : holder === undefined ? 'no-mandate' : 'item-not-listed',
      act,
      version,
      version.ref,
    );
  }
  const reason = examine(version, holder, item, act);
  return reason === undefined ? item.granted : refusalOf(reason, act, version, version.ref);
}

/** The first reason against `act`, or undefined when the mandate carries it. */
export function examine(
  version: HeldTerms,
  holder: HolderTerms,
  item: ItemTerms,
  act: Act,
): CheckRefusalCode | undefined {
  const bit = powerBit[act.power];
  if (bit === undefined) return 'non-delegable';
  return (
    againstForce(version, act) ??
    againstHolder(version, holder, act, bit) ??
    againstList(version, item, act, bit) ??
    againstSeal(version, act) ??
    againstScope(version, act) ??
    (version.exclusions !== 0 && isExcluded(version, act) ? 'excluded-case' : undefined) ??
    (version.limits === null ? undefined : againstLimits(version.limits, act, bit))
  );
}

/** How far an act got before `code` stopped it; the furthest of several refusals says most. */
export function refusalRank(code: CheckRefusalCode): number {
  return ranks[code] ?? 0;
}

/** R81. Every power that a letter can give has a bit; an act knows no others than these and the non-delegable. */
export function isNonDelegable(act: Act): boolean {
  return powerBit[act.power] === undefined;
}

const ranks = ranksOf(Object.keys(checkRefusals));

/** Powers that decide a case, and therefore spend a signature. */
const deciding = maskOf('grant', 'refuse', 'renew', 'change', 'cancel', 'replaceLicence');
const intake = maskOf(...powersOfConstruct.A);
const signing = deciding | maskOf('propose');

function holderOf(version: HeldVersion, act: Act): HeldHolder | undefined {
  const named = version.holders.find((holder) => holder.id === act.holder);
  // A rule set unknown to the letter gets the exact answer "not the one that was signed", not "nobody knows you".
  return (
    named ?? (act.role === 'ruleSet' ? version.holders.find((holder) => holder.roles === roleBit.ruleSet) : undefined)
  );
}

/** T01, R104, R106: only between the half-open ends, and only after all formalities. */
function againstForce(version: HeldTerms, act: Act): CheckRefusalCode | undefined {
  switch (version.status) {
    case 'revoked':
      return 'mandate-revoked';
    case 'expired':
      return 'mandate-expired';
    case 'pending':
      return 'mandate-not-in-force';
    case 'usable':
    case 'suspended':
      break;
    default:
      version.status satisfies never;
  }
  if (act.at >= version.toAt) return version.isSuperseded ? 'mandate-superseded' : 'mandate-expired';
  if (act.at < version.fromAt) return 'mandate-not-yet';
  return version.status === 'suspended' ? 'mandate-suspended' : undefined;
}

/** T02, R76, R80, R99, R101, R105. */
function againstHolder(version: HeldTerms, holder: HolderTerms, act: Act, bit: number): CheckRefusalCode | undefined {
  if (holder.isSuspended) return 'holder-suspended';
  if ((version.powers & bit) === 0) return 'power-not-given';
  if ((holder.roles & roleBit[act.role]) === 0) return 'role-not-held';
  if (act.employment === 'contract' && act.role !== 'clerk') return 'contract-staff';
  if (!holder.hasAccepted) return 'not-accepted';
  if (holder.deputyOf === null || act.role === 'keeper') return undefined;
  const standIn = act.standIn;
  const isActivated =
    standIn !== undefined && standIn.for === holder.deputyOf && holder.standInReasons.includes(standIn.because);
  return isActivated ? undefined : 'deputy-not-activated';
}

/** R75–R78 and the half-open breaker of R71. */
function againstList(version: HeldTerms, item: ItemTerms, act: Act, bit: number): CheckRefusalCode | undefined {
  switch (act.role) {
    case 'clerk':
      // Whatever a letter says, the window judges form only (construct A).
      return (intake & bit) === 0 ? 'power-not-given' : undefined;
    case 'keeper':
      return act.power === 'applySeal' ? undefined : 'role-not-held';
    case 'ruleSet':
      return againstRuleSet(item, act);
    case 'handler':
    case 'chief':
    case 'organ':
      break;
    default:
      act.role satisfies never;
  }
  // Sealing is custody, not decision: it is for the keeper whom the letter names (R82).
  if (act.power === 'applySeal') return 'role-not-held';
  if ((signing & bit) === 0) return undefined;
  if (act.signatureNo > 2 && isBlank(act.exceptionCode)) return 'third-signature-without-exception';
  if (act.power === 'propose') return act.role === 'chief' ? 'handler-proposes' : undefined;
  return againstDecision(version, item, act);
}

/** R78: a rule set grants, on list 0, under exactly the hash that the head signed; R71: never under a half-open breaker. */
function againstRuleSet(item: ItemTerms, act: Act): CheckRefusalCode | undefined {
  if (act.power !== 'grant' || act.adverse) return 'rule-set-may-only-grant';
  if (item.list !== 0) return 'not-in-list-0';
  if (item.ruleSetHash === null || act.ruleSetHash !== item.ruleSetHash || !isHolderOf(item.ruleSetHash, act.holder))
    return 'rule-set-differs';
  return act.halfOpen === true ? 'half-open-needs-second' : undefined;
}

/**
 * One signature suffices on lists 0 (whose cases fall to class 1 when a predicate is unverified) and 1; the handler's,
 * or the chief representative's, to whom an officer's queue falls when a breaker opens. Everything else needs the
 * handler's proposal first and the chief representative second; in construct C the grantee organ's own second signer.
 */
function againstDecision(version: HeldTerms, item: ItemTerms, act: Act): CheckRefusalCode | undefined {
  const list = version.classes?.[powerPlace[act.power] ?? -1] ?? item.list;
  const isSecond = act.signatureNo >= 2 && act.role !== 'handler';
  if (isSecond) return undefined;
  if (act.adverse || act.power === 'refuse') return 'adverse-needs-second';
  if (act.halfOpen === true) return 'half-open-needs-second';
  if (list !== 2) return undefined;
  return act.role === 'handler' ? 'only-propose' : 'proposal-missing';
}

function againstSeal(version: HeldTerms, act: Act): CheckRefusalCode | undefined {
  if (act.power !== 'applySeal') return undefined;
  const { sealId, documentKind } = act;
  const isEntrusted = version.seals.some(
    (seal) =>
      seal.keeperPersonId === act.holder &&
      (sealId === undefined || seal.sealId === sealId) &&
      (documentKind === undefined || seal.documents.includes(documentKind)),
  );
  return isEntrusted ? undefined : 'seal-not-entrusted';
}

/** T03 and T04. */
function againstScope(
  { applicantKinds, regions, caps, isUncapped }: HeldTerms,
  { scope }: Act,
): CheckRefusalCode | undefined {
  if (!applicantKinds.includes(scope.applicantKind)) return 'applicant-kind-outside';
  if (!isInRegion(regions, scope.region)) return 'region-outside';
  if (caps.level !== null && scope.level !== caps.level)
    return scope.level === undefined ? 'scope-unknown' : 'level-outside';
  if (isUncapped) return undefined;
  return (
    over(scope.amount, caps.amountMax, 'amount-over') ??
    over(scope.area, caps.areaMax, 'area-over') ??
    over(scope.headcount, caps.headcountMax, 'headcount-over') ??
    over(scope.riskGrade, caps.riskGradeMax, 'risk-over') ??
    over(scope.cumulativeAmount, caps.cumulativeAmountMax, 'cumulative-over') ??
    over(scope.cumulativeCount, caps.cumulativeCountMax, 'cumulative-over')
  );
}

function over(figure: number | undefined, max: number | null, code: CheckRefusalCode): CheckRefusalCode | undefined {
  if (max === null) return undefined;
  if (figure === undefined) return 'scope-unknown';
  // Written so that NaN is refused too.
  return figure <= max ? undefined : code;
}

function isInRegion(regions: readonly string[], region: string): boolean {
  for (const prefix of regions) if (region.startsWith(prefix)) return true;
  return false;
}

function isExcluded(version: HeldTerms, act: Act): boolean {
  for (const flag of act.flags) {
    if ((version.exclusions & (exclusionBit[flag] ?? 0)) === 0) continue;
    const isOldRefusal =
      flag === 'priorRefusal' &&
      act.priorRefusalMonths !== undefined &&
      act.priorRefusalMonths >= version.priorRefusalMonths;
    if (!isOldRefusal) return true;
  }
  return false;
}

/** The day's count and the handling time bind signatures; the window binds every act under the letter. */
function againstLimits(limits: HeldLimits, act: Act, bit: number): CheckRefusalCode | undefined {
  // A machine reads in a millisecond and does not tire.
  if (act.role !== 'ruleSet' && (signing & bit) !== 0) {
    if (limits.maxDecisionsPerDay !== Infinity && !((act.decisionsToday ?? NaN) < limits.maxDecisionsPerDay)) {
      return act.decisionsToday === undefined ? 'limit-unknown' : 'daily-limit-reached';
    }
    if (
      limits.minHandlingSeconds > 0 &&
      !((act.handlingSeconds ?? NaN) >= limits.minHandlingSeconds) &&
      isBlank(act.handlingReason)
    ) {
      return act.handlingSeconds === undefined ? 'limit-unknown' : 'handled-too-fast';
    }
  }
  if (limits.windowFrom < 0) return undefined;
  const minute = minuteInChina(act.at);
  return minute >= limits.windowFrom && minute < limits.windowTo ? undefined : 'outside-hours';
}

/** Minutes after midnight on a wall clock in Beijing, read off the text without building a date. */
export function minuteInChina(at: string): number {
  const hour = (at.charCodeAt(11) - 48) * 10 + (at.charCodeAt(12) - 48);
  const minute = (at.charCodeAt(14) - 48) * 10 + (at.charCodeAt(15) - 48);
  return ((hour + 8) % 24) * 60 + minute;
}

function isHolderOf(ruleSetHash: string, holder: string): boolean {
  return holder.length === ruleSetHash.length + 8 && holder.startsWith('ruleset/') && holder.endsWith(ruleSetHash);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function maskOf(...powers: readonly string[]): number {
  return powers.reduce((mask, power) => mask | (powerBit[power] ?? 0), 0);
}

function ranksOf(codes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(codes.map((code, rank) => [code, rank]));
}
