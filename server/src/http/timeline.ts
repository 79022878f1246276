import { z } from 'zod';
import type { CaseEventType } from '../application/application.ts';
import { findPerson } from '../identity/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Text as BilingualText } from '../kernel/refusal.ts';
import type { matterEvents } from '../matter/matter.ts';
import type { Platform } from '../platform.ts';
import { Text } from './problem.ts';

export const MandateCited = z.object({ mandateNo: z.string(), version: z.int(), hash: z.string() });

/** One line of what happened, for every screen and every reader. */
export const TimelineEntry = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    actor: z.object({
      kind: z.enum(['person', 'robot', 'applicant', 'operator']),
      id: z.string(),
      name: z.string().exactOptional(),
    }),
    mandate: MandateCited.exactOptional(),
    summary: Text,
  })
  .meta({ id: 'TimelineEntry' });

/** What happened, in words. `applicant` names the party of a case where an applicant acted. */
export function timelineOf(
  platform: Platform,
  events: readonly Recorded[],
  applicant?: string,
): z.input<typeof TimelineEntry>[] {
  return events.map(({ seq, type, at, actor, mandate }) => {
    const name =
      actor.kind === 'person'
        ? findPerson(platform.identity, actor.id)?.name
        : actor.kind === 'applicant'
          ? applicant
          : robotNames[actor.id];
    return {
      seq,
      type,
      at,
      actor: { ...actor, ...(name === undefined ? {} : { name }) },
      ...(mandate === undefined ? {} : { mandate }),
      summary: summaries[type] ?? { zh: type, en: type },
    };
  });
}

const robotNames: Readonly<Record<string, string | undefined>> = {
  'robot/intake': '受理机器人',
  'robot/rule-set': '规则集',
  'robot/deemed-acceptance': '视为受理机器人',
  'robot/deemed-renewal': '视为延续机器人',
  'robot/delivery': '送达机器人',
  'robot/deferred-materials': '容缺补交机器人',
  'robot/fees': '计费机器人',
  'robot/mandates': '授权书机器人',
  'robot/matters': '一件事机器人',
};

const caseSummaries = {
  CaseReceived: { zh: '收到申请', en: 'Application received' },
  FactsGathered: { zh: '平台调取了共享数据和证照', en: 'Shared data and licences fetched' },
  CorrectionSupplied: { zh: '申请人提交了补正材料', en: 'Corrections supplied' },
  ToleratedMaterialsSupplied: { zh: '申请人补交了容缺材料', en: 'Deferred materials supplied' },
  StatementCorrected: { zh: '更正了申请内容', en: 'Statement corrected' },
  ApplicationWithdrawn: { zh: '申请人撤回申请', en: 'Application withdrawn' },
  FeeAssessed: { zh: '开具缴款通知书', en: 'Payment notice made' },
  FeeReduced: { zh: '减免费用', en: 'Fee reduced' },
  FeePaid: { zh: '已缴费', en: 'Fee paid' },
  FeeRefunded: { zh: '已退费', en: 'Fee refunded' },
  MisconductFound: { zh: '登记了限制再次申请的事由', en: 'A ground that bars applying again was entered' },
  DeferralReminded: { zh: '提醒补交承诺的材料', en: 'Reminded of the promised materials' },
  DiscrepancyNoted: {
    zh: '数据与申请人陈述不一致,已通知来源部门',
    en: 'A source and the applicant differ; the source was told',
  },
  DefectsFixedOnSpot: { zh: '当场更正', en: 'Defects mended on the spot' },
  NotNeededTold: { zh: '告知依法不需要取得', en: 'Told that no permission is needed' },
  NotOursTold: { zh: '告知不属于本机关职权,不予受理', en: 'Told which organ is competent' },
  CorrectionRequested: { zh: '一次性告知补正', en: 'Corrections asked for, once' },
  CaseAccepted: { zh: '受理', en: 'Accepted' },
  FindingsRecorded: { zh: '记录审查结果', en: 'Findings recorded' },
  InspectorsAssigned: { zh: '指派核查人员', en: 'Inspectors assigned' },
  SiteVisited: { zh: '现场核查', en: 'Site visited' },
  SpecialProcedureStarted: {
    zh: '进入特别程序,已书面告知所需时间',
    en: 'Special procedure begun; the time was told in writing',
  },
  SpecialProcedureEnded: { zh: '特别程序结束', en: 'Special procedure ended' },
  ClockSuspended: { zh: '期限依法中止', en: 'Limit suspended by statute' },
  ClockResumed: { zh: '期限恢复计算', en: 'Limit runs again' },
  InterestedPartyNotified: { zh: '告知利害关系人', en: 'Interested party notified' },
  InterestedPartyHeard: { zh: '听取利害关系人意见', en: 'Interested party heard' },
  HearingRightTold: { zh: '告知听证权利', en: 'Right to a hearing told' },
  HearingRequested: { zh: '申请听证', en: 'Hearing requested' },
  HearingScheduled: { zh: '确定听证时间', en: 'Hearing scheduled' },
  HearingHeld: { zh: '举行听证', en: 'Hearing held' },
  JointOpinionAsked: { zh: '征求其他部门意见', en: 'Another organ asked for its opinion' },
  JointOpinionGiven: { zh: '其他部门反馈意见', en: 'Another organ gave its opinion' },
  OfficerRecused: { zh: '工作人员回避', en: 'An officer stood aside' },
  RecusalRequested: { zh: '申请工作人员回避', en: 'Asked that an officer stand aside' },
  RecusalRefused: { zh: '回避申请未获同意,已告知理由', en: 'Standing aside refused, with the reason' },
  CaseEscalated: { zh: '退出签批清单,报部门办理', en: 'Passed to the department' },
  LimitExtended: { zh: '经本机关负责人批准延长期限', en: 'Limit extended by the head of the organ' },
  DecisionProposed: { zh: '第一签:提出决定建议', en: 'First signature: decision proposed' },
  ProposalReturned: { zh: '退回重新审查', en: 'Returned to review' },
  DecisionEndorsed: { zh: '签署意见并报负责人', en: 'Endorsed and passed to the head' },
  DecisionMade: { zh: '作出决定', en: 'Decision made' },
  PaperDecisionRecorded: { zh: '登记纸质决定(不加盖电子印章)', en: 'Paper decision recorded, without electronic seal' },
  CaseTerminated: { zh: '终止办理', en: 'Terminated' },
  LetterNotMade: { zh: '文书未能印制,待补发', en: 'The letter could not be made and is owed' },
  PrintedNameRecorded: { zh: '登记文书中的姓名写法', en: 'How letters write the name was recorded' },
  LetterSealed: { zh: '文书用印', en: 'Letter sealed' },
  DecisionSealed: { zh: '决定书用印', en: 'Decision sealed' },
  CaseDelivered: { zh: '送达', en: 'Delivered' },
} as const satisfies Record<CaseEventType, BilingualText>;

const mandateSummaries = {
  MandateDrafted: { zh: '起草', en: 'Drafted' },
  MandateReviewed: { zh: '法制审核', en: 'Legal review' },
  MandateSigned: { zh: '负责人签署', en: 'Signed by the head' },
  MandateAccepted: { zh: '接受', en: 'Accepted' },
  MandateFiled: { zh: '备案', en: 'Filed' },
  MandatePublished: { zh: '公示', en: 'Published' },
  MandateSuspended: { zh: '暂停', en: 'Suspended' },
  MandateResumed: { zh: '恢复', en: 'Resumed' },
  MandateAmended: { zh: '起草修订版本', en: 'Amendment drafted' },
  MandateRevoked: { zh: '撤回', en: 'Revoked' },
  MandateExpired: { zh: '期满', en: 'Expired' },
  MandateObjectionRecorded: { zh: '记录异议', en: 'Objection recorded' },
  MandateOverstepped: { zh: '发现超越授权', en: 'An act outside the mandate was found' },
  MandateOverstepSettled: { zh: '处理超越授权', en: 'The act outside the mandate was settled' },
} as const satisfies Record<string, BilingualText>;

const matterSummaries = {
  MatterSubmitted: { zh: '提交一件事申请', en: 'Matter submitted' },
  MatterStopped: { zh: '书面告知不能一并办理', en: 'Told in writing that it is not taken on as one' },
  HoldPlaced: { zh: '部分事项暂停', en: 'Items put on hold' },
  HoldLifted: { zh: '解除暂停', en: 'Hold lifted' },
  ChildReleased: { zh: '轮到一个事项', en: 'The turn of an item has come' },
  ChildStarted: { zh: '一个事项已提交', en: 'An item was submitted' },
  ChildNotAdmitted: { zh: '一个事项未能提交', en: 'An item could not be submitted' },
  ChildBlocked: { zh: '一个事项不能开始', en: 'An item cannot begin' },
  ChildWithdrawn: { zh: '申请人不办其中一个事项', en: 'An item was left out' },
  ChildEnded: { zh: '一个事项办结', en: 'An item is over' },
  OutputsArrived: { zh: '前一事项的结果到达', en: 'The result of an earlier item arrived' },
  MatterWithdrawn: { zh: '申请人撤回整件事', en: 'The whole matter was withdrawn' },
  MatterCompleted: { zh: '全部办结', en: 'Complete' },
} as const satisfies Record<keyof typeof matterEvents, BilingualText>;

const sealSummaries = {
  SealRequested: { zh: '申请刻制印章', en: 'Seal asked for' },
  SealMade: { zh: '印章制作完成', en: 'Seal made' },
  SealFiled: { zh: '备案', en: 'Filed' },
  SealInUse: { zh: '启用，交保管人', en: 'Put in use and entrusted to its keeper' },
  SealOffered: { zh: '提出移交', en: 'Offered to another keeper' },
  SealTaken: { zh: '接收，成为保管人', en: 'Taken by its new keeper' },
  SealStopped: { zh: '停用', en: 'Stopped' },
  SealHandedBack: { zh: '交回', en: 'Handed back' },
} as const satisfies Readonly<Record<string, BilingualText>>;

const summaries: Readonly<Record<string, BilingualText | undefined>> = {
  ...caseSummaries,
  ...mandateSummaries,
  ...matterSummaries,
  ...sealSummaries,
};
