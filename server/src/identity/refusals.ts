import type { RefusalTable } from '../kernel/refusal.ts';

const REFER_TO_HEAD = {
  zh: '请联系本机关负责人或中心管理人员。',
  en: 'Ask the head of your organ or the centre manager.',
};
const NEW_LETTER = {
  zh: '请由申请人重新签署授权委托书,或由申请人本人办理。',
  en: 'Ask the applicant to sign a new letter, or to act in person.',
};
const OTHER_OFFICER = {
  zh: '案件转由其他工作人员办理,时限不变。',
  en: 'The case goes to another officer; its limits do not change.',
};
const CONSENT_OF_BOTH = {
  zh: '请双方被代理人分别书面同意,或另行委托代理人。',
  en: 'Both principals must consent in writing, or one names another agent.',
};

/** Every way in which identity says no. Codes are public API. */
export const identityRefusals = {
  'sign-in-refused': {
    rule: 'house',
    article: '本平台规定',
    // One sentence for a wrong password, an unknown login and a locked account: the answer tells nobody which it was.
    message: {
      zh: '账号或密码不正确;连续输错五次,该账号暂停登录十五分钟以上。',
      en: 'The login or the password is not right; after five wrong passwords in a row sign-in pauses for fifteen minutes or more.',
    },
    remedy: {
      zh: '请核对后稍后再试,或到窗口重置密码。',
      en: 'Check both and try later, or have the password reset at a window.',
    },
  },
  'session-ended': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '登录已结束。', en: 'The session has ended.' },
    remedy: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  'request-forged': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '请求未携带本次登录的校验令牌。', en: 'The request does not carry the token of this session.' },
    remedy: { zh: '请刷新页面后重试。', en: 'Reload the page and try again.' },
  },
  'password-weak': {
    rule: 'house',
    article: '本平台规定',
    message: {
      zh: '密码至少十个字符,且不得与账号相同或包含账号。',
      en: 'A password has at least ten characters and does not contain the login.',
    },
    remedy: { zh: '请另设密码。', en: 'Choose another password.' },
  },
  'login-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该账号已存在。', en: 'This login is taken.' },
    remedy: { zh: '请另选账号。', en: 'Choose another login.' },
  },
  'real-name-missing': {
    rule: 'R15',
    article: '行政许可法第29条',
    message: { zh: '申请人或代理人未经实名核验。', en: 'The applicant or agent is not identified by real name.' },
    remedy: { zh: '请出示有效身份证件完成实名核验。', en: 'Identify yourself with a valid document.' },
  },
  'agent-letter-missing': {
    rule: 'R15',
    article: '行政许可法第29条;民法典第165条',
    message: { zh: '代理人没有授权委托书。', en: 'The agent has no letter from the applicant.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-unsigned': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '授权委托书未经被代理人签名或盖章。', en: 'The letter is not signed by the principal.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-other-agent': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '授权委托书所载代理人不是办理人。', en: 'The letter names another agent.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-other-principal': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '授权委托书不是由本案申请人签署。', en: 'The letter is not from the applicant of this case.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-other-matter': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '该事项不在授权委托书的代理事项之内。', en: 'The letter does not cover this matter.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-power-missing': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '该行为不在授权委托书的代理权限之内。', en: 'The letter does not give this power.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-early': {
    rule: 'R15',
    article: '民法典第165条',
    message: { zh: '授权委托书的代理期间尚未开始。', en: 'The term of the letter has not begun.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-expired': {
    rule: 'R15',
    article: '民法典第165条、第173条',
    message: { zh: '授权委托书的代理期间已经届满。', en: 'The term of the letter is over.' },
    remedy: NEW_LETTER,
  },
  'agent-letter-withdrawn': {
    rule: 'R15',
    article: '民法典第173条',
    message: { zh: '被代理人已经取消委托。', en: 'The principal has withdrawn the letter.' },
    remedy: NEW_LETTER,
  },
  'presence-required': {
    rule: 'R16',
    article: '行政许可法第29条第2款;民法典第161条第2款',
    message: {
      zh: '本事项依法应当由本人亲自办理,不得代理。',
      en: 'The law wants the applicant in person; no agent may act.',
    },
    remedy: { zh: '请申请人本人到窗口办理。', en: 'The applicant must come to a window.' },
  },
  'remote-signing-barred': {
    rule: 'R16',
    article: '行政许可法第29条第2款',
    message: { zh: '本事项应当到场办理,不得远程签署。', en: 'This matter is signed at the window, not remotely.' },
    remedy: { zh: '请申请人本人到窗口办理。', en: 'The applicant must come to a window.' },
  },
  'e-signature-barred': {
    rule: 'R16',
    article: '电子签名法第3条第3款第1项',
    message: {
      zh: '涉及婚姻、收养、继承等人身关系的文书不适用电子签名。',
      en: 'No electronic signature on instruments of marriage, adoption or inheritance.',
    },
    remedy: { zh: '请在纸质文书上亲笔签名。', en: 'Sign by hand on paper.' },
  },
  'agent-of-both-sides': {
    rule: 'R17',
    article: '民法典第168条第2款',
    message: {
      zh: '同一代理人代理利益相对的双方,未经双方同意。',
      en: 'One agent acts for two opposing parties without the consent of both.',
    },
    remedy: CONSENT_OF_BOTH,
  },
  'agent-is-counterparty': {
    rule: 'R17',
    article: '民法典第168条第1款',
    message: {
      zh: '代理人就是相对方,未经被代理人同意。',
      en: 'The agent is the counterparty and the principals have not consented.',
    },
    remedy: CONSENT_OF_BOTH,
  },
  'recusal-undeclared': {
    rule: 'R44',
    article: '公务员法第76条、第77条',
    message: { zh: '签批前未作回避声明。', en: 'No declaration of recusal precedes this signature.' },
    remedy: { zh: '请先作出回避声明。', en: 'Declare first whether you must stand aside.' },
  },
  'recusal-declared': {
    rule: 'R44',
    article: '公务员法第76条、第77条',
    message: {
      zh: '已声明应当回避,不得办理本案。',
      en: 'You declared that you must stand aside; you may not act in this case.',
    },
    remedy: OTHER_OFFICER,
  },
  'recusal-conflict': {
    rule: 'T05',
    article: '公务员法第76条;行政许可法第72条',
    // The ground is left out on purpose: the applicant learns only that the handler changed (domain.md §4.5).
    message: {
      zh: '存在应当回避的关系,不得办理本案。',
      en: 'A relation to a party bars you from acting in this case.',
    },
    remedy: OTHER_OFFICER,
  },
  'same-person': {
    rule: 'R45',
    article: '内部控制要求(不相容职务相分离)',
    message: {
      zh: '同一案件的两个环节不得由同一人办理。',
      en: 'One person may not hold both of these parts in one case.',
    },
    remedy: OTHER_OFFICER,
  },
  'contract-staff': {
    rule: 'R80',
    article: '行政许可法第22条至第24条',
    message: {
      zh: '外包、合同制人员不得担任审批、用印、负责人岗位,不得持有授权书,也不得审查、会签、主持听证。',
      en: 'Contract staff hold no post of decision, seal or command and no mandate, and neither review, give an opinion nor preside.',
    },
    remedy: { zh: '请指派公务员或在编人员。', en: 'Name a civil servant or established staff.' },
  },
  'not-staff-of-grantor': {
    rule: 'R99',
    article: '行诉解释第20条第3款',
    message: { zh: '该人员不是授权机关的在编人员。', en: 'The person is not established staff of the granting organ.' },
    remedy: { zh: '授权书只授予本机关派驻人员。', en: 'The letter goes only to the organ’s own posted staff.' },
  },
  'not-posted-to-centre': {
    rule: 'R99',
    article: '行诉解释第20条第3款;北京市优化营商环境条例(2024)第35条',
    message: { zh: '该人员未派驻到本政务服务中心。', en: 'The person is not posted to this centre.' },
    remedy: { zh: '请先办理派驻。', en: 'Post the person first.' },
  },
  'post-outside-organ': {
    rule: 'R99',
    article: '行诉解释第20条第3款',
    message: {
      zh: '审批、用印和负责人岗位只能由本机关人员担任。',
      en: 'Posts of decision, seal and command go only to the organ’s own staff.',
    },
    remedy: { zh: '请由该岗位所属机关指派本机关人员。', en: 'The organ of the post names one of its own staff.' },
  },
  'post-without-centre': {
    rule: 'R99',
    article: '北京市优化营商环境条例(2024)第35条',
    message: { zh: '派驻岗位应当写明派驻的中心。', en: 'A posted post names the centre.' },
    remedy: { zh: '请填写派驻中心。', en: 'State the centre.' },
  },
  'post-of-oneself': {
    rule: 'house',
    article: '内部控制要求(不相容职务相分离)',
    message: { zh: '不得为本人建档、任岗或恢复岗位。', en: 'Nobody enrols, appoints or reinstates himself.' },
    remedy: REFER_TO_HEAD,
  },
  'post-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该岗位编号已被使用。', en: 'This post id is in use.' },
    remedy: { zh: '请使用新的岗位编号。', en: 'Use a new post id.' },
  },
  'post-unknown': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该人员没有此岗位,或岗位已经结束。', en: 'The person does not hold this post, or it has ended.' },
    remedy: REFER_TO_HEAD,
  },
  'term-reversed': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '期间的结束不晚于开始。', en: 'The term ends before it begins.' },
    remedy: { zh: '请更正起止时间。', en: 'Correct the two instants.' },
  },
  'absence-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该缺勤编号已被使用。', en: 'This absence id is in use.' },
    remedy: { zh: '请使用新的编号。', en: 'Use a new id.' },
  },
  'absence-unknown': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '没有此项缺勤记录。', en: 'There is no such absence.' },
    remedy: REFER_TO_HEAD,
  },
  'relation-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该关系已经申报。', en: 'This relation is declared already.' },
    remedy: { zh: '无需重复申报。', en: 'Nothing more to do.' },
  },
  'person-unknown': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '查无此工作人员。', en: 'There is no such member of staff.' },
    remedy: REFER_TO_HEAD,
  },
  'person-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该人员已经建档。', en: 'This person is enrolled already.' },
    remedy: REFER_TO_HEAD,
  },
  'person-left': {
    rule: 'R105',
    article: '民法典第173条',
    message: { zh: '该人员已离岗,权限自离岗时终止。', en: 'The person has left; all power ended at that instant.' },
    remedy: OTHER_OFFICER,
  },
  'person-suspended': {
    rule: 'R105',
    article: '民法典第173条',
    message: { zh: '该人员已暂停履职。', en: 'The person is suspended.' },
    remedy: OTHER_OFFICER,
  },
  'person-active': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该人员未被暂停履职。', en: 'The person is not suspended.' },
    remedy: REFER_TO_HEAD,
  },
  'certificate-revoked': {
    rule: 'T13',
    article: '电子签名法第15条',
    message: {
      zh: '签名证书已吊销或密钥失控,不得签批。',
      en: 'The signing certificate is revoked or its key compromised; no signature.',
    },
    remedy: { zh: '请向电子政务认证机构重新申领证书。', en: 'Obtain a new certificate from the licensed authority.' },
  },
  'certificate-missing': {
    rule: 'R73',
    article: '商用密码管理条例(2023)第30条第2款',
    message: { zh: '没有有效的签名证书。', en: 'There is no valid signing certificate.' },
    remedy: { zh: '请先申领证书。', en: 'Obtain a certificate first.' },
  },
  'certificate-present': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '已有有效的签名证书。', en: 'A valid certificate is registered already.' },
    remedy: { zh: '如需更换,请先吊销。', en: 'Revoke it first to replace it.' },
  },
  'citizen-id-invalid': {
    rule: 'house',
    article: 'GB 11643-1999',
    message: { zh: '公民身份号码不合规则。', en: 'The citizen identity number is not well formed.' },
    remedy: { zh: '请核对证件后更正。', en: 'Check it against the document.' },
  },
  'uscc-invalid': {
    rule: 'R97',
    article: 'GB 32100-2015',
    message: { zh: '统一社会信用代码不合规则。', en: 'The unified social credit code is not well formed.' },
    remedy: { zh: '请核对登记证书后更正。', en: 'Check it against the certificate.' },
  },
  'organ-unknown': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '查无此机关。', en: 'There is no such organ.' },
    remedy: REFER_TO_HEAD,
  },
  'organ-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该机关代码已经登记。', en: 'This organ code is registered already.' },
    remedy: REFER_TO_HEAD,
  },
  'organ-dissolved': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '该机关已撤销。', en: 'The organ is dissolved.' },
    remedy: { zh: '请向承继其职权的机关办理。', en: 'Turn to the organ that took over its powers.' },
  },
  'head-not-in-post': {
    rule: 'house',
    article: '本平台规定',
    message: {
      zh: '该人员未担任本机关主要负责人岗位。',
      en: 'The person does not hold the post of head of this organ.',
    },
    remedy: { zh: '请先任命岗位。', en: 'Assign the post first.' },
  },
} as const satisfies RefusalTable;

export type IdentityRefusalCode = keyof typeof identityRefusals;
