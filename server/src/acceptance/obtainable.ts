import type { Call, CasePorts, ReceivedApplication } from '../application/application.ts';
import type { ItemVersion } from '../catalogue/catalogue.ts';

/** R6: what could be had now for this applicant; what he declined to have fetched he brings himself. */
export function obtainableFor(
  ports: CasePorts,
  { actor, at }: Call,
  { applicant, sharing }: ReceivedApplication,
  { item }: ItemVersion,
): Promise<readonly string[]> {
  const grounds = { kind: 'case' as const, declined: sharing?.declined ?? [] };
  return ports.facts.available({ applicant, item, operator: actor.id, purpose: '核对可免提交的材料', grounds, at });
}
