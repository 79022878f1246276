import { type BundledAct, isObject, jsonOf } from './bundle-file.ts';
import { type LogProof, readLogProof } from './log-proof.ts';
import type { Policy } from './policy.ts';

/** One question about a bundle and its answer; what cannot be answered from the bundle and the trust is undecided. */
export interface BundleCheck {
  readonly check:
    | 'readable'
    | 'logged'
    | 'submitted'
    | 'opened'
    | 'content'
    | 'chain'
    | 'mandate'
    | 'signature'
    | 'signer'
    | 'confirmed'
    | 'sealed'
    | 'document';
  /** What is asked about: an act by its stream and seq, or a file. */
  readonly of: string;
  readonly state: 'true' | 'false' | 'undecided';
  readonly zh: string;
  readonly en: string;
}

/** An act with what was read out of it. */
export interface ReadAct extends BundledAct {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly logProof: LogProof | undefined;
  /** Which log in the order that the trust states: 0 for the newest, -1 where it does not say. */
  readonly log: number;
}

/** The answer to `check` about `of`. */
export function answer(
  [check, of]: readonly [BundleCheck['check'], string],
  state: BundleCheck['state'],
  zh: string,
  en: string,
): BundleCheck {
  return { check, of, state, zh, en };
}

/** Reads an act out of a bundle; what is not there is undefined, never believed. */
export function readAct(act: BundledAct, { newestFirst = [] }: Pick<Policy, 'newestFirst'>): ReadAct {
  const record = jsonOf(act.record);
  const fields = isObject(record) ? record : {};
  const seq: unknown = Array.isArray(fields['seq']) ? fields['seq'][0] : undefined;
  const logProof = readLogProof(act.proof);
  const log = newestFirst.findIndex((name) => name === logProof?.signed.checkpoint.origin);
  return { ...act, fields, name: `${act.stream} ${String(seq)}`, logProof, log };
}

/**
 * Whether one act was logged before another. Where a log follows another, the trust states their order (`#newest-first`): everything
 * in the older one was before everything in the newer, whatever its number.
 */
export function isLoggedBefore(one: ReadAct, other: ReadAct): boolean {
  return originOf(one) === originOf(other) ? indexOf(one) < indexOf(other) : one.log > other.log;
}

/** Between two logs of which the trust does not state the order, nobody can tell which was first. */
export function areOrdered(acts: readonly ReadAct[]): boolean {
  return new Set(acts.map(originOf)).size < 2 || acts.every(({ log }) => log >= 0);
}

function originOf({ logProof }: ReadAct): string | undefined {
  return logProof?.signed.checkpoint.origin;
}

function indexOf({ logProof }: ReadAct): number {
  return logProof?.index ?? Number.MAX_SAFE_INTEGER;
}

/** The events of an act as far as its content is in the bundle. */
export function eventsOf({ body }: ReadAct): readonly { readonly type: unknown; readonly data: unknown }[] {
  const act = jsonOf(body);
  const events: readonly unknown[] = isObject(act) && Array.isArray(act['events']) ? act['events'] : [];
  return events.filter(isObject).map(({ type, data }) => ({ type, data }));
}

/**
 * Whether an act whose content is not in the bundle may hold an event of one of these types. Its record says which types it holds;
 * where it does not say, it may be any.
 */
export function mayHide({ body, fields }: ReadAct, wanted: readonly string[]): boolean {
  const { types } = fields;
  return body === undefined && (!Array.isArray(types) || types.some((type: unknown) => wanted.includes(String(type))));
}
