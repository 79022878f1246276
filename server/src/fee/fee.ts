import { z } from 'zod';
import { type Authority, fencesOf, mandateOf, requireState } from '../application/application.ts';
import type { Facts, Item } from '../catalogue/catalogue.ts';
import { type DecisionView, viewDecision } from '../decision/decision.ts';
import { type NewEvent, type Recorded, type Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { feeRefusals } from './refusals.ts';

/** Work that a grant leaves behind where its item charges. */
export const FEE_TOPIC = 'fee.assess';

const Line = z.object({
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  standard: z.string(),
  basis: z.string(),
  /** Hundredths of a yuan. */
  fen: z.int().min(0),
});
export type FeeLine = z.infer<typeof Line>;

/** What a payment office confirms. */
export const Receipt = z.object({
  receiptNo: z.string(),
  fen: z.int().min(0),
  paidAt: z.string(),
  /** Which office took it; `development` takes no money. */
  office: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** A lower fee, as the published standard allows it; nothing at all is a waiver. */
export const Reduction = z.strictObject({
  toFen: z.int().min(0),
  reason: z.string().trim().min(4).max(1000),
});
export type Reduction = z.infer<typeof Reduction>;

export const Refund = z.strictObject({ reason: z.string().trim().min(4).max(1000) });
export type Refund = z.infer<typeof Refund>;

/** The fee of a case as its events tell it. `dueFen` is what the notice asks now. */
export type FeeView =
  | { readonly state: 'none' }
  | ({ readonly state: 'due' } & Notice)
  | ({ readonly state: 'waived' } & Notice)
  | ({ readonly state: 'paid'; readonly receipt: Receipt } & Notice)
  | ({ readonly state: 'refunded'; readonly receipt: Receipt; readonly refundedFor: string } & Notice);

interface Notice {
  readonly noticeNo: string;
  readonly lines: readonly FeeLine[];
  readonly totalFen: number;
  readonly dueFen: number;
  readonly assessedAt: Instant;
  readonly reducedFor: string | undefined;
}

const Assessed = z.object({
  noticeNo: z.string(),
  lines: z.array(Line),
  totalFen: z.int(),
  payee: z.literal('treasury'),
});

export interface FeeCase {
  readonly decision: DecisionView;
  readonly fee: FeeView;
}

export function viewFee(events: readonly Recorded[]): FeeCase {
  return { decision: viewDecision(events), fee: events.reduce<FeeView>(after, { state: 'none' }) };
}

function after(fee: FeeView, event: Recorded): FeeView {
  switch (event.type) {
    case 'FeeAssessed': {
      const { noticeNo, lines, totalFen } = Assessed.parse(event.data);
      const notice = { noticeNo, lines, totalFen, dueFen: totalFen, assessedAt: event.at, reducedFor: undefined };
      return { state: 'due', ...notice };
    }
    case 'FeeReduced': {
      if (fee.state !== 'due') return fee;
      const { toFen, reason } = Reduction.parse(event.data);
      const reduced = { ...fee, dueFen: toFen, reducedFor: reason };
      return toFen === 0 ? { ...reduced, state: 'waived' } : reduced;
    }
    case 'FeePaid':
      return fee.state === 'due' ? { ...fee, state: 'paid', receipt: Receipt.parse(event.data) } : fee;
    case 'FeeRefunded': {
      if (fee.state !== 'paid') return fee;
      return { ...fee, state: 'refunded', refundedFor: Refund.parse(event.data).reason };
    }
    default:
      return fee;
  }
}

/** R9: what a granted case costs, line by line; refused where a line has no basis that may create a fee. */
export function reckonFee(item: Item, facts: Facts): readonly FeeLine[] | Refusal {
  const lines: FeeLine[] = [];
  for (const { code, name, standard, basis, payee, amount } of item.fees.charged ? item.fees.lines : []) {
    if (payee !== 'treasury' || (basis.rank !== 'law' && basis.rank !== 'adminRegulation'))
      return refuse(feeRefusals, 'fee-not-chargeable', { code, rank: basis.rank, payee });
    const fen = fenOf(amount, facts);
    if (fen === undefined) return refuse(feeRefusals, 'fee-undetermined', { code });
    lines.push({ code, name, standard, basis: `《${basis.law}》${basis.article}`, fen });
  }
  return lines;
}

function fenOf(amount: Item['fees']['lines'][number]['amount'], facts: Facts): number | undefined {
  if (amount.kind === 'fixed') return amount.fen;
  const value = facts[amount.input]?.value;
  if (typeof value !== 'number' || value < 0) return undefined;
  if (amount.kind === 'perUnit') {
    const fen = Math.round(amount.fen * value);
    return Number.isSafeInteger(fen) ? fen : undefined;
  }
  return amount.tiers.find(({ upTo }) => upTo === null || value <= upTo)?.fen;
}

/** Whether the result is held back: granted, charged and neither paid nor waived. A refusal is served whatever it costs. */
export function holdsResult({ decision, fee }: FeeCase, item: Item): boolean {
  const { decided } = decision;
  if (decided === undefined || decided.outcome === 'REFUSE' || !item.fees.charged) return false;
  // R63: what statute grants by silence waits for a fee that was asked, never for one that the organ has not reckoned.
  if (decided.outcome === 'DEEMED_RENEWED') return fee.state === 'due';
  return fee.state === 'none' || fee.state === 'due';
}

/** R9: the payment notice of a granted case. A robot's act: it reckons what the published standard says. */
export const assessFee: Step<undefined, FeeCase, { readonly item: Item; readonly facts: Facts } | undefined> = {
  name: 'assessFee',
  view: viewFee,
  decide({ decision, fee }, _command, given) {
    const { application } = decision.review.acceptance;
    const refusal = requireState(application.state, 'FeeAssessed');
    if (refusal !== undefined) return refusal;
    const granted = decision.decided !== undefined && decision.decided.outcome !== 'REFUSE';
    if (given === undefined || !granted || fee.state !== 'none') return refuse(feeRefusals, 'fee-not-due');
    const lines = reckonFee(given.item, given.facts);
    if (isRefusal(lines)) return lines;
    if (lines.length === 0) return refuse(feeRefusals, 'fee-not-due');
    const totalFen = lines.reduce((sum, { fen }) => sum + fen, 0);
    const noticeNo = `JK${application.caseNo}`;
    return { events: [{ type: 'FeeAssessed', data: { noticeNo, lines: [...lines], totalFen, payee: 'treasury' } }] };
  },
};

/** The office confirms a payment; the result goes out from here. */
export const recordPayment: Step<Receipt, FeeCase, undefined> = {
  name: 'recordPayment',
  view: viewFee,
  decide({ decision, fee }, receipt) {
    const refusal = requireState(decision.review.acceptance.application.state, 'FeePaid');
    if (refusal !== undefined) return refusal;
    if (fee.state !== 'due') return refuse(feeRefusals, 'fee-not-due', { state: fee.state });
    if (receipt.fen !== fee.dueFen)
      return refuse(feeRefusals, 'fee-amount-differs', { asked: fee.dueFen, paid: receipt.fen });
    return goesOut(decision, { type: 'FeePaid', data: receipt });
  },
};

/** A reduction with its reason, by the head or the chief representative; nothing left to pay is a waiver. */
export const reduceFee: Step<Reduction, FeeCase, { readonly authority: Authority | Refusal }> = {
  name: 'reduceFee',
  view: viewFee,
  decide({ decision, fee }, command, { authority }) {
    const refusal = requireState(decision.review.acceptance.application.state, 'FeeReduced');
    if (refusal !== undefined) return refusal;
    if (isRefusal(authority)) return authority;
    if (fee.state !== 'due' || command.toFen >= fee.dueFen)
      return refuse(feeRefusals, 'fee-not-due', { state: fee.state, toFen: command.toFen });
    const event: NewEvent = { type: 'FeeReduced', data: command, ...mandateOf(authority) };
    const reduced = command.toFen === 0 ? goesOut(decision, event) : { events: [event] };
    return { ...reduced, fences: fencesOf(authority) };
  },
};

/** What was paid without being owed goes back. */
export const refundFee: Step<Refund, FeeCase, { readonly authority: Authority | Refusal }> = {
  name: 'refundFee',
  view: viewFee,
  decide({ decision, fee }, command, { authority }) {
    const refusal = requireState(decision.review.acceptance.application.state, 'FeeRefunded');
    if (refusal !== undefined) return refusal;
    if (isRefusal(authority)) return authority;
    if (fee.state !== 'paid') return refuse(feeRefusals, 'fee-not-due', { state: fee.state });
    return {
      events: [{ type: 'FeeRefunded', data: command, ...mandateOf(authority) }],
      fences: fencesOf(authority),
    };
  },
};

/** Nothing holds the result any more: who agreed to electronic service is served now. */
function goesOut({ review }: DecisionView, event: NewEvent) {
  const { received, state } = review.acceptance.application;
  const serves = received?.eDelivery === true && state === 'sealed';
  return {
    events: [event],
    ...(serves ? { outbox: [{ topic: 'delivery.serve', payload: { caseNo: received.caseNo } }] } : {}),
  };
}

export { developmentOffice, type PaymentOffice } from './payment-office.ts';
