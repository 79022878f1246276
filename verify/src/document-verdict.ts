import type { LetterFacts } from './letter-facts.ts';
import type { SealParties } from './ses-judge.ts';
import type { Check, Result } from './verdict.ts';

/** What is to be said about a file that bears a seal. */
export interface DocumentVerdict {
  readonly kind: DocumentKind;
  readonly result: Result;
  readonly checks: readonly Check[];
  /** The file is, byte for byte, what was sealed, and contains what was signed, whoever is trusted. */
  readonly intact: boolean;
  /** What the seal says of itself: worth as much as the checks. Absent where there is none to be read. */
  readonly seal?: SealFacts;
  /** The same of the other party's seal, on a letter between organs. */
  readonly coSeal?: SealFacts;
  /** What the letter says of itself, under its seal: worth as much as the checks. Absent for what other programs made. */
  readonly letter?: LetterFacts;
}

export type DocumentKind = 'pdf' | 'ofd' | 'ses' | 'unknown';

export interface SealFacts {
  readonly sealId: string;
  readonly sealName: string;
  readonly signer: string;
  readonly certificateSerial: string;
  /** As the sealer claims it; only a time stamp would prove it. */
  readonly sealedAt?: string;
  /** SM3 of the document before sealing: what the persons signed. */
  readonly signedHash?: string;
}

export function factsOf({ ses, signer }: SealParties, signedHash: string | undefined): SealFacts {
  return {
    sealId: ses.seal.sealId,
    sealName: ses.seal.name,
    signer: signer.subjectText,
    certificateSerial: signer.serial,
    ...(ses.at === undefined ? {} : { sealedAt: ses.at }),
    ...(signedHash === undefined ? {} : { signedHash }),
  };
}

/** Whether none of the required checks of these names, of either seal, failed or stayed open. */
export function isIntact(checks: readonly Check[], names: readonly string[]): boolean {
  return checks.every(
    ({ state, required, name }) => state === 'true' || !required || !names.includes(name.replace(SECOND, '')),
  );
}

const SECOND = /\/2$/;

/** The checks of the second seal of a document, told apart from those of the first. */
export function ofSecondSeal(sealName: string, checks: readonly Check[]): readonly Check[] {
  return checks.map(({ name, zh, en, ...check }) => ({
    ...check,
    name: `${name}/2`,
    zh: `第二枚印章（${sealName}）：${zh}`,
    en: `Second seal (${sealName}): ${en}`,
  }));
}
