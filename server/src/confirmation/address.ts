import { isIP } from 'node:net';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { confirmationRefusals } from './refusals.ts';

/** Where passkeys are good: the origin that the browser must name, and the host name to which they are bound (WebAuthn §5.1.3). */
export interface PasskeyAddress {
  readonly origin: string;
  readonly rpId: string;
}

const LOOPBACK = 'localhost';

/**
 * The address for passkeys: what the operator set; without a setting only `localhost`, by which browsers let one try, taken from
 * the address in the browser. Behind a proxy nothing but the setting knows by what name people come in.
 */
export function passkeyAddress(
  publicUrl: string | undefined,
  host: string,
): PasskeyAddress | Refusal<'passkey-address-unfit'> {
  const url = publicUrl ?? `http://${host}`;
  if (!URL.canParse(url)) return refuse(confirmationRefusals, 'passkey-address-unfit', { host });
  const { origin, hostname, protocol } = new URL(url);
  const isOwn = publicUrl !== undefined && protocol === 'https:' && isIP(hostname.replaceAll(/[[\]]/g, '')) === 0;
  return isOwn || hostname === LOOPBACK
    ? { origin, rpId: hostname }
    : refuse(confirmationRefusals, 'passkey-address-unfit', { host: hostname });
}

const FRESH_MINUTES = 10;

/** Whether the session began so recently that a change of the ways of confirming may be asked of it. */
export function isFreshSignIn(signedInAt: Instant, at: Instant): boolean {
  return Date.parse(at) - Date.parse(signedInAt) < FRESH_MINUTES * 60_000;
}
