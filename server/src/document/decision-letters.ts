import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { letterDate, type LetterContent, type LetterFrame } from './letter.ts';
import { enumerate, frameOf, sentence } from './intake-letters.ts';
import { remedyParagraphs, type RemedyFacts } from './remedies.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

interface DecisionFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly acceptedOn: PlainDate;
  readonly norms: readonly string[];
  readonly remedy: RemedyFacts;
  /** A registration, filing or confirmation is no licence, and its decision does not call itself one. */
  readonly isLicence: boolean;
}

export interface GrantFacts extends DecisionFacts {
  /** What is granted, such as 准予设立登记; for filings and registrations the act's own name. */
  readonly act: string;
  /** The terms of the grant: name, place, scope, area … */
  readonly terms: readonly { readonly name: string; readonly value: string }[];
  readonly reason?: string;
  readonly validity?: string;
  /** Granted by the silence of the organ, which examined nothing and may not say that it did (许可法50). */
  readonly deemedRenewal?: boolean;
  /** Duties that follow from the grant. */
  readonly duties?: readonly string[];
}

/** Decision of grant 准予许可决定书. */
export function grantDecision(facts: GrantFacts): LetterContent | Refusal<DocumentRefusalCode> {
  const remedies = remedyParagraphs(facts.remedy, '本决定');
  if (isRefusal(remedies)) return remedies;
  const validity = facts.validity === undefined ? [] : [`有效期限：${sentence(facts.validity)}`];
  const duties = facts.duties ?? [];
  return {
    ...frameOf(facts, 'grantDecision', grantTitle(facts)),
    paragraphs: [
      `你（单位）申请的“${facts.itemName}”（办件编号：${facts.caseNo}），本机关于${letterDate(facts.acceptedOn)}受理` +
        (facts.deemedRenewal === true
          ? '，在该行政许可有效期届满前未作出是否准予延续的决定。根据《中华人民共和国行政许可法》第五十条第二款，视为准予延续。'
          : `。经审查，申请符合法定条件、标准。根据${facts.norms.join('、')}，决定${facts.act}。`),
      ...(facts.reason === undefined ? [] : [sentence(facts.reason)]),
    ],
    sections: [
      {
        heading: '决定事项',
        paragraphs: [...facts.terms.map((term) => `${term.name}：${term.value}`), ...validity],
      },
      ...(duties.length === 0 ? [] : [{ heading: '应当遵守的义务', paragraphs: enumerate(duties) }]),
    ],
    remedies,
    closing: [],
  };
}

function grantTitle({ deemedRenewal, isLicence }: GrantFacts): string {
  if (deemedRenewal === true) return '视为准予延续通知书';
  return isLicence ? '准予行政许可决定书' : '准予办理决定书';
}

export interface RefusalFacts extends DecisionFacts {
  /** What was found, each statement on its own. */
  readonly facts: readonly string[];
  /** Why these facts under these norms mean no. */
  readonly reasons: readonly string[];
}

/** Decision of refusal 不予许可决定书: facts, norm, reason and remedies, or it may not be issued (R67). */
export function refusalDecision(facts: RefusalFacts): LetterContent | Refusal<DocumentRefusalCode> {
  const parts = { facts: facts.facts, norms: facts.norms, reasons: facts.reasons };
  const missing = Object.entries(parts)
    .filter(([, statements]) => statements.every((statement) => statement.trim() === ''))
    .map(([name]) => name);
  if (missing.length > 0) {
    return refuse(documentRefusals, 'refusal-without-grounds', { caseNo: facts.caseNo, missing });
  }
  const remedies = remedyParagraphs(facts.remedy, '本决定');
  if (isRefusal(remedies)) return remedies;
  return {
    ...frameOf(facts, 'refusalDecision', facts.isLicence ? '不予行政许可决定书' : '不予办理决定书'),
    paragraphs: [
      `你（单位）申请的“${facts.itemName}”（办件编号：${facts.caseNo}），本机关于${letterDate(facts.acceptedOn)}受理。` +
        `经审查，申请不符合法定条件、标准，决定${facts.isLicence ? '不予行政许可' : '不予办理'}。现将事实、法律依据、理由和救济途径告知如下：`,
    ],
    sections: [
      { heading: '事实', paragraphs: facts.facts.map(sentence) },
      { heading: '法律依据', paragraphs: [sentence(facts.norms.join('、'))] },
      { heading: '理由', paragraphs: facts.reasons.map(sentence) },
      { heading: '救济途径', paragraphs: remedies },
    ],
    closing: [],
  };
}

export interface PaperRecordFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly acceptedOn: PlainDate;
  readonly result: string;
  readonly signer: string;
  readonly paperNo: string;
  readonly signedOn: PlainDate;
  readonly reason: string;
}

/** Record of a decision that was made on paper 纸质决定登记单: no decision itself, without seal and without remedies (R84). */
export function paperDecisionRecord(facts: PaperRecordFacts): LetterContent {
  return {
    ...frameOf(facts, 'paperDecisionRecord', '纸质决定登记单'),
    paragraphs: [
      `${facts.applicant}申请的“${facts.itemName}”（办件编号：${facts.caseNo}），本机关于${letterDate(facts.acceptedOn)}受理，已制作纸质文书。`,
      '本单只登记纸质决定，不是决定书，未经电子签名、未加盖电子印章，不能代替纸质文书；内容以纸质文书为准。',
    ],
    sections: [
      {
        heading: '登记内容',
        paragraphs: [
          `结果文书：${facts.result}`,
          `纸质文书编号：${facts.paperNo}`,
          `签署人：${facts.signer}`,
          `签署日期：${letterDate(facts.signedOn)}`,
          `理由：${sentence(facts.reason)}`,
        ],
      },
    ],
    remedies: [],
    closing: [],
  };
}
