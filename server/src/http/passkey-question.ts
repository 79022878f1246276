import { z } from 'zod';
import { askToSign } from '../confirmation/actions.ts';
import { passkeyAddress } from '../confirmation/confirmation.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { throughOf } from './confirmation.ts';
import { PasskeyOptions, passkeyOptions } from './passkey-options.ts';

/** The question to a passkey, with the nonce under which its answer is sent back. */
export const PasskeyQuestion = z.object({ nonce: z.string(), options: PasskeyOptions });

interface Asking {
  readonly caller: Extract<Caller, { readonly kind: 'staff' }>;
  readonly address: string;
  readonly host: string;
  readonly at: Instant;
}

/** Asks the passkey of the caller to confirm exactly what has these hashes; good once, for five minutes, in this session (R72). */
export async function askPasskey(
  platform: Platform,
  { caller, address, host, at }: Asking,
  hashes: readonly string[],
): Promise<z.input<typeof PasskeyQuestion> | Refusal> {
  const site = passkeyAddress(platform.passkeyUrl, host);
  if (isRefusal(site)) return site;
  const { personId } = caller.person;
  const of = { personId, through: throughOf(caller, address), address: site, at };
  const asked = await askToSign(platform.confirmation, of, hashes);
  if (isRefusal(asked)) return asked;
  return { nonce: asked.nonce, options: passkeyOptions(platform, { personId, site, challenge: asked.challenge }) };
}
