import { generateKeyPairSync, sign } from 'node:crypto';
import { concat, uint64 } from '@liangqian/verify/bytes.ts';
import { writeCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { judgeLogProof, readLogProof, writeLogProof } from '@liangqian/verify/log-proof.ts';
import { cosignedMessage, type KeyKind, verifierKey, writeNote } from '@liangqian/verify/note.ts';
import { inclusionPath } from '../src/ledger/ledger.ts';
import { leafHash, nodeHash } from '../src/ledger/merkle.ts';

const TILE = 256;
/** A signature of SM2 in DER, at its longest. */
const SM2_BYTES = 72;

/**
 * The size of the proof file of the first entry, whose path is the longest, in a log of so many entries, signed twice by the log and
 * cosigned by three witnesses. All entries are the same bytes, so that the tree is known without its ten million leaves; its path is
 * made and checked by the code that makes and checks all others.
 */
export async function proofBytesAt(leaves: number): Promise<number> {
  const leaf = leafHash(Buffer.alloc(128, 7));
  const perfect = [leaf];
  for (let height = 1; height <= 24; height += 1) {
    const below = perfect[height - 1] ?? leaf;
    perfect.push(nodeHash(below, below));
  }
  const ofLevel = (level: number) => perfect[8 * level] ?? leaf;
  const path = await inclusionPath(
    (level, _n, width) =>
      Promise.resolve(Buffer.concat(Array.from({ length: Math.min(width, TILE) }, () => ofLevel(level)))),
    0,
    leaves,
  );
  const root = rootOver(leaves, perfect);
  const log = keyPair('sigsum.org/v1/tree/'.padEnd(83, '0'), 'ed25519');
  const text = writeCheckpoint({ origin: log.key.name, size: leaves, root, extension: [] });
  const at = 1_772_587_800n;
  const witnesses = ['market', 'audit', 'archive'].map((name) => keyPair(`${name}.yunhe.example`, 'cosignature'));
  const note = writeNote({
    text,
    signatures: [
      { name: log.key.name, keyId: log.key.id, signature: sign(null, Buffer.from(text), log.secret) },
      { name: log.key.name, keyId: Buffer.from('sm2!'), signature: Buffer.alloc(SM2_BYTES, 3) },
      ...witnesses.map(({ key, secret }) => ({
        name: key.name,
        keyId: key.id,
        signature: concat(uint64(at), sign(null, cosignedMessage(text, at), secret)),
      })),
    ],
  });
  const proof = writeLogProof({ index: 0, path, checkpointText: note });
  const policy = {
    logs: [log.key],
    witnesses: witnesses.map(({ key }) => ({ name: key.name, key })),
    groups: [{ name: 'all', threshold: 3, members: witnesses.map(({ key }) => key.name) }],
    quorum: 'all',
  };
  const read = readLogProof(proof);
  if (read === undefined || judgeLogProof(read, leaf, policy).state !== 'trusted')
    throw new Error('the proof in a large log does not hold');
  return Buffer.byteLength(proof);
}

/** RFC 6962 §2.1 over equal leaves: the largest perfect tree first, then what is left. */
function rootOver(size: number, perfect: readonly Buffer[]): Buffer {
  const height = Math.floor(Math.log2(size));
  const whole = perfect[height];
  if (whole === undefined) throw new Error(`a tree of ${size} is higher than was made`);
  return 2 ** height === size ? whole : nodeHash(whole, rootOver(size - 2 ** height, perfect));
}

function keyPair(name: string, kind: KeyKind) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { key: verifierKey(name, kind, new Uint8Array(raw)), secret: privateKey };
}
