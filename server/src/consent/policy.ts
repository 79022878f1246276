import type { Brake } from '../identity/identity.ts';

/** Figures of the codes and consents of an installation, all in one place. */
export interface ConsentPolicy {
  /** Minutes for which a code can be read at a window. */
  readonly codeMinutes: number;
  /** Minutes in which an application must follow the consent that was given for it online. */
  readonly onlineMinutes: number;
  /** Days in which an item of a matter must begin that rests on the consent given with the matter. */
  readonly matterDays: number;
  /** The longest term of a letter under which an agent shows papers. */
  readonly letterDays: number;
  /** Hours in which the window that read a code must open the case for which it was read. */
  readonly caseHours: number;
  /** Wrong codes of one clerk, and of one window (the address of its machine), before a lock that doubles. */
  readonly clerk: Brake;
  readonly window: Brake;
  /** Live codes at a time; above it no new one is given, so that a guess stays as unlikely as it was meant to be. */
  readonly liveCodes: number;
}

/**
 * Our own design. Eight digits are 10⁸; with 5,000 live codes a guess hits one with 1 in 20,000, and a clerk has five before he
 * waits. What he would hit is most likely meant for another item, and is refused all the same.
 */
export const defaultConsentPolicy: ConsentPolicy = {
  codeMinutes: 5,
  onlineMinutes: 60,
  matterDays: 180,
  letterDays: 183,
  caseHours: 4,
  clerk: { failures: 5, lockMinutes: 5, longestLockMinutes: 60 },
  window: { failures: 15, lockMinutes: 5, longestLockMinutes: 60 },
  liveCodes: 5_000,
};
