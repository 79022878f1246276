import type { Text } from '../api/model.ts';

/** Promises 容缺: papers that follow later, in a matter and in answer to a notice (R32). */
export const promisingText = {
  'promising.title': { zh: '可以后补的材料（容缺）', en: 'Papers that may follow' },
  'promising.hint': {
    zh: '这些材料我们先为您调取；调取不到、您现在又没有的，可以承诺后补，事项先受理。不承诺的，窗口一次性告知补正。',
    en: 'We fetch these ourselves. What cannot be fetched and you do not have now you may promise for later, and the item is accepted first. Without a promise the window tells you once what is missing.',
  },
  'promising.tick': {
    zh: '我承诺后补“{{item}}”的上述材料',
    en: 'I promise to bring these papers for “{{item}}” later',
  },
  'promising.wording': {
    zh: '本人承诺：自该事项收到申请之日起 {{days}} 个工作日内补齐上述材料，最迟不超过该事项的承诺办结时限（{{limit}}）；在补齐之前不作决定，逾期未补齐的，经提醒后终止办理。',
    en: 'I promise to bring these papers within {{days}} working days of the day on which this item is received, and in no case later than the item’s promised limit ({{limit}}). Nothing is decided before; if overdue, the case ends after a reminder.',
  },
  'promising.days': { zh: '工作日数', en: 'Working days' },
  'promising.daysOf': { zh: '“{{item}}”后补的工作日数', en: 'Working days for “{{item}}”' },
  'promising.instead': {
    zh: '现在没有，承诺后补（先受理，补齐前不作决定）',
    en: 'I do not have it now and promise to bring it later (accepted first; nothing is decided before it is there)',
  },
  'promising.until': { zh: '补交日期（最迟 {{on}}）', en: 'Brought by (at the latest {{on}})' },
  'window.known': { zh: '带出此人以前填过的', en: 'Fetch what this person has answered before' },
  'window.knownHint': {
    zh: '证件上有的、以前在本区申请时填过的，不再重复询问；查阅会记录并告知本人。',
    en: 'What his document says or he answered in this district before is not asked again. Looking it up is noted and told to him.',
  },
  'window.knownFound': {
    zh: '已带出 {{count}} 项，请与本人核对。',
    en: '{{count}} answers found; go through them with him.',
  },
  'window.humanDecision': { zh: '申请人要求由人工决定', en: 'The applicant wants a person to decide' },
  'known.fromApplicant': { zh: '与申请人信息相同', en: 'as said of the applicant' },
} as const satisfies Readonly<Record<string, Text>>;
