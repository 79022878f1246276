import type { RefusalTable } from '../kernel/refusal.ts';

export const reviewRefusals = {
  'not-on-duty-list': {
    rule: 'R39',
    article: '《行政许可法》第三十四条第三款',
    message: {
      zh: '只有本部门派驻或值守人员可以审查、核查',
      en: 'Only the organ’s posted or duty staff may review or inspect',
    },
    remedy: { zh: '由本部门派驻工作人员办理', en: 'Let a posted officer of the organ do it' },
  },
  'reviewer-recused': {
    rule: 'R44',
    article: '《公务员法》第七十六条',
    message: { zh: '该工作人员已在本办件回避,不得参与审查', en: 'This officer stands aside in this case' },
    remedy: { zh: '由其他派驻工作人员办理', en: 'Another posted officer takes it' },
  },
  'unknown-finding': {
    rule: 'R38',
    article: '《行政许可法》第三十四条',
    message: {
      zh: '审查要点或审查项不在本办件适用的指南中,或类型不符',
      en: 'The review point or finding is not of the pinned guide, or has another type',
    },
    remedy: { zh: '按指南列明的审查要点逐项记录', en: 'Record the points that the guide lists' },
  },
  'evidence-missing': {
    rule: 'R38',
    article: '《优化营商环境条例》第五十八条',
    message: { zh: '每项审查结论须注明依据的材料或记录', en: 'Each finding must refer to its evidence' },
    remedy: { zh: '填写证据材料编号或核查记录编号', en: 'Name the material or record that shows it' },
  },
  'too-few-inspectors': {
    rule: 'R39',
    article: '《行政许可法》第三十四条第三款',
    message: {
      zh: '现场核查须两名以上工作人员,并由其本人签字',
      en: 'A site visit needs two or more officers, each signing the record',
    },
    remedy: { zh: '补充核查人员和签字', en: 'Add the officers and their signatures' },
  },
  'impossible-visit': {
    rule: 'T09',
    article: '《行政许可法》第三十四条第三款',
    message: {
      zh: '核查时间不可能:起止颠倒、在未来,或同一人同时在两处',
      en: 'The visit is impossible: reversed, in the future, or one officer in two places',
    },
    remedy: { zh: '核对核查时间与人员', en: 'Check times and officers' },
  },
  'clock-may-not-stop': {
    rule: 'R58',
    article: '《行政许可法》第四十五条',
    message: {
      zh: '只有听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审可以停止计时,并须书面告知所需时间',
      en: 'Only hearing, tender, auction, inspection, testing, quarantine, appraisal and expert review stop the clock, and only after written notice of the time needed',
    },
    remedy: { zh: '该程序照常进行,时限继续计算', en: 'Carry on with the procedure; the limit keeps running' },
  },
  'suspension-without-statute': {
    rule: 'R58',
    article: '《工伤保险条例》第二十条第三款',
    message: { zh: '本事项没有法律规定的时限中止情形', en: 'No statute suspends the limit of this matter now' },
    remedy: { zh: '继续办理', en: 'Go on with the case' },
  },
  'procedure-not-open': {
    rule: 'R58',
    article: '《行政许可法》第四十五条',
    message: { zh: '没有正在进行的此项程序', en: 'No such procedure is under way' },
    remedy: { zh: '刷新后核对', en: 'Reload and check' },
  },
  'hearing-out-of-time': {
    rule: 'R42',
    article: '《行政许可法》第四十七条、第四十八条',
    message: { zh: '听证的告知、申请或举行不符合法定期限', en: 'The hearing is outside its statutory times' },
    remedy: {
      zh: '告知后五日内申请;申请后二十日内组织;举行七日前通知',
      en: 'Request within 5 days of being told; hold within 20 of the request; notify 7 days before',
    },
  },
  'hearing-presider-reviewed': {
    rule: 'R42',
    article: '《行政许可法》第四十八条第一款第(三)项',
    message: {
      zh: '听证主持人不得是审查该申请的工作人员',
      en: 'Who reviewed the application may not preside over the hearing',
    },
    remedy: { zh: '指定审查人员以外的人员主持', en: 'Name another presider' },
  },
  'opinion-not-asked': {
    rule: 'R48',
    article: '《行政许可法》第二十六条第二款',
    message: {
      zh: '未征求该部门意见,或意见人不属于该部门',
      en: 'This organ was not asked, or the giver is not of that organ',
    },
    remedy: { zh: '由被征求意见部门的人员填写', en: 'Let staff of the organ that was asked answer' },
  },
  'extension-not-by-head': {
    rule: 'R55',
    article: '《行政许可法》第四十二条',
    message: {
      zh: '延长期限须由本行政机关负责人批准,不得授权他人',
      en: 'Only the head of the organ extends a limit; the power cannot be mandated',
    },
    remedy: { zh: '报部门负责人批准', en: 'Ask the head of the organ' },
  },
  'extension-refused': {
    rule: 'R55',
    article: '《行政许可法》第四十二条',
    message: {
      zh: '期限只能延长一次,不超过法定天数,并须在期满前告知申请人理由',
      en: 'A limit is extended once, by no more than the statute allows, with the reason told before it runs out',
    },
    remedy: { zh: '在法定期限内作出决定', en: 'Decide within the limit' },
  },
} as const satisfies RefusalTable;

export type ReviewRefusalCode = keyof typeof reviewRefusals;
