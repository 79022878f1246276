import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '@liangqian/verify/bytes.ts';
import { verifierKey } from '@liangqian/verify/note.ts';
import { z } from 'zod';
import { makeFile } from '../kernel/make-file.ts';
import { originHash, type Remembered, type WitnessKey } from './witness.ts';

/** The key and the memory of a witness, in a folder of its own that nobody else can write. */
export interface WitnessFiles {
  readonly key: WitnessKey;
  readonly last: (origin: string) => Remembered | undefined;
  /** On disk before the answer leaves: what was signed is never forgotten. */
  readonly remember: (origin: string, state: Remembered) => Promise<void>;
}

const Kept = z.strictObject({ origin: z.string(), size: z.int().min(0), root: z.base64(), note: z.string() });

/** Opens the folder of the witness `name`, and makes its key the first time. */
export function openWitnessFiles(folder: string, name: string, passphrase: string): WitnessFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = keyIn(folder, name, passphrase);
  const states = new Map<string, Remembered>();
  const file = (origin: string): string => join(folder, `${originHash(origin)}.json`);
  return {
    key,
    last(origin) {
      const known = states.get(origin) ?? readKept(file(origin), origin);
      if (known !== undefined) states.set(origin, known);
      return known;
    },
    async remember(origin, state) {
      const { size, root, note } = state;
      await replaceFile(file(origin), JSON.stringify({ origin, size, root: toBase64(root), note }));
      states.set(origin, state);
    },
  };
}

function keyIn(folder: string, name: string, passphrase: string): WitnessKey {
  const file = join(folder, 'key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    makeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString());
  }
  const secret = createPrivateKey({ key: readFileSync(file), passphrase });
  const raw = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-32);
  return { key: verifierKey(name, 'cosignature', new Uint8Array(raw)), secret };
}

/** A memory that cannot be read stops the witness: to begin again at nothing would be to forget. */
function readKept(file: string, origin: string): Remembered | undefined {
  if (!existsSync(file)) return undefined;
  const kept = Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  const root = fromBase64(kept.root);
  if (kept.origin !== origin || root === undefined) throw new Error(`${file} is not the memory of ${origin}`);
  return { size: kept.size, root, note: kept.note };
}

async function replaceFile(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  const folder = await open(join(file, '..'), 'r');
  await folder.sync().finally(() => folder.close());
}
