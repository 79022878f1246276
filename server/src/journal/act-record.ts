import { canonicalBytes } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor, MandateRef, Recorded } from './journal.ts';

/** One event inside the record of its act: what the act says for all of its events is not said again. */
export interface EventInAct {
  readonly type: string;
  readonly data: unknown;
  /** Absent: the actor of the act. A robot that follows in the same moment is named here. */
  readonly actor?: Actor;
  /** Absent: the mandate of the act; null: this event exercised no delegated power. */
  readonly mandate?: MandateRef | null;
}

/** One act as it is stored, in one row: its canonical JSON is what is hashed, chained and kept. */
export interface ActRecord {
  readonly realm: string;
  readonly stream: string;
  /** The seq of its first event. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly mandate?: MandateRef;
  readonly requestId: string;
  readonly events: readonly EventInAct[];
  /** Hash of the act before it in the stream, `''` for the first. */
  readonly prev: string;
}

/** Gives an act its place in the chain: the exact bytes that are stored, and their hash. */
export function sealAct(record: ActRecord): { readonly hash: string; readonly body: Buffer } {
  const body = canonicalBytes(record);
  return { hash: sm3Hex(body), body };
}

/** The record of the act that made `events`, which follow each other in one stream by one request. */
export function actRecordOf(events: readonly Recorded[], prev: string): ActRecord {
  const [first] = events;
  if (first === undefined) throw new Error('an act without events is not kept');
  const { realm, stream, seq, at, actor, requestId } = first;
  const mandate = events.find((event) => event.mandate !== undefined)?.mandate;
  return {
    realm,
    stream,
    seq,
    at,
    actor,
    ...(mandate === undefined ? {} : { mandate }),
    requestId,
    events: events.map((event) => ({
      type: event.type,
      data: event.data,
      ...(isSameActor(event.actor, actor) ? {} : { actor: event.actor }),
      ...mandateInAct(event.mandate, mandate),
    })),
    prev,
  };
}

/** The events of an act that was read back. */
export function eventsOfAct(record: ActRecord, hash: string): readonly Recorded[] {
  const { realm, stream, seq, at, requestId } = record;
  return record.events.map((event, index) => {
    const mandate = event.mandate === undefined ? record.mandate : (event.mandate ?? undefined);
    return {
      realm,
      stream,
      seq: seq + index,
      type: event.type,
      at,
      actor: event.actor ?? record.actor,
      ...(mandate === undefined ? {} : { mandate }),
      requestId,
      data: event.data,
      hash,
    };
  });
}

/** True when the acts of a whole stream, computed again from its events, chain without a gap. */
export function isIntact(events: readonly Recorded[]): boolean {
  let prev = '';
  let seq = 0;
  for (const [, act] of Map.groupBy(events, ({ requestId }) => requestId)) {
    const { hash } = sealAct(actRecordOf(act, prev));
    const isWhole = act.every((event, index) => event.hash === hash && event.seq === seq + index + 1);
    if (!isWhole) return false;
    prev = hash;
    seq += act.length;
  }
  return true;
}

function mandateInAct(
  mandate: MandateRef | undefined,
  ofAct: MandateRef | undefined,
): { readonly mandate?: MandateRef | null } {
  if (mandate === undefined) return ofAct === undefined ? {} : { mandate: null };
  return ofAct !== undefined && isSameMandate(mandate, ofAct) ? {} : { mandate };
}

function isSameActor(one: Actor, other: Actor): boolean {
  return one.kind === other.kind && one.id === other.id;
}

function isSameMandate(one: MandateRef, other: MandateRef): boolean {
  return one.mandateNo === other.mandateNo && one.version === other.version && one.hash === other.hash;
}
