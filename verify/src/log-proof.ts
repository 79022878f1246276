import { fromBase64, toBase64 } from './bytes.ts';
import { readCheckpoint, readCount, type SignedCheckpoint } from './checkpoint.ts';
import { type CheckpointVerdict, judgeCheckpoint, type Policy } from './policy.ts';
import { verifyInclusion } from './tree.ts';

/** The proof that an entry is in a log and that witnesses saw it (C2SP tlog-proof v1): one text, checked without a network. */
export interface LogProof {
  readonly index: number;
  readonly path: readonly Uint8Array[];
  readonly signed: SignedCheckpoint;
  /** As it stands in the text: the signatures are over exactly these bytes. */
  readonly checkpointText: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';

export function writeLogProof({ index, path, checkpointText }: Omit<LogProof, 'signed'>): string {
  return `${[HEADER, `index ${index}`, ...path.map(toBase64)].join('\n')}\n\n${checkpointText}`;
}

/** Undefined when the text is no proof; extra data is passed over, since nobody signs it. */
export function readLogProof(text: string): LogProof | undefined {
  const split = text.indexOf('\n\n');
  if (split < 0) return undefined;
  const [header, ...lines] = text.slice(0, split).split('\n');
  const [indexLine = '', ...hashes] = lines[0]?.startsWith('extra ') === true ? lines.slice(1) : lines;
  const checkpointText = text.slice(split + 2);
  const [index, signed] = [readCount(indexLine.replace(/^index /, '')), readCheckpoint(checkpointText)];
  if (header !== HEADER || !indexLine.startsWith('index ') || index === undefined || signed === undefined) {
    return undefined;
  }
  const path = hashes.flatMap((hash) => fromBase64(hash) ?? []);
  return path.length === hashes.length ? { index, path, signed, checkpointText } : undefined;
}

export type LogProofVerdict = CheckpointVerdict | { readonly state: 'not-included' };

/** Whether the entry with this leaf hash stands in the log, under a checkpoint that the policy trusts. */
export function judgeLogProof({ index, path, signed }: LogProof, leaf: Uint8Array, policy: Policy): LogProofVerdict {
  const { size, root } = signed.checkpoint;
  if (!verifyInclusion({ index, size, leaf, path, root })) return { state: 'not-included' };
  return judgeCheckpoint(signed, policy);
}
