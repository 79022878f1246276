import { type LetterKind, documentHash } from '../document/document.ts';
import type { Recorded } from '../journal/journal.ts';
import { type SealVerification, verifySealedPdf } from '../seal/actions.ts';
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
}

/** Every sealed letter of the case, in order. */
export async function documentsOf(platform: Platform, events: readonly Recorded[]): Promise<readonly CaseDocument[]> {
  const sealed = events.filter(sealsLetter);
  const documents: CaseDocument[] = [];
  for (const [index, event] of sealed.entries()) {
    const applied = SealApplied.parse(event.data);
    const bytes = await platform.files.get(applied.sealedHash);
    const verification = verifySealedPdf(bytes, { roots: platform.authority.trusted, revoked: [] });
    const isAsRecorded = documentHash(bytes) === applied.sealedHash && verification.signedHash === applied.signedHash;
    const failed = verification.checks.filter(({ required, verdict }) => required && verdict !== true);
    documents.push({
      file: `${String(index + 1).padStart(2, '0')}-${applied.documentKind}-${fileName(applied.docNo)}.pdf`,
      kind: applied.documentKind,
      docNo: applied.docNo,
      at: event.at,
      sealedHash: applied.sealedHash,
      signedHash: applied.signedHash,
      verification: isAsRecorded ? verification.result : 'invalid',
      failed: [...failed.map(({ name }) => name), ...(isAsRecorded ? [] : ['record'])],
      sealName: verification.sealName ?? '',
      bytes,
    });
  }
  return documents;
}

/** Document numbers hold brackets that every file system takes, but an organ may choose others. */
function fileName(docNo: string): string {
  return docNo.replace(/[/\\:*?"<>|\s]/g, '-');
}
