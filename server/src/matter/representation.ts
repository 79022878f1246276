import { checkRepresentation } from '../application/application.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import type { SubmitMatter } from './view.ts';

/**
 * R15–R17: an agent and opposed interests are looked at when the matter is submitted, for each item for which the applicant himself
 * applies, so that nobody learns weeks later that no item began. An enterprise that is only founded on the way speaks for
 * itself once it is there; its own receipt then checks again, as every act does.
 */
export function againstRepresentation(
  command: SubmitMatter,
  {
    bundle,
    items,
    planned,
  }: { readonly bundle: Bundle; readonly items: ItemsInForce; readonly planned: readonly string[] },
  at: Instant,
): Refusal | undefined {
  if (command.agent === undefined) return undefined;
  const own = planned.filter((itemId) => bundle.founds === null || bundle.founds.items.includes(itemId));
  for (const itemId of own) {
    const item = items.get(itemId);
    const refusal = item === undefined ? undefined : checkRepresentation(command, item, at);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
