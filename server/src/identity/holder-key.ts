import { sm3Hex } from '../kernel/digest.ts';
import { normalIdNo } from './person.ts';

/** Names the holder of a number in lists and sums without the number. */
export function holderKey(realm: string, idNo: string): string {
  const holder = `${realm}\n${idNo}`;
  const known = holderKeys.get(holder);
  if (known !== undefined) return known;
  const key = sm3Hex(`applicant\n${realm}\n${normalIdNo(idNo)}`);
  if (holderKeys.size >= HOLDER_KEYS) holderKeys.clear();
  holderKeys.set(holder, key);
  return key;
}

/** Every act on a case asks for the same few keys. */
const holderKeys = new Map<string, string>();
const HOLDER_KEYS = 5_000;
