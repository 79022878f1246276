import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sigsumChecksum, sigsumMessage, verifySigsumLeaf } from '@liangqian/verify/sigsum.ts';
import { expect, test } from 'vitest';
import { sha256 } from '../kernel/digest.ts';
import { makeLeaf } from './leaf.ts';
import { LEAF_FORGED, LEAF_OF_NOBODY, LEAF_SIGNED, leafKey } from './leaf-job.ts';
import { judgeLeaves, signLeaves } from './leaf-workers.ts';

interface Submitter {
  readonly secret: KeyObject;
  readonly raw: Uint8Array;
}

function submitter(): Submitter {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { secret: privateKey, raw: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)) };
}

const ours = submitter();
const stranger = submitter();
const keys = new Map([[sha256(ours.raw).toString('latin1'), leafKey(ours.raw)]]);

async function leavesOf(count: number, { secret, raw } = ours): Promise<readonly Buffer[]> {
  const checksums = Array.from({ length: count }, (_, nth) =>
    Buffer.from(sigsumChecksum(Buffer.from(`record ${nth}`))),
  );
  const signatures = await signLeaves(
    secret,
    checksums.map((checksum) => sigsumMessage(checksum)),
  );
  expect(signatures).toHaveLength(count);
  return checksums.map((checksum, nth) => makeLeaf(checksum, signatures[nth] ?? new Uint8Array(), sha256(raw)));
}

// Done at once, in the thread pool, in one thread and in all of them.
test.each([1, 31, 32, 33, 700])('%i leaves are signed as the verifier wants them, each in its place', async (count) => {
  const leaves = await leavesOf(count);
  for (const [nth, leaf] of leaves.entries()) {
    const read = { checksum: leaf.subarray(0, 32), signature: leaf.subarray(32, 96), keyHash: leaf.subarray(96) };
    expect(verifySigsumLeaf(read, Buffer.from(`record ${nth}`), ours.raw)).toBe(true);
  }
  expect([...(await judgeLeaves(leaves, keys))]).toEqual(leaves.map(() => LEAF_SIGNED));
});

test.each([5, 300])(
  'among %i leaves each one that is forged, foreign or cut short is named by its place',
  async (count) => {
    const leaves = [...(await leavesOf(count))];
    const expected = leaves.map(() => LEAF_SIGNED);
    const spoilt = Buffer.from(leaves[1] ?? []);
    spoilt[40] = (spoilt[40] ?? 0) ^ 1;
    const [foreign = Buffer.alloc(0)] = await leavesOf(1, stranger);
    leaves.splice(1, 1, spoilt);
    leaves.splice(count - 2, 1, foreign);
    leaves.splice(count - 1, 1, Buffer.alloc(127, 1));
    expected.splice(1, 1, LEAF_FORGED);
    expected.splice(count - 2, 2, LEAF_OF_NOBODY, LEAF_OF_NOBODY);
    expect([...(await judgeLeaves(leaves, keys))]).toEqual(expected);
  },
);

test('what no thread can do is told to whoever asked for it, and the next are done', async () => {
  const rsa = generateKeyPairSync('x25519').privateKey;
  const messages = Array.from({ length: 40 }, () => sigsumMessage(Buffer.alloc(32)));
  const asked = [signLeaves(rsa, messages), signLeaves(rsa, messages)];
  for (const one of await Promise.allSettled(asked)) expect(one).toMatchObject({ status: 'rejected' });
  expect(await signLeaves(ours.secret, messages)).toHaveLength(40);
});

test('what cannot be handed to a thread takes no place in line before the next', async () => {
  const messages = Array.from({ length: 40 }, () => sigsumMessage(Buffer.alloc(32)));
  const unsendable = new Proxy(ours.secret, {});
  const [first] = await Promise.allSettled([signLeaves(unsendable, messages)]);
  expect(first.status).toBe('rejected');
  expect(await leavesOf(40)).toHaveLength(40);
});
