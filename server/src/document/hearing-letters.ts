import type { PlainDate } from '../kernel/time.ts';
import { frameOf, licensingLaw } from './intake-letters.ts';
import { letterDate, type LetterContent, type LetterFrame } from './letter.ts';

export interface HearingNoticeFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly isLicence: boolean;
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly presider: string;
}

/** Notice of a hearing 听证通知书: seven days before, public, free of charge, the presider no reviewer (许可法 48, R42). */
export function hearingNotice(facts: HearingNoticeFacts): LetterContent {
  return {
    ...frameOf(facts, 'hearingNotice', '听证通知书'),
    paragraphs: [
      `关于“${facts.itemName}”申请（办件编号：${facts.caseNo}），${licensingLaw(facts.isLicence, '第四十八条')}，` +
        '本机关决定举行听证，现将有关事项通知如下：',
    ],
    sections: [
      {
        heading: '听证安排',
        paragraphs: [
          `时间：${letterDate(facts.heldOn)}`,
          `地点：${facts.place}`,
          `主持人：${facts.presider}，不是审查该申请的工作人员`,
        ],
      },
      {
        heading: '权利和义务',
        paragraphs: [
          '听证公开举行，不收取费用。申请人、利害关系人可以提出证据，并进行申辩和质证；认为主持人与该申请有直接利害关系的，有权申请回避。',
          '听证制作笔录，交听证参加人确认无误后签字或者盖章；本机关根据听证笔录作出决定。',
          '可以委托代理人参加听证，代理人应当提交授权委托书。无正当理由不到场的，视为放弃听证。',
        ],
      },
    ],
    closing: ['特此通知。'],
  };
}
