import { areEqual } from './bytes.ts';
import { type Certificate, isIssuedBy } from './certificate.ts';
import type { Verdict } from './verdict.ts';

/** More links than any public key infrastructure has; a longer chain is an attack on the reader. */
const CHAIN_LINKS = 6;

/**
 * Whether a chain leads from `certificate` to a trusted root, every link valid at the instant `at`. Undecided where it leads to
 * an authority of which nothing is known; false where one is known by that name and did not issue this, or not then. Of
 * `trusted`, those that sign themselves are the roots; the others only help to get there.
 */
export function chainsTo(certificate: Certificate, trusted: readonly Certificate[], at: string): Verdict {
  if (trusted.some((root) => isRoot(root) && areEqual(root.bytes, certificate.bytes)))
    return isValidAt(certificate, at);
  return leadsUp(certificate, trusted, at, 0);
}

function leadsUp(certificate: Certificate, known: readonly Certificate[], at: string, below: number): Verdict {
  if (below >= CHAIN_LINKS) return false;
  const issuers = known.filter((one) => isMeant(one, certificate) && !areEqual(one.bytes, certificate.bytes));
  // A root that is not trusted names itself as its issuer, as any unknown authority would.
  if (issuers.length === 0) return undefined;
  const verdicts = issuers.map((issuer) => {
    if (!mayIssue(issuer, at, below) || !isIssuedBy(certificate, issuer)) return false;
    return isRoot(issuer) ? true : leadsUp(issuer, known, at, below + 1);
  });
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

/** Authorities change their keys and keep their names: one with another key is not the one that is meant. */
function isMeant(issuer: Certificate, { issuer: name, issuerKeyId }: Certificate): boolean {
  const isOther = issuerKeyId !== undefined && issuer.keyId !== undefined && issuerKeyId !== issuer.keyId;
  return areEqual(issuer.subject, name) && !isOther;
}

function mayIssue(issuer: Certificate, at: string, below: number): boolean {
  return (
    isValidAt(issuer, at) &&
    issuer.unknownCritical.length === 0 &&
    (issuer.pathLength === undefined || issuer.pathLength >= below)
  );
}

export function isRoot(certificate: Certificate): boolean {
  return areEqual(certificate.issuer, certificate.subject);
}

export function isValidAt(certificate: Certificate, at: string): boolean {
  return certificate.notBeforeAt <= at && at <= certificate.notAfterAt;
}
