import { type Refusal, type RefusalDetail, refuse } from '../kernel/refusal.ts';
import type { Act } from './act.ts';
import type { MandateRef } from '../journal/journal.ts';
import type { HeldTerms } from './held.ts';
import { type CheckRefusalCode, checkRefusals } from './refusals.ts';

/** The refusal with the figures that make it exact. */
export function refusalOf(
  code: CheckRefusalCode,
  act: Act,
  terms?: HeldTerms,
  ref?: Pick<MandateRef, 'mandateNo' | 'version'>,
): Refusal<CheckRefusalCode> {
  const detail: Record<string, RefusalDetail> = { holder: act.holder, itemId: act.itemId, power: act.power };
  if (terms !== undefined && ref !== undefined) {
    detail.mandateNo = ref.mandateNo;
    detail.version = ref.version;
    const figures = figuresOf(code, terms, act);
    if (figures !== undefined) Object.assign(detail, figures);
  }
  return refuse(checkRefusals, code, detail);
}

function figuresOf(
  code: CheckRefusalCode,
  terms: HeldTerms,
  act: Act,
): Readonly<Record<string, RefusalDetail>> | undefined {
  const { at, scope, flags } = act;
  const { caps, limits } = terms;
  switch (code) {
    case 'mandate-expired':
    case 'mandate-superseded':
      return { at, to: terms.toAt };
    case 'mandate-not-yet':
      return { at, from: terms.fromAt };
    case 'amount-over':
      return { amount: scope.amount ?? null, max: caps.amountMax };
    case 'area-over':
      return { area: scope.area ?? null, max: caps.areaMax };
    case 'headcount-over':
      return { headcount: scope.headcount ?? null, max: caps.headcountMax };
    case 'risk-over':
      return { riskGrade: scope.riskGrade ?? null, max: caps.riskGradeMax };
    case 'cumulative-over':
      return { amount: scope.cumulativeAmount ?? null, count: scope.cumulativeCount ?? null };
    case 'region-outside':
      return { region: scope.region };
    case 'applicant-kind-outside':
      return { applicantKind: scope.applicantKind };
    case 'excluded-case':
      return { flags };
    case 'daily-limit-reached':
      return { decisionsToday: act.decisionsToday ?? null, max: limits?.maxDecisionsPerDay ?? null };
    case 'handled-too-fast':
      return { handlingSeconds: act.handlingSeconds ?? null, min: limits?.minHandlingSeconds ?? null };
    case 'role-not-held':
      return { role: act.role };
    default:
      return undefined;
  }
}
