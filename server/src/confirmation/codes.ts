import { chargeGuess, forgiveGuesses } from '../identity/actions.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { decryptSecret, stepOfCode } from './one-time-code.ts';
import type { CameThrough } from './record.ts';
import { confirmationRefusals } from './refusals.ts';
import type { ConfirmationRoom } from './room.ts';
import { findCodeSecret, replaceCodeSecret, takeStep } from './store.ts';

/** A code that somebody typed, for the act `useId`. */
export interface GivenCode {
  readonly personId: string;
  readonly code: string;
  readonly through: CameThrough;
  readonly useId: string;
  readonly at: Instant;
}

/**
 * The time step of a right code, used up by this act. Wrong ones are counted with the wrong passwords of the account and lock it
 * the same way; each code counts once (RFC 6238 §5.2).
 */
export async function checkCode(
  room: ConfirmationRoom,
  { personId, code, through, useId, at }: GivenCode,
): Promise<number | Refusal<'code-refused' | 'code-used'>> {
  const { door, realm } = room;
  const guess = { login: through.login, address: through.address, at };
  const isHeard = await chargeGuess(door, guess);
  const secret = isHeard ? await readSecret(room, personId) : undefined;
  const step = secret === undefined ? undefined : stepOfCode(secret, code, at);
  if (step === undefined) return refuse(confirmationRefusals, 'code-refused');
  await forgiveGuesses(door, guess);
  const isFirst = await takeStep(door.database, { realm, personId }, step, useId);
  return isFirst ? step : refuse(confirmationRefusals, 'code-used');
}

/** The secret of the person's codes in clear; it is never written anywhere. */
export async function readSecret({ door, realm, codeKey }: ConfirmationRoom, personId: string) {
  const stored = await findCodeSecret(door.database, realm, personId);
  return stored === undefined ? undefined : decryptSecret(stored, await codeKey(), `${realm}\n${personId}`);
}

export function forgetCodes({ door, realm }: ConfirmationRoom, personId: string, at: Instant): Promise<void> {
  return replaceCodeSecret(door.database, { realm, personId }, null, at);
}
