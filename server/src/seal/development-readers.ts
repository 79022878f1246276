import { isIssuedBy, isRoot, readCertificate } from './certificate.ts';
import type { DevelopmentAuthority } from './development-ca.ts';
import type { KeyStore } from './key-store.ts';
import type { ReaderSigner, ReaderSigners } from './reader-signature.ts';
import type { TimeStamper } from './time-stamp.ts';
import { embeddedTimeStamper } from './time-stamp.ts';

/**
 * The driver of the second signature on software keys: for each seal a P-256 key whose certificate bears the seal's name
 * and number. Without `stamper` the authority inside the program gives the time.
 */
export function developmentReaders(
  keys: KeyStore,
  authority: DevelopmentAuthority,
  stamper?: TimeStamper,
): ReaderSigners {
  const opened = new Map<string, Promise<ReaderSigner>>();
  const { notBeforeAt, notAfterAt } = readCertificate(authority.sealMaker.certificate);
  let inside: Promise<TimeStamper> | undefined;

  /** The authorities between a certificate and its root. */
  function chainOf(certificate: Uint8Array): readonly Uint8Array[] {
    const own = readCertificate(certificate);
    return authority.trusted.filter((bytes) => {
      const other = readCertificate(bytes);
      return !isRoot(other) && isIssuedBy(own, other);
    });
  }

  async function embedded(): Promise<TimeStamper> {
    const key = await authority.timeStamp('p256');
    return embeddedTimeStamper(key, chainOf(key.certificate));
  }

  async function openReader(sealId: string, name: string): Promise<ReaderSigner> {
    const subject = {
      country: 'CN',
      organization: name.split('　')[0] ?? name,
      commonName: name,
      serialNumber: sealId,
    };
    const validity = { fromAt: notBeforeAt, toAt: notAfterAt };
    const key = await keys.ensure(`reader-${sealId}`, (made) => authority.certify(subject, made, validity), 'p256');
    inside ??= embedded();
    return { key, chain: chainOf(key.certificate), name, stamper: stamper ?? (await inside) };
  }

  return {
    open({ sealId, name }) {
      const known = opened.get(sealId) ?? openReader(sealId, name);
      opened.set(sealId, known);
      known.catch(() => opened.delete(sealId));
      return known;
    },
  };
}
