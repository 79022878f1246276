import { z } from 'zod';
import { waysOf } from '../confirmation/actions.ts';
import type { PasskeyAddress } from '../confirmation/confirmation.ts';
import type { Platform } from '../platform.ts';

/** What `navigator.credentials.get` is given, as JSON (WebAuthn Level 3 §5.1.4). */
export const PasskeyOptions = z
  .object({
    challenge: z.string(),
    rpId: z.string(),
    allowCredentials: z.array(
      z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.string()) }),
    ),
    userVerification: z.literal('required'),
    timeout: z.int(),
  })
  .meta({ id: 'PasskeyRequestOptions' });

/** A question to the passkeys of one person. */
export function passkeyOptions(
  { confirmation }: Pick<Platform, 'confirmation'>,
  of: { readonly personId: string; readonly site: PasskeyAddress; readonly challenge: string },
): z.input<typeof PasskeyOptions> {
  return {
    challenge: of.challenge,
    rpId: of.site.rpId,
    allowCredentials: waysOf(confirmation, of.personId).passkeys.map(({ credentialId, transports }) => ({
      type: 'public-key',
      id: credentialId,
      transports: [...transports],
    })),
    userVerification: 'required',
    timeout: 120_000,
  };
}
