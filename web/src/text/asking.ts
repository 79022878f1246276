import type { Text } from '../api/model.ts';

/** Questions that are asked once, wherever they come up. */
export const askingText = {
  'bundle.new': { zh: '编制新的一件事', en: 'Compose a new matter' },
  'bundle.newHint': {
    zh: '先写名称、选事项；先后、分支和共享的问题在下一页编，随写随查，保存后由另一人公布。',
    en: 'Name it and choose its items; order, branches and shared questions follow, checked as you write, published by another person.',
  },
  'bundle.saved': { zh: '草案已保存，可以由另一人公布', en: 'The draft is saved; another person may publish it' },
  'bundle.from': { zh: '生效日期（不填为立即生效）', en: 'In force from (at once if left empty)' },
  'bundle.inputs': { zh: '条件里可以用的字段：{{fields}}', en: 'Conditions may speak of: {{fields}}' },
  'bundlePlace.rule': { zh: '规则 {{no}}', en: 'Rule {{no}}' },
  'bundlePlace.field': { zh: '字段 {{no}}', en: 'Field {{no}}' },
  'bundleParticular.name': { zh: '申请人姓名或者名称', en: 'Name of the applicant' },
  'bundleParticular.idNo': { zh: '申请人证件号码', en: 'Number of the applicant' },
  'bundleParticular.phone': { zh: '申请人电话', en: 'Telephone of the applicant' },
  'bundleParticular.address': { zh: '申请人地址', en: 'Address of the applicant' },
  'bundleParticular.legalRepresentative': { zh: '法定代表人', en: 'Legal representative' },
  'conduct.responsible': {
    zh: '直接责任人（虚假登记被撤销的，三年内不得再申请登记）',
    en: 'Who answers for it directly (where a registration was annulled, barred for three years)',
  },
  'conduct.person': { zh: '责任人 {{no}}', en: 'Person {{no}}' },
  'conduct.personName': { zh: '责任人 {{no}} 姓名', en: 'Name of person {{no}}' },
  'conduct.personIdNo': { zh: '责任人 {{no}} 证件号码', en: 'Identity number of person {{no}}' },
  'conduct.addPerson': { zh: '增加责任人', en: 'Add a person' },
  'guideFile.guide-document': { zh: '办事指南（PDF）', en: 'The guide (PDF)' },
  'guideFile.blank-form': { zh: '空白申请表（PDF）', en: 'Blank application form (PDF)' },
  'guideFile.sample-form': { zh: '填写样表（PDF）', en: 'Sample of the form, filled in (PDF)' },
  'matter.paperNeeded': { zh: '请上传文件，或者勾选到场提交', en: 'Upload a file, or tick that you hand in the paper' },
  'matter.promiseNeeded': { zh: '请勾选承诺', en: 'Please make the promise' },
  'matter.paperLater': { zh: '现在没有，以后再交', en: 'Not now; I hand it in later' },
  'matter.draftChanged': {
    zh: '这件事的内容在您保存以后有变化：仍然适用的回答已保留，其他问题会重新问。',
    en: 'This matter has changed since: answers that still fit are kept, the other questions are asked again.',
  },
  'matter.drafts': { zh: '还没有提交的一件事', en: 'Matters not submitted yet' },
  'known.fromSituation': { zh: '您刚才回答过', en: 'you have just answered this' },
} as const satisfies Readonly<Record<string, Text>>;
