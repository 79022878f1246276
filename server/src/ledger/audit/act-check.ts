import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { ActRecord } from '../../journal/act-record.ts';
import { sha256, sm3Hex } from '../../kernel/digest.ts';
import { checksumOf, LEAF_BYTES } from '../leaf.ts';
import { LEAF_OF_NOBODY, LEAF_SIGNED, leafKey } from '../leaf-job.ts';
import { judgeLeaves } from '../leaf-workers.ts';
import { commitmentsOf, recordFrom, type SignaturesOf, type Veiled, writeRecord } from '../ledger.ts';
import { type Difference, different } from './difference.ts';
import type { AuditAct, AuditRow } from './source.ts';

/** What the audit remembers of every stream that it came past. */
export type Chains = Map<string, Chain>;

interface Chain {
  readonly toSeq: number;
  readonly hash: string;
  /** The commitments under this salt, so that none is computed twice. */
  readonly veiled?: Veiled;
}

const Mandate = z.object({ mandateNo: z.string(), version: z.number(), hash: z.string() });
const Actor = z.object({ kind: z.enum(['person', 'robot', 'applicant', 'operator']), id: z.string() });
const Body = z.object({
  realm: z.string(),
  stream: z.string(),
  seq: z.number(),
  at: z.string(),
  actor: Actor,
  mandate: Mandate.exactOptional(),
  requestId: z.string(),
  events: z
    .array(
      z.object({
        type: z.string(),
        data: z.unknown(),
        actor: Actor.exactOptional(),
        mandate: Mandate.nullable().exactOptional(),
      }),
    )
    .min(1),
  prev: z.string(),
}) satisfies z.ZodType<ActRecord>;

/** Whether the act continues its stream, says of itself what its row says, and hashes to its hash; then what it says, read once. */
export function checkAct(realm: string, act: AuditAct, chains: Chains): Difference | ActRecord {
  const { stream, fromSeq, toSeq } = act;
  const hash = sm3Hex(act.body);
  if (hash !== act.hash.toString('hex'))
    return atAct(act, '行为内容与其 SM3 哈希不符', 'the body does not have the hash that is kept with it');
  const body = bodyOf(act.body);
  if (body === undefined) return atAct(act, '行为内容不可读', 'the body is not that of an act');
  const last = chains.get(stream);
  const [nextSeq, lastHash] = last === undefined ? [1, ''] : [last.toSeq + 1, last.hash];
  if (fromSeq !== nextSeq) return atAct(act, `行为序号不连续，应为 ${nextSeq}`, `the stream goes on with ${nextSeq}`);
  if (body.prev !== lastHash)
    return atAct(act, '前一行为的哈希不符', 'it does not continue the act before it in its stream');
  const isItsRow =
    body.realm === realm &&
    body.stream === stream &&
    body.seq === fromSeq &&
    body.events.length === toSeq - fromSeq + 1;
  return isItsRow ? body : atAct(act, '行为内容与所在行不符', 'the body belongs to another place');
}

function atAct({ stream, fromSeq }: AuditAct, zh: string, en: string): Difference {
  return different(`act ${stream} ${fromSeq}`, zh, en);
}

export function isDifference(found: Difference | ActRecord): found is Difference {
  return 'place' in found;
}

function bodyOf(text: string): ActRecord | undefined {
  try {
    return Body.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether the record is exactly what follows from the act and the salt, and the leaf what follows from the record. */
export function checkRecord(
  row: AuditRow,
  { act, body }: { readonly act: AuditAct; readonly body: ActRecord },
  { chains, signaturesOf }: { readonly chains: Chains; readonly signaturesOf: SignaturesOf },
): Difference | undefined {
  const place = `entry ${row.idx}`;
  const { salt } = row;
  if (salt === null) return different(place, '该流的盐已缺失，承诺无法打开', 'the salt of its stream is missing');
  const v = versionOf(row.record);
  const commitments = commitmentsOf(act, body, { salt, v, before: chains.get(act.stream)?.veiled });
  const { subject, sm3 } = commitments;
  const hash = act.hash.toString('hex');
  chains.set(act.stream, { toSeq: act.toSeq, hash, veiled: { salt, hash, subject, sm3 } });
  if (writeRecord(recordFrom(act, body, commitments, { signaturesOf, v })) !== row.record)
    return different(place, '存证记录与由行为重算的结果不符', 'the record does not follow from the act');
  if (row.subject.toString('hex') !== subject)
    return different(place, '主体承诺列与记录不符', 'the subject beside the record is another');
  // Sigsum: the checksum of a leaf is the hash of the hash of what was submitted.
  if (row.leaf.length !== LEAF_BYTES || !checksumOf(row.record).equals(row.leaf.subarray(0, 32)))
    return different(place, '叶子与存证记录不符', 'the leaf does not hold the checksum of the record');
  return undefined;
}

/** By which version a record says it was made; whatever else it says must then follow. */
function versionOf(record: string): 1 | 2 {
  return record.endsWith('"v":1}') ? 1 : 2;
}

/** The keys that may hand leaves in, by the hash that a leaf names. */
export type SubmitKeys = ReadonlyMap<string, KeyObject>;

export function submitKeysOf(keys: readonly Uint8Array[]): SubmitKeys {
  return new Map(keys.map((key) => [sha256(key).toString('latin1'), leafKey(key)]));
}

/** Whether one of the keys handed each of the leaves in, which follow each other from `first`; the first that nobody did. */
export async function checkLeaves(
  first: number,
  leaves: readonly Uint8Array[],
  submitKeys: SubmitKeys,
): Promise<Difference | undefined> {
  const verdicts = await judgeLeaves(leaves, submitKeys);
  const nth = verdicts.findIndex((verdict) => verdict !== LEAF_SIGNED);
  if (nth < 0) return undefined;
  return verdicts[nth] === LEAF_OF_NOBODY
    ? different(`entry ${first + nth}`, '叶子由未知的密钥提交', 'a key that nobody named handed the leaf in')
    : different(`entry ${first + nth}`, '叶子签名无效', 'the signature of the leaf does not hold');
}
