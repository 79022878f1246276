import type { RefusalTable } from '../kernel/refusal.ts';

const STANDARD = 'GB/T 36904-2018《电子证照 标识规范》';

export const licenceRefusals = {
  'unknown-organ': {
    rule: 'house',
    article: STANDARD,
    message: { zh: '没有这个机关', en: 'There is no such organ' },
    remedy: { zh: '核对机关代码', en: 'Check the code of the organ' },
  },
  'licence-type-code-wrong': {
    rule: 'house',
    article: STANDARD,
    message: {
      zh: '证照类型代码不符合编码规则,或与已定义的不同',
      en: 'The code of the licence type does not follow the standard, or differs from the one defined',
    },
    remedy: {
      zh: '代码为定义机关的统一社会信用代码加三位数字,定义后不变',
      en: 'The code is the USCC of the organ that defines the type and three digits, and never changes',
    },
  },
  'unknown-licence': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: { zh: '证照库中没有此证照', en: 'The licence library has no such licence' },
    remedy: { zh: '核对证照标识;旧版纸质证照可由发证机关补录', en: 'Check the number of the licence' },
  },
  'licence-exists': {
    rule: 'R83',
    article: '《行政许可法》第八条',
    message: { zh: '此证照已经签发', en: 'This licence has been issued already' },
    remedy: { zh: '需要更改的,按变更、延续或者换发办理', en: 'Change, renew or replace it instead' },
  },
  'licence-id-wrong': {
    rule: 'R46',
    article: STANDARD,
    message: { zh: '证照标识不正确', en: 'The identifier of the licence is wrong' },
    remedy: { zh: '核对标识及其校验位', en: 'Check the identifier and its check character' },
  },
  'licence-not-live': {
    rule: 'R46',
    article: '《行政许可法》第四十九条、第五十条、第七十条',
    message: { zh: '证照当前状态不允许此操作', en: 'The licence is in a state that does not allow this act' },
    remedy: { zh: '查看证照状态与历史', en: 'See the status and history of the licence' },
  },
  'licence-other-holder': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: { zh: '证照不属于该申请人', en: 'The licence belongs to somebody else' },
    remedy: { zh: '由持证主体本人申请', en: 'Let its holder apply' },
  },
  'licence-act-not-yours': {
    rule: 'R81',
    article: '《行政许可法》第八条、第六十九条、第七十条',
    message: {
      zh: '您不能作出此项证照操作;撤回、撤销、吊销、暂扣须由本机关负责人作出',
      en: 'This act on the licence is not yours; withdrawal, annulment, forfeiture and suspension are for the head of the organ',
    },
    remedy: { zh: '报本机关负责人决定', en: 'Put it to the head of the organ' },
  },
  'cancellation-ground-unfit': {
    rule: 'R93',
    article: '《行政许可法》第七十条',
    message: { zh: '注销事由与证照状态不符', en: 'The ground of cancellation does not fit the state of the licence' },
    remedy: { zh: '按证照实际状态选择注销事由', en: 'Choose the ground that the state of the licence gives' },
  },
  'cancellation-without-proof': {
    rule: 'R93',
    article: '《行政许可法》第七十条',
    message: {
      zh: '注销仍然有效的证照，须有持证主体的申请或者事由的证明',
      en: 'A licence that is alive is cancelled on its holder’s request, or on proof of the ground',
    },
    remedy: { zh: '填写申请或者证明文件的编号', en: 'Give the number of the request or of the proof' },
  },
  'suspension-over-already': {
    rule: 'house',
    article: '《行政处罚法》第九条第三项',
    message: { zh: '暂扣的截止日已经过去', en: 'The last day of the suspension is over already' },
    remedy: { zh: '填写今天或以后的截止日，或者不填', en: 'Give a last day from today on, or none' },
  },
  'suspension-over-unheard': {
    rule: 'R91',
    article: '《行政处罚法》第四十四条、第四十五条',
    message: {
      zh: '暂扣的最后一日不晚于持证主体陈述申辩期限的最早届满日，届时无法作出决定',
      en: 'The suspension would be over before the holder’s time to answer is, and could never be decided',
    },
    remedy: {
      zh: '填写陈述申辩期限（送达后五个工作日）届满以后的日期，并为送达留出时间',
      en: 'Give a day after the time to answer (five working days from service), with time left for the service',
    },
  },
  'licence-expiry-not-reached': {
    rule: 'R93',
    article: '《行政许可法》第七十条第一项',
    message: { zh: '证照有效期尚未届满', en: 'The term of the licence is not over yet' },
    remedy: { zh: '有效期届满后由系统记录', en: 'The system records it when the term is over' },
  },
  'ending-not-announced': {
    rule: 'R91',
    article: '《行政处罚法》第四十四条、第四十五条;《行政许可法》第七条',
    message: {
      zh: '作出撤回、撤销、吊销、暂扣决定前,须先告知拟处理的事实、理由、依据和陈述申辩的权利',
      en: 'Before a licence is taken its holder is told of the facts, reasons, norm and of his right to be heard',
    },
    remedy: { zh: '先发出拟处理告知书', en: 'Send the notice of the intended act first' },
  },
  'announcement-not-served': {
    rule: 'R87',
    article: '《行政处罚法》第四十四条、第四十五条;《行政许可法》第七条',
    message: {
      zh: '告知书尚未送达,陈述申辩的期限没有开始',
      en: 'The notice has not been served, so the time for an answer has not begun',
    },
    remedy: {
      zh: '先送达告知书;公告送达的,满三十日视为送达',
      en: 'Serve the notice; a public notice counts when thirty days are over',
    },
  },
  'answer-time-open': {
    rule: 'R91',
    article: '《行政处罚法》第四十五条、第六十四条、第八十五条',
    message: {
      zh: '持证主体陈述申辩或者要求听证的期限未满',
      en: 'The holder’s time for a statement, or for asking for a hearing, is not over',
    },
    remedy: {
      zh: '期满后作出决定,或者收到持证主体的陈述申辩、书面放弃后作出',
      en: 'Decide when the time is over, or when the holder has answered or waived',
    },
  },
  'hearing-not-held': {
    rule: 'R42',
    article: '《行政处罚法》第六十三条、第六十四条、第六十五条',
    message: {
      zh: '持证主体要求听证,听证尚未举行',
      en: 'The holder asked for a hearing, and it has not been held',
    },
    remedy: { zh: '举行听证并登记听证笔录后作出决定', en: 'Hold the hearing and enter its record before you decide' },
  },
  'facts-not-announced': {
    rule: 'R91',
    article: '《行政处罚法》第四十四条、第六十二条',
    message: {
      zh: '决定所依据的事实与告知书不一致;未告知的事实不能作为决定依据',
      en: 'The facts are not those that were announced; what the holder was not told carries no decision',
    },
    remedy: { zh: '按告知书的事实作出决定,或者重新告知', en: 'Decide on the facts of the notice, or announce anew' },
  },
  'suspension-not-announced': {
    rule: 'R91',
    article: '《行政处罚法》第四十四条、第四十五条第二款',
    message: {
      zh: '暂扣的最后一日与告知书不一致;未告知的不能决定,陈述申辩也不得加重处罚',
      en: 'The last day of the suspension is not the one that was announced, and what the holder says makes no penalty heavier',
    },
    remedy: {
      zh: '按告知书的期限决定;持证主体陈述申辩后可以缩短;查明新的事实需要延长的,重新告知',
      en: 'Decide for the announced term, or for a shorter one after the holder was heard; on new facts announce anew',
    },
  },
  'heavier-after-statement': {
    rule: 'R91',
    article: '《行政处罚法》第四十五条第二款',
    message: {
      zh: '持证主体陈述申辩后,不得就同一事实告知更重的处罚',
      en: 'After the holder was heard no heavier penalty is announced on the same facts',
    },
    remedy: {
      zh: '按原告知决定;查明新的事实的,写明新的事实重新告知',
      en: 'Decide as announced; on new facts, announce with them',
    },
  },
  'last-day-without-suspension': {
    rule: 'R91',
    article: '《行政处罚法》第九条第三项',
    message: { zh: '只有暂扣才有最后一日', en: 'Only a suspension has a last day' },
    remedy: { zh: '不是拟暂扣的,不填写暂扣的最后一日', en: 'Leave the last day out where no suspension is intended' },
  },
  'statement-unanswered': {
    rule: 'R67',
    article: '《行政处罚法》第四十五条第一款、第六十五条',
    message: {
      zh: '持证主体已陈述申辩或者已举行听证,决定须写明复核意见',
      en: 'The holder was heard; the decision must answer what he said',
    },
    remedy: { zh: '填写对陈述申辩、听证意见的复核意见', en: 'Write down what the review of his statement found' },
  },
  'nothing-announced': {
    rule: 'R91',
    article: '《行政处罚法》第四十四条、第四十五条;《行政许可法》第七条',
    message: {
      zh: '这份证照没有正在进行的拟处理告知',
      en: 'No act on this licence is announced',
    },
    remedy: { zh: '刷新后查看证照', en: 'Reload and look at the licence' },
  },
  'statement-without-words': {
    rule: 'R91',
    article: '《行政处罚法》第四十五条',
    message: { zh: '陈述、申辩没有内容', en: 'The statement says nothing' },
    remedy: { zh: '写明陈述、申辩的意见', en: 'Write down what is stated' },
  },
  'waiver-not-his': {
    rule: 'R91',
    article: '《行政处罚法》第四十五条、第六十四条',
    message: {
      zh: '放弃陈述申辩或者听证，须由持证主体本人作出；代为登记的须有书面材料，且不得由告知人登记',
      en: 'Only the holder waives his hearing; on paper it is entered under the paper’s number, by somebody else than who announced',
    },
    remedy: {
      zh: '请持证主体在网上放弃，或者由其他工作人员凭书面材料编号登记',
      en: 'Let the holder waive online, or let somebody else enter his paper under its number',
    },
  },
  'answer-day-wrong': {
    rule: 'house',
    article: '《行政处罚法》第四十四条、第四十五条;《行政许可法》第七条',
    message: {
      zh: '收到日期须在告知之后、今天之前',
      en: 'The day of receipt lies between the notice and today',
    },
    remedy: { zh: '核对收到日期', en: 'Check the day of receipt' },
  },
  'no-right-to-hearing': {
    rule: 'R42',
    article: '《行政处罚法》第六十三条',
    message: {
      zh: '这类处理法律没有规定听证,可以陈述、申辩',
      en: 'The law gives no hearing for this act; the holder may make a statement',
    },
    remedy: { zh: '提交陈述、申辩意见', en: 'Make a statement' },
  },
  'hearing-asked-late': {
    rule: 'R42',
    article: '《行政处罚法》第六十四条第一项',
    message: {
      zh: '要求听证的期限已过',
      en: 'The time for asking for a hearing is over',
    },
    remedy: { zh: '仍可提交陈述、申辩意见', en: 'A statement may still be made' },
  },
  'hearing-not-asked': {
    rule: 'R42',
    article: '《行政处罚法》第六十三条、第六十四条',
    message: {
      zh: '持证主体没有要求听证',
      en: 'The holder has not asked for a hearing',
    },
    remedy: { zh: '直接依告知书和陈述申辩作出决定', en: 'Decide on the notice and the statement' },
  },
  'hearing-notice-short': {
    rule: 'R42',
    article: '《行政处罚法》第六十四条第二项',
    message: {
      zh: '听证须在收到要求之后通知、举行七日前通知,且已经举行',
      en: 'A hearing is told after it was asked for and seven days before, and is recorded after it was held',
    },
    remedy: { zh: '核对通知日期和举行日期', en: 'Check the day of the notice and the day of the hearing' },
  },
  'presider-not-apart': {
    rule: 'R42',
    article: '《行政处罚法》第六十四条第四项',
    message: {
      zh: '听证由本机关在岗、且不是本案调查人员的人主持',
      en: 'A hearing is presided over by a member of the organ who does not handle the matter',
    },
    remedy: { zh: '由其他人员主持', en: 'Let somebody else preside' },
  },
  'ending-without-letter': {
    rule: 'R67',
    article: '《行政许可法》第三十八条;《行政处罚法》第五十九条',
    message: {
      zh: '此项决定必须以书面作出',
      en: 'This act must be made in writing',
    },
    remedy: { zh: '重新作出决定', en: 'Act again' },
  },
  'unknown-letter': {
    rule: 'R87',
    article: '《民事诉讼法》第八十八条至第九十五条(参照)',
    message: {
      zh: '这份证照没有这个编号的文书',
      en: 'The licence has no letter of this number',
    },
    remedy: { zh: '核对文书编号', en: 'Check the number of the letter' },
  },
  'letter-served': {
    rule: 'R87',
    article: '《民事诉讼法》第八十八条至第九十五条(参照)',
    message: {
      zh: '这份文书已经送达',
      en: 'This letter has been served already',
    },
    remedy: { zh: '期限从第一次送达起算', en: 'Its terms run from the first service' },
  },
  'no-licence-owed': {
    rule: 'R81',
    article: '《行政许可法》第三十九条、第四十四条',
    message: { zh: '这个办件没有待颁发的证照', en: 'This case is owed no licence' },
    remedy: { zh: '查看证照库中的证照', en: 'Look for the licence in the register' },
  },
  'code-not-assigned': {
    rule: 'R88',
    article: '《市场主体登记管理条例》第二十一条;GB 32100-2015',
    message: {
      zh: '新设立的主体还没有名称或者统一社会信用代码',
      en: 'What was founded has no name or no unified social credit code yet',
    },
    remedy: {
      zh: '登记机关赋码后颁发,或者填写登记机关赋予的代码',
      en: 'Make it out when the registry gave the code, or enter that code',
    },
  },
  'licence-on-paper': {
    rule: 'R84',
    article: '《电子签名法》第三条第三款第一项',
    message: {
      zh: '婚姻、收养、继承等证书只有纸质的,不制作电子文件',
      en: 'Certificates of marriage, adoption and inheritance exist on paper alone',
    },
    remedy: {
      zh: '出示纸质证书;办事时由登记信息核验,不用另交',
      en: 'Show the paper; the register tells the rest where it may',
    },
  },
  'share-purpose-unknown': {
    rule: 'R6',
    article: '《个人信息保护法》第六条',
    message: { zh: '该事项不要求这份材料', en: 'The item does not ask for this material' },
    remedy: { zh: '只为事项要求的材料授权', en: 'Share only for a material that the item asks for' },
  },
  'share-unknown': {
    rule: 'house',
    article: '《个人信息保护法》第十五条',
    message: { zh: '没有这项授权或者文件', en: 'There is no such sharing or file' },
    remedy: { zh: '刷新后查看材料库', en: 'Reload and look at the vault' },
  },
  'share-not-open': {
    rule: 'house',
    article: '《个人信息保护法》第十五条',
    message: { zh: '这项授权已经使用或者撤回', en: 'This sharing has been used or taken back' },
    remedy: { zh: '需要再次使用的,重新授权', en: 'Share the file again' },
  },
  'share-other-purpose': {
    rule: 'R20',
    article: '《个人信息保护法》第六条',
    message: { zh: '这份文件是为别的事项或者材料授权的', en: 'This file was shared for another item or material' },
    remedy: { zh: '为本事项的这份材料重新授权', en: 'Share it for this material of this item' },
  },
} as const satisfies RefusalTable;

export type LicenceRefusalCode = keyof typeof licenceRefusals;
