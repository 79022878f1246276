import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { endingDecision, endingNotice, type Ending } from './ending-letters.ts';
import { hearingNotice } from './hearing-letters.ts';
import type { LetterContent, LetterFrame } from './letter.ts';
import { licenceDocument } from './licence.ts';
import type { RemedyFacts } from './remedies.ts';
import { deliveryReceipt, receiptSlip } from './slips.ts';

const HOLDER = '北京云河小馆餐饮管理有限公司';
const ITEM = '食品经营许可（餐饮服务）核发';
const CASE_NO = '110198MK20250303000017';

/** The letters of the counter, of a hearing, and of a licence from its issue to its four ends. */
export function furtherExamples(frame: LetterFrame, remedy: RemedyFacts) {
  return { ...counterExamples(frame), ...endingExamples(frame, remedy) } as const;
}

function counterExamples(frame: LetterFrame) {
  return {
    receiptSlip: receiptSlip({
      ...frame,
      docNo: '收件编号110198MK20250303000017',
      caseNo: CASE_NO,
      itemName: ITEM,
      applicant: HOLDER,
      receivedOn: '2025-03-03',
      receivedBy: '综合窗口 陈静',
      materials: ['食品经营许可申请书', '经营场所平面布局图', '食品安全规章制度目录清单'],
      enquiry: '可凭收件编号在云河区政务服务网查询办理情况。',
    }),
    hearingNotice: hearingNotice({
      ...frame,
      docNo: '云文旅听字〔2025〕第0001号',
      caseNo: CASE_NO,
      itemName: '娱乐场所经营许可',
      isLicence: true,
      heldOn: '2025-03-20',
      place: '云河区政务服务中心三层听证室',
      presider: '沈国强',
    }),
    licence: licenceDocument({
      ...frame,
      docNo: '编号：JY21198000001234',
      name: '食品经营许可证',
      holder: HOLDER,
      holderNo: '91110198MA01ABCD12',
      contents: [
        { label: '法定代表人', value: '何秀兰' },
        { label: '住所', value: '北京市云河区云桥街道柳荫东路甲18号院3号楼一层102室' },
        { label: '主体业态', value: '餐饮服务经营者（中型餐馆）' },
        { label: '经营项目', value: '热食类食品制售、冷食类食品制售（含冷荤凉菜）、自制饮品制售' },
      ],
      validFromOn: '2025-03-03',
      validToOn: '2030-03-02',
      decisionNo: '云市监准字〔2025〕第0001号',
    }),
    deliveryReceipt: deliveryReceipt({
      ...frame,
      docNo: '办件编号110198MK20250303000017',
      caseNo: CASE_NO,
      recipient: HOLDER,
      documents: ['准予行政许可决定书（云市监准字〔2025〕第0001号）', '食品经营许可证（JY21198000001234）'],
      method: '直接送达',
      servedOn: '2025-03-04',
      servedTo: '何秀兰（法定代表人）',
      server: '综合窗口 陈静',
    }),
  };
}

function endingExamples(frame: LetterFrame, remedy: RemedyFacts) {
  const ended = (ending: Ending, docNo: string, facts: string, reason: string) =>
    made(
      endingDecision({
        ...frame,
        docNo,
        ending,
        licence: '《食品经营许可证》',
        licenceNo: 'JY21198000001234',
        holder: HOLDER,
        facts: [facts],
        norms: ['《食品经营许可和备案管理办法》'],
        reasons: [reason],
        consequences: [],
        remedy,
      }),
    );
  return {
    withdrawalDecision: ended(
      'withdrawalDecision',
      '云市监撤回字〔2025〕第0001号',
      '准予许可所依据的《云桥街道商业网点规划》于2025年9月1日修改，该地块改为学校用地',
      '为了公共利益的需要，该许可所依据的客观情况发生重大变化，不宜继续有效',
    ),
    annulmentDecision: ended(
      'annulmentDecision',
      '云市监撤字〔2025〕第0001号',
      '申请时提交的场所使用证明系伪造，出租人已书面否认',
      '以欺骗手段取得行政许可的，应当予以撤销，撤销不会对公共利益造成重大损害',
    ),
    forfeitureDecision: ended(
      'forfeitureDecision',
      '云市监吊字〔2025〕第0001号',
      '两次因经营超过保质期的食品受到罚款处罚后仍不改正',
      '情节严重，经听证并经本机关负责人集体讨论，决定给予吊销许可证件的处罚',
    ),
    suspensionDecision: ended(
      'suspensionDecision',
      '云市监扣字〔2025〕第0001号',
      '两次抽检食品不合格，责令改正后仍未改正',
      '违反食品安全管理规定，决定暂扣许可证件至2025年6月30日',
    ),
    endingNotice: noticeExample(frame),
    cancellationDecision: ended(
      'cancellationDecision',
      '云市监注字〔2025〕第0001号',
      '持证主体于2025年10月10日办理注销登记，主体资格终止',
      '法人依法终止的，应当办理注销手续',
    ),
  };
}

function noticeExample(frame: LetterFrame): LetterContent {
  return endingNotice({
    ...frame,
    docNo: '云市监告字〔2025〕第0001号',
    intended: 'forfeitureDecision',
    licence: '《食品经营许可证》',
    licenceNo: 'JY21198000001234',
    holder: HOLDER,
    facts: ['两次因经营超过保质期的食品受到罚款处罚后仍不改正'],
    norms: ['《中华人民共和国食品安全法》第一百三十四条'],
    reasons: ['情节严重，拟给予吊销许可证件的处罚'],
    answerWithinDays: 5,
  });
}

function made(letter: LetterContent | Refusal): LetterContent {
  if (isRefusal(letter)) throw new Error(`the example was refused: ${letter.code}`);
  return letter;
}
