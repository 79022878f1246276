import { z } from 'zod';
import type { JournalRefusalCode } from '../../journal/refusals.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Level } from '../ledger.ts';
import type { LedgerRefusalCode } from '../refusals.ts';

/**
 * The seam between the platform and whatever orders its evidence: our log over PostgreSQL today, a consortium chain where several
 * departments want to order together. Both give the same proofs, so that what was proved before a change stays proved after it. What
 * an engine must do is the contract test-suite (`server/test/engine-contract.ts`); every engine passes the same one.
 */
export interface ConsortiumLedger {
  /** Puts a record on, or says why the rules forbid it. Repeating an idempotency key changes nothing and answers the same. */
  readonly append: (record: SignedRecord, options: AppendOptions) => Promise<Receipt | Refusal<EngineRefusalCode>>;
  /** The record has come at least so far, or as far as it has when the time is up; never throws for being late. */
  readonly wait: (id: EntryId, level: Level, timeoutMs: number) => Promise<Receipt | undefined>;
  /** What convinces whoever trusts the witnesses alone; undefined while the record has no place in the log. */
  readonly proof: (id: EntryId) => Promise<ProofBundle | undefined>;
  readonly get: (id: EntryId) => Promise<Entry | undefined>;
  /** The latest entry of a subject. */
  readonly head: (subject: string) => Promise<Entry | undefined>;
  /** Everything that was put on about a subject, oldest first; each names the hash of the one before. */
  readonly lineage: (subject: string) => AsyncIterable<Entry>;
  readonly status: (subject: string, at: Instant) => Promise<SubjectStatus>;
  /** The same as appending a record with `revoke`. */
  readonly revoke: (record: SignedRecord, options: AppendOptions) => Promise<Receipt | Refusal<EngineRefusalCode>>;
  /**
   * Everything that was put on, in its order after a place, as far as it goes now and from log to log; whoever follows it asks again from
   * the last one that he had, also when that was lost with the end of its log.
   */
  readonly subscribe: (after: number) => AsyncIterable<LogLine>;
  /** Signed checkpoints that reach further than `reach`, in their order, with the cosignatures that they have by now. */
  readonly checkpoints: (reach: number) => AsyncIterable<SaidNote>;
  readonly capabilities: () => Capabilities;
}

/** A UTC instant with milliseconds, as the journal writes it. */
const InstantText = z.iso.datetime({ precision: 3 });

const RecordOp = z.enum(['issue', 'amend', 'use', 'suspend', 'resume', 'revoke']);

/** What one organisation puts on record about one subject: a licence, a mandate. The payload itself stays with the organisation. */
export const SignedRecord = z.strictObject({
  /** Which licence or mandate; in the log it stands as a salted commitment. */
  subject: z.string().regex(/^[\p{L}\p{N}._-]{1,100}$/u),
  op: RecordOp,
  org: z.string().min(1),
  at: InstantText,
  /** SM3 of the payload, hex. */
  sm3: z.string().regex(/^[0-9a-f]{64}$/),
  /** The organisation’s SM2 signature over it, base64. */
  sm2: z.base64(),
  /** Until when an issued subject is valid; absent means without an end. */
  validUntil: InstantText.exactOptional(),
  /** The subject of the mandate under which it is done: that must be valid at this very moment. */
  mandate: z.string().exactOptional(),
});
export type SignedRecord = z.infer<typeof SignedRecord>;

/** Who may see more than a commitment. */
export type Visibility =
  | { readonly kind: 'commitment' }
  | { readonly kind: 'members' }
  | { readonly kind: 'orgs'; readonly orgs: readonly string[] };

export interface AppendOptions {
  readonly idempotencyKey: string;
  readonly visibility: Visibility;
  /** The hash of the entry that must be the latest; empty for a subject that must be new. */
  readonly expectHead?: string;
}

export interface EntryId {
  readonly subject: string;
  /** 1, 2, 3 … within the subject. */
  readonly seq: number;
}

export interface Entry {
  readonly id: EntryId;
  readonly record: SignedRecord;
  /** SM3 over the bytes that were stored, hex. */
  readonly hash: string;
}

export interface Receipt {
  readonly id: EntryId;
  readonly hash: string;
  readonly level: Level;
}

/** A checkpoint as its log said it. */
export interface SaidNote {
  /** Behind the last line that it holds: its size in the first log; larger than every one of a log before its own. */
  readonly reach: number;
  readonly note: string;
}

/** One entry of the log, with the record where the engine holds one at this place; other acts are commitments only. */
export interface LogLine {
  /** Its place, from 0 in the first log. Where a log must not go on and another follows it, the numbers go on with a leap. */
  readonly cursor: number;
  readonly leaf: Uint8Array;
  readonly entry: Entry | undefined;
}

export interface ProofBundle {
  /** C2SP tlog-proof. */
  readonly proof: string;
  readonly leaf: Uint8Array;
  /** The logged record: commitments. */
  readonly logged: Uint8Array;
  /** What opens them. */
  readonly salt: Uint8Array;
  /** The bytes that were committed to; in them stands the record. */
  readonly body: Uint8Array;
}

export type SubjectStatus = 'valid' | 'suspended' | 'revoked' | 'expired' | 'unknown';

export interface Capabilities {
  readonly engine: string;
  /** Whether no single organisation can order alone. */
  readonly byzantineOrdering: boolean;
  /** Whose copy of the rules a record must pass before it is committed. */
  readonly preCommitRules: 'operator' | 'all-endorsers';
  readonly visibility: readonly Visibility['kind'][];
}

export type EngineRefusalCode = LedgerRefusalCode | JournalRefusalCode;
