import { availableParallelism } from 'node:os';
import { createPublicKey, hash, verify } from 'node:crypto';
import { sigsumMessage } from '@liangqian/verify/sigsum.ts';
import type { AuditRow } from '../src/ledger/audit/source.ts';

/** Everything that an audit cannot do without, and nothing else: the floor under it. */
export interface AuditFloor {
  /** Bytes that have to be hashed: acts, records, commitments, leaves and nodes of the tree. */
  readonly bytes: number;
  readonly hashSeconds: number;
  readonly hashCpuSeconds: number;
  readonly signatures: number;
  /** Of one thread that does nothing else. */
  readonly signatureSeconds: number;
  readonly signatureCpuSeconds: number;
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Hashes what an audit of these rows must hash, and checks the signatures that it must check; the bytes lie ready. */
export function measureFloor(rows: readonly AuditRow[], submitKey: Uint8Array): AuditFloor {
  const jobs = rows.flatMap(({ act, record, leaf, salt }) => {
    if (act === null || salt === null) return [];
    const commitment = Buffer.concat([salt, act.hash]);
    return [
      ['sm3', Buffer.from(act.body)] as const,
      // The subject once for each entry, the act and the act before it.
      ['sm3', Buffer.concat([salt, Buffer.from(act.stream)])] as const,
      ['sm3', commitment] as const,
      ['sm3', commitment] as const,
      ['sha256', Buffer.from(record)] as const,
      ['sha256', act.hash] as const,
      ['sha256', Buffer.concat([Buffer.of(0), leaf])] as const,
      // A tree has one node fewer than leaves.
      ['sha256', Buffer.alloc(65, 1)] as const,
    ];
  });
  const bytes = jobs.reduce((sum, [, part]) => sum + part.length, 0);
  const hashing = watch();
  // In the cheapest form that a hash can be had in; a buffer for each would cost more than a short hash.
  for (const [algorithm, part] of jobs) hash(algorithm, part, 'binary');
  const hashed = hashing();
  const key = createPublicKey({ key: Buffer.concat([SPKI, submitKey]), format: 'der', type: 'spki' });
  const signed = rows.map(({ leaf }) => [sigsumMessage(leaf.subarray(0, 32)), leaf.subarray(32, 96)] as const);
  const checking = watch();
  const verdicts = signed.map(([message, signature]) => verify(null, message, key, signature));
  const checked = checking();
  if (verdicts.includes(false)) throw new Error('a leaf that was just signed does not verify');
  return {
    bytes,
    hashSeconds: hashed.seconds,
    hashCpuSeconds: hashed.cpuSeconds,
    signatures: verdicts.length,
    signatureSeconds: checked.seconds,
    signatureCpuSeconds: checked.cpuSeconds,
  };
}

/** Wall and processor time of this program from now until the answer is asked for. */
function watch(): () => { readonly seconds: number; readonly cpuSeconds: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}

/** For the notes: a wall time on two cores is not one on thirty. */
export const cores = availableParallelism();
