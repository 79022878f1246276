import type { RefusalTable } from '../kernel/refusal.ts';

const delegation = '《北京市优化营商环境条例》第三十五条';

/** Why a mandate does not carry an act (`check`). Listed in the order in which the act is examined. */
export const checkRefusals = {
  'non-delegable': {
    rule: 'R81',
    article: '《行政许可法》第四十二条、第四十八条、第六十九条',
    message: { zh: '该权力不得授权或委托', en: 'This power can never be delegated' },
    remedy: { zh: '报本部门主要负责人办理', en: 'Pass the case to the head of the department' },
  },
  'no-mandate': {
    rule: 'T02',
    article: delegation,
    message: { zh: '没有授予该人员或机构的授权书、委托书', en: 'No mandate names this person or body' },
    remedy: { zh: '转由被授权人员办理', en: 'Pass the case to someone who holds a mandate' },
  },
  'item-not-listed': {
    rule: 'T02',
    article: delegation,
    message: { zh: '该事项不在授权清单内', en: 'The item is not in the lists of the mandate' },
    remedy: {
      zh: '转由该事项的被授权人员办理,或报部门',
      en: 'Pass the case to a person mandated for the item, or to the department',
    },
  },
  'mandate-superseded': {
    rule: 'T01',
    article: '《民法典》第一百七十三条',
    message: { zh: '该版授权已被新版取代', en: 'This version of the mandate has been superseded' },
    remedy: { zh: '按现行版本办理', en: 'Act under the version now in force' },
  },
  'mandate-revoked': {
    rule: 'T01',
    article: '《民法典》第一百七十三条',
    message: { zh: '授权已撤销', en: 'The mandate has been revoked' },
    remedy: { zh: '案件退回部门,时限不变', en: 'The case goes back to the department with its deadlines unchanged' },
  },
  'mandate-expired': {
    rule: 'T01',
    article: '《民法典》第一百七十三条',
    message: { zh: '授权期限已届满', en: 'The term of the mandate is over' },
    remedy: {
      zh: '案件转部门;由主要负责人续签新的授权',
      en: 'The case goes to the department; the head may sign a new mandate',
    },
  },
  'mandate-not-in-force': {
    rule: 'R106',
    article: '《行政许可法》第二十四条第一款',
    message: {
      zh: '授权尚未完成审核、签发、签收、备案和公示',
      en: 'The mandate has not been reviewed, signed, accepted, filed and published',
    },
    remedy: { zh: '完成剩余环节后再行使', en: 'Complete the remaining formalities first' },
  },
  'mandate-not-yet': {
    rule: 'T01',
    article: '《民法典》第一百六十五条',
    message: { zh: '授权尚未到生效时间', en: 'The term of the mandate has not begun' },
    remedy: { zh: '生效后再办理,或转部门', en: 'Wait for its first day, or pass the case to the department' },
  },
  'mandate-suspended': {
    rule: 'T01',
    article: '《民法典》第一百七十三条',
    message: { zh: '授权已暂停', en: 'The mandate is suspended' },
    remedy: {
      zh: '案件转首席代表或部门,时限不变',
      en: 'The case goes to the chief representative or the department; deadlines unchanged',
    },
  },
  'holder-suspended': {
    rule: 'R105',
    article: '《民法典》第一百七十三条',
    message: { zh: '该人员的授权已暂停', en: 'The power of this person is suspended' },
    remedy: { zh: '案件转其他被授权人员', en: 'The case goes to another mandated person' },
  },
  'power-not-given': {
    rule: 'T02',
    article: '《民法典》第一百六十五条',
    message: { zh: '授权内容不含该权力', en: 'The mandate does not give this power' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'role-not-held': {
    rule: 'R76',
    article: delegation,
    message: { zh: '授权书未以该身份列明此人', en: 'The mandate does not name the person in this role' },
    remedy: {
      zh: '由授权书列明的经办人或首席代表办理',
      en: 'The handler or chief representative named in the letter acts',
    },
  },
  'contract-staff': {
    rule: 'R80',
    article: '《行政许可法》第二十二条至第二十四条',
    message: { zh: '外包、合同人员不得持有审批授权和印章', en: 'Contract staff hold no decision mandate and no seal' },
    remedy: { zh: '转由在编派驻人员办理', en: 'Pass the case to posted staff of the establishment' },
  },
  'not-accepted': {
    rule: 'R99',
    article: '《民法典》第一百六十五条',
    message: { zh: '该人员尚未签收授权', en: 'The person has not accepted the mandate' },
    remedy: { zh: '先签收授权书和廉政承诺', en: 'Accept the letter and its integrity statement first' },
  },
  'deputy-not-activated': {
    rule: 'R101',
    article: '《行政许可法》第二十四条第三款',
    message: { zh: 'AB岗代行条件未满足', en: 'The condition under which the deputy stands in is not met' },
    remedy: { zh: '登记被代行人员及事由,或由其本人办理', en: 'State for whom and why, or let that person act' },
  },
  'rule-set-may-only-grant': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: { zh: '规则集只能作出准予', en: 'A rule set may only grant' },
    remedy: { zh: '转派驻人员一签', en: 'The case goes to a posted officer for one signature' },
  },
  'not-in-list-0': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: { zh: '该事项不在签零次清单', en: 'The item is not in list 0' },
    remedy: { zh: '转派驻人员签批', en: 'The case goes to a posted officer' },
  },
  'rule-set-differs': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: { zh: '规则集与主要负责人签署的不一致', en: 'The rule set is not the one that the head signed' },
    remedy: {
      zh: '转派驻人员一签;新规则集须重新签署',
      en: 'One signature by a posted officer; a new rule set needs the head’s signature',
    },
  },
  'half-open-needs-second': {
    rule: 'R71',
    article: delegation,
    message: { zh: '熔断半开期间须双签', en: 'While the breaker is half open every decision needs two signatures' },
    remedy: { zh: '经办人提出意见,首席代表签批', en: 'The handler proposes and the chief representative decides' },
  },
  'adverse-needs-second': {
    rule: 'R77',
    article: '《优化营商环境条例》第五十八条',
    message: { zh: '不利决定至少两签', en: 'An adverse decision needs at least two signatures' },
    remedy: { zh: '经办人提出意见,首席代表签批', en: 'The handler proposes and the chief representative decides' },
  },
  'only-propose': {
    rule: 'R76',
    article: delegation,
    message: { zh: '签两次清单事项,经办人只能提出意见', en: 'On list 2 the handler may only propose' },
    remedy: { zh: '提出意见后由首席代表签批', en: 'Propose; the chief representative decides' },
  },
  'proposal-missing': {
    rule: 'R76',
    article: delegation,
    message: {
      zh: '缺少经办人意见,首席代表不能单独签批',
      en: 'Without the handler’s proposal the chief representative cannot decide',
    },
    remedy: { zh: '先由经办人提出意见', en: 'The handler proposes first' },
  },
  'handler-proposes': {
    rule: 'R76',
    article: delegation,
    message: { zh: '意见由经办人提出', en: 'It is the handler who proposes' },
    remedy: { zh: '由经办人提出意见', en: 'Let the handler propose' },
  },
  'third-signature-without-exception': {
    rule: 'R75',
    article: '《北京市优化营商环境条例》第三十五条第二款',
    message: { zh: '原则上最多签批两次', en: 'In principle there are at most two signatures' },
    remedy: { zh: '确需第三次签批的,填写例外事由代码', en: 'A third signature needs an exception code' },
  },
  'seal-not-entrusted': {
    rule: 'T12',
    article: '《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第二十五条',
    message: {
      zh: '该印章未交此人保管或不得用于此文书',
      en: 'The seal is not entrusted to this keeper, or not for this document',
    },
    remedy: {
      zh: '由保管人用印,或改用规定的印章',
      en: 'Let its keeper seal, or use the seal that the document calls for',
    },
  },
  'applicant-kind-outside': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '申请人类型不在授权范围', en: 'The kind of applicant is outside the mandate' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'region-outside': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '地域不在授权范围', en: 'The region is outside the mandate' },
    remedy: { zh: '转有权地区办理', en: 'Pass the case to the region in charge' },
  },
  'scope-unknown': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '授权设有上限的数据缺失', en: 'A figure that the mandate caps is not known' },
    remedy: { zh: '核实并补录该数据', en: 'Establish and record the figure' },
  },
  'level-outside': {
    rule: 'T03',
    article: '《行政许可法》第二十二条',
    message: { zh: '行使层级不在授权范围', en: 'The level of exercise is outside the mandate' },
    remedy: { zh: '转有权层级办理', en: 'Pass the case to the right level' },
  },
  'amount-over': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '金额超出授权上限', en: 'The amount exceeds the mandate' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'area-over': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '面积超出授权上限', en: 'The area exceeds the mandate' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'headcount-over': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '人数超出授权上限', en: 'The headcount exceeds the mandate' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'risk-over': {
    rule: 'T03',
    article: '《民法典》第一百七十一条',
    message: { zh: '风险等级超出授权上限', en: 'The risk grade exceeds the mandate' },
    remedy: { zh: '报部门办理', en: 'Pass the case to the department' },
  },
  'cumulative-over': {
    rule: 'T04',
    article: '《民法典》第一百七十一条',
    message: { zh: '累计超出授权上限(疑似拆分)', en: 'The sum over time exceeds the mandate (possible splitting)' },
    remedy: { zh: '合并报部门办理', en: 'Pass the cases together to the department' },
  },
  'excluded-case': {
    rule: 'R71',
    article: delegation,
    message: { zh: '该案属授权书排除情形', en: 'The mandate excludes this kind of case' },
    remedy: { zh: '退出清单,报部门办理', en: 'The case leaves the lists and goes to the department' },
  },
  'limit-unknown': {
    rule: 'R71',
    article: delegation,
    message: {
      zh: '授权设限的办理量或办理时长未知',
      en: 'The day’s count or the handling time that the mandate limits is not known',
    },
    remedy: { zh: '刷新后重试', en: 'Reload and try again' },
  },
  'daily-limit-reached': {
    rule: 'R71',
    article: delegation,
    message: { zh: '已达每日签批上限', en: 'The daily number of decisions is reached' },
    remedy: { zh: '转其他被授权人员或次日办理', en: 'Pass the case to another mandated person, or decide tomorrow' },
  },
  'handled-too-fast': {
    rule: 'R71',
    article: delegation,
    message: { zh: '低于最短办理时长且未说明理由', en: 'Handled faster than the minimum time, without a reason' },
    remedy: { zh: '完成审查,或填写理由(将计入抽查)', en: 'Finish the review, or give the reason (it will be sampled)' },
  },
  'outside-hours': {
    rule: 'R71',
    article: delegation,
    message: { zh: '不在授权行使时段', en: 'Outside the hours of the mandate' },
    remedy: { zh: '在授权时段内办理', en: 'Act within the hours of the mandate' },
  },
} as const satisfies RefusalTable;

export type CheckRefusalCode = keyof typeof checkRefusals;

/** Why a step in the life of a mandate is refused (steps.ts, letter-faults.ts). */
export const lifeRefusals = {
  'mandate-number-mismatch': {
    rule: 'house',
    article: '《民法典》第一百六十五条',
    message: { zh: '授权编号与所办文件不一致', en: 'The letter carries another mandate number' },
    remedy: { zh: '核对编号后重新提交', en: 'Check the number and submit again' },
  },
  'version-out-of-order': {
    rule: 'R97',
    article: '《民法典》第一百六十五条',
    message: { zh: '版本号不连续', en: 'The version does not follow the last one' },
    remedy: { zh: '使用下一版本号', en: 'Use the next version number' },
  },
  'wrong-stage': {
    rule: 'R106',
    article: '《行政许可法》第二十四条第一款',
    message: { zh: '授权尚未到这一环节', en: 'The mandate is not at this stage' },
    remedy: { zh: '依次完成审核、签发、签收、备案、公示', en: 'Review, sign, accept, file and publish in this order' },
  },
  'mandate-ended': {
    rule: 'R108',
    article: '《民法典》第一百七十三条',
    message: { zh: '授权已撤销,不可恢复', en: 'The mandate has been revoked for good' },
    remedy: { zh: '另行起草新的授权', en: 'Draft a new mandate' },
  },
  'not-staff-of-grantor': {
    rule: 'R97',
    article: '《行政许可法》第二十二条',
    message: { zh: '不是委托(授权)机关的在编在职人员', en: 'Not established staff in office of the grantor' },
    remedy: { zh: '由委托(授权)机关人员办理', en: 'Let staff of the grantor do it' },
  },
  'reviewer-is-drafter': {
    rule: 'R97',
    article: '《重大行政执法决定法制审核制度》',
    message: { zh: '起草人不得审核自己起草的授权', en: 'The drafter cannot review his own draft' },
    remedy: { zh: '由法制审核人员审核', en: 'Let the legal reviewer do it' },
  },
  'not-head': {
    rule: 'R97',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '只有机关主要负责人可以办理', en: 'Only the head of the organ may do this' },
    remedy: { zh: '报主要负责人', en: 'Pass it to the head' },
  },
  'not-supervisor': {
    rule: 'R107',
    article: '《行政许可法》第二十四条第二款',
    message: { zh: '只有主要负责人、监督人员或系统可以办理', en: 'Only the head, a supervisor or a robot may do this' },
    remedy: { zh: '报主要负责人或监督人员', en: 'Pass it to the head or a supervisor' },
  },
  'hash-differs': {
    rule: 'R97',
    article: '《电子签名法》第十三条',
    message: { zh: '所签内容与当前版本不一致', en: 'What was signed is not this version' },
    remedy: { zh: '重新打开当前版本后签署', en: 'Open the current version and sign that' },
  },
  'letter-changed': {
    rule: 'R71',
    article: '《电子签名法》第十三条',
    message: {
      zh: '您看到的文书文本与现在打印的不一致',
      en: 'The letter that you were shown is not the one that is printed from the record now',
    },
    remedy: { zh: '重新查看文本后再签署', en: 'Read the letter again, then sign' },
  },
  'already-signed': {
    rule: 'R97',
    article: '《电子签名法》第十三条',
    message: { zh: '本机关已签署', en: 'This organ has signed already' },
    remedy: { zh: '无需重复签署', en: 'Nothing to do' },
  },
  'parts-missing': {
    rule: 'R97',
    article: '《民法典》第一百六十五条;《行政处罚法》第二十条第二款(参照)',
    message: { zh: '授权缺少必备内容', en: 'Required parts of the letter are missing' },
    remedy: { zh: '补齐列明的内容', en: 'Complete the parts named' },
  },
  'party-not-registered': {
    rule: 'R97',
    article: '《民法典》第一百六十五条',
    message: {
      zh: '当事机关名称或统一社会信用代码与登记不符',
      en: 'A party’s name, code or head differs from the register',
    },
    remedy: { zh: '按登记信息更正', en: 'Correct it after the register' },
  },
  'term-invalid': {
    rule: 'R104',
    article: '《民法典》第一百七十三条(参照)',
    message: { zh: '期限起止无效或已经届满', en: 'The term is empty or already over' },
    remedy: { zh: '重新约定期限', en: 'State another term' },
  },
  'term-too-long': {
    rule: 'R104',
    article: '《民法典》第一百七十三条(参照)',
    message: { zh: '期限超过两年', en: 'The term exceeds two years' },
    remedy: { zh: '缩短期限,期满续签', en: 'Shorten the term and renew it' },
  },
  'power-outside-construct': {
    rule: 'R98',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '该类文书不能授予此权力', en: 'This kind of letter cannot give the power' },
    remedy: {
      zh: '委托受理只含受理类权力;审批权另用授权书',
      en: 'An agreement gives intake powers only; decisions need an authorisation',
    },
  },
  'non-delegable-missing': {
    rule: 'R81',
    article: '《行政许可法》第四十二条、第四十八条、第六十九条',
    message: { zh: '未列明不得授权的权力', en: 'The powers that cannot be delegated are not all named' },
    remedy: {
      zh: '列明延期、撤销、听证决定、处罚和须负责人批准事项',
      en: 'Name extension, revocation, hearing decisions, penalties and what the head must approve',
    },
  },
  'grantee-not-service-body': {
    rule: 'R98',
    article: '《北京市优化营商环境条例》第三十五条第一款',
    message: { zh: '委托受理的受托方须为政务服务机构', en: 'Entrusted acceptance goes to a government-service body' },
    remedy: { zh: '改由政务服务中心受托', en: 'Make the service centre the grantee' },
  },
  'grantee-other-level': {
    rule: 'R98',
    article: '《北京市优化营商环境条例》第三十五条第一款',
    message: { zh: '受托机构与委托部门不是同级', en: 'The grantee is not of the grantor’s level' },
    remedy: { zh: '选择同级政务服务机构', en: 'Choose the service body of the same level' },
  },
  'grantee-contract-staff': {
    rule: 'R80',
    article: '《行政许可法》第二十二条至第二十四条',
    message: { zh: '外包、合同人员不得被授权或保管印章', en: 'Contract staff cannot be grantee or seal keeper' },
    remedy: { zh: '改为在编派驻人员', en: 'Name posted staff of the establishment' },
  },
  'grantee-not-posted': {
    rule: 'R99',
    article: '《最高人民法院关于适用〈行政诉讼法〉的解释》第二十条第三款',
    message: {
      zh: '被授权人不是本机关派驻本中心的在编在职人员',
      en: 'The grantee is not the grantor’s staff posted to this centre',
    },
    remedy: { zh: '先办理派驻,或改授权他人', en: 'Post the person first, or name another' },
  },
  'grantee-not-administrative': {
    rule: 'R100',
    article: '《行政许可法》第二十四条第一款',
    message: { zh: '委托实施许可的受托方须为行政机关', en: 'Entrusted licensing goes to an administrative organ only' },
    remedy: { zh: '改由行政机关受托', en: 'Make an administrative organ the grantee' },
  },
  'legal-basis-too-low': {
    rule: 'R100',
    article: '《行政许可法》第二十四条第一款',
    message: { zh: '委托实施许可须有法律、法规或规章依据', en: 'Entrusted licensing needs a law, regulation or rule' },
    remedy: { zh: '补充规章以上依据', en: 'Cite a rule or higher' },
  },
  'public-notice-missing': {
    rule: 'R100',
    article: '《行政许可法》第二十四条第一款',
    message: { zh: '未载明委托公告', en: 'The public notice of the entrustment is missing' },
    remedy: { zh: '公告并填写公告文号和渠道', en: 'Announce it and state number and channel' },
  },
  're-delegation': {
    rule: 'R101',
    article: '《行政许可法》第二十四条第三款',
    message: { zh: '受委托的权力不得再委托', en: 'A power held under a mandate cannot be passed on' },
    remedy: { zh: '由原委托机关直接委托或授权', en: 'Let the original grantor give it' },
  },
  'deputy-of-nobody': {
    rule: 'R101',
    article: '《行政许可法》第二十四条第三款',
    message: { zh: '代行人须载明被代行人和启用条件', en: 'A deputy needs a principal in the letter and conditions' },
    remedy: { zh: '补充被代行人和启用条件', en: 'Name the principal and the conditions' },
  },
  'not-implementing-organ': {
    rule: 'R102',
    article: '《行政许可法》第二十二条',
    message: {
      zh: '委托(授权)机关不是该事项的实施机关,或层级不符',
      en: 'The grantor does not implement the item at this level',
    },
    remedy: { zh: '由实施机关授权', en: 'Let the implementing organ give it' },
  },
  'item-not-in-force': {
    rule: 'R102',
    article: '《行政许可法》第二十二条',
    message: { zh: '事项未生效或已停用', en: 'The item is not in force' },
    remedy: { zh: '移除该事项', en: 'Remove the item' },
  },
  'seal-of-other-organ': {
    rule: 'R103',
    article: '《行政许可法》第二十四条第三款',
    message: { zh: '对外文书须用委托(授权)机关的印章', en: 'Outward documents carry the grantor’s own seal' },
    remedy: { zh: '改用委托(授权)机关印章', en: 'Entrust the grantor’s seal' },
  },
  'keeper-is-handler': {
    rule: 'T11',
    article: '《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》',
    message: { zh: '印章保管人不得同时是经办人', en: 'The seal keeper cannot be a handler' },
    remedy: { zh: '另行指定保管人', en: 'Name another keeper' },
  },
  'item-reserved': {
    rule: 'R76',
    article: '《北京市优化营商环境条例》第三十五条',
    message: {
      zh: '该事项须由部门决定,不得列入清单',
      en: 'The item is decided by the department and has no place in the lists',
    },
    remedy: { zh: '移除该事项', en: 'Remove the item' },
  },
  'list-below-class': {
    rule: 'R76',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '清单签次少于事项签次', en: 'The list asks for fewer signatures than the class of the item' },
    remedy: { zh: '改列入相应清单', en: 'Put the item on the right list' },
  },
  'rule-set-not-signed': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: {
      zh: '签零次事项的规则集与发布的不一致或缺失',
      en: 'The rule set of a list 0 item is missing or not the published one',
    },
    remedy: { zh: '载明已发布规则集的摘要', en: 'State the hash of the published rule set' },
  },
  'sampling-too-low': {
    rule: 'R78',
    article: '《个人信息保护法》第二十四条',
    message: { zh: '签零次事项抽查比例不得低于5%', en: 'List 0 needs sampling of at least 5 %' },
    remedy: { zh: '提高抽查比例', en: 'Raise the sampling' },
  },
  'not-grantee': {
    rule: 'R99',
    article: '《民法典》第一百六十五条',
    message: { zh: '不是授权书列明的接受人', en: 'Not a grantee of this letter' },
    remedy: { zh: '由列明的接受人签收', en: 'Let the grantee accept' },
  },
  'already-accepted': {
    rule: 'R99',
    article: '《民法典》第一百六十五条',
    message: { zh: '已签收', en: 'Accepted already' },
    remedy: { zh: '无需重复签收', en: 'Nothing to do' },
  },
  'not-filing-organ': {
    rule: 'R106',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '备案由政务服务管理部门办理', en: 'Filing is done by the government-service administration' },
    remedy: { zh: '提交政务服务管理部门备案', en: 'Submit it to the government-service administration' },
  },
  'places-missing': {
    rule: 'R106',
    article: '《行政许可法》第二十四条第一款',
    message: { zh: '须同时在网上和窗口公示', en: 'Publication must be on the web and at the window' },
    remedy: { zh: '补充公示渠道', en: 'Publish at both places' },
  },
  'not-in-force': {
    rule: 'R104',
    article: '《民法典》第一百七十三条',
    message: { zh: '当前没有生效的版本', en: 'No version is in force' },
    remedy: { zh: '先完成签发和公示', en: 'Sign and publish first' },
  },
  'already-suspended': {
    rule: 'R105',
    article: '《民法典》第一百七十三条',
    message: { zh: '已暂停', en: 'Suspended already' },
    remedy: { zh: '无需重复暂停', en: 'Nothing to do' },
  },
  'not-suspended': {
    rule: 'R105',
    article: '《民法典》第一百七十三条',
    message: { zh: '未处于暂停状态', en: 'Not suspended' },
    remedy: { zh: '无需恢复', en: 'Nothing to do' },
  },
  'own-suspension': {
    rule: 'R105',
    article: '《民法典》第一百七十三条',
    message: { zh: '不得恢复本人的授权', en: 'Nobody resumes his own power' },
    remedy: { zh: '由他人恢复', en: 'Let somebody else resume it' },
  },
  'not-due': {
    rule: 'R104',
    article: '《民法典》第一百七十三条(参照)',
    message: { zh: '期限尚未届满', en: 'The term is not over' },
    remedy: { zh: '届满后由系统处理', en: 'The system does it when the term ends' },
  },
  'version-pending': {
    rule: 'R97',
    article: '《民法典》第一百六十五条',
    message: { zh: '下一版本正在签署,不能另行修改', en: 'The next version is already being signed' },
    remedy: { zh: '先完成或重新起草该版本', en: 'Finish that version first' },
  },
  'not-named': {
    rule: 'R110',
    article: '《公务员法》第六十条',
    message: { zh: '不是该授权的被授权人', en: 'Not named in this mandate' },
    remedy: { zh: '由被授权人提出', en: 'Only a named person may object' },
  },
  'overstep-unknown': {
    rule: 'R109',
    article: '《行政许可法》第六十九条',
    message: { zh: '没有待处理的越权记录', en: 'No open overstep of this case' },
    remedy: { zh: '核对办件编号', en: 'Check the case number' },
  },
  'good-faith-unprotected': {
    rule: 'R109',
    article: '《行政许可法》第六十九条;《民法典》第一百七十二条(参照)',
    message: {
      zh: '撤销善意申请人的许可须写明信赖保护措施',
      en: 'Revoking a good-faith applicant’s licence needs a stated protection',
    },
    remedy: { zh: '写明补偿或补救措施', en: 'State the compensation or cure' },
  },
} as const satisfies RefusalTable;

export type LifeRefusalCode = keyof typeof lifeRefusals;

/** Red lines of a single signature or seal use (red-lines.ts): nobody can sign across them. */
export const redLineRefusals = {
  'recusal-undeclared': {
    rule: 'T05',
    article: '《公务员法》第七十六条',
    message: { zh: '签批前未作回避声明', en: 'No recusal declaration before signing' },
    remedy: { zh: '先作回避声明', en: 'Declare first' },
  },
  'conflict-of-interest': {
    rule: 'T05',
    article: '《公务员法》第七十六条',
    message: { zh: '与当事人存在应当回避的关系', en: 'The signer is related to a party' },
    remedy: { zh: '案件改由他人办理', en: 'The case goes to somebody else' },
  },
  'material-missing': {
    rule: 'T06',
    article: '《行政许可法》第三十一条、第三十四条',
    message: { zh: '必备材料缺失或未核验', en: 'Required material is missing or unverified' },
    remedy: { zh: '补齐并核验材料', en: 'Obtain and verify the material' },
  },
  'site-check-single': {
    rule: 'T09',
    article: '《行政许可法》第三十四条第三款',
    message: { zh: '实地核查须两名以上工作人员', en: 'A site check needs two officers' },
    remedy: { zh: '重新核查', en: 'Check again with two officers' },
  },
  'site-check-impossible': {
    rule: 'T09',
    article: '《行政许可法》第三十四条第三款',
    message: { zh: '核查时间与地点不可能同时成立', en: 'The times and places of the checks are impossible' },
    remedy: { zh: '核实记录并重新核查', en: 'Verify the record and check again' },
  },
  'procedure-skipped': {
    rule: 'T10',
    article: '《行政许可法》第三十六条、第四十六条至第四十八条',
    message: { zh: '法定特别程序未完成', en: 'A statutory special procedure was skipped' },
    remedy: { zh: '先完成该程序', en: 'Complete the procedure first' },
  },
  'same-person-in-case': {
    rule: 'T11',
    article: '《行政许可法》第六十条(层级监督)',
    message: { zh: '同一人承担了应当分离的职责', en: 'One person holds parts that must be separate' },
    remedy: { zh: '由他人承担其中一项', en: 'Somebody else takes one of the parts' },
  },
  'seal-without-case': {
    rule: 'T12',
    article: '《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第二十五条',
    message: { zh: '无办件用印', en: 'The seal is used without a case' },
    remedy: { zh: '凭办件用印', en: 'Seal under a case' },
  },
  'sealed-document-differs': {
    rule: 'T12',
    article: '《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第二十五条',
    message: { zh: '用印文书与签批文书不一致', en: 'The document to seal is not the one that was signed' },
    remedy: { zh: '重新生成并签批', en: 'Render and sign again' },
  },
  'seal-after-hours': {
    rule: 'T12',
    article: '《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第二十五条',
    message: { zh: '非工作时段用印', en: 'The seal is used after hours' },
    remedy: { zh: '工作时段内用印', en: 'Seal within hours' },
  },
  'key-compromised': {
    rule: 'T13',
    article: '《电子签名法》第十五条',
    message: { zh: '签名密钥已失密或可能失密', en: 'The signing key is known or suspected to be compromised' },
    remedy: { zh: '停用并报告,换发证书', en: 'Stop, report and get a new certificate' },
  },
} as const satisfies RefusalTable;

export type RedLineCode = keyof typeof redLineRefusals;

/** Every code of this module. */
export const mandateRefusals = {
  ...checkRefusals,
  ...lifeRefusals,
  ...redLineRefusals,
} as const satisfies RefusalTable;

export type MandateRefusalCode = keyof typeof mandateRefusals;
