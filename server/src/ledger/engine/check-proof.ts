import { toHex } from '@liangqian/verify/bytes.ts';
import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { readSigsumEntry, verifySigsumLeaf } from '@liangqian/verify/sigsum.ts';
import { leafHash } from '@liangqian/verify/tree.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { sm3Hex } from '../../kernel/digest.ts';
import { committed, LogRecord } from '../ledger.ts';
import { type ProofBundle, SignedRecord } from './engine.ts';

/** What a proof shows: the record and who witnessed it, or why it shows nothing. */
export type ProofVerdict =
  | { readonly state: 'yes'; readonly record: SignedRecord; readonly witnesses: readonly string[] }
  | { readonly state: 'no' | 'undecided'; readonly why: string };

/** Checks a proof of any engine offline: pure, over bytes and the reader’s trust alone. */
export function checkProof(bundle: ProofBundle, trust: Trust): ProofVerdict {
  const proof = readLogProof(bundle.proof);
  const leaf = readSigsumEntry(bundle.leaf);
  if (proof === undefined || leaf === undefined) return { state: 'no', why: 'unreadable' };
  const judged = judgeLogProof(proof, leafHash(bundle.leaf), trust.policy);
  if (judged.state === 'unknown-log' || judged.state === 'no-quorum') return { state: 'undecided', why: judged.state };
  if (judged.state !== 'trusted') return { state: 'no', why: judged.state };
  if (!trust.submitKeys.some((key) => verifySigsumLeaf(leaf, bundle.logged, key)))
    return { state: 'no', why: 'submitted' };
  const logged = LogRecord.safeParse(jsonOf(bundle.logged)).data;
  const hash = Buffer.from(sm3Hex(bundle.body), 'hex');
  if (logged === undefined || logged.sm3 !== committed(hash, bundle.salt)) return { state: 'no', why: 'opened' };
  const record = recordIn(bundle.body);
  return record === undefined
    ? { state: 'no', why: `no record in the act ${toHex(hash)}` }
    : { state: 'yes', record, witnesses: judged.witnesses.map(({ name }) => name) };
}

/** The record that stands in the bytes of an act. */
export function recordIn(body: Uint8Array): SignedRecord | undefined {
  const events: unknown = Object(jsonOf(body)).events;
  const first: unknown = Array.isArray(events) ? events[0] : undefined;
  return SignedRecord.safeParse(Object(Object(first).data).record).data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
