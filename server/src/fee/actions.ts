import { caseStream } from '../application/actions.ts';
import {
  type Authority,
  type Call,
  type CasePorts,
  findPerson,
  getPinnedVersion,
  isHeadOf,
  personFence,
} from '../application/application.ts';
import { factsOf } from '../decision/decision.ts';
import { holdsPost } from '../identity/identity.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import {
  assessFee,
  type PaymentOffice,
  recordPayment,
  reduceFee,
  type Reduction,
  type Refund,
  refundFee,
  viewFee,
} from './fee.ts';
import { feeRefusals } from './refusals.ts';

export interface FeePorts extends CasePorts {
  readonly paymentOffice: PaymentOffice;
}

export const feeRobot: Actor = { kind: 'robot', id: 'robot/fees' };

/** Reckons the fee of a granted case and makes its payment notice. */
export function assess(
  ports: CasePorts,
  call: Pick<Call, 'requestId' | 'at'>,
  caseNo: string,
): Promise<Performed | Refusal> {
  return perform(ports.journal, assessFee, {
    realm: ports.realm,
    ...call,
    actor: feeRobot,
    stream: caseStream(caseNo),
    command: undefined,
    facts: (events) => {
      const item = itemOf(ports, events);
      return item === undefined ? undefined : { item, facts: factsOf(viewFee(events).decision.review, item) };
    },
  });
}

/** Pays the notice at the office and enters its receipt. */
export async function pay(ports: FeePorts, call: Call, caseNo: string): Promise<Performed | Refusal> {
  const { fee, decision } = viewFee(await readStream(ports.journal, ports.realm, caseStream(caseNo)));
  const payer = decision.review.acceptance.application.received?.applicant.name ?? '';
  // Who asks again under the same request id is answered with the receipt that he had.
  if (fee.state === 'none' || fee.state === 'waived') return refuse(feeRefusals, 'fee-not-due', { state: fee.state });
  const { noticeNo, dueFen: fen } = fee;
  const receipt =
    fee.state === 'due' ? await ports.paymentOffice.pay({ noticeNo, fen, payer, at: call.at }) : fee.receipt;
  return perform(ports.journal, recordPayment, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command: receipt,
    asked: { pay: noticeNo },
    facts: () => undefined,
  });
}

/** Reduces or waives. */
export function reduce(ports: CasePorts, call: Call, caseNo: string, command: Reduction): Promise<Performed | Refusal> {
  return perform(ports.journal, reduceFee, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => ({ authority: organAuthority(ports, call, events) }),
  });
}

/** Enters the refund, then has the office give the money back; the office gives it back once, however often it is asked. */
export async function refund(
  ports: FeePorts,
  call: Call,
  caseNo: string,
  command: Refund,
): Promise<Performed | Refusal> {
  const done = await perform(ports.journal, refundFee, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => ({ authority: organAuthority(ports, call, events) }),
  });
  if (isRefusal(done)) return done;
  const { fee } = viewFee(await readStream(ports.journal, ports.realm, caseStream(caseNo)));
  if (fee.state === 'refunded') await ports.paymentOffice.refund(fee.receipt, command.reason);
  return done;
}

/** By office: the head of the organ, or its chief representative at the centre. */
function organAuthority(ports: CasePorts, { actor, at }: Call, events: readonly Recorded[]): Authority | Refusal {
  const organ = itemOf(ports, events)?.dept ?? '';
  const person = findPerson(ports, actor);
  const isChief = person !== undefined && holdsPost(person, 'chiefRepresentative', organ, at);
  if (!isChief && !isHeadOf(ports, actor, organ)) return refuse(feeRefusals, 'fee-not-yours', { organ });
  return { office: organ, fences: [personFence(ports, actor.id)] };
}

function itemOf(ports: CasePorts, events: readonly Recorded[]) {
  const { received } = viewFee(events).decision.review.acceptance.application;
  return received === undefined ? undefined : getPinnedVersion(ports, received.itemId, received.itemVersion).item;
}
