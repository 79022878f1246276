import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { type LedgerRefusalCode, ledgerRefusals } from '../refusals.ts';
import type { SignedRecord, SubjectStatus } from './engine.ts';

/** What the records so far have made of a subject. */
export type SubjectState =
  | { readonly state: 'unknown' }
  | { readonly state: 'valid' | 'suspended'; readonly validUntil: Instant | undefined }
  | { readonly state: 'revoked' };

/** A record after the rules have let it pass. */
export function applyRecord(before: SubjectState, { op, validUntil }: SignedRecord): SubjectState {
  const until = validUntil ?? ('validUntil' in before ? before.validUntil : undefined);
  switch (op) {
    case 'issue':
    case 'resume':
      return { state: 'valid', validUntil: until };
    case 'amend':
    case 'use':
      return before.state === 'suspended' ? before : { state: 'valid', validUntil: until };
    case 'suspend':
      return { state: 'suspended', validUntil: until };
    case 'revoke':
      return { state: 'revoked' };
    default:
      return op satisfies never;
  }
}

/** How a subject stands at an instant; the end of its term is the first instant at which it is no longer valid. */
export function statusAt(state: SubjectState, at: Instant): SubjectStatus {
  if ('validUntil' in state && state.validUntil !== undefined && at >= state.validUntil) return 'expired';
  return state.state;
}

/** What a decision rests on beside the subject itself. */
export interface RuleContext {
  /** When the engine commits: what the record says of its own time binds nobody. */
  readonly at: Instant;
  /** The state of the subject under which the record is done, if it names one. */
  readonly mandate: SubjectState | undefined;
}

/**
 * The rules that every engine applies before it commits: pure, so that each organisation’s own copy comes to the same. Undefined: the
 * record may be put on.
 */
export function checkRecord(
  before: SubjectState,
  record: SignedRecord,
  { at, mandate }: RuleContext,
): Refusal<LedgerRefusalCode> | undefined {
  const status = statusAt(before, at);
  const mandateStatus = mandate === undefined ? 'valid' : statusAt(mandate, at);
  if (mandateStatus !== 'valid')
    return refuse(ledgerRefusals, 'record-mandate-not-valid', { mandate: record.mandate ?? '', status: mandateStatus });
  return allowed[record.op].includes(status)
    ? undefined
    : refuse(ledgerRefusals, 'record-not-allowed', { subject: record.subject, op: record.op, status });
}

/** In which states each operation has a meaning. What is revoked stays so; an expired subject is renewed by an amendment. */
const allowed: Readonly<Record<SignedRecord['op'], readonly SubjectStatus[]>> = {
  issue: ['unknown'],
  amend: ['valid', 'suspended', 'expired'],
  use: ['valid'],
  suspend: ['valid'],
  resume: ['suspended'],
  revoke: ['valid', 'suspended', 'expired'],
};
