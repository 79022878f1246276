import { deflateSync } from 'node:zlib';
import type { Instant } from '../kernel/time.ts';
import { type CredentialKey, seconds, signJws } from './credential.ts';

/** Whether credentials still stand, as a signed list without names (draft-ietf-oauth-status-list). */

/** Two bits each: valid, invalid, suspended; the fourth value is not used. */
const BITS = 2;
/** Places in one list: 32 kB before it is compressed, so that nobody who asks for a list tells whose place he looks at. */
export const LIST_SIZE = 131_072;
/** How long a list may be kept before one asks again. */
export const LIST_SECONDS = 300;

export type StatusValue = 0 | 1 | 2;

/** Where a place of the register stands. */
export function statusPlace(publicUrl: string, statusIndex: number): { readonly uri: string; readonly idx: number } {
  const list = Math.floor(statusIndex / LIST_SIZE);
  return { uri: `${publicUrl}/licence-status/${list}`, idx: statusIndex % LIST_SIZE };
}

/** The bytes of a list: the first place in the lowest bits of the first byte (§4.1). */
export function statusBytes(marked: readonly { readonly idx: number; readonly status: StatusValue }[]): Uint8Array {
  const bytes = new Uint8Array((LIST_SIZE * BITS) / 8);
  for (const { idx, status } of marked) {
    const place = Math.floor((idx * BITS) / 8);
    bytes[place] = (bytes[place] ?? 0) | (status << ((idx * BITS) % 8));
  }
  return bytes;
}

/** The list as a signed token `statuslist+jwt` (§5.1). */
export function signStatusList(
  list: { readonly uri: string; readonly bytes: Uint8Array; readonly at: Instant },
  key: CredentialKey,
): Promise<string> {
  const iat = seconds(list.at);
  const lst = deflateSync(list.bytes, { level: 9 }).toString('base64url');
  const payload = {
    sub: list.uri,
    iat,
    exp: iat + 2 * LIST_SECONDS,
    ttl: LIST_SECONDS,
    status_list: { bits: BITS, lst },
  };
  return signJws('statuslist+jwt', payload, key);
}
