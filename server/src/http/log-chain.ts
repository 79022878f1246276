import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { readLogProof } from '@liangqian/verify/log-proof.ts';
import { judgeCheckpoint, needsOutside, type Policy } from '@liangqian/verify/policy.ts';
import { writeTrust } from '@liangqian/verify/trust.ts';
import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import { findCheckpoint, type Placed, proveStream, wholeNote } from '../ledger/actions.ts';
import { leafHash, LogRecord } from '../ledger/ledger.ts';
import type { Platform } from '../platform.ts';
import type { BundledStream } from './evidence-bundle.ts';
import { MandateCited, timelineOf } from './timeline.ts';
import { Text } from './problem.ts';

/** Who has cosigned, when by his own clock, and whether he answers to whoever operates the log. */
export const WitnessSeen = z
  .object({ name: z.string(), at: z.string(), isOutside: z.boolean() })
  .meta({ id: 'WitnessSeen' });

/** What anybody needs to check a proof: it says nothing of whom an entry is about. */
export const LogPlace = z.object({
  index: z.int(),
  /** Which log of the district, where it is not the one that goes on. */
  generation: z.int().exactOptional(),
  leafHash: z.string(),
  /** The 128 bytes of the leaf (Sigsum), hex. */
  leaf: z.string(),
  /** C2SP tlog-proof, with the checkpoint and its signatures. */
  proof: z.string(),
  checkpointSize: z.int(),
  isWitnessed: z.boolean(),
  witnesses: z.array(WitnessSeen),
});

export const LogTrust = z
  .object({
    origin: z.string(),
    /** The trust file as the platform has it; whoever checks in earnest takes his own from a witness. */
    trust: z.string(),
    witnesses: z.array(z.object({ name: z.string(), isOutside: z.boolean() })),
    /** Whether no quorum comes about without a witness outside the operator's chain of command. */
    needsOutside: z.boolean(),
    /** The witnesses run beside the platform: that shows how it works and proves nothing. */
    isOneMachine: z.boolean(),
  })
  .meta({ id: 'LogTrust' });

const ChainedAct = LogPlace.extend({
  seq: z.tuple([z.int(), z.int()]),
  at: z.string(),
  what: z.array(Text),
  actor: z.string(),
  /** The record as logged: commitments, nothing personal. */
  record: z.string(),
  mandate: MandateCited.exactOptional(),
  /** Whether the caller's evidence bundle holds the act itself. */
  isOpen: z.boolean(),
});

export const LogChain = z
  .object({
    stream: z.string(),
    log: LogTrust,
    acts: z.array(ChainedAct),
    /** Acts that have no place in the log yet. */
    waiting: z.int(),
  })
  .meta({ id: 'LogChain', description: 'One stream act by act, each with its place in the transparency log' });

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/]?/;

export function logTrustShown({ ledger }: Platform): z.input<typeof LogTrust> {
  const { policy } = ledger.trust;
  const { outside = [] } = policy;
  return {
    origin: ledger.ports.keys.origin,
    trust: writeTrust(ledger.trust),
    witnesses: policy.witnesses.map(({ name }) => ({ name, isOutside: outside.includes(name) })),
    needsOutside: needsOutside(policy),
    isOneMachine: policy.witnesses.length > 0 && policy.witnesses.every(({ url = '' }) => LOOPBACK.test(url)),
  };
}

/** A proven place as it is shown. Checkpoints come again and again: each is judged once for one answer. */
export function placeShown(policy: Policy): (leaf: Uint8Array, proved: Placed) => z.input<typeof LogPlace> {
  const judged = new Map<string, z.input<typeof WitnessSeen>[]>();
  return (leaf, { proof, isWitnessed }) => {
    const read = readLogProof(proof);
    if (read === undefined) throw new Error('the log gave a proof that cannot be read');
    const { checkpointText, signed } = read;
    const witnesses = judged.get(checkpointText) ?? witnessesOf(checkpointText, policy);
    judged.set(checkpointText, witnesses);
    return {
      index: read.index,
      leafHash: leafHash(leaf).toString('hex'),
      leaf: Buffer.from(leaf).toString('hex'),
      proof,
      checkpointSize: signed.checkpoint.size,
      isWitnessed,
      witnesses,
    };
  };
}

function witnessesOf(checkpointText: string, policy: Policy): z.input<typeof WitnessSeen>[] {
  const signed = readCheckpoint(checkpointText);
  const judged = signed === undefined ? undefined : judgeCheckpoint(signed, policy);
  if (judged === undefined || !('witnesses' in judged)) return [];
  return judged.witnesses.map(({ name, at }) => ({
    name,
    at: new Date(Number(at) * 1000).toISOString(),
    isOutside: policy.outside?.includes(name) === true,
  }));
}

/** A stream as it is bundled, for the explorer. `applicant` names the party where an applicant acted. */
export async function chainOf(
  platform: Platform,
  { stream, mayRead, untilSeq }: BundledStream,
  applicant?: string,
): Promise<z.input<typeof LogChain>> {
  const all = await readStream(platform.journal, platform.realm, stream);
  const events = all.filter(({ seq }) => seq <= (untilSeq ?? seq));
  const proved = (await proveStream(platform.ledger, stream)).filter(
    ({ entry }) => entry.toSeq <= (untilSeq ?? entry.toSeq),
  );
  const { generation: newest = 1 } = platform.ledger.ports;
  const place = placeShown(platform.ledger.trust.policy);
  const lines = new Map(timelineOf(platform, events, applicant).map((line) => [line.seq, line]));
  const acts = proved.map(({ entry, ...more }) => {
    const act = events.filter(({ seq }) => seq >= entry.fromSeq && seq <= entry.toSeq);
    const isOpen = mayRead(act);
    const record = LogRecord.parse(JSON.parse(entry.record));
    const told = act.flatMap(({ seq }) => lines.get(seq) ?? []);
    return {
      ...place(entry.leaf, more),
      ...(entry.generation === newest ? {} : { generation: entry.generation }),
      seq: record.seq,
      at: record.at,
      what: told.map(({ summary }) => summary),
      actor: told[0]?.actor.name ?? told[0]?.actor.id ?? '',
      record: entry.record,
      ...(record.mandate === undefined ? {} : { mandate: record.mandate }),
      isOpen,
    };
  });
  const last = proved.at(-1)?.entry.toSeq ?? 0;
  return { stream, log: logTrustShown(platform), acts, waiting: events.filter(({ seq }) => seq > last).length };
}

/** The newest checkpoint as everybody may read it. */
export async function newestCheckpoint({ ledger }: Platform) {
  const { pool, realm, generation = 1, policy } = ledger.ports;
  const said = await findCheckpoint(pool, { realm, generation });
  if (said === undefined) return undefined;
  const note = wholeNote(said);
  return {
    size: said.size,
    root: said.root.toString('hex'),
    note,
    signedAt: said.signedAt,
    witnesses: witnessesOf(note, policy),
  };
}
