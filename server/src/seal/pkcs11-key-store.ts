import { createHash } from 'node:crypto';
import { readCertificate } from './certificate.ts';
import type { Token, TokenOptions } from './cryptoki.ts';
import { derInteger, derSequence } from './der.ts';
import type { KeyStore, SigningKey } from './key-store.ts';
import { type KeyAlgorithm, P256_SPKI_PREFIX, type SignatureKey } from './signature-key.ts';

/**
 * Keys in hardware, over PKCS#11: the private part is made inside the token and never leaves it. P-256 only: for SM2 every maker
 * has mechanisms of its own. Certificates lie in the token beside their keys.
 */
export function pkcs11KeyStore(options: TokenOptions): KeyStore & { readonly close: () => Promise<void> } {
  // A token that refused is not asked again: hardware locks itself after a few wrong PINs.
  let opened: Promise<Token> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** A session does one thing at a time. */
  function inTurn<T>(work: (token: Token) => T | Promise<T>): Promise<T> {
    const result = turn.then(async () => work(await (opened ??= open(options))));
    turn = result.catch(() => undefined);
    return result;
  }

  function keyOf(id: string, point: Uint8Array): SignatureKey {
    return {
      algorithm: 'p256',
      spki: Buffer.concat([P256_SPKI_PREFIX, point]),
      sign: (bytes) =>
        inTurn(async (token) => pairOf(await token.sign(id, createHash('sha256').update(bytes).digest()))),
    };
  }

  async function findKey(id: string): Promise<SigningKey | undefined> {
    const found = await inTurn((token) => ({ point: token.findPoint(id), certificate: token.findCertificate(id) }));
    if (found.point === undefined || found.certificate === undefined) return undefined;
    return { ...keyOf(id, found.point), certificate: found.certificate };
  }

  async function waiting(id: string, algorithm: KeyAlgorithm): Promise<SignatureKey> {
    if (algorithm !== 'p256') throw new Error(`a PKCS#11 token holds P-256 keys; ${id} is to be ${algorithm}`);
    return keyOf(id, await inTurn((token) => token.findPoint(id) ?? token.generate(id)));
  }

  function put(id: string, certificate: Uint8Array): Promise<void> {
    return inTurn((token) => {
      if (token.findPoint(id) === undefined) throw new Error(`the key store has no key ${id}`);
      token.putCertificate(id, certificate, readCertificate(certificate).subject);
    });
  }

  return {
    development: false,
    async ensure(id, certify, algorithm = 'p256') {
      const known = await findKey(id);
      if (known !== undefined) return known;
      const key = await waiting(id, algorithm);
      const certificate = await certify(key);
      await put(id, certificate);
      return { ...key, certificate };
    },
    async open(id) {
      const found = await findKey(id);
      if (found === undefined) throw new Error(`the key store has no key ${id}, or none with a certificate`);
      return found;
    },
    await: waiting,
    put,
    has: (id) => inTurn((token) => token.findPoint(id) !== undefined),
    find: async (id) => (await findKey(id))?.certificate,
    close: () =>
      inTurn((token) => {
        token.close();
        opened = undefined;
      }),
  };
}

/** The native library comes into the process only where a module is set. */
async function open(options: TokenOptions): Promise<Token> {
  const { openToken } = await import('./cryptoki.ts');
  return openToken(options);
}

/** r and s of 32 bytes each as the DER pair of X.509. */
function pairOf(raw: Uint8Array): Uint8Array {
  const hex = Buffer.from(raw).toString('hex');
  return derSequence(derInteger(BigInt(`0x${hex.slice(0, 64)}`)), derInteger(BigInt(`0x${hex.slice(64)}`)));
}
