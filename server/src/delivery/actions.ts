import { caseStream } from '../application/actions.ts';
import { authorityFor, type Call, type CasePorts, getPinnedVersion, intakeAct } from '../application/application.ts';
import { holdsResult, viewFee } from '../fee/fee.ts';
import { perform } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { type Deliver, deliverCase, viewDelivery } from './delivery.ts';

export { serveLetter } from './licence-letter.ts';

export const deliveryRobot: Actor = { kind: 'robot', id: 'robot/delivery' };

/** Serves the decision on the applicant. */
export function deliver(ports: CasePorts, call: Call, caseNo: string, command: Deliver): Promise<Performed | Refusal> {
  return perform(ports.journal, deliverCase, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => {
      const { received } = viewDelivery(events).decision.review.acceptance.application;
      if (received === undefined) return { authority: undefined, isHeldByFee: false };
      const { item } = getPinnedVersion(ports, received.itemId, received.itemVersion);
      const isHeldByFee = holdsResult(viewFee(events), item);
      if (call.actor.kind === 'robot') return { authority: undefined, isHeldByFee };
      return { authority: authorityFor(ports, call, intakeAct('handOut', received)), isHeldByFee };
    },
  });
}
