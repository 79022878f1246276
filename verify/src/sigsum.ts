import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, toHex, utf8 } from './bytes.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import { sha256 } from './digest.ts';
import { checkSignature, type VerifierKey } from './note.ts';

/**
 * A leaf of the Sigsum design: nothing but a checksum, the submitter's signature over it and the hash of his key. So the log
 * holds nothing personal, and tools that others wrote can check it.
 */
export interface SigsumLeaf {
  /** SHA-256 of the message, which itself is SHA-256 of the record. */
  readonly checksum: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyHash: Uint8Array;
}

const NAMESPACE = utf8('sigsum.org/v1/tree-leaf\0');

/** The checksum under which a record is logged. */
export function sigsumChecksum(record: Uint8Array): Uint8Array {
  return sha256(sha256(record));
}

/** What the submitter signs (Sigsum log protocol v1, §tree leaf). */
export function sigsumMessage(checksum: Uint8Array): Uint8Array {
  return concat(NAMESPACE, checksum);
}

/** The 128 bytes of the leaf as the tree holds them. */
export function sigsumEntry({ checksum, signature, keyHash }: SigsumLeaf): Uint8Array {
  return concat(checksum, signature, keyHash);
}

/** Reads the 128 bytes back. */
export function readSigsumEntry(entry: Uint8Array): SigsumLeaf | undefined {
  if (entry.length !== 128) return undefined;
  return { checksum: entry.slice(0, 32), signature: entry.slice(32, 96), keyHash: entry.slice(96) };
}

/** Whether `publicKey` (Ed25519, 32 bytes) logged exactly this record. */
export function verifySigsumLeaf(leaf: SigsumLeaf, record: Uint8Array, publicKey: Uint8Array): boolean {
  const checksum = sigsumChecksum(record);
  if (toHex(checksum) !== toHex(leaf.checksum) || toHex(sha256(publicKey)) !== toHex(leaf.keyHash)) return false;
  try {
    return ed25519.verify(leaf.signature, sigsumMessage(checksum), publicKey, { zip215: false });
  } catch {
    return false;
  }
}

export interface SigsumProof {
  readonly leaf: SigsumLeaf;
  readonly log: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
  readonly signed: SignedCheckpoint;
  readonly index: number;
  readonly path: readonly Uint8Array[];
}

/**
 * The proof file that `sigsum-verify` reads (sigsum-proof version 2). It writes the checkpoint in Sigsum's own words, so the
 * origin must be the one that Sigsum derives from the key: `sigsum.org/v1/tree/<hex of the key hash>`.
 */
export function writeSigsumProof({ leaf, log, witnesses, signed, index, path }: SigsumProof): string {
  const { size, root } = signed.checkpoint;
  const own = signed.note.signatures.find(({ name, keyId }) => name === log.name && toHex(keyId) === toHex(log.id));
  const lines = [
    'version=2',
    `log=${toHex(sha256(log.publicKey))}`,
    `leaf=${toHex(leaf.keyHash)} ${toHex(leaf.signature)}`,
    '',
    `size=${size}`,
    `root_hash=${toHex(root)}`,
    `signature=${toHex(own?.signature ?? new Uint8Array())}`,
    ...witnesses.flatMap((key) => cosignatureLine(signed, key)),
  ];
  const inclusion = size > 1 ? ['', `leaf_index=${index}`, ...path.map((hash) => `node_hash=${toHex(hash)}`)] : [];
  return [...lines, ...inclusion, ''].join('\n');
}

function cosignatureLine(signed: SignedCheckpoint, key: VerifierKey): readonly string[] {
  const verdict = checkSignature(signed.note, key);
  if (verdict.state !== 'signed' || verdict.at === undefined) return [];
  const found = signed.note.signatures.find(({ name, keyId }) => name === key.name && toHex(keyId) === toHex(key.id));
  const signature = toHex((found?.signature ?? new Uint8Array()).slice(8));
  return [`cosignature=${toHex(sha256(key.publicKey))} ${verdict.at} ${signature}`];
}

/** The origin under which Sigsum's tools look for a log with this key. */
export function sigsumOrigin(publicKey: Uint8Array): string {
  return `sigsum.org/v1/tree/${toHex(sha256(publicKey))}`;
}
