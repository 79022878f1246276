import type { Text } from '../api/model.ts';

/** Files as materials, drafts, what we already know, and what is paid. */
export const applyingText = {
  'file.add': { zh: '上传“{{name}}”', en: 'Upload “{{name}}”' },
  'file.more': { zh: '再加一页（一个文件）', en: 'Add another file' },
  'file.kinds': {
    zh: 'PDF、JPEG、PNG 或 OFD，每个不超过 20 MB；手机可以直接拍照',
    en: 'PDF, JPEG, PNG or OFD, up to 20 MB each; on a phone you can take a photograph',
  },
  'file.sending': { zh: '正在上传 {{percent}}%', en: 'Uploading {{percent}}%' },
  'file.remove': { zh: '移除 {{name}}', en: 'Remove {{name}}' },
  'file.kept': { zh: '已上传 {{size}}', en: 'uploaded, {{size}}' },
  'apply.progress': { zh: '第 {{at}} / {{of}} 步', en: 'Step {{at}} of {{of}}' },
  'apply.whole': { zh: '全部内容在一页', en: 'Everything on one page' },
  'apply.allAtOnce': { zh: '在一页上填写', en: 'Show everything on one page' },
  'apply.oneByOne': { zh: '一步一步填写', en: 'One question at a time' },
  'apply.next': { zh: '下一步', en: 'Continue' },
  'apply.back': { zh: '上一步', en: 'Back' },
  'apply.last': { zh: '确认并提交', en: 'Confirm and send' },
  'known.title': { zh: '我们已有，不用您再填', en: 'What we already have' },
  'known.hint': {
    zh: '内容来自证照、数据共享或您以前的申请。不对的请更正，不会因此不予办理。',
    en: 'From licences, data shares or your earlier applications. Correct what is wrong; nobody is refused for that.',
  },
  'known.fromSource': { zh: '来自{{source}}', en: 'from {{source}}' },
  'known.fromCase': { zh: '来自您 {{on}} 的申请“{{item}}”', en: 'from your application “{{item}}” of {{on}}' },
  'known.correct': { zh: '更正', en: 'Correct' },
  'known.correctOne': { zh: '更正“{{name}}”', en: 'Correct “{{name}}”' },
  'known.takeBack': { zh: '不更正了', en: 'Leave it as it was' },
  'known.corrected': {
    zh: '您的更正和原来的数据会一起保留，由工作人员核实，并通知数据来源部门。',
    en: 'Your correction is kept beside the source’s value; a person will check, and the organ of the source is told.',
  },
  'draft.resumed': { zh: '这是您 {{at}} 保存的草稿，接着填就可以', en: 'This is your draft of {{at}}; just go on' },
  'draft.withdrawn': {
    zh: '这个事项已停止办理，草稿（{{at}}）不能提交；需要时请到窗口咨询',
    en: 'This item is no longer handled; your draft of {{at}} cannot be sent. Ask at a window',
  },
  'draft.changed': {
    zh: '保存之后办事指南有变化，仍然适用的回答都保留了：',
    en: 'The guide has changed since; answers that still fit were kept:',
  },
  'draft.newQuestion': { zh: '新的问题：{{label}}', en: 'New question: {{label}}' },
  'draft.goneQuestion': {
    zh: '不再使用您的回答：{{label}} {{answer}}',
    en: 'Your answer is not used any more: {{label}} {{answer}}',
  },
  'draft.newMaterial': { zh: '新增材料：{{name}}', en: 'New material: {{name}}' },
  'draft.goneMaterial': { zh: '不再需要：{{name}}', en: 'No longer needed: {{name}}' },
  'draft.delete': { zh: '删除草稿', en: 'Delete the draft' },
  'draft.save': { zh: '保存草稿', en: 'Save the draft' },
  'draft.state.saved': { zh: '已保存，换一台设备也能接着填', en: 'Saved; you can go on from any device' },
  'draft.state.moved': {
    zh: '这份草稿已在另一台设备上保存过；刷新页面后在最新内容上继续',
    en: 'Another device has saved this draft; reload to go on from what is newest',
  },
  'draft.state.failed': {
    zh: '暂时没有保存成功，下一步时再试',
    en: 'Not saved just now; it is tried again at the next step',
  },
  'draft.mine': { zh: '还没有提交的草稿', en: 'Drafts not sent yet' },
  'draft.line': { zh: '{{at}} 保存，保留到 {{on}}', en: 'saved {{at}}, kept until {{on}}' },
  'promise.title': { zh: '用哪种方式办理', en: 'Which way' },
  'promise.hint': {
    zh: '承诺后当场决定，事后核查；承诺不实的撤销决定，并记入信用记录（北京市优化营商环境条例第三十三条）。',
    en: 'Decided on your word and checked afterwards; a false promise is revoked and goes on the credit record (Beijing regulation, art. 33).',
  },
  'promise.normal': { zh: '按一般程序办理，不作承诺', en: 'By the normal procedure, without a promise' },
  'later.tick': {
    zh: '现在没有“{{name}}”，承诺以后补交',
    en: 'I do not have “{{name}}” now and promise to bring it later',
  },
  'later.wording': {
    zh: '本人承诺在下列日期前补交：{{names}}。在补齐之前不作决定；逾期不补交的，经提醒后终止办理。',
    en: 'I promise to bring by the day below: {{names}}. Nothing is decided before; if overdue, the case ends after a reminder.',
  },
  'later.on': { zh: '补交日期（不晚于承诺办结日）', en: 'Brought by (not later than the promised day)' },
  'material.standard': { zh: '怎样算合格：{{standard}}', en: 'What is needed: {{standard}}' },
  'material.intermediary': {
    zh: '这是“{{service}}”的成果（{{basis}}）。机构由您自己选择，任何人不得指定。',
    en: 'This is the report of “{{service}}” ({{basis}}). You choose who makes it; nobody may name one.',
  },
  'fee.ahead': {
    zh: '准予后须缴纳{{name}}：{{standard}}（{{basis}}），缴入国库。',
    en: 'When granted, {{name}} is due: {{standard}} ({{basis}}), paid to the treasury.',
  },
  'differs.title': { zh: '要由人核实的', en: 'For a person to find out' },
  'differs.line': {
    zh: '{{label}}：申请人更正为“{{stated}}”，{{source}}为“{{value}}”（已通知来源部门；不得仅因不一致而不予办理）',
    en: '{{label}}: the applicant says “{{stated}}”, {{source}} says “{{value}}” (its organ was told; no ground for refusal by itself)',
  },
  'differs.deferral': {
    zh: '申请人承诺于 {{on}} 前补交：{{names}}',
    en: 'The applicant promised to bring until {{on}}: {{names}}',
  },
  'settle.promise': { zh: '补交承诺书编号（申请人签署）', en: 'Number of the signed promise' },
  'settle.promiseOther': {
    zh: '与网上承诺不同的，填写重新签署的承诺书编号',
    en: 'Number of a new signed promise, where it differs from the one made online',
  },
  'file.scan': { zh: '扫描件', en: 'Scan' },
} as const satisfies Readonly<Record<string, Text>>;
