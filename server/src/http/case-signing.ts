import { z } from 'zod';
import { draftDecision } from '../decision/actions.ts';
import { viewDecision } from '../decision/decision.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { StaffCaller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';
import { rehearsal } from './rehearsal.ts';
import { MandateCited } from './timeline.ts';

/** What the next signature of this person would be, and on which mandate it would rest. */
export const Signing = z
  .object({
    plan: z.enum(['propose', 'endorse', 'decide']),
    signatureNo: z.int(),
    need: z.int(),
    mandate: MandateCited.exactOptional(),
    /** The sign list in which the mandate has the item. */
    list: z.union([z.literal(0), z.literal(1), z.literal(2)]).exactOptional(),
  })
  .meta({ id: 'Signing' });

/** Undefined where this person's signature would rest on nothing. */
export async function signingOf(
  platform: Platform,
  caller: StaffCaller,
  { events, received }: OpenedCase,
  at: Instant,
): Promise<z.input<typeof Signing> | undefined> {
  const proposed = viewDecision(events).signatures[0]?.outcome ?? 'GRANT';
  const draft = await draftDecision(rehearsal(platform, events), { actor: caller.actor, at }, events, {
    outcome: proposed,
    reason: '说明',
    facts: '',
    norms: [],
    forwardToHead: false,
  });
  if (isRefusal(draft)) return undefined;
  const { plan, signatureNo, need, authority } = draft;
  const signing = { plan, signatureNo, need: signaturesNeeded(need.signatures) };
  if (authority.ref === undefined) return signing;
  const { mandateNo, version } = authority.ref;
  const letter = platform.mandateBook.get(mandateNo)?.versions.find((one) => one.letter.version === version)?.letter;
  const list = letter?.items.find(({ itemId }) => itemId === received.itemId)?.list;
  return { ...signing, mandate: authority.ref, ...(list === undefined || list === null ? {} : { list }) };
}

/** Two at most (R75): what left the lists has a proposal and the decision of the head. */
export function signaturesNeeded(signatures: 0 | 1 | 2 | 'EX'): number {
  return signatures === 'EX' ? 2 : signatures;
}
