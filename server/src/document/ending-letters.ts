import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { frameOf, sentence } from './intake-letters.ts';
import { letterDate, type LetterContent, type LetterFrame } from './letter.ts';
import { remedyParagraphs, type RemedyFacts } from './remedies.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

/**
 * The four ways in which a licence ends before its time, which must never be mixed (R91–R93): 撤回 of a lawful licence for the
 * public interest, 撤销 of one that was unlawful from the start, 吊销 as a penalty, 注销 as the closing of one that is dead. Beside
 * them 暂扣, the penalty for a time, which is decided in writing like any penalty (行政处罚法 59).
 */
export type Ending =
  | 'withdrawalDecision'
  | 'annulmentDecision'
  | 'forfeitureDecision'
  | 'cancellationDecision'
  | 'suspensionDecision';

export interface EndingFacts extends LetterFrame {
  readonly ending: Ending;
  /** The licence: its name and number. */
  readonly licence: string;
  readonly licenceNo: string;
  readonly holder: string;
  readonly facts: readonly string[];
  /** Besides the article of the Licensing Law that the ending rests on. */
  readonly norms: readonly string[];
  readonly reasons: readonly string[];
  /** What follows: compensation, return of the licence, ban on a new application. */
  readonly consequences: readonly string[];
  readonly remedy: RemedyFacts;
}

const FORM = {
  withdrawalDecision: {
    title: '撤回行政许可决定书',
    norm: '《中华人民共和国行政许可法》第八条第二款',
    act: '撤回该行政许可',
    consequence: '因撤回给你（单位）造成财产损失的，本机关依法给予补偿',
  },
  annulmentDecision: {
    title: '撤销行政许可决定书',
    norm: '《中华人民共和国行政许可法》第六十九条',
    act: '撤销该行政许可',
    consequence: '该行政许可自始不具有法律效力，应当交回许可证件',
  },
  forfeitureDecision: {
    title: '吊销许可证件决定书',
    norm: '《中华人民共和国行政处罚法》第九条第三项',
    act: '吊销该许可证件',
    consequence: '自本决定送达之日起不得再从事该许可证件准予的活动，应当交回许可证件',
  },
  cancellationDecision: {
    title: '注销行政许可决定书',
    norm: '《中华人民共和国行政许可法》第七十条',
    act: '办理该行政许可的注销手续',
    consequence: '许可证件作废，应当交回；不交回的，本机关予以公告',
  },
  suspensionDecision: {
    title: '暂扣许可证件决定书',
    norm: '《中华人民共和国行政处罚法》第九条第三项',
    act: '暂扣该许可证件',
    consequence: '暂扣期间不得从事该许可证件准予的活动，应当交出许可证件',
  },
} as const satisfies Record<Ending, object>;

/** Decision that ends a licence: facts, norm, reasons, what follows and remedies, or it may not be issued (R67). */
export function endingDecision(facts: EndingFacts): LetterContent | Refusal<DocumentRefusalCode> {
  const parts = { facts: facts.facts, reasons: facts.reasons };
  const missing = Object.entries(parts)
    .filter(([, statements]) => statements.every((statement) => statement.trim() === ''))
    .map(([name]) => name);
  if (missing.length > 0)
    return refuse(documentRefusals, 'refusal-without-grounds', { licence: facts.licenceNo, missing });
  const remedies = remedyParagraphs(facts.remedy, '本决定');
  if (isRefusal(remedies)) return remedies;
  const form = FORM[facts.ending];
  return {
    ...frameOf(facts, facts.ending, form.title),
    paragraphs: [
      `${facts.holder}持有的${facts.licence}（编号：${facts.licenceNo}），经查明事实，根据${[form.norm, ...facts.norms].join('、')}，` +
        `本机关决定${form.act}。`,
    ],
    sections: [
      { heading: '事实', paragraphs: facts.facts.map(sentence) },
      { heading: '理由', paragraphs: facts.reasons.map(sentence) },
      { heading: '法律后果', paragraphs: [form.consequence, ...facts.consequences].map(sentence) },
      { heading: '救济途径', paragraphs: remedies },
    ],
    closing: [],
  };
}

/** Before these a holder is told and heard (许可法 7; 行政处罚法 44, 45, 63). */
type Announced = Exclude<Ending, 'cancellationDecision'>;

export interface EndingNoticeFacts extends LetterFrame {
  readonly intended: Announced;
  readonly licence: string;
  readonly licenceNo: string;
  readonly holder: string;
  readonly facts: readonly string[];
  readonly norms: readonly string[];
  readonly reasons: readonly string[];
  /** Working days from service for an answer. */
  readonly answerWithinDays: number;
  /** The last day of an intended suspension. */
  readonly untilOn?: PlainDate;
}

const NOTICE = {
  withdrawalDecision: { title: '撤回行政许可告知书', right: '《中华人民共和国行政许可法》第七条', hearing: false },
  annulmentDecision: { title: '撤销行政许可告知书', right: '《中华人民共和国行政许可法》第七条', hearing: false },
  forfeitureDecision: {
    title: '行政处罚事先告知书',
    right: '《中华人民共和国行政处罚法》第四十四条、第四十五条',
    hearing: true,
  },
  suspensionDecision: {
    title: '行政处罚事先告知书',
    right: '《中华人民共和国行政处罚法》第四十四条、第四十五条',
    hearing: false,
  },
} as const satisfies Record<Announced, object>;

/** Notice before a licence is taken: what is intended, on which facts, and the rights to be heard. It decides nothing. */
export function endingNotice(facts: EndingNoticeFacts): LetterContent {
  const { title, right, hearing } = NOTICE[facts.intended];
  const { norm, act } = FORM[facts.intended];
  const term = facts.untilOn === undefined ? '' : `，暂扣至${letterDate(facts.untilOn)}`;
  const within = `自收到本告知书之日起${facts.answerWithinDays}个工作日内`;
  return {
    ...frameOf(facts, 'endingNotice', title),
    paragraphs: [
      `${facts.holder}持有的${facts.licence}（编号：${facts.licenceNo}），本机关根据${[norm, ...facts.norms].join('、')}，` +
        `拟决定${act}${term}。本告知书不是决定，现将有关事项告知如下：`,
    ],
    sections: [
      { heading: '事实', paragraphs: facts.facts.map(sentence) },
      { heading: '理由', paragraphs: facts.reasons.map(sentence) },
      {
        heading: '陈述、申辩的权利',
        paragraphs: [
          `根据${right}，你（单位）可以${within}向本机关陈述、申辩，可以在线提交，也可以书面或者当面提出；逾期不提出的，不影响本机关依法作出决定。本机关不因陈述、申辩而加重处理。`,
        ],
      },
      ...(hearing
        ? [
            {
              heading: '要求听证的权利',
              paragraphs: [
                `根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）可以${within}要求听证；要求听证的，本机关组织听证，不收取费用。`,
              ],
            },
          ]
        : []),
    ],
    closing: ['特此告知。'],
  };
}
