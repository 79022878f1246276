import { areEqual } from './bytes.ts';
import { DerError } from './der.ts';
import { sm3 } from './digest.ts';
import { type DocumentVerdict, factsOf, isIntact, ofSecondSeal } from './document-verdict.ts';
import { letterPart } from './letter-facts.ts';
import { type OfdPackage, type OfdSignature, openOfd } from './ofd-package.ts';
import { XmlError } from './ofd-xml.ts';
import { partiesOf, type SealParties, verifySes } from './ses-judge.ts';
import { readSignature } from './ses.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, notice, required, resultOf } from './verdict.ts';
import { ZipError } from './zip.ts';

/** What makes a package the one that was sealed, whoever is trusted. */
const INTEGRITY: readonly string[] = ['references', 'covered', 'sealFile', 'range', 'container', 'digest', 'signature'];

/** Checks a sealed OFD against the bytes received; never throws on a bad file, but says what is wrong with it. */
export function judgeOfd(bytes: Uint8Array, trust: DocumentTrust): DocumentVerdict {
  try {
    return judge(openOfd(bytes), trust);
  } catch (error) {
    const known = error instanceof ZipError || error instanceof XmlError || error instanceof DerError;
    if (!known && !(error instanceof TypeError)) throw error;
    return unreadable(error.message);
  }
}

function judge(ofd: OfdPackage, trust: DocumentTrust): DocumentVerdict {
  const [first, second, ...more] = ofd.signatures;
  if (first === undefined) return unreadable('the package bears no seal');
  if (more.length > 0) return unreadable('a seal of each of two parties at most was expected');
  const seal = sealJudged(ofd, first, trust);
  const co = second === undefined ? undefined : sealJudged(ofd, second, trust);
  const checks = [...seal.checks, ...(co === undefined ? [] : ofSecondSeal(co.parties.ses.seal.name, co.checks))];
  return {
    kind: 'ofd',
    result: resultOf(checks),
    checks,
    intact: isIntact(checks, INTEGRITY),
    seal: factsOf(seal.parties, ofd.signedHash),
    ...(co === undefined ? {} : { coSeal: factsOf(co.parties, undefined) }),
    // What other programs seal calls its keywords what it likes.
    ...(ofd.signedHash === undefined ? {} : letterPart(ofd.keywords)),
  };
}

function sealJudged(
  ofd: OfdPackage,
  signature: OfdSignature,
  trust: DocumentTrust,
): { readonly parties: SealParties; readonly checks: readonly Check[] } {
  const parties = partiesOf(readSignature(signature.value));
  const checks = [...packageChecks(ofd, signature, parties), ...verifySes(parties, sm3(signature.bytes), trust)];
  return { parties, checks };
}

function packageChecks(ofd: OfdPackage, signature: OfdSignature, { ses }: SealParties): readonly Check[] {
  // What this program made names the signed document; other makers leave places free in list and container.
  const ours = ofd.signedHash !== undefined;
  // A seal cannot cover itself, nor what a later one signs; the later one covers both.
  const later = ofd.signatures.slice(ofd.signatures.indexOf(signature));
  const own = new Set([...later.flatMap(({ path, valuePath }) => [path, valuePath]), ...(ours ? [] : [ofd.listPath])]);
  const covered = new Set(signature.references.map(({ path }) => path));
  const free = [...ofd.files.keys()].filter((path) => !covered.has(path) && !own.has(path));
  const changed = signature.references.filter(({ isAsSigned }) => !isAsSigned).map(({ path }) => path);
  const sealFile = signature.seal === undefined || areEqual(signature.seal, ses.seal.bytes);
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
    (ours ? required : notice)(
      'container',
      ofd.isCanonical,
      '容器没有多余内容',
      'The container holds nothing beside its files',
    ),
  ];
}

/** Names the first few. */
function list(paths: readonly string[]): string {
  return paths.length === 0 ? '' : ` (${paths.slice(0, 5).join(', ')})`;
}

function unreadable(why: string): DocumentVerdict {
  const check = required('format', false, `没有可识别的电子印章签名：${why}`, `No readable seal signature: ${why}`);
  return { kind: 'ofd', result: 'invalid', checks: [check], intact: false };
}
