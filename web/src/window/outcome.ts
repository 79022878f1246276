import type { Value } from '../api/model.ts';
import type { TextKey } from '../text/text.ts';

/** The five outcomes of art. 32 with their keys; there is no sixth (R23). */
export const outcomes = ['ACCEPT', 'CORRECT', 'FIX_ON_SPOT', 'NOT_NEEDED', 'NOT_OURS'] as const;
export type OutcomeName = (typeof outcomes)[number];

export const outcomeKeys = {
  ACCEPT: 'F8',
  CORRECT: 'F9',
  FIX_ON_SPOT: 'F7',
  NOT_NEEDED: 'F4',
  NOT_OURS: 'F6',
} as const satisfies Record<OutcomeName, string>;

export const outcomeLabels = {
  ACCEPT: 'settle.ACCEPT',
  CORRECT: 'settle.CORRECT',
  FIX_ON_SPOT: 'settle.FIX_ON_SPOT',
  NOT_NEEDED: 'settle.NOT_NEEDED',
  NOT_OURS: 'settle.NOT_OURS',
} as const satisfies Record<OutcomeName, TextKey>;

/** What the outcome's own fields hold. */
export interface OutcomeFields {
  readonly reason?: string;
  readonly competentOrgan?: string;
  readonly tolerated?: readonly string[];
  readonly toleratedUntilOn?: string;
  /** The promise signed on paper (R32). */
  readonly promiseReference?: string;
  /** Lines of the checklist that were looked at (R30). */
  readonly checked?: readonly string[];
  readonly defects?: readonly {
    readonly code?: string;
    readonly what?: string;
    readonly need?: string;
    /** Mended on the spot: the paper that was handed in, or the answer as it should be. */
    readonly isBrought?: boolean;
    readonly answer?: Value | null;
  }[];
  /** 教师资格条例16: the limit starts when the window of applications closes. */
  readonly windowEndsOn?: string;
}

/** The outcome as the server takes it. */
export function outcomeOf(name: OutcomeName, fields: OutcomeFields): object {
  const {
    reason = '',
    competentOrgan = '',
    tolerated = [],
    toleratedUntilOn,
    promiseReference = '',
    windowEndsOn = '',
    checked = [],
    defects = [],
  } = fields;
  const told = defects.map(({ code = '', what = '', need = '' }) => ({ code, what, need }));
  switch (name) {
    case 'ACCEPT':
      return {
        outcome: name,
        tolerated,
        ...(checked.length === 0 ? {} : { checked }),
        ...(tolerated.length === 0 || toleratedUntilOn === undefined ? {} : { toleratedUntilOn }),
        ...(tolerated.length === 0 || promiseReference === '' ? {} : { promiseReference }),
        ...(windowEndsOn === '' ? {} : { windowEndsOn }),
      };
    case 'CORRECT':
      return { outcome: name, defects: told };
    case 'FIX_ON_SPOT':
      return {
        outcome: name,
        fixed: told,
        materials: defects.flatMap(({ code = '', isBrought }) =>
          isBrought === true ? [{ code, source: 'paper' }] : [],
        ),
        form: Object.fromEntries(
          defects.flatMap(({ code = '', answer }) =>
            answer === undefined || answer === null || answer === '' ? [] : [[code, answer]],
          ),
        ),
      };
    case 'NOT_NEEDED':
      return { outcome: name, reason };
    case 'NOT_OURS':
      return { outcome: name, reason, competentOrgan };
    default:
      return name satisfies never;
  }
}
