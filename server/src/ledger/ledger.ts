import { z } from 'zod';
import type { ActRecord } from '../journal/act-record.ts';
import { sm3Hex } from '../kernel/digest.ts';

/**
 * The ledger: a transparency log over the journal. Every act is one entry; departments witness its heads; anyone can check a
 * proof offline. It is tamper-evident, not a blockchain: one operator orders the entries, and what it cannot do is to change,
 * remove or show them differently to different people without being found out.
 */

export { emptyRoot, leafHash, type Edge, type Tile } from './merkle.ts';
export { consistencyPath, inclusionPath, type ReadTile } from './tile-proof.ts';

/** How far an entry has come: taken up by the journal, given its place in the log, seen by the policy's quorum of witnesses. */
export type Level = 'accepted' | 'ordered' | 'witnessed';

/** One log of a realm. A realm has one after the other: a log that must not go on is followed by the next generation. */
export interface LogId {
  readonly realm: string;
  /** 1 for the first. */
  readonly generation: number;
}

const Base64Root = z.base64().length(44);

/** Where an ended log stood, as the first entry of the log after it says for ever. */
export const Pins = z.strictObject({
  origin: z.string(),
  size: z.int().min(0),
  root: Base64Root,
  /** What witnesses had seen beyond that and is no longer there; absent when nothing was lost. */
  lost: z.strictObject({ size: z.int().min(1), root: Base64Root }).exactOptional(),
});
export type Pins = z.infer<typeof Pins>;

/** The first act of a new log: why it was begun, and where the one before it stood. */
export const LogBegun = z.strictObject({
  generation: z.int().min(2),
  origin: z.string(),
  pins: Pins,
  /** The last checkpoint of the old log, with the signatures it had; empty when it had said nothing. */
  note: z.string(),
  reason: z.string().min(1),
});
export type LogBegun = z.infer<typeof LogBegun>;

export const LOG_BEGUN = 'LogBegun';

/** The stream in which a realm keeps that it began new logs. */
export function logStream(realm: string): string {
  return `log/${realm}`;
}

/** What is logged of one act: enough to prove it, nothing that says whom it is about. */
export const LogRecord = z.strictObject({
  /** 2 since records commit to the documents that were sealed; both are read. */
  v: z.literal([1, 2]),
  realm: z.string(),
  /** What kind of stream: `case`, `mandate`, `item`, `seal` … */
  kind: z.string(),
  /** SM3 over salt and stream name, hex: the same for all acts of one stream. */
  subject: z.string().regex(/^[0-9a-f]{64}$/),
  /** First and last event of the act within its stream. */
  seq: z.tuple([z.int().min(1), z.int().min(1)]),
  types: z.array(z.string()).min(1),
  at: z.string(),
  /** The mandate under which it was done; mandates are public. */
  mandate: z.strictObject({ mandateNo: z.string(), version: z.int(), hash: z.string() }).exactOptional(),
  /** SM3 over salt and the act's own hash, hex. */
  sm3: z.string().regex(/^[0-9a-f]{64}$/),
  /** `sm3` of the act before it in the stream; empty for the first. */
  prev: z.string(),
  /** The SM2 signatures that persons made in this act, base64. */
  sm2: z.array(z.string()).exactOptional(),
  /** In the first entry of a new log: the end of the one before. */
  pins: Pins.exactOptional(),
  /** SM3 over salt and hash of each document that this act sealed, hex: proves a letter to one who may not read the act. */
  docs: z.array(z.string().regex(/^[0-9a-f]{64}$/)).exactOptional(),
});
export type LogRecord = z.infer<typeof LogRecord>;

/** An act as the journal keeps it, for the log to take up. */
export interface LoggedAct {
  readonly place: number;
  readonly stream: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  /** SM3 of the body. */
  readonly hash: Uint8Array;
  /** The exact text that was hashed. */
  readonly body: string;
}

const Body = z.object({
  realm: z.string(),
  at: z.string(),
  mandate: z.object({ mandateNo: z.string(), version: z.number(), hash: z.string() }).exactOptional(),
  prev: z.string(),
  events: z.array(z.object({ type: z.string(), data: z.unknown() })).min(1),
});
/** What of an act goes into its record. */
export type LoggedBody = Pick<ActRecord, 'realm' | 'at' | 'mandate' | 'events'>;

/** Finds the signatures in the data of an event; only the modules that own the event know where they are. */
export type SignaturesOf = (type: string, data: unknown) => readonly string[];

/** What of an act's text goes into its record; throws where it is not that of an act. */
export function readLogged(body: string): z.infer<typeof Body> {
  return Body.parse(JSON.parse(body));
}

/** The record of an act under the salt of its stream. */
export function recordOf(
  act: LoggedAct,
  salt: Uint8Array,
  signaturesOf: SignaturesOf,
  v: LogRecord['v'] = 2,
): LogRecord {
  const body = readLogged(act.body);
  return recordFrom(act, body, commitmentsOf(act, body, { salt, v }), { signaturesOf, v });
}

/** What a record says without saying it. */
export interface Commitments {
  readonly subject: string;
  readonly sm3: string;
  readonly prev: string;
  readonly docs: readonly string[];
}

/** What stands for a stream and for its last act under one salt. */
export interface Veiled extends Pick<Commitments, 'subject' | 'sm3'> {
  readonly salt: Uint8Array;
  /** The hash of the act, hex. */
  readonly hash: string;
}

/** The commitments of an act; those that the act before it in its stream came to are not computed again. */
export function commitmentsOf(
  { stream, hash }: Pick<LoggedAct, 'stream' | 'hash'>,
  body: Pick<LoggedBody, 'events'> & { readonly prev: string },
  { salt, v, before }: { readonly salt: Uint8Array; readonly v: LogRecord['v']; readonly before?: Veiled | undefined },
): Commitments {
  const known = before !== undefined && Buffer.compare(before.salt, salt) === 0 ? before : undefined;
  const ofHex = (hex: string): string => committed(Buffer.from(hex, 'hex'), salt);
  return {
    subject: known?.subject ?? subjectOf(stream, salt),
    sm3: committed(hash, salt),
    prev: body.prev === '' ? '' : known?.hash === body.prev ? known.sm3 : ofHex(body.prev),
    docs: v === 1 ? [] : documentsOf(body).map(ofHex),
  };
}

/** The record of an act whose commitments are known already. */
export function recordFrom(
  act: Pick<LoggedAct, 'stream' | 'fromSeq' | 'toSeq'>,
  body: LoggedBody,
  { subject, sm3, prev, docs }: Commitments,
  { signaturesOf, v }: { readonly signaturesOf: SignaturesOf; readonly v: LogRecord['v'] },
): LogRecord {
  const { mandate } = body;
  const sm2 = body.events.flatMap(({ type, data }) => signaturesOf(type, data));
  const begun = body.events.find(({ type }) => type === LOG_BEGUN);
  return {
    v,
    realm: body.realm,
    kind: act.stream.split('/')[0] ?? '',
    subject,
    seq: [act.fromSeq, act.toSeq],
    types: body.events.map(({ type }) => type),
    at: body.at,
    ...(mandate === undefined ? {} : { mandate }),
    sm3,
    prev,
    ...(sm2.length === 0 ? {} : { sm2 }),
    ...(begun === undefined ? {} : { pins: LogBegun.parse(begun.data).pins }),
    ...(docs.length === 0 ? {} : { docs: [...docs] }),
  };
}

/** The hashes of the documents that an act sealed: whatever is sealed, on every stream, is named so. */
export function documentsOf({ events }: Pick<LoggedBody, 'events'>): readonly string[] {
  return events.flatMap(({ data }) => {
    if (typeof data !== 'object' || data === null || !('sealedHash' in data)) return [];
    const sealed = Sealed.safeParse(data);
    return sealed.success ? [sealed.data.sealedHash] : [];
  });
}

const Sealed = z.object({ sealedHash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * The record as RFC 8785 has it. It is made of texts, whole numbers and lists of them, which `JSON.stringify` writes as that wants them, once
 * the members stand in their order; to sort them for every act would cost as much again as all the rest of its record.
 */
export function writeRecord(record: LogRecord): string {
  const { at, docs, kind, mandate, pins, prev, realm, seq, sm2, sm3, subject, types, v } = record;
  return JSON.stringify({
    at,
    docs,
    kind,
    mandate: mandate && { hash: mandate.hash, mandateNo: mandate.mandateNo, version: mandate.version },
    pins: pins && { lost: pins.lost && { root: pins.lost.root, size: pins.lost.size }, ...pinnedEnd(pins) },
    prev,
    realm,
    seq,
    sm2,
    sm3,
    subject,
    types,
    v,
  });
}

function pinnedEnd({ origin, root, size }: Pins): Omit<Pins, 'lost'> {
  return { origin, root, size };
}

/** The same as UTF-8: what is hashed is what is kept. */
export function recordBytes(record: LogRecord): Buffer {
  return Buffer.from(writeRecord(record));
}

/** The commitment that stands for a stream; without the salt nobody can tell which stream it is, or try names. */
export function subjectOf(stream: string, salt: Uint8Array): string {
  return sm3Hex(salt, stream);
}

/** The commitment to the hash of an act. */
export function committed(hash: Uint8Array, salt: Uint8Array): string {
  if (salt.length + hash.length !== pair.length) return sm3Hex(salt, hash);
  pair.set(salt);
  pair.set(hash, salt.length);
  return sm3Hex(pair);
}

/** Salt and hash side by side: two of these are hashed for every act. */
const pair = Buffer.alloc(64);

/** The keys of the log, behind a port: software keys for development, a hardware module or a signing server otherwise. */
export interface LogKeys {
  /** The name of the log; Sigsum's tools derive it from the key. */
  readonly origin: string;
  /** Ed25519, raw 32 bytes: signs checkpoints. */
  readonly logKey: Uint8Array;
  readonly signCheckpoint: (text: string) => Uint8Array;
  /** Ed25519, raw 32 bytes: the organisation that submits the entries. */
  readonly submitKey: Uint8Array;
  /** The signatures of messages of Sigsum, in their order; many at once, since a signature for each act is most of the work. */
  readonly signLeaves: (messages: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;
  /** SM2, the uncompressed point: the same statement under the national algorithm, once for every checkpoint. */
  readonly sm2Key: Uint8Array;
  readonly signSm2: (text: string) => Uint8Array;
}
