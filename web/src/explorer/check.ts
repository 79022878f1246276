import { fromHex, toHex } from '@liangqian/verify/bytes.ts';
import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { readSigsumEntry, verifySigsumLeaf } from '@liangqian/verify/sigsum.ts';
import { leafHash } from '@liangqian/verify/tree.ts';
import { readTrust, type Trust } from '@liangqian/verify/trust.ts';
import type { LogPlace } from './reads.ts';

export type Held = 'holds' | 'broken' | 'undecided';

/** A place in the log; with the record where the caller has it. */
export type Checkable = Pick<LogPlace, 'index' | 'leaf' | 'leafHash' | 'proof'> & { readonly record?: string };

/** Checks every place here, by the package that stands alone: inclusion, signatures of log and witnesses, and the record. */
export function checkPlaces(trustText: string, places: readonly Checkable[]): readonly Held[] {
  const trust = readTrust(trustText);
  return places.map((place) => ('reason' in trust ? 'undecided' : checkPlace(trust, place)));
}

function checkPlace(trust: Trust, { index, leaf, leafHash: told, proof, record }: Checkable): Held {
  const [bytes, read] = [fromHex(leaf), readLogProof(proof)];
  const hash = bytes === undefined ? undefined : leafHash(bytes);
  if (bytes === undefined || hash === undefined || read === undefined) return 'broken';
  if (read.index !== index || toHex(hash) !== told) return 'broken';
  if (record !== undefined && !isSubmitted(trust, bytes, record)) return 'broken';
  const { state } = judgeLogProof(read, hash, trust.policy);
  if (state === 'trusted') return 'holds';
  return state === 'forged' || state === 'not-included' ? 'broken' : 'undecided';
}

function isSubmitted({ submitKeys }: Trust, leaf: Uint8Array, record: string): boolean {
  const entry = readSigsumEntry(leaf);
  const text = new TextEncoder().encode(record);
  return entry !== undefined && submitKeys.some((key) => verifySigsumLeaf(entry, text, key));
}
