import { z } from 'zod';
import { type Ceremony, openCeremony, useOfAct } from '../confirmation/actions.ts';
import { PasskeyAnswer } from '../confirmation/confirmation.ts';
import type { Confirming } from '../confirmation/confirmation.ts';
import { confirmationRefusals } from '../confirmation/refusals.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { throughOf } from './confirmation.ts';

/** With what the signer confirms: a passkey’s answer, or his PIN with a one-time code; a demonstration takes the PIN alone. */
export const confirmingFields = {
  pin: z.string().min(4).max(32).exactOptional(),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .exactOptional(),
  passkey: PasskeyAnswer.exactOptional(),
} as const;

interface Given {
  readonly pin?: string | undefined;
  readonly code?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
}

/** The confirmation in a body; a passkey outranks a PIN beside it. None of it is ever stored but what the record keeps. */
export function confirmingOf(
  { pin, code, passkey }: Given,
  caller: Caller,
  address: string,
): Confirming | Refusal<'confirmation-missing'> {
  const through = throughOf(caller, address);
  if (passkey !== undefined) return { passkey, through };
  if (pin === undefined) return refuse(confirmationRefusals, 'confirmation-missing');
  return { pin, through, ...(code === undefined ? {} : { code }) };
}

/** The ceremony of one act on one stream outside a case, confirmed by what the body holds. */
export function ceremonyOf(
  { signer }: Pick<Platform, 'signer'>,
  { caller, address, requestId }: { readonly caller: Caller; readonly address: string; readonly requestId: string },
  stream: string,
  { command, ...given }: Given & { readonly command: object },
): Ceremony | Refusal {
  const confirming = confirmingOf(given, caller, address);
  return isRefusal(confirming) ? confirming : openCeremony(signer, confirming, useOfAct(requestId, stream, command));
}
