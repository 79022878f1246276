import { randomBytes } from 'node:crypto';

/** Fresh ids; an argument everywhere, so that a test or a simulation can replay a run. */
export interface Ids {
  readonly next: () => string;
}

export const randomIds: Ids = { next: () => uuidv7(Date.now(), randomBytes(10)) };

/** UUID version 7 (RFC 9562 §5.7): millisecond time, then 74 random bits. */
export function uuidv7(epochMs: number, random: Uint8Array): string {
  const time = epochMs.toString(16).padStart(12, '0');
  const tail = Buffer.from(random);
  tail[0] = (tail.readUInt8(0) & 0x0f) | 0x70;
  tail[2] = (tail.readUInt8(2) & 0x3f) | 0x80;
  const hex = time + tail.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Fresh randomness as text that goes anywhere, base64url; never less than 16 bytes. */
export function randomText(bytes: number): string {
  return randomBytes(Math.max(16, bytes)).toString('base64url');
}
