import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256 } from '../kernel/digest.ts';
import { checksumOf, leafMessage, makeLeaf } from './leaf.ts';
import {
  commitmentsOf,
  type LoggedAct,
  type LogKeys,
  readLogged,
  recordBytes,
  recordFrom,
  type SignaturesOf,
  type Veiled,
} from './ledger.ts';
import { listSalts, type NewEntry, type SeenPlace } from './store.ts';

/** An entry before its submitter has signed it. */
export interface Draft {
  readonly place: number;
  readonly stream: string;
  readonly salt: Buffer;
  /** Whether the stream had no salt before. */
  readonly isNew: boolean;
  readonly record: Buffer;
  readonly subject: Buffer;
}

/** The streams that came past in one turn. Not kept longer: a salt that was erased must not live on in a memory. */
export type Veils = Map<string, Veiled & { readonly salt: Buffer }>;

export interface DraftPorts {
  readonly pool: Pool;
  readonly realm: string;
  readonly keys: Pick<LogKeys, 'signLeaves' | 'submitKey'>;
  readonly signaturesOf: SignaturesOf;
}

/** The records of acts in their order, each under the salt of its stream. */
export async function draftsOf(
  ports: DraftPorts,
  places: readonly SeenPlace[],
  veils: Veils,
): Promise<readonly Draft[]> {
  const acts = places.flatMap(({ act }) => act ?? []);
  // The first act of a stream makes its salt.
  const begun = acts.filter(({ stream, fromSeq }) => fromSeq > 1 && !veils.has(stream));
  const salts = await listSalts(ports.pool, ports.realm, [...new Set(begun.map(({ stream }) => stream))]);
  const fresh = saltsFor(acts.length);
  return acts.map((act) => draftOf(ports, act, { known: salts.get(act.stream), fresh }, veils));
}

/** New salts, as many as may be wanted: to ask for randomness each time costs more than the randomness. */
function saltsFor(streams: number): () => Buffer {
  const drawn = randomBytes(SALT_BYTES * streams);
  let at = 0;
  return () => {
    at += SALT_BYTES;
    return drawn.subarray(at - SALT_BYTES, at);
  };
}

const SALT_BYTES = 32;

interface Salts {
  readonly known: Buffer | undefined;
  /** A new one each time. */
  readonly fresh: () => Buffer;
}

function draftOf({ signaturesOf }: DraftPorts, act: LoggedAct, { known, fresh }: Salts, veils: Veils): Draft {
  const { place, stream } = act;
  const before = veils.get(stream);
  const salt = before?.salt ?? known ?? fresh();
  const body = readLogged(act.body);
  const commitments = commitmentsOf(act, body, { salt, v: 2, before });
  const { subject, sm3 } = commitments;
  veils.set(stream, { salt, subject, sm3, hash: Buffer.from(act.hash).toString('hex') });
  const record = recordBytes(recordFrom(act, body, commitments, { signaturesOf, v: 2 }));
  const isNew = before === undefined && known === undefined;
  return { place, stream, salt, isNew, record, subject: Buffer.from(subject, 'hex') };
}

/** Makes the leaves; the signatures are made aside, at the same time. */
export async function sign({ keys }: DraftPorts, drafts: readonly Draft[]): Promise<readonly NewEntry[]> {
  const keyHash = sha256(keys.submitKey);
  const checksums = drafts.map(({ record }) => checksumOf(record));
  const signatures = await keys.signLeaves(checksums.map(leafMessage));
  return drafts.map(({ place, record, subject }, nth) => {
    const [checksum = none, signature = none] = [checksums[nth], signatures[nth]];
    return { place, leaf: makeLeaf(checksum, signature, keyHash), record, subject };
  });
}

const none = new Uint8Array();
