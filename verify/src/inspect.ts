import { checkBundle } from './bundle.ts';
import { isBundle } from './bundle-file.ts';
import { judgeDocument } from './document.ts';
import type { DocumentKind, SealFacts } from './document-verdict.ts';
import type { LetterFacts } from './letter-facts.ts';
import { isLicence, judgeLicence, type LicenceFacts } from './licence-judge.ts';
import type { Trust } from './trust.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, required, type Result } from './verdict.ts';

/** Whom the reader believes, and the instant at which he asks. */
export interface Beliefs {
  readonly documents: DocumentTrust;
  /** About the log; without it nothing that is logged can be judged. */
  readonly log: Trust | undefined;
  /** The list of the issuer that says which licences were taken back, as a token in compact form. */
  readonly statusList?: string | undefined;
  readonly at: string;
  /** For a licence that its holder shows: what the reader asked to be put into the proof, and as whom (RFC 9901 §7.3). */
  readonly nonce?: string | undefined;
  readonly audience?: string | undefined;
}

/** What is to be said about a file of any kind that the platform hands out. */
export interface Inspection {
  readonly kind: FileKind;
  readonly result: Result;
  readonly checks: readonly Check[];
  readonly seal?: SealFacts;
  readonly coSeal?: SealFacts;
  readonly letter?: LetterFacts;
  readonly licence?: LicenceFacts;
}

export type FileKind = DocumentKind | 'bundle' | 'licence';

/** Larger than any file that the platform hands out; a bundle is the largest. */
const BYTES_READ = 64 * 2 ** 20;
const NOBODY: Trust = {
  policy: { logs: [], witnesses: [], groups: [], quorum: 'none' },
  submitKeys: [],
  sm2Keys: [],
};

/** Says by its first bytes what a file is, and checks it as that; purely, offline, and without ever throwing on a bad file. */
export function inspect(bytes: Uint8Array, beliefs: Beliefs): Inspection {
  if (bytes.length > BYTES_READ) {
    const en = 'The file is larger than any that is checked here (64 MB)';
    const check = required('format', false, '文件过大，超过了核验上限（64 MB）', en);
    return { kind: 'unknown', result: 'invalid', checks: [check] };
  }
  if (isBundle(bytes)) return inspectBundle(bytes, beliefs);
  if (isLicence(bytes)) {
    const { documents: trust, statusList, at, nonce, audience } = beliefs;
    return { kind: 'licence', ...judgeLicence(bytes, { trust, statusList, at, nonce, audience }) };
  }
  const { kind, result, checks, seal, coSeal, letter } = judgeDocument(bytes, beliefs.documents);
  return {
    kind,
    result,
    checks,
    ...(seal === undefined ? {} : { seal }),
    ...(coSeal === undefined ? {} : { coSeal }),
    ...(letter === undefined ? {} : { letter }),
  };
}

const RESULTS = { yes: 'valid', no: 'invalid', undecided: 'undecided' } as const;

function inspectBundle(bytes: Uint8Array, { log = NOBODY, documents }: Beliefs): Inspection {
  const { state, checks } = checkBundle(bytes, log, documents);
  const named = checks.map(({ check, of, state: answer, zh, en }) => ({
    name: check,
    state: answer,
    required: true,
    zh: `${of}：${zh}`,
    en: `${of}: ${en}`,
  }));
  return { kind: 'bundle', result: RESULTS[state], checks: named };
}
