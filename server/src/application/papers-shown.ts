import type { Company, ConsentCall } from '../consent/actions.ts';
import { findConsent } from '../consent/actions.ts';
import { part } from '../journal/actions.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import { type ApplicationView, getPinnedVersion, requireState, viewApplication } from './application.ts';
import { type FoundNow, newIn } from './gather-again.ts';
import type { CasePorts } from './ports.ts';

/** What a holder shows at a window for his open case is taken on record, in the commit in which his code is read. */
const recordShown: Step<{ readonly purpose: string }, ApplicationView, FoundNow> = {
  name: 'recordShown',
  view: viewApplication,
  decide(view, command, found) {
    const refusal = requireState(view.state, 'FactsGathered');
    if (refusal !== undefined) return refusal;
    // Papers alone are shown, and what he showed is told, also where the statute had brought it in before.
    const { materials } = newIn(view, found);
    const data = { facts: [], materials, purpose: command.purpose, basis, grounds: found.grounds };
    return { events: [{ type: 'FactsGathered', data }] };
  },
};

const basis = '《个人信息保护法》第十三条、第十四条';

/** The act on the open case beside the reading of a code: its papers come on record under the consent. */
export function papersShown(ports: CasePorts, call: ConsentCall, caseNo: string): Company {
  return (consentId) => ({
    frame: {
      realm: ports.realm,
      ...call,
      requestId: `${call.requestId}/case`,
      stream: `case/${caseNo}`,
      asked: { shown: consentId, caseNo },
    },
    parts: [part(recordShown, { purpose: '申请人当面亮证' }, (events) => foundUnder(ports, call, consentId, events))],
  });
}

async function foundUnder(
  ports: CasePorts,
  { actor, at }: ConsentCall,
  consentId: string,
  events: readonly Recorded[],
): Promise<FoundNow> {
  const { received, form } = viewApplication(events);
  const view = await findConsent(ports, consentId);
  if (received === undefined || view.state === 'none') return { facts: [], materials: [], grounds: [] };
  const { caseNo, itemId, itemVersion, itemHash: _hash, ...application } = received;
  const { item } = getPinnedVersion(ports, itemId, itemVersion);
  // Nothing but what he shows: what he declined before stays closed, and nothing else is asked again beside it.
  const grounds = { kind: 'shown' as const, consent: { consentId, claims: view.given.claims } };
  const asked = { ...application, itemId, form: { ...form } };
  return ports.facts.gather({ caseNo, item, application: asked, operator: actor.id, grounds, at });
}
