import { refuse } from '../kernel/refusal.ts';
import { isLogged } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';
import { type Can, canOf } from './case-can.ts';
import { httpRefusals } from './refusals.ts';

/** Whether the evidence bundle of a stream can be made now; it waits until its last act has its place in the log. */
export async function evidenceCan(platform: Platform, stream: string, lastSeq: number): Promise<Can> {
  const isThere = await isLogged(platform.ledger, stream, lastSeq);
  return canOf(isThere ? undefined : refuse(httpRefusals, 'evidence-waits'));
}
