import { fromBase64 } from './bytes.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { DerError } from './der.ts';
import { readTrust, type Trust } from './trust.ts';
import { readRevocationList, type Revocation, type RevocationList, type Revocations } from './revocation.ts';

/** Whom the one who checks a document believes, read from a trust file (docs/reference/trust-file.md). */
export interface DocumentTrust {
  /** Roots, and the authorities between them and the signers. Without a root nothing can be called valid. */
  readonly certificates: readonly Certificate[];
  readonly revocations: Revocations;
  /** The lines that are about the log: a policy (C2SP tlog-policy), empty where there is none. */
  readonly policyText: string;
}

export interface TrustFault {
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly reason: string;
}

export const NO_TRUST: DocumentTrust = { certificates: [], revocations: { revoked: [], lists: [] }, policyText: '' };

/** More than any country has; a longer file is a mistake. */
const CERTIFICATES_READ = 200;
const PEM = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/** Reads a trust file in either of its two forms, or says in which line and why it is none. */
export function readTrustFile(text: string): DocumentTrust | TrustFault {
  try {
    return text.trimStart().startsWith('{') ? readAnswer(text) : readLines(text);
  } catch (error) {
    if (error instanceof DerError || error instanceof SyntaxError) return { line: 0, reason: error.message };
    throw error;
  }
}

/** Whom the one who checks a bundle believes: the lines about the log. Undefined where the file has none. */
export function logTrustOf({ policyText }: DocumentTrust): Trust | TrustFault | undefined {
  return policyText === '' ? undefined : readTrust(policyText);
}

/** The answer of `GET /api/trust`. */
function readAnswer(text: string): DocumentTrust | TrustFault {
  const answer: unknown = JSON.parse(text);
  const certificates = listIn(answer, 'certificates');
  const lists = listIn(answer, 'revocationLists');
  if (certificates === undefined || lists === undefined) {
    return { line: 0, reason: 'certificates and revocationLists are lists of DER in Base64' };
  }
  const log = valueIn(answer, 'log');
  if (log !== undefined && typeof log !== 'string') return { line: 0, reason: 'log is the policy of the log as text' };
  return trustOf(certificates, lists, { policyText: log ?? '' });
}

function valueIn(answer: unknown, name: string): unknown {
  return typeof answer === 'object' && answer !== null ? new Map(Object.entries(answer)).get(name) : undefined;
}

function listIn(answer: unknown, name: string): readonly Uint8Array[] | undefined {
  const found = valueIn(answer, name);
  if (!Array.isArray(found)) return undefined;
  const list = found.flatMap((one: unknown) => (typeof one === 'string' ? [fromBase64(one)] : [undefined]));
  const whole = list.filter((one) => one !== undefined);
  return whole.length === list.length ? whole : undefined;
}

function readLines(text: string): DocumentTrust | TrustFault {
  const certificates: Uint8Array[] = [];
  const lists: Uint8Array[] = [];
  for (const { 1: label = '', 2: body = '', index } of text.matchAll(PEM)) {
    const der = fromBase64(body.replace(/\s/g, ''));
    const line = text.slice(0, index).split('\n').length;
    if (der === undefined) return { line, reason: 'this is not PEM' };
    if (label === 'CERTIFICATE') certificates.push(der);
    else if (label === 'X509 CRL') lists.push(der);
    else return { line, reason: `a ${label} has no place in a trust file` };
  }
  // Empty lines in their place keep the numbers of the others.
  const rest = text.replace(PEM, (block) => '\n'.repeat(block.split('\n').length - 1));
  const revoked: Revocation[] = [];
  const policy: string[] = [];
  for (const [index, line] of rest.split('\n').entries()) {
    const [word, serial = '', from = '', more] = line.trim().split(/[ \t]+/);
    policy.push(word === 'revoked' ? '' : line);
    if (word !== 'revoked') continue;
    const fromAt = instantOf(from);
    if (!/^[0-9a-fA-F]{1,80}$/.test(serial) || fromAt === undefined || more !== undefined) {
      return { line: index + 1, reason: 'a revocation is: revoked <serial in hex> <instant from which on>' };
    }
    revoked.push({ serial: serial.toLowerCase().replace(/^0+(?=.)/, ''), fromAt, isKeyLost: true });
  }
  const policyText = policy.join('\n');
  const isOfLog = policy.some((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return trustOf(certificates, lists, { policyText: isOfLog ? policyText : '', revoked });
}

interface Lines {
  readonly policyText: string;
  readonly revoked?: readonly Revocation[];
}

function trustOf(
  certificates: readonly Uint8Array[],
  lists: readonly Uint8Array[],
  { policyText, revoked = [] }: Lines,
): DocumentTrust | TrustFault {
  if (certificates.length > CERTIFICATES_READ || lists.length > CERTIFICATES_READ) {
    return { line: 0, reason: 'more certificates or lists than a trust file has' };
  }
  return {
    certificates: certificates.map(readCertificate),
    revocations: { revoked, lists: lists.map((bytes): RevocationList => readRevocationList(bytes)) },
    policyText,
  };
}

function instantOf(text: string): string | undefined {
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
