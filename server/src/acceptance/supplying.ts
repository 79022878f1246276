import { gatherAgainPart, supplyAct } from '../application/actions.ts';
import {
  type Call,
  type CasePorts,
  type Supply,
  supplyCorrection,
  supplyTolerated,
} from '../application/application.ts';
import { part, perform, performParts } from '../journal/actions.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { viewAcceptance } from './acceptance.ts';
import { promiseFacts } from './promise.ts';

/** The applicant answers the correction notice. */
export function supplyCorrections(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  supply: Supply,
): Promise<Performed | Refusal> {
  const act = supplyAct(ports, call, caseNo, { supply, owed: owedOf });
  const facts: typeof act.facts = async (events, context) => ({
    ...(await act.facts(events, context)),
    ...(supply.deferral === undefined ? {} : await promiseFacts(ports, call, events)),
  });
  return performParts(ports.journal, { ...act, asked: { supply } }, [
    part(supplyCorrection, act.command, facts),
    gatherAgainPart(ports),
  ]);
}

/** Deferred materials arrive. */
export function supplyDeferred(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  supply: Supply,
): Promise<Performed | Refusal> {
  return perform(ports.journal, supplyTolerated, supplyAct(ports, call, caseNo, { supply, owed: owedOf }));
}

/** What the notice or the promise of a case still waits for. */
function owedOf(events: readonly Recorded[]): readonly string[] {
  return viewAcceptance(events).owed;
}
