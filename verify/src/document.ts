import { DerError } from './der.ts';
import { type DocumentKind, type DocumentVerdict, factsOf, isIntact } from './document-verdict.ts';
import { judgeOfd } from './ofd-judge.ts';
import { judgePdf } from './pdf-judge.ts';
import { partiesOf, verifySes } from './ses-judge.ts';
import { readSignature } from './ses.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, required, resultOf } from './verdict.ts';

/** Larger than any letter with its attachments. */
const BYTES_READ = 24 * 2 ** 20;

/** What a file is by its first bytes: the name of a file says nothing. */
export function kindOf(bytes: Uint8Array): DocumentKind {
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'ofd';
  return begins(0x30) && bytes.length > 2 ? 'ses' : 'unknown';
}

/** Checks a sealed PDF, a sealed OFD or a bare seal signature, offline and purely; never throws on a bad file. */
export function judgeDocument(bytes: Uint8Array, trust: DocumentTrust): DocumentVerdict {
  const kind = kindOf(bytes);
  if (bytes.length > BYTES_READ) return refused(kind, '文件过大', 'The file is larger than any letter');
  switch (kind) {
    case 'pdf':
      return judgePdf(bytes, trust);
    case 'ofd':
      return judgeOfd(bytes, trust);
    case 'ses':
      return judgeSes(bytes, trust);
    case 'unknown':
      return refused(kind, '既不是 PDF、OFD，也不是电子印章签名', 'This is neither PDF nor OFD nor a seal signature');
    default:
      return kind satisfies never;
  }
}

/** A seal signature alone: what it protects lies elsewhere, so that check stays undecided, and with it the whole. */
function judgeSes(bytes: Uint8Array, trust: DocumentTrust): DocumentVerdict {
  try {
    const parties = partiesOf(readSignature(bytes));
    const checks = verifySes(parties, parties.ses.dataHash, trust).map((check) =>
      check.name === 'digest' ? absent : check,
    );
    return {
      kind: 'ses',
      result: resultOf(checks),
      checks,
      intact: isIntact(checks, ['digest', 'signature']),
      seal: factsOf(parties, undefined),
    };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return refused('ses', `没有可识别的电子印章签名：${error.message}`, `No readable seal signature: ${error.message}`);
  }
}

const absent: Check = required(
  'digest',
  undefined,
  '被盖章的文件不在这里，内容是否一致无法判断',
  'The sealed file is not here, so whether it is as it was stays open',
);

function refused(kind: DocumentKind, zh: string, en: string): DocumentVerdict {
  return { kind, result: 'invalid', checks: [required('format', false, zh, en)], intact: false };
}
