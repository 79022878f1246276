import type { LetterKind } from '../document/document.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { readTwin, type SealTrust, type SealVerification, verifySealedOfd, verifySealedPdf } from '../seal/actions.ts';
import { SealApplied, sealsLetter } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';

/** A sealed letter of the case, read back from the store and checked like anybody's copy. */
export interface CaseDocument {
  readonly file: string;
  readonly kind: LetterKind;
  readonly docNo: string;
  readonly at: string;
  readonly sealedHash: string;
  readonly signedHash: string;
  readonly verification: SealVerification['result'];
  /** The checks that did not pass; empty for a valid document. */
  readonly failed: readonly string[];
  readonly sealName: string;
  readonly bytes: Uint8Array;
  /** The OFD twin, under the same name with another ending; checked like the PDF. */
  readonly ofd?: Uint8Array;
}

/** Every sealed letter of the case, in order; a twin that nobody has asked for yet is sealed at the instant `at`. */
export async function documentsOf(
  platform: Platform,
  events: readonly Recorded[],
  at: Instant,
): Promise<readonly CaseDocument[]> {
  const trust = { roots: platform.authority.trusted, revoked: [] };
  const documents: CaseDocument[] = [];
  for (const [index, event] of events.filter(sealsLetter).entries()) {
    const applied = SealApplied.parse(event.data);
    const bytes = await platform.files.get(applied.sealedHash);
    const ofd = await readTwin(platform, applied, at);
    const verification = verifySealedPdf(bytes, trust);
    const failed = [...failedIn(verification, applied), ...twinFaults(ofd, applied, trust)];
    documents.push({
      file: `${String(index + 1).padStart(2, '0')}-${applied.documentKind}-${fileName(applied.docNo)}.pdf`,
      kind: applied.documentKind,
      docNo: applied.docNo,
      at: event.at,
      sealedHash: applied.sealedHash,
      signedHash: applied.signedHash,
      verification: failed.includes('record') || failed.includes('ofd') ? 'invalid' : verification.result,
      failed,
      sealName: verification.sealName ?? '',
      bytes,
      ...(ofd === undefined || isRefusal(ofd) ? {} : { ofd }),
    });
  }
  return documents;
}

function failedIn(verification: SealVerification, applied: SealApplied): readonly string[] {
  const failed = verification.checks.filter(({ required, verdict }) => required && verdict !== true);
  const isAsRecorded = verification.signedHash === applied.signedHash;
  return [...failed.map(({ name }) => name), ...(isAsRecorded ? [] : ['record'])];
}

function twinFaults(ofd: Uint8Array | undefined | Refusal, applied: SealApplied, trust: SealTrust): readonly string[] {
  // Where the seal was stopped meanwhile there is no twin, and the PDF stands.
  if (ofd === undefined || isRefusal(ofd)) return [];
  const { result, signedHash } = verifySealedOfd(ofd, trust);
  return result === 'valid' && signedHash === applied.signedHash ? [] : ['ofd'];
}

/** Document numbers hold brackets that every file system takes, but an organ may choose others. */
function fileName(docNo: string): string {
  return docNo.replace(/[/\\:*?"<>|\s]/g, '-');
}
