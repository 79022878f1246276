import type { RefusalTable } from '../kernel/refusal.ts';

export const acceptanceRefusals = {
  'competent-organ-missing': {
    rule: 'R24',
    article: '《行政许可法》第三十二条第一款第(二)项',
    message: {
      zh: '作出不属本机关的决定时须写明向哪个机关申请',
      en: 'A not-ours outcome must name the competent organ',
    },
    remedy: { zh: '填写有权机关名称', en: 'Name the competent organ' },
  },
  'reason-missing': {
    rule: 'R28',
    article: '《行政许可法》第三十二条第二款、第七十二条',
    message: { zh: '不受理须说明理由', en: 'Non-acceptance must give its reason' },
    remedy: { zh: '写明理由和依据', en: 'State reason and norm' },
  },
  'defect-not-in-guide': {
    rule: 'R4',
    article: '《北京市优化营商环境条例》第三十二条第(一)项',
    message: {
      zh: '补正内容不在本办件适用的办事指南之内',
      en: 'The notice demands something that the pinned guide does not',
    },
    remedy: { zh: '只能要求补正指南列明的材料或表单项', en: 'Only materials and fields of the guide may be demanded' },
  },
  'obtainable-paper-demanded': {
    rule: 'R6',
    article: '《国务院关于在线政务服务的若干规定》第七条;《北京市优化营商环境条例》第三十二条第(二)项',
    message: {
      zh: '这些材料可以从电子证照库或者数据共享取得,不得要求申请人提交',
      en: 'Licences or shares can give these papers: they may not be demanded from the applicant',
    },
    remedy: {
      zh: '从补正清单中去掉;系统自行调取,申请人免提交',
      en: 'Leave them out of the notice; the platform fetches them itself',
    },
  },
  'defects-missing': {
    rule: 'R25',
    article: '《行政许可法》第三十二条第一款第(四)项',
    message: { zh: '补正告知须一次列明全部内容', en: 'A correction notice must list every defect at once' },
    remedy: { zh: '逐项列明缺少或不合格的内容', en: 'List each missing or defective point' },
  },
  'correction-too-late': {
    rule: 'R25',
    article: '《行政许可法》第三十二条第一款第(四)项',
    message: {
      zh: '五个工作日内未告知补正,自收到申请材料之日起即为受理',
      en: 'No notice within five working days: the application counts as accepted from the day of receipt',
    },
    remedy: { zh: '直接受理', en: 'Accept' },
  },
  'second-correction': {
    rule: 'R27',
    article: '《行政许可法》第三十二条第一款第(四)项、第七十二条',
    message: {
      zh: '补正只能一次性告知,不得再次要求补正',
      en: 'Correction is told once; a second notice is not allowed',
    },
    remedy: {
      zh: '受理;确有新情况须补正的,由部门负责人亲自作出',
      en: 'Accept; where something truly new came up, only the head of the organ may notify again',
    },
  },
  'must-accept': {
    rule: 'R26',
    article: '《行政许可法》第三十二条第一款第(五)项',
    message: {
      zh: '申请人已按要求补齐全部材料,应当受理',
      en: 'All corrections are in: the application must be accepted',
    },
    remedy: { zh: '受理', en: 'Accept' },
  },
  'materials-incomplete': {
    rule: 'T06',
    article: '《行政许可法》第三十一条、第三十二条',
    message: { zh: '必要材料不齐,不能受理', en: 'Required materials are missing' },
    remedy: {
      zh: '一次性告知补正;可容缺的材料由申请人承诺补交期限',
      en: 'Send the one correction notice, or accept with tolerance where the guide allows',
    },
  },
  'tolerance-not-allowed': {
    rule: 'R32',
    article: '《北京市优化营商环境条例》第三十一条',
    message: { zh: '不符合容缺受理条件', en: 'Tolerant acceptance is not allowed here' },
    remedy: {
      zh: '容缺仅限指南列明可容缺的材料,期限不超过承诺办结时限,且申请人无未修复的失信',
      en: 'Only deferrable materials, by a date within the promised limit, for applicants without unrepaired bad credit',
    },
  },
  'intermediary-not-listed': {
    rule: 'R8',
    article: '《优化营商环境条例》第四十三条;《北京市优化营商环境条例》第三十九条',
    message: {
      zh: '该中介服务未列入清单、没有依据或者指定了机构,不得要求申请人提交其成果',
      en: 'This intermediary service is not listed, has no basis or names a provider: its report may not be demanded',
    },
    remedy: { zh: '不以此要求补正', en: 'Do not ask for it' },
  },
  'promise-missing': {
    rule: 'R32',
    article: '《北京市优化营商环境条例》第三十一条',
    message: {
      zh: '容缺受理须有申请人签署的补交承诺,材料和日期与承诺一致',
      en: 'Tolerant acceptance needs the applicant’s signed promise, for these materials and this day',
    },
    remedy: {
      zh: '请申请人签署承诺书并登记承诺书编号,或者按其网上承诺的材料和日期受理',
      en: 'Let the applicant sign and record the number of his promise, or accept as he promised online',
    },
  },
  'not-overdue': {
    rule: 'R32',
    article: '《北京市优化营商环境条例》第三十一条',
    message: {
      zh: '承诺补交的日期尚未过去,或者已经提醒过',
      en: 'The promised day is not over, or the reminder was sent',
    },
    remedy: { zh: '到期未补交的,系统自动提醒', en: 'The reminder goes out by itself when the day is over' },
  },
  'clerk-judges-merits': {
    rule: 'R30',
    article: '《北京市优化营商环境条例》第三十五条',
    message: {
      zh: '窗口只能按规则作出“无需办理”“不属本机关”的结论,不得判断实体内容',
      en: 'A window may say not-needed or not-ours only where the rule says so; it does not judge the merits',
    },
    remedy: {
      zh: '受理后转派驻工作人员审查,或请首席代表当场答复',
      en: 'Accept and hand over to the posted officer, or ask the chief representative',
    },
  },
  'checklist-open': {
    rule: 'R30',
    article: '《北京市优化营商环境条例》第三十五条;委托受理协议·形式审查清单',
    message: {
      zh: '委托受理协议的形式审查清单尚有未核对的项目',
      en: 'Lines of the checklist in the agreement have not been answered',
    },
    remedy: {
      zh: '逐项核对后受理;核对有问题的,一次性告知补正',
      en: 'Check every line, then accept; what is wrong goes into the one correction notice',
    },
  },
  'outside-intake-checklist': {
    rule: 'R30',
    article: '《北京市优化营商环境条例》第三十五条;委托受理协议·形式审查清单',
    message: {
      zh: '该项审查不在委托受理协议的形式审查清单内,窗口不得审查,也不得据此要求补正',
      en: 'The agreement does not let the window judge this, nor ask the applicant to correct it',
    },
    remedy: {
      zh: '受理后由派驻工作人员审查',
      en: 'Accept, and leave it to the posted officer',
    },
  },
  'rules-say-otherwise': {
    rule: 'R23',
    article: '《行政许可法》第三十二条第一款',
    message: {
      zh: '依公布的规则,本申请应作其他处理(补正、无需办理、不属本机关或转其他事项),窗口不得直接受理',
      en: 'On the published rules this application has another outcome; a window may not simply accept it',
    },
    remedy: {
      zh: '按规则给出的结论告知申请人;有疑问请派驻工作人员判断',
      en: 'Tell the applicant what the rules say; in doubt ask the posted officer',
    },
  },
  'clock-start-not-yours': {
    rule: 'R64',
    article: '《教师资格条例》第十六条;《行政许可法》第四十二条',
    message: {
      zh: '只有法律规定了申请窗口期的事项,时限才自窗口期截止起算,且不得早于今日',
      en: 'Only where a statute has application windows does the limit run from their end, which may not have passed',
    },
    remedy: { zh: '不填窗口期截止日,时限自受理起算', en: 'Leave the date out: the limit runs from acceptance' },
  },
  'not-yet-due': {
    rule: 'R25',
    article: '《行政许可法》第三十二条第一款第(四)项',
    message: { zh: '视为受理的期限尚未届满', en: 'The time after which the case counts as accepted has not run out' },
    remedy: { zh: '期满后自动生效', en: 'It takes effect by itself when the time has run out' },
  },
  'before-acceptance': {
    rule: 'R64',
    article: '特别法的受理条件',
    message: { zh: '受理条件尚未成就(如公示期、窗口期未到)', en: 'The condition for acceptance is not there yet' },
    remedy: { zh: '条件成就后受理,时限自受理起算', en: 'Accept when it is; the limit runs from acceptance' },
  },
} as const satisfies RefusalTable;

export type AcceptanceRefusalCode = keyof typeof acceptanceRefusals;
