import { isIssuedBy, isRoot, readCertificate } from './certificate.ts';
import type { DevelopmentAuthority } from './development-ca.ts';
import type { KeyStore } from './key-store.ts';

/** A P-256 key with its certificate and those between it and the root, in this order, DER. */
export interface IssuerKey {
  readonly chain: readonly Uint8Array[];
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/**
 * The keys with which organs sign the data of their licences, on software keys: one P-256 key for each organ, certified by the
 * development authority. In service they come from a licensed authority (R73).
 */
export function developmentIssuers(keys: KeyStore, authority: DevelopmentAuthority) {
  const opened = new Map<string, Promise<IssuerKey>>();
  const { notBeforeAt, notAfterAt } = readCertificate(authority.sealMaker.certificate);

  async function openKey(uscc: string, name: string): Promise<IssuerKey> {
    const subject = { country: 'CN', organization: name, commonName: `${name}电子证照签发`, serialNumber: uscc };
    const validity = { fromAt: notBeforeAt, toAt: notAfterAt };
    const key = await keys.ensure(`licence-${uscc}`, (made) => authority.certify(subject, made, validity), 'p256');
    const own = readCertificate(key.certificate);
    const above = authority.trusted.filter((bytes) => {
      const other = readCertificate(bytes);
      return !isRoot(other) && isIssuedBy(own, other);
    });
    return { chain: [key.certificate, ...above], sign: (bytes) => key.sign(bytes) };
  }

  return {
    open({ uscc, name }: { readonly uscc: string; readonly name: string }): Promise<IssuerKey> {
      const known = opened.get(uscc) ?? openKey(uscc, name);
      opened.set(uscc, known);
      known.catch(() => opened.delete(uscc));
      return known;
    },
  };
}
