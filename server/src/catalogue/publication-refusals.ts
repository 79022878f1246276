import type { RefusalTable } from '../kernel/refusal.ts';

export const AMEND_DRAFT = {
  zh: '请按指出的位置修改事项草案后再发布。',
  en: 'Amend the draft at the places named, then publish.',
};

/** Why an item may not be published, beside what `refusals.ts` says of rules, limits and signatures. */
export const publicationRefusals = {
  'code-invalid': {
    rule: 'house',
    article: 'GB/T 39554.1-2020;GB 32100-2015;GB/T 2260',
    message: {
      zh: '事项编码不符合编码规则或校验位不对。',
      en: 'A code of the item breaks its rules or its check character.',
    },
    remedy: { zh: '请按编码规则核对该编码和实施主体代码。', en: 'Check the code and that of the organ.' },
  },
  'element-missing': {
    rule: 'R2',
    article: '行政许可法第30条;北京2024第31条',
    message: { zh: '办事指南缺少应当公示的要素。', en: 'The guide lacks an element that must be public.' },
    remedy: { zh: '请补充该要素。', en: 'Fill in the element.' },
  },
  'element-malformed': {
    rule: 'house',
    article: 'GB/T 39554.2-2020',
    message: { zh: '要素的类型或取值不符合规范。', en: 'An element is not of the kind that the standard wants.' },
    remedy: AMEND_DRAFT,
  },
  'code-repeated': {
    rule: 'R4',
    article: '北京2024第32条(1)',
    message: {
      zh: '同一代码指两个内容,告知书无法准确引用。',
      en: 'One code stands for two things; no notice could cite it.',
    },
    remedy: { zh: '请改用不同代码。', en: 'Give each its own code.' },
  },
  'obtainable-material-demanded': {
    rule: 'R6',
    article: '国令716第7条;市场主体登记管理条例第16条;北京2024第32条(2)',
    message: { zh: '能够共享取得的材料不得要求申请人提供。', en: 'What a share or licence gives may not be demanded.' },
    remedy: {
      zh: '请关联电子证照或共享接口,确不能共享的写明理由。',
      en: 'Link the licence or share, or say why it cannot be shared.',
    },
  },
  'certificate-without-basis': {
    rule: 'R7',
    article: '优化营商环境条例第44条',
    message: {
      zh: '证明材料没有法律、法规或者国务院决定依据,或未列入清单。',
      en: 'A certificate lacks its basis in law or is not listed.',
    },
    remedy: {
      zh: '请写明依据并列入证明事项清单,或者取消该证明。',
      en: 'Name the basis and list it, or drop the certificate.',
    },
  },
  'intermediary-unlawful': {
    rule: 'R8',
    article: '优化营商环境条例第43条;北京2024第39条',
    message: {
      zh: '中介服务未列清单、没有依据或者指定了机构。',
      en: 'An intermediary is not listed, has no basis, or is named.',
    },
    remedy: { zh: '请关联清单内的中介服务,去掉指定的机构。', en: 'Link a listed service and name no provider.' },
  },
  'fee-without-basis': {
    rule: 'R9',
    article: '行政许可法第58条、第59条',
    message: {
      zh: '收费没有法律、行政法规依据,或未公布标准、未缴国库。',
      en: 'A fee lacks its law, its published standard or the treasury as payee.',
    },
    remedy: {
      zh: '请写明法律或行政法规依据、公布标准、缴入国库;没有依据的取消收费。',
      en: 'Name law, standard and treasury, or drop the fee.',
    },
  },
  'second-guide': {
    rule: 'R10',
    article: '优化营商环境条例第35条;北京2024第32条(4)',
    message: { zh: '同一事项同一层级已有办事指南。', en: 'There is another guide for this item and level.' },
    remedy: { zh: '请修改原有事项,不要另立版本。', en: 'Change the existing item instead.' },
  },
  'field-without-purpose': {
    rule: 'R11',
    article: '行政许可法第29条;个人信息保护法第6条',
    message: {
      zh: '申请表字段没有规则、结果或者法定依据。',
      en: 'A question serves no rule, no result and no statute.',
    },
    remedy: { zh: '请写明收集目的,或者删去该字段。', en: 'Say what it is for, or drop it.' },
  },
  'channel-closed': {
    rule: 'R14',
    article: '优化营商环境条例第37条;北京2024第36条',
    message: { zh: '不得因有其他渠道而关闭办理渠道。', en: 'A channel may not be closed because there is another.' },
    remedy: { zh: '请开通该渠道,或写明法定原因。', en: 'Open it, or name the statute that closes it.' },
  },
  'promise-route-unlawful': {
    rule: 'R33',
    article: '北京2024第33条;国办发〔2020〕42号',
    message: { zh: '告知承诺不符合适用条件。', en: 'The promise route is not lawful here.' },
    remedy: {
      zh: '请列入目录并写明承诺内容,排除领域须有单行法规定。',
      en: 'List it, word the promise; an excluded field needs a statute.',
    },
  },
  'presence-unfounded': {
    rule: 'R16',
    article: '行政许可法第29条;电子签名法第3条',
    message: {
      zh: '本人到场的要求没有依据或者应当要求而未要求。',
      en: 'Presence is asked without basis, or not asked where it must be.',
    },
    remedy: { zh: '请写明到场依据。', en: 'Name the basis of presence.' },
  },
  'form-condition-wrong': {
    rule: 'R11',
    article: '行政许可法第29条;个人信息保护法第6条',
    message: {
      zh: '申请表字段的显示条件不能判断,或者办理规则总要读取该字段。',
      en: 'The condition under which a question is asked cannot be judged, or the rules always read the answer.',
    },
    remedy: {
      zh: '请按指出的位置修改条件：只能使用排在前面的字段。',
      en: 'Amend the condition at the place named; it may speak only of the questions before it.',
    },
  },
  'tolerance-unsound': {
    rule: 'R32',
    article: '北京2024第31条',
    message: { zh: '容缺受理与材料清单不一致。', en: 'Tolerance does not agree with the list of materials.' },
    remedy: AMEND_DRAFT,
  },
  'quantity-limit-unfounded': {
    rule: 'R34',
    article: '行政许可法第57条',
    message: {
      zh: '数量限制没有依据,或者没有按受理先后发放。',
      en: 'A limited number lacks its basis or is not granted in the order of acceptance.',
    },
    remedy: AMEND_DRAFT,
  },
  'bar-unfounded': {
    rule: 'R35',
    article: '行政许可法第78条、第79条',
    message: { zh: '限制重新申请没有依据。', en: 'A bar to applying again has no basis.' },
    remedy: AMEND_DRAFT,
  },
  'elements-contradict': {
    rule: 'house',
    article: 'GB/T 39554.2-2020',
    message: { zh: '事项要素相互矛盾。', en: 'Elements of the item contradict each other.' },
    remedy: AMEND_DRAFT,
  },
  'sign-class-deviates': {
    rule: 'R76',
    article: '委托受理和授权审批规则(2020)',
    message: {
      zh: '签批级别与事实推得的级别不同,且没有说明理由。',
      en: 'The class is not the one that follows from the facts, and no reason is given.',
    },
    remedy: {
      zh: '请改用推得的级别,或写明偏离理由并向社会公开。',
      en: 'Take the class that follows, or give the reason to the public.',
    },
  },
  'on-the-spot-wrong': {
    rule: 'R76',
    article: '委托受理和授权审批规则(2020)',
    message: {
      zh: '“当场可决”与特别程序不符。',
      en: 'Decidable on the spot does not agree with the special procedures.',
    },
    remedy: { zh: '请按特别程序和告知承诺核对。', en: 'Check the special procedures and the promise route.' },
  },
} as const satisfies RefusalTable;
