import { areEqual } from './bytes.ts';
import { TIME_STAMPING } from './certificate.ts';
import { chainsTo, isRoot } from './chain.ts';
import { CMS, type Cms, DIGEST_OID, digestOf, readCms, verifyCms } from './cms.ts';
import { stillProves } from './revocation.ts';
import type { DocumentTrust } from './trust-file.ts';
import { DerError, type DerNode, instantOf, integer, members, octets, oidOf, readDer } from './der.ts';

/** What a time stamp proves: the instant, or nothing because it is wrong, or nothing because its authority is not known. */
export type TimeStampVerdict = { readonly at: string } | { readonly fault: string } | undefined;

interface Imprint {
  readonly digest: 'sha256' | 'sm3';
  readonly hash: Uint8Array;
}

/** What a token proves about `stamped`: the instant, a fault, or nothing because its authority is not trusted, or no list speaks of it. */
export function verifyToken(token: Uint8Array, stamped: Uint8Array, trust: DocumentTrust): TimeStampVerdict {
  const trusted = trust.certificates;
  try {
    const cms = readCms(token);
    const info = readInfo(cms);
    if (!areEqual(digestOf(info.digest, stamped), info.hash)) return { fault: 'stamped other bytes' };
    if (!verifyCms(cms, digestOf(cms.digestAlgorithm, cms.content ?? new Uint8Array())))
      return { fault: 'not signed so' };
    const { signer } = cms;
    if (signer.purposes?.join(' ') !== TIME_STAMPING || !signer.maySign) return { fault: 'not a time stamp authority' };
    // A token may bring the authorities between, and never a root of its own.
    const links = cms.certificates.filter((one) => one.isAuthority && !isRoot(one));
    const verdicts = cms.certificates.map((one) => chainsTo(one, [...trusted, ...links], info.at));
    if (verdicts.includes(false)) return { fault: 'no trusted authority' };
    if (verdicts.includes(undefined)) return undefined;
    const proves = stillProves(signer, trust.revocations, [...trusted, ...links], info.at);
    if (proves === false) return { fault: 'its authority’s certificate was called back' };
    return proves === undefined ? undefined : { at: info.at };
  } catch (error) {
    if (error instanceof DerError) return { fault: error.message };
    throw error;
  }
}

function readImprint(node: DerNode | undefined): Imprint {
  const [algorithm, hash] = members(node);
  const oid = oidOf(members(algorithm)[0]);
  const digest = oid === DIGEST_OID.sha256 ? 'sha256' : oid === DIGEST_OID.sm3 ? 'sm3' : undefined;
  if (digest === undefined || octets(hash).length !== 32) throw new DerError('neither SHA-256 nor SM3');
  return { digest, hash: octets(hash) };
}

function readInfo(cms: Cms): Imprint & { readonly at: string } {
  if (cms.contentType !== CMS.timeStampInfo || cms.content === undefined) throw new DerError('not a time stamp');
  const [version, policy, imprint, serial, time] = members(readDer(cms.content));
  if (integer(version) !== 1n) throw new DerError('another version of time stamp');
  oidOf(policy);
  integer(serial);
  return { ...readImprint(imprint), at: instantOf(time) };
}
