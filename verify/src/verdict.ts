/** What one question came to. `undefined` means undecided, and undecided never reads as valid. */
export type Verdict = true | false | undefined;

/** One question about a document, with its answer. */
export interface Check {
  readonly name: string;
  readonly state: 'true' | 'false' | 'undecided';
  /** A notice does not decide over the whole. */
  readonly required: boolean;
  /** What is asked, as the sentence that holds where the state is true; where it needs to, it says why it does not. */
  readonly zh: string;
  readonly en: string;
}

export type Result = 'valid' | 'invalid' | 'undecided';

export function required(name: string, verdict: Verdict, zh: string, en: string): Check {
  return { name, state: stateOf(verdict), required: true, zh, en };
}

/** A check that decides nothing about the whole. */
export function notice(name: string, verdict: Verdict, zh: string, en: string): Check {
  return { ...required(name, verdict, zh, en), required: false };
}

/** What the checks say together: valid only when every required one is true, and there is one. */
export function resultOf(checks: readonly Check[]): Result {
  const states = checks.filter((check) => check.required).map(({ state }) => state);
  if (states.includes('false')) return 'invalid';
  return states.length > 0 && states.every((state) => state === 'true') ? 'valid' : 'undecided';
}

function stateOf(verdict: Verdict): Check['state'] {
  return verdict === undefined ? 'undecided' : verdict ? 'true' : 'false';
}
