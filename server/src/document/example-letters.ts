import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { extensionNotice, specialProcedureNotice, terminationNotice } from './course-letters.ts';
import { grantDecision, paperDecisionRecord, refusalDecision } from './decision-letters.ts';
import { furtherExamples } from './example-further.ts';
import type { LetterContent, LetterFrame, LetterKind } from './letter.ts';
import { acceptanceNotice, correctionNotice, nonAcceptanceNotice } from './intake-letters.ts';
import { mandateLetter } from './mandate-letter.ts';
import type { RemedyFacts } from './remedies.ts';

/** One letter of every kind from the fictional 云河区, for tests and for looking at the layout. */

const frame: LetterFrame = {
  organ: '云河区市场监督管理局',
  docNo: '云市监准字〔2025〕第0001号',
  addressee: '北京云河小馆餐饮管理有限公司',
  on: '2025-03-03',
  verification: { code: 'YH25-7KQ4-92MD', url: 'https://yunhe.example/verify/YH25-7KQ4-92MD' },
  record: [
    '签批依据：授权书 YHMK-SQ-2025-001 第2版（SM3：3f9a61c27be04d55a1c08e6f5d2b7a90…）　签批：经办人 林晓 首席代表 周明远',
    '本件按《政务服务事项委托受理和授权审批规则》办理，签批记录与本件摘要可在核验页面查看。',
  ],
  notes: ['本件加盖开发测试用电子印章，不具有法律效力。'],
};

export const exampleRemedy: RemedyFacts = {
  respondent: '云河区市场监督管理局',
  subordination: { kind: 'localDepartment', government: '北京市云河区人民政府' },
  court: '北京市云河区人民法院',
  servedOnline: true,
  onlineReviewUrl: 'https://xzfy.moj.gov.cn',
};

const catering = {
  caseNo: '110198MK20250303000017',
  itemName: '食品经营许可（餐饮服务，经营场所使用面积150平方米以上或者连锁企业总部、中央厨房、集体用餐配送单位）核发',
  applicant: '北京云河小馆餐饮管理有限公司',
  receivedOn: '2025-03-03',
  acceptedOn: '2025-03-03',
  isLicence: true,
} as const;

const enquiry =
  '可凭办件编号在云河区政务服务网或者云河区政务服务中心咨询台查询办理情况；对办理过程有意见的，可以拨打12345市民服务热线或者向云河区政务服务和数据管理局反映。';

const materials = [
  '食品经营许可申请书',
  '营业执照（电子证照核验，免于提交）',
  '与食品经营相适应的主要设备设施、经营布局、操作流程等文件',
  '食品安全自查、从业人员健康管理、进货查验记录、食品安全事故处置等保证食品安全的规章制度目录清单',
  '法定代表人身份证明（数据共享核验，免于提交）',
];

/** The letter of each kind; a builder that refuses its own example is a fault. */
export const exampleLetters: Readonly<Record<LetterKind, LetterContent>> = {
  ...furtherExamples(frame, exampleRemedy),
  acceptanceNotice: acceptanceNotice({
    ...frame,
    ...catering,
    docNo: '云市监受字〔2025〕第0017号',
    materials,
    limit: { promisedDueOn: '2025-03-10', statutoryDueOn: '2025-03-31' },
    enquiry,
  }),
  correctionNotice: made(
    correctionNotice({
      ...frame,
      ...catering,
      docNo: '云市监补字〔2025〕第0006号',
      defects: [
        {
          material: '经营布局和操作流程文件',
          defect:
            '平面图没有标明粗加工、切配、烹饪、餐用具清洗消毒各场所的位置和面积，无法判断是否符合生进熟出的单一流向',
          howToCorrect: '重新提交标明各功能场所名称、面积、设施位置和食品流向的平面图，由法定代表人签字或者加盖公章',
        },
        {
          material: '油水分离设施说明',
          defect: '没有提交油水分离设施的型号和安装位置说明',
          howToCorrect: '提交设施的购置凭证或者说明书，并在平面图上标明安装位置',
        },
      ],
      correctBy: '2025-03-17',
      enquiry,
    }),
  ),
  nonAcceptanceNotice: made(
    nonAcceptanceNotice({
      ...frame,
      ...catering,
      docNo: '云市监不受字〔2025〕第0002号',
      outcome: 'NOT_OURS',
      matter: '占用城市道路设置户外就餐区',
      reason: '占用城市道路的审批由城市管理部门负责，本机关没有该项审批职权，不能受理你单位的申请',
      competentOrgan: '云河区城市管理委员会（云河区政务服务中心二层23号窗口）',
      remedy: exampleRemedy,
    }),
  ),
  specialProcedureNotice: specialProcedureNotice({
    ...frame,
    ...catering,
    docNo: '云市监特字〔2025〕第0001号',
    procedure: '专家评审',
    norm: '《食品经营许可和备案管理办法》',
    neededText: '10个工作日',
    startsOn: '2025-03-05',
    stopsClock: true,
  }),
  extensionNotice: extensionNotice({
    ...frame,
    ...catering,
    docNo: '云市监延字〔2025〕第0001号',
    reason: '现场核查发现经营场所正在进行消防设施改造，需要在改造完成后再次核查',
    extendedByText: '10个工作日',
    dueOn: '2025-03-24',
  }),
  terminationNotice: made(
    terminationNotice({
      ...frame,
      ...catering,
      docNo: '云市监终字〔2025〕第0001号',
      reason: '所缺材料承诺于2025年3月6日前补交，逾期未补交',
      norm: '《中华人民共和国行政许可法》和本机关办事指南',
      remedy: exampleRemedy,
    }),
  ),
  grantDecision: made(
    grantDecision({
      ...frame,
      ...catering,
      norms: [
        '《中华人民共和国食品安全法》第三十五条',
        '《中华人民共和国行政许可法》第三十八条第一款',
        '《食品经营许可和备案管理办法》第二十一条',
      ],
      act: '准予食品经营许可',
      terms: [
        { name: '经营者名称', value: '北京云河小馆餐饮管理有限公司' },
        { name: '经营场所', value: '北京市云河区云桥街道柳荫东路甲18号院3号楼一层102室' },
        { name: '主体业态', value: '餐饮服务经营者（中型餐馆）' },
        { name: '经营项目', value: '热食类食品制售、冷食类食品制售（含冷荤凉菜）、自制饮品制售' },
        { name: '使用面积', value: '186平方米' },
      ],
      validity: '自2025年3月3日至2030年3月2日',
      duties: [
        '在经营场所醒目位置公示许可证',
        '许可事项发生变化的，自变化之日起10个工作日内申请变更',
        '依法接受监督检查',
      ],
      remedy: exampleRemedy,
    }),
  ),
  refusalDecision: made(
    refusalDecision({
      ...frame,
      ...catering,
      docNo: '云市监不准字〔2025〕第0003号',
      facts: [
        '2025年3月4日，本机关派出两名执法人员到北京市云河区云桥街道柳荫东路甲18号院3号楼一层102室进行现场核查，制作了现场核查表和现场照片，你单位的现场负责人在场并签字确认。核查发现：经营场所与有毒、有害场所之间的距离不足25米，东侧外墙外12米处为露天的垃圾转运点，没有采取封闭措施',
        '烹饪场所与粗加工场所之间没有分隔，生食品和熟食品共用同一操作台和同一水池，食品处理区的面积为38平方米，占经营场所使用面积186平方米的百分之二十点四，低于规定的比例；餐用具清洗消毒水池与食品原料清洗水池没有分开设置，也没有明显的区分标识',
        '2025年3月5日，本机关将核查情况书面告知你单位，并告知你单位有权陈述和申辩。你单位于2025年3月6日提交书面意见，称将在开业后三个月内完成改造，但没有提交改造的图纸、合同或者其他能够证明改造可行的材料。本机关经研究认为，你单位的陈述没有改变本机关查明的事实',
        '2025年3月7日，本机关再次到现场核查，上述情况没有变化',
      ],
      norms: [
        '《中华人民共和国食品安全法》第三十三条第一款第一项、第二项、第四项',
        '《中华人民共和国行政许可法》第三十八条',
        '《食品经营许可和备案管理办法》第十二条、第二十一条',
      ],
      reasons: [
        '法律要求食品经营者具有与所经营的食品品种、数量相适应的场所，保持该场所环境整洁，并与有毒、有害场所以及其他污染源保持规定的距离。你单位的经营场所距离露天垃圾转运点不足规定的距离，且没有有效的隔离措施，不符合该项条件',
        '法律要求具有合理的设备布局和工艺流程，防止待加工食品与直接入口食品、原料与成品交叉污染。你单位的场所没有按照原料进入、原料加工、半成品加工、成品供应的流程合理布局，生熟食品共用操作台和水池，存在交叉污染的现实风险，不符合该项条件',
        '许可应当以申请时已经具备的条件为依据，开业以后再行改造的承诺不能代替法定条件。该事项关系公众的身体健康和生命安全，不属于可以采用告知承诺方式办理的情形。你单位完成改造、具备法定条件后，可以重新提出申请，本机关将优先安排现场核查',
      ],
      remedy: exampleRemedy,
    }),
  ),
  paperDecisionRecord: paperDecisionRecord({
    ...frame,
    docNo: '云市监记字〔2025〕第01-03030001号',
    caseNo: '110198CV20250303000001',
    itemName: '内地居民结婚登记',
    applicant: '常源浩',
    acceptedOn: '2025-03-03',
    result: '结婚证',
    signer: '苏文静',
    paperNo: 'J110198-2025-000123',
    signedOn: '2025-03-03',
    reason: '双方符合结婚条件',
    notes: [],
  }),
  mandateLetter: mandateLetter({
    ...frame,
    docNo: '云市监授字〔2025〕第0001号',
    addressee: '云河区政务服务中心、本机关派驻工作人员',
    record: ['签发：主要负责人 陈国平　接受：周明远、林晓、赵倩（附接受和廉政声明）　备案：云河区政务服务和数据管理局'],
    construct: 'B',
    mandateNo: 'YHMK-SQ-2025-001',
    version: 2,
    recordHash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    grantor: { name: '云河区市场监督管理局', uscc: '11110198YH00010020', head: '陈国平' },
    grantees: [
      { name: '周明远', post: '首席代表，派驻云河区政务服务中心' },
      { name: '林晓', post: '经办人，派驻工作人员' },
      { name: '赵倩', post: '经办人，派驻工作人员（林晓的AB岗，林晓不在岗时行使）' },
    ],
    legalBasis: ['《北京市政务服务条例》第三十五条', '《政务服务事项委托受理和授权审批规则》'],
    powers: [
      '对附件1所列事项，由本机关签发的规则集作出准予决定；条件不能全部核验的，转为签一次办理',
      '对附件2所列事项，由一名经办人作出决定',
      '对附件3所列事项，由经办人提出决定意见，首席代表作出决定',
      '作出不予决定的，不论事项所在清单，均由经办人和首席代表两人签批',
      '制作决定文书，使用本书载明的印章',
    ],
    scope: [
      '申请人：住所或者经营场所在云河区的自然人、法人和其他组织',
      '经营场所使用面积3000平方米以下',
      '同一申请人在30日内累计不超过5件',
    ],
    exclusions: [
      '依法应当听证的，涉及第三人重大利益的',
      '一年内曾被不予许可的同一申请',
      '申请人有尚未修复的严重失信记录的',
      '签批人与申请人有利害关系、应当回避的',
    ],
    seals: ['行政审批专用章（电子印章编号：11019800000101），由赵倩保管，仅用于本书所列事项的决定文书'],
    nonDelegable: ['延长办理期限', '撤回、撤销行政许可', '作出依法经听证作出的决定', '行政处罚', '再授权'],
    duties: ['谁签批谁负责，审查责任由签批人承担，监督责任由授权机关承担', '授权机关对外承担法律责任'],
    supervision: [
      '每月抽查不少于办结量的百分之五，规则集决定的不少于百分之五',
      '触及红线的，立即熔断，相应权力自熔断时起停止行使',
    ],
    fromOn: '2025-03-10',
    toOn: '2027-03-10',
    termination: ['期限届满', '授权机关撤回，撤回即时生效', '被授权人调离、退休或者证书被吊销'],
    list0: [
      { code: '11110198YH00010020311013100900001', name: '食品经营备案（仅销售预包装食品）', acts: '备案' },
      { code: '11110198YH00010020311013100700001', name: '营业执照遗失补领', acts: '补发' },
    ],
    list1: [
      { code: '11110198YH00010020311013100100001', name: '内资有限责任公司设立登记', acts: '准予' },
      { code: '11110198YH00010020311013100200001', name: '个体工商户设立登记', acts: '准予、变更、注销' },
      {
        code: '11110198YH00010020311013100300001',
        name: '公司变更登记（住所、经营范围、法定代表人、注册资本）',
        acts: '准予',
      },
      { code: '11110198YH00010020311013100400001', name: '公司简易注销登记', acts: '准予' },
      {
        code: '11110198YH00010020311013100600001',
        name: '小餐饮店食品经营许可（面积150平方米以下且非连锁）',
        acts: '准予',
        limits: '面积不超过150㎡',
      },
    ],
    list2: [
      {
        code: '11110198YH00010020311013100500001',
        name: '食品经营许可（餐饮服务）核发',
        acts: '准予、不予、变更',
        limits: '面积不超过3000㎡',
      },
      {
        code: '11110198YH00010020311013100800001',
        name: '特种设备使用登记（锅炉、压力容器、电梯）',
        acts: '准予、不予',
        limits: '单台',
      },
      { code: '11110198YH00010020311013101000001', name: '第二类医疗器械经营备案', acts: '备案' },
    ],
  }),
};

function made(letter: LetterContent | Refusal): LetterContent {
  if (isRefusal(letter)) throw new Error(`the example was refused: ${letter.code}`);
  return letter;
}
