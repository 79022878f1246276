import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { letterDate, type LetterContent, type LetterFrame, type LetterKind } from './letter.ts';
import { remedyParagraphs, type RemedyFacts } from './remedies.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

export interface AcceptanceFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly acceptedOn: PlainDate;
  readonly isLicence: boolean;
  /** Accepted by law because no correction notice was sent in time (R25), or at a registry no refusal on the spot (R29). */
  readonly deemed?: 'byLicensingLaw' | 'byRegistryRegulation';
  readonly materials: readonly string[];
  /** Absent for a matter decided on the spot. */
  readonly limit?: {
    readonly promisedDueOn: PlainDate;
    readonly statutoryDueOn: PlainDate;
    readonly provisional?: boolean;
  };
  /** Materials that may follow (容缺受理, R32), each with the day until which the applicant promised it. */
  readonly tolerated?: readonly { readonly name: string; readonly untilOn: PlainDate }[];
  readonly enquiry: string;
}

/**
 * The Licensing Law rules licences. For a confirmation, registration, filing or payment without a procedure statute of its
 * own it is followed by analogy, and the letter says so: 参照 and not 根据.
 */
export function licensingLaw(isLicence: boolean, article: string): string {
  return `${isLicence ? '根据' : '参照'}《中华人民共和国行政许可法》${article}`;
}

/** Acceptance notice 受理通知书 (R28). */
export function acceptanceNotice(facts: AcceptanceFacts): LetterContent {
  const how = howAccepted(facts);
  const tolerated = (facts.tolerated ?? []).map(
    ({ name, untilOn }) => `${name}（${letterDate(untilOn)}前补交，含当日）`,
  );
  return {
    // 容缺受理 is an acceptance that says so on its face (R32).
    ...frameOf(facts, 'acceptanceNotice', tolerated.length === 0 ? '受理通知书' : '容缺受理通知书'),
    paragraphs: [
      `${letterDate(facts.receivedOn)}，本机关收到${facts.applicant}提出的“${facts.itemName}”申请（办件编号：${facts.caseNo}）。${how}`,
    ],
    sections: [
      { heading: '收到的申请材料', paragraphs: enumerate(facts.materials) },
      ...(tolerated.length === 0
        ? []
        : [
            {
              heading: '承诺补交的材料',
              paragraphs: [
                ...enumerate(tolerated),
                '补齐之前不作决定。逾期不补交的，本机关提醒后终止办理。本通知书一式两份，申请人和本机关各执一份。',
              ],
            },
          ]),
      { heading: '办理期限', paragraphs: [limitOf(facts)] },
      { heading: '查询和监督', paragraphs: [facts.enquiry] },
    ],
    closing: ['特此通知。'],
  };
}

function howAccepted({ deemed, isLicence, tolerated = [] }: AcceptanceFacts): string {
  if (deemed === 'byRegistryRegulation')
    return '本机关未当场书面告知不予受理，根据《不动产登记暂行条例》第十七条，该申请视为受理。';
  if (deemed === 'byLicensingLaw')
    return `本机关未在法定期限内告知补正，${licensingLaw(isLicence, '第三十二条第一款第四项')}，该申请自收到申请材料之日起即为受理。`;
  const ours = '经审查，申请事项属于本机关职权范围，';
  const norm = `${licensingLaw(isLicence, '第三十二条第一款第五项')}，决定予以受理。`;
  if (tolerated.length === 0) return `${ours}申请材料齐全、符合法定形式，${norm}`;
  // The letter may not call complete what it lists as still to come (R32).
  return `${ours}主要申请材料齐全、符合法定形式，所缺材料可以容缺并已承诺补交，根据《北京市优化营商环境条例》第三十一条，决定容缺受理。`;
}

function limitOf({ acceptedOn, limit }: AcceptanceFacts): string {
  if (limit === undefined) return '本事项当场办理，受理后即时作出决定。';
  const provisional = limit.provisional ? '期限跨入尚未公布放假安排的年度，届满日以公布后的安排为准。' : '';
  return (
    `办理期限自${letterDate(acceptedOn)}受理之日起计算，法定期限至${letterDate(limit.statutoryDueOn)}届满，` +
    `本机关承诺于${letterDate(limit.promisedDueOn)}前（含当日）作出决定。${provisional}` +
    '依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在内，本机关将另行书面告知。'
  );
}

export interface CorrectionNoticeFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly defects: readonly { readonly material: string; readonly defect: string; readonly howToCorrect: string }[];
  readonly correctBy?: PlainDate;
  readonly enquiry: string;
  readonly isLicence: boolean;
}

/** Correction notice 补正告知书: one notice with all that must be corrected (R25). */
export function correctionNotice(facts: CorrectionNoticeFacts): LetterContent | Refusal<DocumentRefusalCode> {
  if (facts.defects.length === 0) return refuse(documentRefusals, 'correction-notice-empty', { caseNo: facts.caseNo });
  const until =
    facts.correctBy === undefined
      ? ''
      : `请于${letterDate(facts.correctBy)}（含当日）前补正，逾期未补正的，本机关可以终止办理。`;
  return {
    ...frameOf(facts, 'correctionNotice', '补正告知书'),
    paragraphs: [
      `${letterDate(facts.receivedOn)}，本机关收到${facts.applicant}提出的“${facts.itemName}”申请（办件编号：${facts.caseNo}）。` +
        `经审查，申请材料不齐全或者不符合法定形式，${licensingLaw(facts.isLicence, '第三十二条第一款第四项')}，现将需要补正的全部内容一次告知如下：`,
    ],
    sections: facts.defects.map((defect) => ({
      heading: defect.material,
      paragraphs: [`存在问题：${sentence(defect.defect)}`, `补正要求：${sentence(defect.howToCorrect)}`],
    })),
    closing: [
      `${until}按照上述要求提交全部补正材料的，本机关予以受理，不再要求补正本告知书以外的内容。${facts.enquiry}`,
      '特此告知。',
    ],
  };
}

export interface NonAcceptanceFacts extends LetterFrame {
  readonly outcome: 'NOT_NEEDED' | 'NOT_OURS';
  readonly caseNo: string;
  readonly matter: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly reason: string;
  /** Obligatory when the matter belongs to another organ (R24). */
  readonly competentOrgan?: string;
  readonly remedy: RemedyFacts;
  readonly isLicence: boolean;
}

const NON_ACCEPTANCE = {
  NOT_NEEDED: {
    title: '不受理告知书',
    ground: (isLicence: boolean) =>
      `申请事项依法不需要${isLicence ? '取得行政许可' : '办理'}，${licensingLaw(isLicence, '第三十二条第一款第一项')}，本机关不予受理，现予告知。`,
    name: '本告知',
  },
  NOT_OURS: {
    title: '不予受理决定书',
    ground: (isLicence: boolean) =>
      `申请事项依法不属于本机关职权范围，${licensingLaw(isLicence, '第三十二条第一款第二项')}，本机关决定不予受理。`,
    name: '本决定',
  },
} as const satisfies Record<NonAcceptanceFacts['outcome'], object>;

/** Non-acceptance 不受理告知书 / 不予受理决定书: the reason, and the competent organ where there is one (R24, R28). */
export function nonAcceptanceNotice(facts: NonAcceptanceFacts): LetterContent | Refusal<DocumentRefusalCode> {
  if (facts.reason.trim() === '') {
    return refuse(documentRefusals, 'non-acceptance-without-reason', { caseNo: facts.caseNo });
  }
  const organ = facts.competentOrgan?.trim() ?? '';
  if (facts.outcome === 'NOT_OURS' && organ === '') {
    return refuse(documentRefusals, 'competent-organ-missing', { caseNo: facts.caseNo });
  }
  const form = NON_ACCEPTANCE[facts.outcome];
  const remedies = remedyParagraphs(facts.remedy, form.name);
  if (isRefusal(remedies)) return remedies;
  return {
    ...frameOf(facts, 'nonAcceptanceNotice', form.title),
    paragraphs: [
      `${letterDate(facts.receivedOn)}，本机关收到${facts.applicant}提出的“${facts.matter}”申请（收件编号：${facts.caseNo}）。经审查，${form.ground(facts.isLicence)}`,
    ],
    sections: [
      { heading: '理由', paragraphs: [sentence(facts.reason)] },
      ...(organ === '' ? [] : [{ heading: '有权办理的机关', paragraphs: [`请向${organ}申请。`] }]),
    ],
    remedies,
    closing: [],
  };
}

/** What all letters of an organ have in common; the name over the date is the organ of the red head (R103). */
export function frameOf(
  facts: LetterFrame,
  kind: LetterKind,
  title: string,
): Omit<LetterContent, 'paragraphs' | 'sections' | 'closing'> {
  return {
    kind,
    organ: facts.organ,
    docNo: facts.docNo,
    title,
    addressee: facts.addressee,
    remedies: [],
    signedBy: facts.organ,
    dateText: letterDate(facts.on),
    verification: facts.verification,
    record: facts.record ?? [],
    annexes: [],
    notes: facts.notes ?? [],
  };
}

/** Ends `text` with exactly one full stop. */
export function sentence(text: string): string {
  return /[。！？]$/u.test(text.trim()) ? text.trim() : `${text.trim().replace(/[；;，,.]$/u, '')}。`;
}

/** One paragraph that numbers its parts: 1.甲；2.乙。 */
export function enumerate(parts: readonly string[]): readonly string[] {
  if (parts.length === 0) return ['无。'];
  if (parts.length === 1) return parts.map(sentence);
  return [`${parts.map((part, index) => `${index + 1}.${part.trim().replace(/[。；;，,.]$/u, '')}`).join('；')}。`];
}
