import { randomBytes } from 'node:crypto';
import { codeKey, type ConsentPolicy, defaultConsentPolicy } from './consent/consent.ts';
import { randomIds } from './kernel/ids.ts';

/** What codes and consents of a district are made of: its figures, chance, and a key that is not in the database. */
export function consentStore(options: {
  readonly keyPassphrase: string;
  readonly realm: string;
  readonly consentPolicy?: ConsentPolicy;
}) {
  const { keyPassphrase, realm, consentPolicy = defaultConsentPolicy } = options;
  return {
    realm,
    consentPolicy,
    codeKey: codeKey(keyPassphrase, realm),
    random: (size: number): Uint8Array => randomBytes(size),
    consentId: randomIds.next,
  };
}
