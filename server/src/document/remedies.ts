import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

/** How the respondent stands in the administration: this alone decides who reviews its acts. */
export type Subordination =
  /** A department of a local government: that government reviews (行政复议法 24(1)). */
  | { readonly kind: 'localDepartment'; readonly government: string }
  /** A branch that a municipal department set up for a district: the government of the place reviews (行政复议法 24(4)). */
  | { readonly kind: 'districtBranch'; readonly government: string }
  /** Customs, finance, foreign exchange, tax, state security and the like: the superior organ reviews (行政复议法 27). */
  | { readonly kind: 'vertical'; readonly superiorOrgan: string };

export type ReviewFirst =
  /** The organ is said not to have performed its duty (行政复议法 23(1)(三)). */
  | 'nonPerformance'
  /** A dispute over tax to be paid (税收征收管理法 88(1)). */
  | 'taxDispute'
  /** Government information was not disclosed (行政复议法 23(1)(四)). */
  | 'informationDisclosure'
  /** An acquired right to natural resources is affected (行政复议法 23(1)(二)). */
  | 'naturalResources';

export interface RemedyFacts {
  /** Always the grantor: it is answerable for what its mandate's holders do (行政诉讼法 26(5)). */
  readonly respondent: string;
  readonly subordination: Subordination;
  /** The court of the organ's place (行政诉讼法 18). */
  readonly court: string;
  readonly servedOnline: boolean;
  readonly onlineReviewUrl?: string;
  readonly reviewFirst?: ReviewFirst;
}

export interface Remedies {
  readonly respondent: string;
  readonly reviewAuthority: string;
  /** Natural days (行政复议法 20). */
  readonly reviewWithinDays: number;
  readonly suitWithinMonths: number;
  /** After a review decision (行政诉讼法 45). */
  readonly suitAfterReviewWithinDays: number;
  readonly court: string;
  readonly reviewFirst?: ReviewFirst;
  readonly onlineReviewUrl?: string;
}

/** Limits fixed by 行政复议法 20 and 行政诉讼法 45, 46. */
const LIMITS = { reviewWithinDays: 60, suitWithinMonths: 6, suitAfterReviewWithinDays: 15 } as const;

const REVIEW_FIRST_GROUND = {
  nonPerformance: '《中华人民共和国行政复议法》第二十三条第一款第三项（认为行政机关未履行法定职责）',
  taxDispute: '《中华人民共和国税收征收管理法》第八十八条第一款（纳税争议）',
  informationDisclosure: '《中华人民共和国行政复议法》第二十三条第一款第四项（政府信息不予公开）',
  naturalResources: '《中华人民共和国行政复议法》第二十三条第一款第二项（自然资源权属）',
} as const satisfies Record<ReviewFirst, string>;

/** Computes who is the respondent, who reviews, which court hears, and by when (R68). */
export function remediesOf(facts: RemedyFacts): Remedies | Refusal<DocumentRefusalCode> {
  const reviewAuthority = reviewAuthorityOf(facts.subordination).trim();
  const missing = [
    ...(facts.respondent.trim() === '' ? ['respondent'] : []),
    ...(reviewAuthority === '' ? ['reviewAuthority'] : []),
    ...(facts.court.trim() === '' ? ['court'] : []),
  ];
  if (missing.length > 0) return refuse(documentRefusals, 'remedies-incomplete', { missing });
  const url = facts.onlineReviewUrl?.trim() ?? '';
  if (facts.servedOnline && url === '') return refuse(documentRefusals, 'online-channel-missing', { reviewAuthority });
  return {
    respondent: facts.respondent,
    reviewAuthority,
    ...LIMITS,
    court: facts.court,
    ...(facts.reviewFirst === undefined ? {} : { reviewFirst: facts.reviewFirst }),
    ...(url === '' ? {} : { onlineReviewUrl: url }),
  };
}

/** The remedies as the letter prints them; `name` is what the letter calls itself, 本决定 or 本告知. */
export function remedyParagraphs(facts: RemedyFacts, name: string): readonly string[] | Refusal<DocumentRefusalCode> {
  const remedies = remediesOf(facts);
  if (isRefusal(remedies)) return remedies;
  const online =
    remedies.onlineReviewUrl === undefined ? [] : [`行政复议申请书可以通过互联网提交：${remedies.onlineReviewUrl}。`];
  return [
    ...(remedies.reviewFirst === undefined ? eitherWay(remedies, name) : reviewComesFirst(remedies, name)),
    ...online,
  ];
}

function reviewAuthorityOf(subordination: Subordination): string {
  switch (subordination.kind) {
    case 'localDepartment':
    case 'districtBranch':
      return subordination.government;
    case 'vertical':
      return subordination.superiorOrgan;
    default:
      return subordination satisfies never;
  }
}

function eitherWay(remedies: Remedies, name: string): readonly string[] {
  return [
    `如不服${name}，可以自知道或者应当知道${name}之日起${remedies.reviewWithinDays}日内，以${remedies.respondent}为被申请人，` +
      `向${remedies.reviewAuthority}申请行政复议；也可以自知道或者应当知道${name}之日起${remedies.suitWithinMonths}个月内，` +
      `以${remedies.respondent}为被告，依法向${remedies.court}提起行政诉讼。`,
  ];
}

function reviewComesFirst(remedies: Remedies, name: string): readonly string[] {
  const ground = remedies.reviewFirst === undefined ? '' : REVIEW_FIRST_GROUND[remedies.reviewFirst];
  return [
    `根据${ground}，对${name}不服的，应当先申请行政复议：可以自知道或者应当知道${name}之日起${remedies.reviewWithinDays}日内，` +
      `以${remedies.respondent}为被申请人，向${remedies.reviewAuthority}申请行政复议。`,
    `对行政复议决定不服的，可以自收到行政复议决定书之日起${remedies.suitAfterReviewWithinDays}日内，` +
      `依法向${remedies.court}提起行政诉讼。`,
  ];
}
