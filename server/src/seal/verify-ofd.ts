import { DerError } from './der.ts';
import { openOfd, type OfdPackage, type OfdSignature } from './ofd-package.ts';
import { XmlError } from './ofd-xml.ts';
import { readSignature } from '@liangqian/verify/ses.ts';
import { sm3 } from './sm2.ts';
import type { SealVerification } from './verify-pdf.ts';
import {
  partiesOf,
  required,
  resultOf,
  secondSeal,
  type SealCheck,
  type SealParties,
  type SealTrust,
  verifySes,
} from './verify-ses.ts';
import { ZipError } from './zip.ts';

/** What makes a package the one that was sealed, whoever is trusted. */
const INTEGRITY: readonly string[] = ['references', 'covered', 'sealFile', 'range', 'container', 'digest', 'signature'];

/** Checks a sealed OFD against the bytes received; never throws on a bad file, but says what is wrong with it. */
export function verifySealedOfd(bytes: Uint8Array, trust: SealTrust): SealVerification {
  try {
    return judge(openOfd(bytes), trust);
  } catch (error) {
    const known = error instanceof ZipError || error instanceof XmlError || error instanceof DerError;
    if (!known && !(error instanceof TypeError)) throw error;
    return unreadable(error.message);
  }
}

function judge(ofd: OfdPackage, trust: SealTrust): SealVerification {
  const [signature, ...more] = ofd.signatures;
  if (signature === undefined) return unreadable('the package bears no seal');
  const [second, ...third] = more;
  if (third.length > 0) return unreadable('a seal of each of two parties at most was expected');
  const { parties, checks: own } = sealJudged(ofd, signature, trust);
  const checks = [...own, ...(second === undefined ? [] : secondSeal(sealJudged(ofd, second, trust).checks))];
  const { ses, signer } = parties;
  return {
    result: resultOf(checks),
    checks,
    intact: checks.every(({ name, verdict }) => verdict === true || !INTEGRITY.includes(name.replace(/\/2$/, ''))),
    ...(ofd.signedHash === undefined ? {} : { signedHash: ofd.signedHash }),
    sealId: ses.seal.sealId,
    sealName: ses.seal.name,
    signer: signer.subjectText,
    certificateSerial: signer.serial,
    ...(ses.at === undefined ? {} : { sealedAt: ses.at }),
    picture: ses.seal.picture,
  };
}

function sealJudged(
  ofd: OfdPackage,
  signature: OfdSignature,
  trust: SealTrust,
): { readonly parties: SealParties; readonly checks: readonly SealCheck[] } {
  const parties = partiesOf(readSignature(signature.value));
  const checks = [...packageChecks(ofd, signature, parties), ...verifySes(parties, sm3(signature.bytes), trust)];
  return { parties, checks };
}

function packageChecks(ofd: OfdPackage, signature: OfdSignature, { ses }: SealParties): readonly SealCheck[] {
  // What this program made names the signed document; other makers leave places free in list and container.
  const ours = ofd.signedHash !== undefined;
  // A seal cannot cover itself, nor what a later one signs; the later one covers both.
  const later = ofd.signatures.slice(ofd.signatures.indexOf(signature));
  const own = new Set([...later.flatMap(({ path, valuePath }) => [path, valuePath]), ...(ours ? [] : [ofd.listPath])]);
  const covered = new Set(signature.references.map(({ path }) => path));
  const free = [...ofd.files.keys()].filter((path) => !covered.has(path) && !own.has(path));
  const changed = signature.references.filter(({ isAsSigned }) => !isAsSigned).map(({ path }) => path);
  const sealFile = signature.seal === undefined || Buffer.from(signature.seal).equals(ses.seal.bytes);
  return [
    required(
      'references',
      changed.length === 0 && signature.references.length > 0,
      `包内文件与盖章时一致${list(changed)}`,
      `The files of the package are as they were when sealed${list(changed)}`,
    ),
    required(
      'covered',
      free.length === 0,
      `印章保护包内全部文件${list(free)}`,
      `The seal covers every file of the package${list(free)}`,
    ),
    required('sealFile', sealFile, '印章文件与签名中的印章一致', 'The seal file is the seal inside the signature'),
    required(
      'range',
      ses.propertyInfo.replace(/^\//, '') === signature.path,
      '签名载明的保护范围就是本签名文件',
      'The signature states this very file as what it protects',
    ),
    {
      ...required('container', ofd.isCanonical, '容器没有多余内容', 'The container holds nothing beside its files'),
      required: ours,
    },
  ];
}

/** Names the first few. */
function list(paths: readonly string[]): string {
  return paths.length === 0 ? '' : ` (${paths.slice(0, 5).join(', ')})`;
}

function unreadable(why: string): SealVerification {
  const check = required('format', false, `没有可识别的电子印章签名：${why}`, `No readable seal signature: ${why}`);
  return { result: 'invalid', checks: [check], intact: false };
}
