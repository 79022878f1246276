import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { type Edge, emptyEdge, emptyRoot, grow, type Tile } from '../merkle.ts';
import type { SaidCheckpoint } from '../witnessed/store.ts';
import { type Difference, different } from './difference.ts';
import { quickVerdict } from './quick-check.ts';

/** A head that a witness remembers and shows. */
export interface WitnessedHead {
  readonly witness: string;
  /** Of which log; absent where there is only one. */
  readonly origin?: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the log's own words about itself are those of a tree that has this root at this size. */
export function checkCheckpoint(
  said: SaidCheckpoint,
  root: Buffer,
  trust: Trust,
  origin?: string,
): Difference | undefined {
  const place = `checkpoint ${said.size}`;
  const signed = readCheckpoint(`${said.note}${said.cosignatures.map(({ line }) => line).join('')}`);
  if (signed === undefined) return different(place, '检查点不可读', 'the checkpoint cannot be read');
  const { checkpoint, note } = signed;
  if (origin !== undefined && checkpoint.origin !== origin)
    return different(place, '检查点属于另一日志', 'the checkpoint is that of another log');
  const isItsRow = checkpoint.size === said.size && said.root.equals(checkpoint.root);
  if (!isItsRow) return different(place, '检查点与所在行不符', 'the checkpoint says something else than its row');
  if (!root.equals(checkpoint.root))
    return different(place, '检查点的根与重算结果不符', 'the entries do not come to the root that the checkpoint says');
  const logs = trust.policy.logs.filter(({ name }) => name === checkpoint.origin);
  const isSigned = logs.length > 0 && logs.every((key) => quickVerdict(note, key) === 'signed');
  if (!isSigned) return different(place, '检查点没有日志的有效签名', 'the log has not signed the checkpoint');
  const sm2 = trust.sm2Keys.filter(({ name }) => name === checkpoint.origin);
  if (sm2.some((key) => quickVerdict(note, key) !== 'signed'))
    return different(place, '检查点没有日志的有效 SM2 签名', 'the log has not signed the checkpoint with SM2');
  return checkCosignatures(said, signed, trust);
}

function checkCosignatures(
  said: SaidCheckpoint,
  { note }: NonNullable<ReturnType<typeof readCheckpoint>>,
  { policy }: Trust,
): Difference | undefined {
  for (const { witness } of said.cosignatures) {
    const key = policy.witnesses.find(({ name }) => name === witness)?.key;
    // A witness that the policy no longer names proves nothing and disproves nothing.
    if (key === undefined || quickVerdict(note, key) === 'signed') continue;
    return different(
      `checkpoint ${said.size}`,
      `见证机构 ${witness} 的签名无效`,
      `the cosignature kept for ${witness} is not its own`,
    );
  }
  return undefined;
}

/** The tree as it grows under the audit, with the tiles that became full. */
export interface Growing {
  readonly size: () => number;
  readonly root: () => Buffer;
  /** Adds leaf hashes; returns the tiles that they filled. */
  readonly add: (leaves: readonly Buffer[]) => readonly Tile[];
}

export function growing(): Growing {
  let edge: Edge = emptyEdge;
  let root = emptyRoot();
  return {
    size: () => edge.size,
    root: () => root,
    add(leaves) {
      const grown = grow(edge, leaves);
      [edge, root] = [grown.edge, grown.root];
      return grown.tiles;
    },
  };
}

/** Compares what the witnesses remember of the size at hand. */
export function checkWitnessed(
  heads: readonly WitnessedHead[],
  size: number,
  root: Buffer,
  isSaid: boolean,
): Difference | undefined {
  for (const head of heads.filter((one) => one.size === size)) {
    const place = `checkpoint ${size}`;
    if (!root.equals(head.root))
      return different(place, `见证机构 ${head.witness} 见过另一个根`, `${head.witness} witnessed another root`);
    if (!isSaid && size > 0)
      return different(
        place,
        `见证机构 ${head.witness} 见证过的检查点已缺失`,
        `the checkpoint that ${head.witness} witnessed is missing`,
      );
  }
  return undefined;
}
