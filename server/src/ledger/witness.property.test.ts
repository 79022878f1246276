import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBase64 } from '@liangqian/verify/bytes.ts';
import { verifierKey } from '@liangqian/verify/note.ts';
import { rootOf } from '@liangqian/verify/tree.ts';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { logVerifierKeys, signCheckpoint } from './checkpoint.ts';
import { consistencyPath, leafHash } from './ledger.ts';
import { fileLogKeys } from './log-keys.ts';
import { judgeAddCheckpoint, readAddCheckpoint, type Remembered, type WitnessKey } from './witness.ts';

/** Whatever it is asked, and by whomever, a witness never signs two heads of which one does not begin the other. */

const directory = mkdtempSync(join(tmpdir(), 'liangqian-witness-'));
const keys = fileLogKeys({ directory: join(directory, 'now'), passphrase: 'development' });
const oldKeys = fileLogKeys({ directory: join(directory, 'old'), passphrase: 'development' });
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The honest log and forks of it, each from another entry on; all under the operator’s own key. */
const MOST = 40;
const branches = [MOST, 0, 3, 17, 30].map((forkAt) =>
  Array.from({ length: MOST }, (_, nth) =>
    leafHash(Buffer.from(nth < forkAt ? `entry ${nth}` : `fork ${forkAt} ${nth}`)),
  ),
);

function leavesOf(branch: number): readonly Buffer[] {
  return branches[branch] ?? [];
}

async function bodyOf({ branch, size, oldSize, old }: Try): Promise<string> {
  const leaves = leavesOf(branch).slice(0, size);
  const read = (_level: number, n: number, width: number) =>
    Promise.resolve(Buffer.concat(leaves.slice(n * 256, n * 256 + width)));
  const path = oldSize <= size ? await consistencyPath(read, oldSize, size) : [];
  const head = { size, root: Buffer.from(rootOf(leaves)) };
  const note = signCheckpoint(old ? { ...oldKeys, origin: keys.origin } : keys, head);
  return [`old ${oldSize}`, ...path.map(toBase64), '', note].join('\n');
}

interface Try {
  readonly branch: number;
  readonly size: number;
  readonly oldSize: number;
  /** Signed with a key that the log no longer has. */
  readonly old: boolean;
  /** Which bit of the body is flipped on the way. */
  readonly flip: number | undefined;
}

/** An attempt is wrong in few things at a time, or all of them are refused for the first. */
function mostly<T, U>(usual: T, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

const tries = fc.array(
  fc.record({
    branch: fc.nat(branches.length - 1),
    size: fc.integer({ min: 0, max: MOST }),
    oldSize: mostly(-1, fc.integer({ min: 0, max: MOST })),
    old: mostly(false, fc.constant(true)),
    flip: mostly(undefined, fc.nat(8_000)),
  }),
  { maxLength: 25 },
);

function newWitness(): WitnessKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { key: verifierKey('audit.example', 'cosignature', new Uint8Array(raw)), secret: privateKey };
}

test('a witness signs no fork, no rollback, nothing under an old key and nothing that was changed on the way', async () => {
  const witness = newWitness();
  const logs = [logVerifierKeys(keys)[0]];
  let signed = 0;
  await fc.assert(
    fc.asyncProperty(tries, async (asked) => {
      let last: Remembered | undefined;
      let mine = 0;
      for (const one of asked) {
        // Whoever wants to deceive knows what the witness has; most tries say it right.
        const oldSize = one.oldSize === -1 ? (last?.size ?? 0) : one.oldSize;
        const bytes = Buffer.from(await bodyOf({ ...one, oldSize }));
        const at = one.flip === undefined ? -1 : Math.floor(one.flip / 8) % bytes.length;
        if (one.flip !== undefined) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (one.flip % 8)), at);
        const answer = judgeAddCheckpoint(
          readAddCheckpoint(bytes.toString('utf8')),
          { logs, last: () => last },
          witness,
          1,
        );
        if (answer.status !== 200) continue;
        expect(one.old).toBe(false);
        // It continues the last: on the branch that it follows both roots stand.
        const { size, root } = answer.remember;
        const isOn = branches.some(
          (_, branch) =>
            Buffer.from(rootOf(leavesOf(branch).slice(0, size))).equals(root) &&
            (last === undefined || Buffer.from(rootOf(leavesOf(branch).slice(0, last.size))).equals(last.root)),
        );
        expect(isOn && size >= (last?.size ?? 0)).toBe(true);
        last = answer.remember;
        mine += 1;
      }
      signed += mine;
    }),
    { numRuns: 25, seed: 7 },
  );
  // Otherwise it would be no test: honest growth is signed all the time.
  expect(signed).toBeGreaterThan(20);
});
