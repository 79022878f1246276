import { hash, sign } from 'node:crypto';
import { readCheckpoint, readCount, type SignedCheckpoint } from '@liangqian/verify/checkpoint.ts';
import {
  checkSignature,
  cosignedMessage,
  type NoteSignature,
  type VerifierKey,
  writeNote,
  writeSignature,
} from '@liangqian/verify/note.ts';
import { emptyRoot, verifyConsistency } from '@liangqian/verify/tree.ts';
import { areEqual, concat, fromBase64, uint64 } from '@liangqian/verify/bytes.ts';
import type { KeyObject } from 'node:crypto';

/** A witness (C2SP tlog-witness): it signs a head of a log only if that continues the last head it signed. */

/** What a witness remembers of a log: the last checkpoint it cosigned, with its own signature. */
export interface Remembered {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

export interface WitnessKey {
  readonly key: VerifierKey;
  readonly secret: KeyObject;
}

export type WitnessAnswer =
  | { readonly status: 200; readonly lines: string; readonly remember: Remembered }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string }
  /** The size that the witness has cosigned last. */
  | { readonly status: 409; readonly size: number };

export interface Asked {
  readonly oldSize: number;
  readonly path: readonly Uint8Array[];
  readonly signed: SignedCheckpoint;
}

const MOST_PATH_LINES = 63;

/** Reads the body of `add-checkpoint`; undefined when it is none. */
export function readAddCheckpoint(body: string): Asked | undefined {
  const split = body.indexOf('\n\n');
  const [first = '', ...hashes] = body.slice(0, Math.max(split, 0)).split('\n');
  const oldSize = first.startsWith('old ') ? readCount(first.slice(4)) : undefined;
  const signed = readCheckpoint(body.slice(split + 2));
  const path = hashes.flatMap((text) => fromBase64(text) ?? []);
  if (split < 0 || oldSize === undefined || signed === undefined || path.length !== hashes.length) return undefined;
  return path.length > MOST_PATH_LINES || path.some((one) => one.length !== 32) ? undefined : { oldSize, path, signed };
}

/**
 * Whether to cosign. `at` is in seconds since 1970. The caller keeps `remember` on disk before it answers, and asks about one log
 * one request at a time: else two requests could roll the witness back.
 */
export function judgeAddCheckpoint(
  asked: Asked | undefined,
  known: { readonly logs: readonly VerifierKey[]; readonly last: (origin: string) => Remembered | undefined },
  witness: WitnessKey,
  at: number,
): WitnessAnswer {
  if (asked === undefined) return { status: 400, reason: 'not an add-checkpoint request' };
  const { oldSize, path, signed } = asked;
  const { origin, size, root } = signed.checkpoint;
  const keys = known.logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return { status: 404, reason: 'unknown log' };
  const verdicts = keys.map((key) => checkSignature(signed.note, key).state);
  if (verdicts.includes('forged') || !verdicts.includes('signed'))
    return { status: 403, reason: 'not signed by the log' };
  if (oldSize > size) return { status: 400, reason: 'the old size is larger than the new one' };
  const last = known.last(origin) ?? { size: 0, root: emptyRoot() };
  if (last.size !== oldSize) return { status: 409, size: last.size };
  if (size === 0 && !areEqual(root, emptyRoot()))
    return { status: 422, reason: 'an empty log has the root of nothing' };
  const isConsistent = verifyConsistency({ oldSize, oldRoot: last.root, newSize: size, newRoot: root, path });
  if (!isConsistent) return { status: 422, reason: 'this log does not continue the one that was witnessed' };
  const cosignature = cosign(signed.note.text, witness, at);
  const own = signed.note.signatures.filter((one) =>
    keys.some((key) => one.name === key.name && areEqual(one.keyId, key.id)),
  );
  const note = writeNote({ text: signed.note.text, signatures: [...own, cosignature] });
  return { status: 200, lines: writeSignature(cosignature), remember: { size, root, note } };
}

function cosign(text: string, { key, secret }: WitnessKey, at: number): NoteSignature {
  const time = BigInt(at);
  const signature = concat(uint64(time), sign(null, cosignedMessage(text, time), secret));
  return { name: key.name, keyId: key.id, signature };
}

/** The path under which a witness shows what it remembers of a log. */
export function originHash(origin: string): string {
  return hash('sha256', origin);
}
