import { sigsumChecksum, sigsumMessage } from '@liangqian/verify/sigsum.ts';
import { z } from 'zod';
import { sha256Hex, sm3Hex } from '../../kernel/digest.ts';
import { recordOf, type SignaturesOf, writeRecord } from '../ledger.ts';
import { type Difference, different } from './difference.ts';
import { isLeafSigned } from './quick-check.ts';
import type { AuditAct, AuditRow } from './source.ts';

/** What the audit remembers of every stream that it came past. */
export type Chains = Map<string, { readonly toSeq: number; readonly hash: string }>;

const Body = z.object({
  realm: z.string(),
  stream: z.string(),
  seq: z.number(),
  prev: z.string(),
  events: z.array(z.unknown()),
});

/** Whether the act continues its stream, says of itself what its row says, and hashes to its hash. */
export function checkAct(realm: string, act: AuditAct, chains: Chains): Difference | undefined {
  const place = `act ${act.stream} ${act.fromSeq}`;
  const hash = sm3Hex(act.body);
  if (hash !== act.hash.toString('hex'))
    return different(place, '行为内容与其 SM3 哈希不符', 'the body does not have the hash that is kept with it');
  const body = bodyOf(act.body);
  if (body === undefined) return different(place, '行为内容不可读', 'the body is not that of an act');
  const last = chains.get(act.stream) ?? { toSeq: 0, hash: '' };
  if (act.fromSeq !== last.toSeq + 1)
    return different(place, `行为序号不连续，应为 ${last.toSeq + 1}`, `the stream goes on with ${last.toSeq + 1}`);
  if (body.prev !== last.hash)
    return different(place, '前一行为的哈希不符', 'it does not continue the act before it in its stream');
  const isItsRow =
    body.realm === realm &&
    body.stream === act.stream &&
    body.seq === act.fromSeq &&
    body.events.length === act.toSeq - act.fromSeq + 1;
  if (!isItsRow) return different(place, '行为内容与所在行不符', 'the body belongs to another place');
  chains.set(act.stream, { toSeq: act.toSeq, hash });
  return undefined;
}

function bodyOf(text: string): z.infer<typeof Body> | undefined {
  try {
    return Body.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether the record is exactly what follows from the act and the salt, and the leaf what follows from the record. */
export function checkRecord(row: AuditRow, act: AuditAct, signaturesOf: SignaturesOf): Difference | undefined {
  const place = `entry ${row.idx}`;
  if (row.salt === null) return different(place, '该流的盐已缺失，承诺无法打开', 'the salt of its stream is missing');
  const record = recordOf({ ...act, place: row.place }, row.salt, signaturesOf);
  if (writeRecord(record) !== row.record)
    return different(place, '存证记录与由行为重算的结果不符', 'the record does not follow from the act');
  if (row.subject.toString('hex') !== record.subject)
    return different(place, '主体承诺列与记录不符', 'the subject beside the record is another');
  const checksum = Buffer.from(sigsumChecksum(Buffer.from(row.record)));
  if (row.leaf.length !== 128 || !checksum.equals(row.leaf.subarray(0, 32)))
    return different(place, '叶子与存证记录不符', 'the leaf does not hold the checksum of the record');
  return undefined;
}

/** Whether one of the keys handed the leaf in. */
export async function checkLeaf(
  idx: number,
  leaf: Buffer,
  submitKeys: readonly Uint8Array[],
): Promise<Difference | undefined> {
  const place = `entry ${idx}`;
  const keyHash = leaf.subarray(96).toString('hex');
  const key = submitKeys.find((one) => sha256Hex(one) === keyHash);
  if (key === undefined) return different(place, '叶子由未知的密钥提交', 'a key that nobody named handed the leaf in');
  const isSigned = await isLeafSigned(sigsumMessage(leaf.subarray(0, 32)), leaf.subarray(32, 96), key);
  return isSigned ? undefined : different(place, '叶子签名无效', 'the signature of the leaf does not hold');
}
