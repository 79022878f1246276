import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { checkCode } from './codes.ts';
import { answered } from './confirm.ts';
import type { CameThrough, WayChange, WayProof } from './record.ts';
import { confirmationRefusals } from './refusals.ts';
import { type ConfirmationRoom, waysOf } from './room.ts';
import { hasWay } from './ways.ts';

/** A change of one's own ways, with the answer by a way that one holds. */
export interface ChangeAsked {
  readonly personId: string;
  readonly through: CameThrough;
  readonly requestId: string;
  readonly at: Instant;
  readonly change: WayChange;
  readonly proof: WayProof | undefined;
}

/**
 * R72: whether the person proved the change with a way that he holds. Password and PIN may be a thief's, who would else register a
 * passkey of his own beside the owner's. Undefined when he holds none: the first way needs the PIN alone.
 */
export async function proveChange(
  room: ConfirmationRoom,
  { personId, through, requestId, at, change, proof }: ChangeAsked,
): Promise<Refusal | undefined> {
  const ways = waysOf(room, personId);
  if (!hasWay(ways)) return undefined;
  if (proof === undefined) return refuse(confirmationRefusals, 'way-unproved');
  const useId = sm3Hex(`${change}\n${requestId}`);
  if ('code' in proof) {
    if (!ways.codes) return refuse(confirmationRefusals, 'codes-not-enabled');
    const step = await checkCode(room, { personId, code: proof.code, through, useId, at });
    return isRefusal(step) ? step : undefined;
  }
  const made = await answered(room, { personId, useId, at }, { ...proof, through, purpose: 'change' });
  if (isRefusal(made)) return made;
  return made.question.decisions[0] === change ? undefined : refuse(confirmationRefusals, 'way-unproved');
}
