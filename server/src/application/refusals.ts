import type { RefusalTable } from '../kernel/refusal.ts';

export const applicationRefusals = {
  'unknown-case': {
    rule: 'house',
    article: '',
    message: { zh: '没有这个办件', en: 'There is no such case' },
    remedy: { zh: '核对办件编号', en: 'Check the case number' },
  },
  'wrong-state': {
    rule: 'R23',
    article: '《行政许可法》第三十二条',
    message: { zh: '办件当前状态不允许此操作', en: 'The case is not in a state that allows this act' },
    remedy: { zh: '刷新办件,查看可以进行的操作', en: 'Reload the case and see which acts are possible' },
  },
  'case-exists': {
    rule: 'house',
    article: '',
    message: { zh: '该办件编号已被使用', en: 'This case number is already taken' },
    remedy: { zh: '系统将自动换号,请重试', en: 'Try again; the system draws another number' },
  },
  'serials-exhausted': {
    rule: 'house',
    article: 'GB/T 39554.1-2020',
    message: { zh: '该事项当日办件编号已用完(9999 件)', en: 'All 9999 case numbers of this item for today are used' },
    remedy: { zh: '请联系运维;次日自动恢复', en: 'Tell the operator; numbers start again tomorrow' },
  },
  'unknown-item': {
    rule: 'R1',
    article: '《优化营商环境条例》第四十条',
    message: { zh: '事项库中没有这个事项', en: 'The item library has no such item' },
    remedy: { zh: '核对事项编码,或用关键词查找', en: 'Check the item code, or search in your own words' },
  },
  'item-not-in-force': {
    rule: 'R1',
    article: '《优化营商环境条例》第四十条',
    message: {
      zh: '该事项版本未公布、未生效或已停用',
      en: 'This item version is not published, not yet in force, or withdrawn',
    },
    remedy: {
      zh: '按现行办事指南重新填写;事项已停用的,向办理部门咨询,已收到的办件按原版本继续办理',
      en: 'Start again from the guide in force; where the item was withdrawn ask its organ, and cases already received go on as they are',
    },
  },
  'not-open-to-applicant': {
    rule: 'R1',
    article: '办事指南·服务对象',
    message: { zh: '该事项不面向此类申请人', en: 'This item is not open to this kind of applicant' },
    remedy: { zh: '核对服务对象,或选择适合的事项', en: 'Check who may apply, or choose another item' },
  },
  'identity-invalid': {
    rule: 'R15',
    article: '《行政许可法》第二十九条',
    message: { zh: '申请人或代理人身份信息未通过核验', en: 'The identity of the applicant or agent did not verify' },
    remedy: {
      zh: '核对证件号码;确有历史号码的,由窗口人员注明理由后受理',
      en: 'Check the number; a clerk may accept a historic number with a reason',
    },
  },
  'withdrawal-unproven': {
    rule: 'R15',
    article: '《行政许可法》第二十九条',
    message: {
      zh: '窗口登记撤回申请,须写明凭什么确认是申请人要求撤回',
      en: 'A withdrawal taken in at a window names the proof that the applicant asked for it',
    },
    remedy: {
      zh: '登记申请人签名(单位盖章)的书面撤回申请,或者核验到场人的身份证件',
      en: 'Record the signed (or sealed) request, or check the identity document of who stands there',
    },
  },
  'withdrawal-not-by-party': {
    rule: 'R15',
    article: '《行政许可法》第二十九条;《民法典》第一百六十五条',
    message: {
      zh: '要求撤回的人不是申请人、法定代表人,也不是本办件的代理人',
      en: 'Who asks to withdraw is neither the applicant, nor represents it, nor is the agent in this case',
    },
    remedy: {
      zh: '由申请人本人、法定代表人或者有撤回权限的代理人提出,或者提交其签名(盖章)的书面申请',
      en: 'Let the applicant, the legal representative or an agent who may withdraw ask, in person or on signed paper',
    },
  },
  'name-not-printable': {
    rule: 'R25',
    article: '《行政许可法》第三十二条;GB 18030-2022;GB/T 28039-2011',
    message: {
      zh: '姓名(名称)中有字库没有的字,文书无法印制',
      en: 'The name has a character that no font has, so that no letter could be printed',
    },
    remedy: {
      zh: '核对是否误输;确为证件所载的,姓名照证件登记,另填文书中的写法(汉语拼音),不影响收件',
      en: 'Check the typing; if the document has it, keep the name and add how letters write it, in pinyin: then it is received',
    },
  },
  'legal-representative-missing': {
    rule: 'R44',
    article: '《公务员法》第七十六条;《民法典》第六十一条',
    message: {
      zh: '单位申请须写明法定代表人(负责人),以便核对回避关系',
      en: 'An organisation names its legal representative, against whom recusal is matched',
    },
    remedy: {
      zh: '填写法定代表人或负责人的姓名和证件号码',
      en: 'Enter the name and number of the legal representative or responsible person',
    },
  },
  'truth-statement-missing': {
    rule: 'R19',
    article: '《行政许可法》第三十一条',
    message: { zh: '申请人尚未签署材料真实性声明', en: 'The applicant has not signed the statement of truth' },
    remedy: { zh: '阅读并签署声明后提交', en: 'Read and sign the statement, then submit' },
  },
  'form-invalid': {
    rule: 'R11',
    article: '《行政许可法》第二十九条',
    message: { zh: '表单有未知、缺失或类型错误的字段', en: 'The form has unknown, missing or wrongly typed fields' },
    remedy: { zh: '按所列字段更正', en: 'Correct the fields listed' },
  },
  'maker-missing': {
    rule: 'R8',
    article: '《优化营商环境条例》第四十三条;《北京市优化营商环境条例》第三十九条',
    message: {
      zh: '中介服务成果须注明出具机构(名称、统一社会信用代码)、报告编号和日期;其他材料不填',
      en: 'The report of an intermediary names its maker, number and day, with a code that verifies; other materials do not',
    },
    remedy: {
      zh: '按报告封面填写;机构由您自己选择',
      en: 'Enter what stands on its cover; who makes it is your choice',
    },
  },
  'no-bar-in-statute': {
    rule: 'R35',
    article: '《行政许可法》第七十八条、第七十九条;《市场主体登记管理条例》第四十条',
    message: {
      zh: '该事项没有这一限制再次申请的事由,或者决定日期不在收件之后、今日之前',
      en: 'The item knows no such bar, or the decision was not made between receipt and today',
    },
    remedy: { zh: '核对事由、决定文号和决定日期', en: 'Check the cause, the number of the decision and its day' },
  },
  'deferral-not-allowed': {
    rule: 'R32',
    article: '《北京市优化营商环境条例》第三十一条',
    message: {
      zh: '该材料或该日期不能承诺后补',
      en: 'This material cannot be promised for later, or not for this day',
    },
    remedy: {
      zh: '只有办事指南列明可容缺的材料可以承诺后补,日期不得早于今天',
      en: 'Promise only what the guide calls deferrable, for a day that is still to come',
    },
  },
  'draft-moved': {
    rule: 'house',
    article: '本平台规定·草稿',
    message: { zh: '这份草稿已在另一台设备上保存过', en: 'This draft has been saved on another device meanwhile' },
    remedy: { zh: '重新打开草稿,在最新内容上继续', en: 'Open the draft again and go on from what is newest' },
  },
  'no-draft': {
    rule: 'house',
    article: '本平台规定·草稿',
    message: { zh: '没有这份草稿,或者已过保存期', en: 'There is no such draft, or its time is over' },
    remedy: { zh: '重新填写', en: 'Fill it in anew' },
  },
  'material-unknown': {
    rule: 'R4',
    article: '《北京市优化营商环境条例》第三十二条第(一)项',
    message: { zh: '办事指南中没有此材料', en: 'The guide knows no such material' },
    remedy: { zh: '只提交指南列明的材料', en: 'Supply only what the guide lists' },
  },
  'promise-route-closed': {
    rule: 'R33',
    article: '《北京市优化营商环境条例》第三十三条、国办发〔2020〕42号',
    message: {
      zh: '该事项或该申请人不适用告知承诺',
      en: 'Notice-and-commitment is not open for this item or this applicant',
    },
    remedy: { zh: '选择一般程序办理', en: 'Apply by the normal route' },
  },
  're-application-barred': {
    rule: 'R35',
    article: '《行政许可法》第七十八条、第七十九条',
    message: { zh: '申请人在限制再次申请的期间内', en: 'The applicant may not apply again yet' },
    remedy: {
      zh: '期满后再申请;对限制有异议可申请复核',
      en: 'Apply after the period; object to the bar if it is wrong',
    },
  },
  'not-staff': {
    rule: 'R30',
    article: '《北京市优化营商环境条例》第三十五条',
    message: { zh: '此操作须由在岗工作人员依授权进行', en: 'This act is for staff in post, under a mandate' },
    remedy: { zh: '用工作人员账号登录,或交由有权人员办理', en: 'Sign in as staff, or leave it to who has the power' },
  },
  'channel-not-yours': {
    rule: 'R15',
    article: '《行政许可法》第二十九条',
    message: { zh: '办理渠道与提交人身份不符', en: 'The channel does not fit who submits' },
    remedy: {
      zh: '网上提交请选择“网上”;窗口办理和证件号码例外由窗口人员登记',
      en: 'Choose "online" for yourself; a clerk records what happens at the counter and exceptions of identity',
    },
  },
  'renewal-late': {
    rule: 'R63',
    article: '《行政许可法》第五十条',
    message: { zh: '延续申请须在有效期届满三十日前提出', en: 'Renewal is asked for at least 30 days before expiry' },
    remedy: { zh: '按新办申请提交', en: 'File it as a new application' },
  },
  'licence-act-not-offered': {
    rule: 'R90',
    article: '《行政许可法》第四十九条、第五十条、第七十条',
    message: {
      zh: '这个事项不办理所选证照的这种变更、延续或者注销',
      en: 'This item is not for that change, renewal or cancellation of a licence',
    },
    remedy: { zh: '选择办理这种情形的事项', en: 'Choose the item that is for it' },
  },
  'two-licences-named': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: {
      zh: '一次申请只办理一张证照:不能同时写明变更(注销)的证照和延续的证照',
      en: 'One application is about one licence: not one to change or close and another to renew',
    },
    remedy: { zh: '分别申请', en: 'File two applications' },
  },
  'paper-licence-in-library': {
    rule: 'R6',
    article: '《国务院关于在线政务服务的若干规定》第七条、第十条',
    message: {
      zh: '这张证照在证照库中,不按纸质证照收取',
      en: 'The library has this licence: it is not taken on paper',
    },
    remedy: { zh: '选择或者填写证照库中的证照编号', en: 'Choose it, or give the number that the library has' },
  },
  'paper-licence-undescribed': {
    rule: 'R46',
    article: '《行政许可法》第五十条;《国务院关于在线政务服务的若干规定》第十条',
    message: {
      zh: '证照库中没有这张证照,须写明所见纸质证照的名称、编号和发证机关',
      en: 'The library does not have this licence: say what the paper is, its number and who issued it',
    },
    remedy: {
      zh: '核对编号;确为纸质证照的,补填名称和发证机关',
      en: 'Check the number; if it is on paper, add kind and issuer',
    },
  },
  'named-licence-unknown': {
    rule: 'R46',
    article: '《行政许可法》第四十九条、第七十条;《国务院关于在线政务服务的若干规定》第十条',
    message: {
      zh: '证照库中没有这个编号的证照,无法据此变更或者注销',
      en: 'The licence library has no licence of this number that could be changed or given back',
    },
    remedy: {
      zh: '核对证照编号;旧版纸质证照由发证机关补录后再办理',
      en: 'Check the number; a licence on paper from before the library is entered by its organ first',
    },
  },
  'named-licence-of-another': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: { zh: '所填证照不是申请人持有的', en: 'The licence named is not the applicant’s own' },
    remedy: {
      zh: '由持证主体本人申请,或者核对证照编号和申请人证件号码',
      en: 'Let its holder apply, or check the number of the licence and of the applicant',
    },
  },
  'named-licence-other-type': {
    rule: 'R90',
    article: '《行政许可法》第四十九条、第五十条、第七十条',
    message: {
      zh: '所填证照不是这个事项颁发的证照',
      en: 'The licence named is not of the type and organ of this item',
    },
    remedy: { zh: '选择与证照对应的事项,或者核对证照编号', en: 'Choose the item of that licence, or check its number' },
  },
  'named-licence-not-standing': {
    rule: 'R90',
    article: '《行政许可法》第四十九条、第五十条、第七十条',
    message: {
      zh: '所填证照已经失效或者被暂扣,不能变更、延续或者注销',
      en: 'The licence named has ended or is suspended; it is neither changed, renewed nor given back',
    },
    remedy: {
      zh: '查看证照状态;已经失效的按新办申请提交',
      en: 'See how the licence stands; where it has ended, file a new application',
    },
  },
  'named-licence-other-day': {
    rule: 'R63',
    article: '《行政许可法》第五十条',
    message: {
      zh: '所填有效期届满日与证照库记载的不同',
      en: 'The last day stated is not the one that the licence library has',
    },
    remedy: { zh: '按证照记载的有效期届满日填写', en: 'State the last day that the licence gives' },
  },
  'nothing-supplied': {
    rule: 'R26',
    article: '《行政许可法》第三十二条第(五)项',
    message: {
      zh: '尚未补齐补正告知书列明的全部内容',
      en: 'Not everything that the correction notice lists has been supplied',
    },
    remedy: { zh: '按告知书逐项补齐', en: 'Supply every point of the notice' },
  },
  'not-your-case': {
    rule: 'R118',
    article: '《行政许可法》第五条第二款',
    message: { zh: '这不是您的办件', en: 'This is not your case' },
    remedy: { zh: '用申请人本人或其代理人的账号登录', en: 'Sign in as the applicant or the agent' },
  },
} as const satisfies RefusalTable;

export type ApplicationRefusalCode = keyof typeof applicationRefusals;
