import {
  createPrivateKey,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sm2IdentityHash } from '@liangqian/verify/sm2-identity.ts';
import { makeFile } from '../kernel/make-file.ts';
import { signLeaves } from './leaf-workers.ts';
import type { LogKeys } from './ledger.ts';

export interface LogKeyOptions {
  readonly directory: string;
  readonly passphrase: string;
}

type Curve = 'ed25519' | 'sm2';

/**
 * The log's keys in encrypted files (PKCS #8, PBES2 with AES-256), made at the first start. For development: whoever holds
 * the machine holds the keys, and only the witnesses elsewhere keep him honest.
 */
export function fileLogKeys(options: LogKeyOptions): LogKeys {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const [log, submit, sm2] = [
    keyIn(options, 'log', 'ed25519'),
    keyIn(options, 'submit', 'ed25519'),
    keyIn(options, 'log-sm2', 'sm2'),
  ];
  const [logKey, submitKey, sm2Key] = [rawPublic(log, 32), rawPublic(submit, 32), rawPublic(sm2, 65)];
  const z = sm2IdentityHash(sm2Key);
  return {
    origin: `sigsum.org/v1/tree/${hash('sha256', logKey)}`,
    logKey,
    signCheckpoint: (text) => sign(null, Buffer.from(text), log),
    submitKey,
    // Off the event loop: at thousands of entries a second the signatures are most of the work.
    signLeaves: (messages) => signLeaves(submit, messages),
    sm2Key,
    // `crypto.sign('sm3', …)` signs with an empty signer id; only this way others verify it.
    signSm2: (text) => createSign('sm3').update(z).update(text).sign(sm2),
  };
}

function keyIn({ directory, passphrase }: LogKeyOptions, name: string, curve: Curve): KeyObject {
  const file = join(directory, `${name}.pem`);
  if (!existsSync(file)) writeKey(file, passphrase, curve);
  return createPrivateKey({ key: readFileSync(file), passphrase });
}

function writeKey(file: string, passphrase: string, curve: Curve): void {
  const { privateKey } =
    curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
  makeFile(file, pem.toString());
}

/** The public key without its wrapping. */
function rawPublic(key: KeyObject, bytes: number): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-bytes));
}
