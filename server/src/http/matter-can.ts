import { z } from 'zod';
import { findOrgan } from '../identity/actions.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { itemsInForce } from '../matter/actions.ts';
import { activeHolds, againstOver, liftersOf } from '../matter/matter.ts';
import { matterRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { Can, canOf } from './case-can.ts';
import { type OpenedMatter, organsOf } from './matter-access.ts';
import { Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';

export const HoldShown = z.object({
  rule: z.int(),
  items: z.array(z.string()),
  why: Text,
  /** The organs that may lift it. */
  liftedBy: z.array(z.object({ name: z.string(), nameEn: z.string() })),
  can: Can,
});

export const MatterCan = z.object({ withdraw: Can, omit: Can });

/** What the caller could do with the matter now; the very refusals that trying would give. */
export function matterCan({ view }: OpenedMatter, caller: Caller): z.input<typeof MatterCan> {
  const stranger = caller.kind === 'applicant' ? undefined : refuse(httpRefusals, 'not-permitted');
  const over = stranger ?? againstOver(view);
  const isWaiting = [...view.children.values()].some(({ state }) => state === 'waiting');
  const omit = over ?? (isWaiting ? undefined : refuse(matterRefusals, 'child-not-waiting'));
  return { withdraw: canOf(over), omit: canOf(omit) };
}

/** The holds that stand, each with who lifts it and whether the caller may. */
export function holdsShown(platform: Platform, opened: OpenedMatter, at: Instant): z.input<typeof HoldShown>[] {
  const { bundle, view, caller } = opened;
  const items = itemsInForce(platform, at);
  return activeHolds(bundle, view).map((hold) => {
    const lifters = liftersOf(hold, items);
    return {
      rule: hold.rule,
      items: [...hold.items],
      why: hold.why,
      liftedBy: lifters.map((code) => {
        const organ = findOrgan(platform.identity, code);
        return { name: organ?.name ?? code, nameEn: organ?.nameEn ?? code };
      }),
      can: canOf(againstLifting(opened, caller, lifters)),
    };
  });
}

function againstLifting(
  { view }: OpenedMatter,
  caller: Caller,
  lifters: ReturnType<typeof liftersOf>,
): Refusal | undefined {
  if (caller.kind === 'applicant') return refuse(httpRefusals, 'not-permitted');
  const isHis = organsOf(caller).some((organ) => lifters.includes(organ));
  return againstOver(view) ?? (isHis ? undefined : refuse(matterRefusals, 'hold-not-yours', { lifters }));
}
