import type { RefusalTable } from '../kernel/refusal.ts';

export const decisionRefusals = {
  'batch-empty': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '没有勾选办件', en: 'No case is ticked' },
    remedy: { zh: '请逐件勾选要签批的办件', en: 'Tick each case that you want to sign' },
  },
  'batch-too-large': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '一次最多签批二百件', en: 'One ceremony signs at most two hundred cases' },
    remedy: { zh: '请分几次签批', en: 'Sign in several ceremonies' },
  },
  'batch-case-twice': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '同一办件勾选了两次', en: 'A case is ticked twice' },
    remedy: { zh: '每件只留一次', en: 'Keep each case once' },
  },
  'review-unfinished': {
    rule: 'R38',
    article: '《行政许可法》第三十四条',
    message: { zh: '尚有审查要点没有结论', en: 'Some review points have no result yet' },
    remedy: { zh: '逐项完成审查要点后再签批', en: 'Finish the review points, then sign' },
  },
  'facts-missing': {
    rule: 'R38',
    article: '《行政许可法》第三十四条、第三十八条',
    message: { zh: '作出决定所需的事实尚不齐全', en: 'Facts that the decision rests on are missing' },
    remedy: { zh: '补录所列审查项', en: 'Record the facts listed' },
  },
  'rules-forbid-grant': {
    rule: 'R50',
    article: '《行政许可法》第五条、第三十八条',
    message: { zh: '按已公布的规则,现有事实不能准予', en: 'On these facts the published rules do not allow a grant' },
    remedy: {
      zh: '核对事实;事实有误的更正后再办,确不符合条件的依法不予',
      en: 'Check the facts; correct them if wrong, else refuse with reasons',
    },
  },
  'departure-without-reason': {
    rule: 'R50',
    article: '《行政许可法》第五条',
    message: {
      zh: '与规则建议不一致的决定须说明理由',
      en: 'A decision that departs from the published rules needs a reason',
    },
    remedy: { zh: '填写不一致的理由', en: 'State why this case differs' },
  },
  'refusal-without-reasons': {
    rule: 'R67',
    article: '《行政许可法》第三十八条第二款',
    message: { zh: '不予决定须写明事实、依据和理由', en: 'A refusal states facts, norms and reason' },
    remedy: { zh: '补全事实、法律依据和理由', en: 'Complete facts, norms and reason' },
  },
  'standard-missing': {
    rule: 'R40',
    article: '《行政许可法》第五十五条第三款',
    message: {
      zh: '经检验、检测、检疫不予许可的,应当说明所依据的技术标准、技术规范',
      en: 'A refusal after inspection, testing or quarantine states the technical standard',
    },
    remedy: { zh: '在依据中写明技术标准、技术规范的名称', en: 'Name the technical standard among the norms' },
  },
  'hearing-may-be-asked': {
    rule: 'R42',
    article: '《行政许可法》第四十七条',
    message: { zh: '听证申请期限尚未届满', en: 'A hearing may still be asked for' },
    remedy: { zh: '期限届满无人申请听证,或听证结束后再决定', en: 'Decide after the period, or after the hearing' },
  },
  'transcript-not-cited': {
    rule: 'R42',
    article: '《行政许可法》第四十八条第二款',
    message: { zh: '听证后应当根据听证笔录作出决定', en: 'After a hearing the decision rests on its transcript' },
    remedy: { zh: '在事实或理由中引用听证笔录', en: 'Cite the transcript (听证笔录) in the facts or the reason' },
  },
  'proposal-needed': {
    rule: 'R76',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '须先由派驻工作人员提出决定建议(第一签)', en: 'The posted officer proposes first (signature 1)' },
    remedy: { zh: '等待第一签,或退回经办人', en: 'Wait for the first signature' },
  },
  'differs-from-proposal': {
    rule: 'R76',
    article: '《北京市优化营商环境条例》第三十五条',
    message: {
      zh: '第二签的结论须与第一签一致;不同意的应退回',
      en: 'Signature 2 confirms signature 1; to disagree, return the proposal',
    },
    remedy: { zh: '退回复审并写明意见', en: 'Return the proposal with your opinion' },
  },
  'not-in-sign-lists': {
    rule: 'R76',
    article: '《北京市优化营商环境条例》第三十五条',
    message: {
      zh: '该办件不在签批清单内,须由部门负责人决定',
      en: 'This case is outside the sign lists: the head of the organ decides',
    },
    remedy: { zh: '转部门办理,时限不变', en: 'Hand it to the department; deadlines stay' },
  },
  'not-head-of-organ': {
    rule: 'R81',
    article: '《行政许可法》第四十二条、第六十九条',
    message: { zh: '须由本行政机关负责人作出', en: 'Only the head of the organ may do this' },
    remedy: { zh: '报部门负责人', en: 'Ask the head of the organ' },
  },
  'third-signature-uncoded': {
    rule: 'R75',
    article: '《北京市优化营商环境条例》第三十五条第二款',
    message: { zh: '第三次签字须有例外情形代码', en: 'A third signature needs an exception code' },
    remedy: { zh: '选择例外代码,或在两签内决定', en: 'Choose the exception code, or decide within two signatures' },
  },
  'document-changed': {
    rule: 'R71',
    article: '《电子签名法》第十三条',
    message: {
      zh: '您签的文书与当前文书不一致',
      en: 'The document that you were shown is not the one that would be issued now',
    },
    remedy: { zh: '重新查看文书后再签', en: 'Look at the document again, then sign' },
  },
  'evidence-changed': {
    rule: 'R71',
    article: '《电子签名法》第十三条',
    message: {
      zh: '您查看文书之后,申请材料、共享数据或审查记录发生了变化',
      en: 'Materials, shared data or findings have changed since the document was shown to you',
    },
    remedy: {
      zh: '查看最新的材料和审查记录,重新生成文书后再签',
      en: 'Look at the case as it is now, draft the document again, then sign',
    },
  },
  'no-letter-owed': {
    rule: 'R25',
    article: '《行政许可法》第三十二条',
    message: { zh: '没有待补发的文书', en: 'No letter is owed in this case' },
    remedy: { zh: '刷新办件,查看已发出的文书', en: 'Reload the case and see the letters that went out' },
  },
  'quota-order': {
    rule: 'R34',
    article: '《行政许可法》第五十七条',
    message: {
      zh: '有数量限制的许可按受理先后决定,更早受理的办件尚未决定',
      en: 'A limited licence is decided in the order of acceptance, and earlier cases are still open',
    },
    remedy: { zh: '先办理受理在先的办件', en: 'Decide the earlier cases first' },
  },
  'quota-full': {
    rule: 'R34',
    article: '《行政许可法》第五十七条',
    message: { zh: '数量已满', en: 'No place is left' },
    remedy: { zh: '依法作出不予决定,告知数量已满', en: 'Refuse with that reason' },
  },
  'machine-may-not': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: { zh: '此办件不能由规则自动决定', en: 'Rules may not decide this case by themselves' },
    remedy: { zh: '转派驻工作人员办理', en: 'It goes to the posted officer' },
  },
  'rule-set-unsigned': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: {
      zh: '该版本的规则集未经部门主要负责人签署,系统不得自动决定。',
      en: 'The head has not signed the rule set of this version, so the system may not decide.',
    },
    remedy: {
      zh: '转派驻工作人员一签办理,或由负责人签署规则集。',
      en: 'An officer decides, or the head signs the rules.',
    },
  },
  'human-asked': {
    rule: 'R79',
    article: '《个人信息保护法》第二十四条第三款',
    message: { zh: '申请人要求由人作出决定', en: 'The applicant asked for a person to decide' },
    remedy: { zh: '转派驻工作人员办理', en: 'It goes to the posted officer' },
  },
  'officer-recused': {
    rule: 'R44',
    article: '《公务员法》第七十六条',
    message: { zh: '您已在本办件回避', en: 'You are recused from this case' },
    remedy: { zh: '由其他有权人员办理', en: 'Someone else with power takes it' },
  },
  'recusal-pending': {
    rule: 'R44',
    article: '《公务员法》第七十六条、第七十七条',
    message: {
      zh: '申请人已申请该工作人员回避,尚未作出决定',
      en: 'The applicant has asked that this officer stand aside, and that is not decided yet',
    },
    remedy: {
      zh: '由首席代表或部门负责人决定是否回避后再办;期限照常计算',
      en: 'The chief representative or the head decides on the request first; the limit keeps running',
    },
  },
  'recusal-officer-unknown': {
    rule: 'R44',
    article: '《公务员法》第七十七条',
    message: {
      zh: '本部门没有办理此类办件的该工作人员',
      en: 'Nobody of that name works on such cases in the organ',
    },
    remedy: { zh: '从办件页列出的工作人员中选择', en: 'Choose one of the officers that the case names' },
  },
  'recusal-asked-before': {
    rule: 'R44',
    article: '《公务员法》第七十七条',
    message: {
      zh: '该工作人员已经回避,或者同一理由的申请已经提出',
      en: 'This officer stands aside already, or the same was asked before',
    },
    remedy: {
      zh: '等待答复;有新的理由可再次提出',
      en: 'Wait for the answer; with a new ground you may ask again',
    },
  },
  'recusal-not-asked': {
    rule: 'R44',
    article: '《公务员法》第七十七条',
    message: { zh: '没有待决定的回避申请', en: 'No request that this officer stand aside is open' },
    remedy: { zh: '刷新办件后核对', en: 'Reload the case and check' },
  },
  'recusal-decided-by': {
    rule: 'R44',
    article: '《公务员法》第七十七条',
    message: {
      zh: '派驻人员的回避由首席代表决定,首席代表的回避由部门负责人决定,负责人的回避由上级机关决定',
      en: 'The chief representative decides about officers, the head about the chief representative, the superior organ about the head',
    },
    remedy: {
      zh: '转有权决定的人员;负责人的回避由首席代表登记上级机关的决定文号',
      en: 'Pass it to who decides; for the head the chief representative records the number of the superior’s decision',
    },
  },
  'not-a-paper-instrument': {
    rule: 'R84',
    article: '《电子签名法》第三条第三款',
    message: {
      zh: '只有不适用电子签名的文书才登记纸质决定',
      en: 'Only for instruments that know no electronic signature is a paper decision recorded',
    },
    remedy: { zh: '在平台上签批', en: 'Sign the decision on the platform' },
  },
  'paper-date-impossible': {
    rule: 'R84',
    article: '《电子签名法》第三条第三款',
    message: {
      zh: '纸质文书的签署日期须在受理之后、登记之前',
      en: 'The paper is signed between acceptance and its recording',
    },
    remedy: { zh: '核对纸质文书上的日期', en: 'Check the date on the paper' },
  },
  'not-a-renewal': {
    rule: 'R63',
    article: '《行政许可法》第五十条',
    message: { zh: '不是延续申请,或未到视为准予延续之时', en: 'Not a renewal, or not yet deemed renewed' },
    remedy: { zh: '依法作出决定', en: 'Decide it' },
  },
  'ground-missing': {
    rule: 'house',
    article: '《行政许可法》第七十二条',
    message: { zh: '终止办理须有法定或约定的情形', en: 'Termination needs one of the listed grounds' },
    remedy: { zh: '选择情形并说明', en: 'Choose the ground and explain' },
  },
  'termination-needs-chief': {
    rule: 'house',
    article: '《行政许可法》第七十二条',
    message: {
      zh: '申请人死亡、终止或者办理对象灭失,经办人不能一人终止办理',
      en: 'A death, a dissolution or a lost object does not end a case on the handler’s word alone',
    },
    remedy: {
      zh: '请首席代表或部门负责人核实后终止',
      en: 'The chief representative or the head verifies it and ends the case',
    },
  },
} as const satisfies RefusalTable;

export type DecisionRefusalCode = keyof typeof decisionRefusals;
