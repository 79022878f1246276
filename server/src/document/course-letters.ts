import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { letterDate, type LetterContent, type LetterFrame } from './letter.ts';
import { frameOf, licensingLaw, sentence } from './intake-letters.ts';
import { remedyParagraphs, type RemedyFacts } from './remedies.ts';
import type { DocumentRefusalCode } from './refusals.ts';

interface CourseFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly isLicence: boolean;
}

export interface SpecialProcedureFacts extends CourseFacts {
  /** One of the procedures that stop the clock: 听证, 招标, 拍卖, 检验, 检测, 检疫, 鉴定, 专家评审 (R58). */
  readonly procedure: string;
  readonly norm: string;
  readonly neededText: string;
  readonly startsOn: PlainDate;
  /** Site verification and the like run inside the limit; only what 许可法 45 names stands outside it. */
  readonly stopsClock: boolean;
}

/** Notice of a special procedure 特别程序告知书: without it the clock does not stop (许可法 45). */
export function specialProcedureNotice(facts: SpecialProcedureFacts): LetterContent {
  return {
    ...frameOf(facts, 'specialProcedureNotice', '特别程序告知书'),
    paragraphs: [
      `你（单位）申请的“${facts.itemName}”（办件编号：${facts.caseNo}），根据${facts.norm}，依法需要进行${facts.procedure}，` +
        `自${letterDate(facts.startsOn)}起，所需时间为${facts.neededText}。`,
      facts.stopsClock
        ? `${licensingLaw(facts.isLicence, '第四十五条')}，上述时间不计算在办理期限内；程序结束后，办理期限继续计算。`
        : '上述时间计算在办理期限内，办理期限不变。',
    ],
    sections: [],
    closing: ['特此告知。'],
  };
}

export interface ExtensionFacts extends CourseFacts {
  readonly reason: string;
  readonly extendedByText: string;
  readonly dueOn: PlainDate;
}

/** Notice of extension 延期通知书: approved by the head of the organ, with the reason (许可法 42). */
export function extensionNotice(facts: ExtensionFacts): LetterContent {
  return {
    ...frameOf(facts, 'extensionNotice', '延长办理期限告知书'),
    paragraphs: [
      `你（单位）申请的“${facts.itemName}”（办件编号：${facts.caseNo}），不能在原定期限内作出决定。` +
        `${licensingLaw(facts.isLicence, '第四十二条')}，经本机关负责人批准，办理期限延长${facts.extendedByText}，至${letterDate(facts.dueOn)}届满。`,
    ],
    sections: [{ heading: '延长期限的理由', paragraphs: [sentence(facts.reason)] }],
    closing: ['特此告知。'],
  };
}

export interface TerminationFacts extends CourseFacts {
  readonly reason: string;
  readonly norm: string;
  readonly remedy: RemedyFacts;
}

/** Notice that the procedure ends without a decision 终止办理通知书. It ends a right to be decided, so it names the remedies (R67). */
export function terminationNotice(facts: TerminationFacts): LetterContent | Refusal<DocumentRefusalCode> {
  const remedies = remedyParagraphs(facts.remedy, '本通知');
  if (isRefusal(remedies)) return remedies;
  return {
    ...frameOf(facts, 'terminationNotice', '终止办理通知书'),
    paragraphs: [
      `你（单位）申请的“${facts.itemName}”（办件编号：${facts.caseNo}），根据${facts.norm}，本机关终止办理。`,
    ],
    sections: [{ heading: '终止办理的理由', paragraphs: [sentence(facts.reason)] }],
    remedies,
    closing: ['终止办理不影响你（单位）依法重新提出申请。', '特此通知。'],
  };
}
