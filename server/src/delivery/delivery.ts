import { type Authority, fencesOf, mandateOf, requireState } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { type DecisionView, viewDecision } from '../decision/decision.ts';
import { Service } from '../document/document.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { deliveryRefusals } from './refusals.ts';

/** How the decision reaches the applicant 送达 (R87). */
export const Deliver = Service;
export type Deliver = Service;

export interface DeliverFacts {
  /** The clerk hands out under the agreement; the robot's electronic service rests on the applicant's consent. */
  readonly authority: Authority | Refusal | undefined;
  /** R9: a lawful fee that is unpaid holds the issue of the result, and nothing else. */
  readonly isHeldByFee: boolean;
}

export interface DeliveryView {
  readonly decision: DecisionView;
  readonly delivered:
    | { readonly at: string; readonly method: Deliver['method']; readonly recipient: string }
    | undefined;
}

/** Folds delivery on top of the decision. */
export function viewDelivery(events: readonly Recorded[]): DeliveryView {
  const last = events.findLast((event) => event.type === 'CaseDelivered');
  const delivered = last === undefined ? undefined : { at: last.at, ...Deliver.parse(last.data) };
  return { decision: viewDecision(events), delivered };
}

/** Service of the sealed decision; electronically the moment of arrival counts (R87). */
export const deliverCase: Step<Deliver, DeliveryView, DeliverFacts> = {
  name: 'deliverCase',
  view: viewDelivery,
  decide(view, command, facts, { actor }) {
    const { application } = view.decision.review.acceptance;
    const refusal = requireState(application.state, 'CaseDelivered');
    if (refusal !== undefined) return refusal;
    if (application.received === undefined) return refuse(applicationRefusals, 'unknown-case');
    const paper = view.decision.decided?.paper;
    // Decided but unsealed is a paper decision alone: everything else is sealed in the commit that decides it (R82).
    if (application.state === 'decided' && paper === undefined)
      return refuse(applicationRefusals, 'wrong-state', { state: application.state, act: 'CaseDelivered' });
    if (command.method === 'electronic' && paper !== undefined) return refuse(deliveryRefusals, 'paper-is-handed-over');
    if (command.method === 'electronic' && !application.received.eDelivery) {
      return refuse(deliveryRefusals, 'no-consent-to-electronic-service');
    }
    if (actor.kind === 'robot' && command.method !== 'electronic') {
      return refuse(deliveryRefusals, 'service-method-not-for-robot', { method: command.method });
    }
    if (facts.isHeldByFee) return refuse(feeRefusals, 'fee-unpaid');
    if (isRefusal(facts.authority)) return facts.authority;
    return {
      events: [{ type: 'CaseDelivered', data: command, ...mandateOf(facts.authority) }],
      fences: fencesOf(facts.authority),
    };
  },
};
