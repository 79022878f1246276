import type { PlainDate } from '../kernel/time.ts';
import { letterDate, type LetterContent, type LetterFrame, type SlipLine } from './letter.ts';
import { frameOf } from './intake-letters.ts';

export interface LicenceFacts extends Omit<LetterFrame, 'addressee'> {
  /** The name of the licence 证照名称, such as 食品经营许可证. */
  readonly name: string;
  readonly holder: string;
  /** USCC or the masked number of the citizen's identity card. */
  readonly holderNo: string;
  /** What the licence says, in the order of its form. */
  readonly contents: readonly SlipLine[];
  readonly validFromOn: PlainDate;
  /** Absent for a licence without term; `termWords` then say how long, 长期 where they do not. */
  readonly validToOn?: PlainDate;
  readonly termWords?: string;
  /** The decision on which it rests. */
  readonly decisionNo: string;
}

/** Licence 许可证: under the organ's own seal (许可法 39); the sealed document beside the licence data. */
export function licenceDocument(facts: LicenceFacts): LetterContent {
  const { addressee: _, ...frame } = frameOf({ ...facts, addressee: '' }, 'licence', facts.name);
  const term =
    facts.validToOn === undefined
      ? (facts.termWords ?? '长期')
      : `${letterDate(facts.validFromOn)}至${letterDate(facts.validToOn)}`;
  return {
    ...frame,
    paragraphs: [],
    sections: [],
    closing: [],
    slip: [
      { label: '持证主体', value: facts.holder },
      { label: '证件号码', value: facts.holderNo },
      ...facts.contents,
      { label: '有效期限', value: term },
      // A licence from before the library rests on papers of its time.
      ...(facts.decisionNo === '' ? [] : [{ label: '决定文书', value: facts.decisionNo }]),
      { label: '发证机关', value: facts.organ },
    ],
  };
}
