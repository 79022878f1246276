import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { frameOf, sentence } from './intake-letters.ts';
import type { LetterContent, LetterFrame } from './letter.ts';
import { remedyParagraphs, type RemedyFacts } from './remedies.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

/**
 * The four ways in which a licence ends before its time, which must never be mixed (R91–R93): 撤回 of a lawful licence for the
 * public interest, 撤销 of one that was unlawful from the start, 吊销 as a penalty, 注销 as the closing of one that is dead.
 */
export type Ending = 'withdrawalDecision' | 'annulmentDecision' | 'forfeitureDecision' | 'cancellationDecision';

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
