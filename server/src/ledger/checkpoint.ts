import { writeCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { type VerifierKey, verifierKey, writeNote } from '@liangqian/verify/note.ts';
import type { LogKeys } from './ledger.ts';

/** The keys under which the log speaks: Ed25519, which every tool knows, and SM2, which the law of the land asks for. */
export function logVerifierKeys({
  origin,
  logKey,
  sm2Key,
}: Pick<LogKeys, 'origin' | 'logKey' | 'sm2Key'>): readonly [VerifierKey, VerifierKey] {
  return [verifierKey(origin, 'ed25519', logKey), verifierKey(origin, 'sm2', sm2Key)];
}

/** The checkpoint of a head with both signatures of the log (C2SP tlog-checkpoint). */
export function signCheckpoint(
  keys: LogKeys,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): string {
  const text = writeCheckpoint({ origin: keys.origin, size, root, extension: [] });
  const [log, sm2] = logVerifierKeys(keys);
  return writeNote({
    text,
    signatures: [
      { name: log.name, keyId: log.id, signature: keys.signCheckpoint(text) },
      { name: sm2.name, keyId: sm2.id, signature: keys.signSm2(text) },
    ],
  });
}
