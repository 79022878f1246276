import type { RefusalTable } from '../kernel/refusal.ts';

const ONE_MATTER = '《北京市优化营商环境条例》第五十六条';
const COMPOSE_AGAIN = { zh: '请按指出的位置修改一件事草案', en: 'Amend the draft at the place named' };

/** Why a one-matter bundle may not be published, or not by this person. */
export const bundleRefusals = {
  'unknown-bundle': {
    rule: 'house',
    article: '',
    message: { zh: '没有这个一件事', en: 'There is no such matter' },
    remedy: { zh: '从一件事清单中选择', en: 'Choose from the list of matters' },
  },
  'bundle-not-in-force': {
    rule: 'R1',
    article: '《优化营商环境条例》第四十条',
    message: { zh: '这个一件事没有已公布并生效的版本', en: 'No published version of this matter is in force' },
    remedy: { zh: '可以分别申请各个事项', en: 'Each item can be applied for on its own' },
  },
  'bundle-item-unknown': {
    rule: 'R1',
    article: '《优化营商环境条例》第四十条',
    message: { zh: '引用了事项库中没有或未生效的事项', en: 'It names an item that the library does not have in force' },
    remedy: COMPOSE_AGAIN,
  },
  'bundle-item-in-no-wave': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '有事项没有排进先后次序', en: 'An item has no place in the order' },
    remedy: { zh: '把该事项放进一个批次', en: 'Put the item into a wave' },
  },
  'bundle-item-twice': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '同一事项列了两次', en: 'An item is listed twice' },
    remedy: { zh: '删去重复的一处', en: 'Remove one of the two' },
  },
  'bundle-order-cyclic': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '先后次序成了循环,谁也不能开始', en: 'The order is a circle: nobody could begin' },
    remedy: {
      zh: '按所列的环,调整批次或者共享字段的来源',
      en: 'Change a wave or the source of a field in the circle named',
    },
  },
  'bundle-condition-wrong': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '分支条件写得不对', en: 'The condition of a branch is wrong' },
    remedy: {
      zh: '按提示修改条件,只能使用已定义的共享字段',
      en: 'Mend the condition; it may speak of the shared fields only',
    },
  },
  'bundle-branch-late': {
    rule: 'house',
    article: ONE_MATTER,
    message: {
      zh: '替换、增减事项须在提交前确定,条件不能依赖办理中才知道的事实',
      en: 'Which items there are is settled before submission; the condition reads what only a child brings to light',
    },
    remedy: { zh: '改用提交前询问的字段,或者改为“暂停”', en: 'Use a field that is asked, or make it a hold' },
  },
  'bundle-words-missing': {
    rule: 'house',
    article: '国务院令第716号第六条',
    message: {
      zh: '问法或者告知的理由还没有写好',
      en: 'A question or a reason that people are told is not written yet',
    },
    remedy: { zh: '写出中文和英文', en: 'Write it in Chinese and in English' },
  },
  'bundle-field-twice': {
    rule: 'house',
    article: '国务院令第716号第七条',
    message: { zh: '同一信息问了两次', en: 'The same thing is asked twice' },
    remedy: { zh: '合并为一个共享字段', en: 'Make it one shared field' },
  },
  'bundle-field-not-allowed': {
    rule: 'R11',
    article: '《个人信息保护法》第六条',
    message: {
      zh: '事项自己的清单中没有这一栏,或者类型不符,不能把该字段给它',
      en: 'The item’s own list has no such line, or of another kind: the item may not receive the field',
    },
    remedy: {
      zh: '改填到清单中有的栏目,或者不给该事项',
      en: 'Choose a line of the list, or do not give it to the item',
    },
  },
  'bundle-founding-incomplete': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '设立主体的名称或者代码来源没有定义', en: 'Name or code of the enterprise founded have no field' },
    remedy: {
      zh: '名称用询问的字段,代码用设立事项的产出',
      en: 'Ask the name, and take the code from the founding item',
    },
  },
  'bundle-not-ahead': {
    rule: 'R12',
    article: '《行政许可法》第五条',
    message: {
      zh: '生效时间早于公布或者不晚于上一版本',
      en: 'It would take effect before its publication, or not after the version before',
    },
    remedy: { zh: '改为公布之后的时间', en: 'Choose an instant after the publication' },
  },
  'bundle-no-draft': {
    rule: 'house',
    article: '',
    message: { zh: '没有待公布的草案,或者草案已经改变', en: 'There is no such draft, or it has changed meanwhile' },
    remedy: { zh: '重新打开草案核对', en: 'Open the draft again and look' },
  },
  'bundle-four-eyes': {
    rule: 'house',
    article: '四眼原则',
    message: { zh: '起草人不能自己公布', en: 'Who drafted it may not publish it' },
    remedy: { zh: '由牵头部门的另一名工作人员核对后公布', en: 'Another member of the lead organ publishes it' },
  },
  'bundle-not-lead': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '只有牵头部门的工作人员可以编制和公布', en: 'Only staff of the lead organ compose and publish' },
    remedy: { zh: '联系牵头部门', en: 'Turn to the lead organ' },
  },
} as const satisfies RefusalTable;
export type BundleRefusalCode = keyof typeof bundleRefusals;

/** Why a matter cannot be taken in or moved. */
export const matterRefusals = {
  'unknown-matter': {
    rule: 'house',
    article: '',
    message: { zh: '没有这个一件事办件', en: 'There is no such matter' },
    remedy: { zh: '核对编号', en: 'Check the number' },
  },
  'matter-answers-wrong': {
    rule: 'R11',
    article: '《行政许可法》第三十一条',
    message: {
      zh: '有问题没有回答,或者回答不符合要求',
      en: 'Answers are missing, of the wrong kind, or not asked for',
    },
    remedy: { zh: '按列出的问题补充', en: 'Answer the questions that are listed' },
  },
  'matter-stopped': {
    rule: 'house',
    article: ONE_MATTER,
    message: { zh: '按填写的情况不能一并办理', en: 'In this situation the matter cannot be taken on as one' },
    remedy: {
      zh: '本告知不是对任何事项的决定,各事项仍可单独申请,由主管机关书面答复',
      en: 'This decides about no item: each can still be applied for on its own, and its organ then answers in writing',
    },
  },
  'matter-over': {
    rule: 'house',
    article: '',
    message: { zh: '这件事已经办结或者撤回', en: 'The matter is over or withdrawn' },
    remedy: { zh: '查看各事项的结果', en: 'See the results of its items' },
  },
  'matter-truth-missing': {
    rule: 'R19',
    article: '《行政许可法》第三十一条',
    message: { zh: '没有声明所填内容真实', en: 'The statement of truth is missing' },
    remedy: { zh: '核对后勾选声明', en: 'Read again and make the statement' },
  },
  'matter-promise-not-allowed': {
    rule: 'R32',
    article: '《北京市优化营商环境条例》第三十一条',
    message: {
      zh: '有材料不能承诺后补,或者承诺的期限长于该事项的承诺办结时限',
      en: 'A paper cannot be promised for later, or not for longer than the item promises to take',
    },
    remedy: {
      zh: '只承诺办事指南列明可容缺的材料,并缩短期限',
      en: 'Promise only what the guide calls deferrable, and for a shorter time',
    },
  },
  'child-not-waiting': {
    rule: 'house',
    article: '',
    message: { zh: '该事项已经开始或者已经结束', en: 'This item has begun or is over' },
    remedy: { zh: '已开始的,在该办件中撤回', en: 'If it has begun, withdraw its case' },
  },
  'no-such-hold': {
    rule: 'house',
    article: '',
    message: { zh: '没有这个暂停', en: 'There is no such hold' },
    remedy: { zh: '刷新查看', en: 'Reload and look' },
  },
  'hold-not-yours': {
    rule: 'house',
    article: ONE_MATTER,
    message: {
      zh: '只有被暂停事项的主管部门,或者暂停中指明的部门,可以凭依据解除',
      en: 'Only the organ of a held item, or the organ that the hold names, lifts it on evidence',
    },
    remedy: { zh: '把依据交给该部门', en: 'Bring the evidence to that organ' },
  },
  'output-awaited': {
    rule: 'house',
    article: ONE_MATTER,
    message: {
      zh: '前一事项已准予,登记系统还没有给出它的结果',
      en: 'An earlier item is granted and its register has not given the result yet',
    },
    remedy: { zh: '无需操作,结果到达后自动开始', en: 'Nothing to do: it begins when the result arrives' },
  },
  'matter-item-withdrawn': {
    rule: 'R13',
    article: ONE_MATTER,
    message: {
      zh: '这件事中有事项已停用,现在不能一并申请',
      en: 'An item of this matter is no longer in force, so that it cannot be taken together now',
    },
    remedy: {
      zh: '等牵头部门调整后再申请,或者单独申请其他事项;已经开始的不受影响',
      en: 'Wait until the organ that leads has adapted it, or apply for the other items on their own; what has begun is not affected',
    },
  },
  'child-needs-grant': {
    rule: 'house',
    article: ONE_MATTER,
    message: {
      zh: '前一事项没有准予,本事项缺少它的结果,不能开始',
      en: 'An earlier item was not granted, and this one needs its result',
    },
    remedy: {
      zh: '前一事项的结果另有其他取得途径的,可单独申请本事项',
      en: 'If the result can be had another way, apply for this item on its own',
    },
  },
} as const satisfies RefusalTable;
export type MatterRefusalCode = keyof typeof matterRefusals;
