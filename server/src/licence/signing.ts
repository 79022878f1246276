import type { Authority } from '../application/application.ts';
import { type Ceremony, signAct } from '../confirmation/actions.ts';
import type { FenceUse, StepContext } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { LicenceSigned } from './signed-act.ts';

/** An event on a licence as its signer would sign it: its type, its data without the signature, and on what he acts. */
export interface ToSign {
  readonly type: string;
  readonly data: object;
  readonly authority: Authority;
}

/** Opens the signer's key for exactly this event, and signs the text that its record keeps (R71, R72). */
export function signEvent(
  ceremony: Ceremony,
  { type, data, authority: { ref, office } }: ToSign,
  context: StepContext,
): Promise<{ readonly signed: LicenceSigned; readonly fences: readonly FenceUse[] } | Refusal> {
  const place = { stream: context.stream, type, signer: context.actor.id, mandate: ref };
  const declared = { recusal: 'none' as const, ...(office === undefined ? {} : { office }) };
  return signAct(ceremony, place, { data, declared }, context);
}
