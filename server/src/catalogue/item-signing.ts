import { z } from 'zod';

import { choice, element, LegalBasis, LongText } from './element.ts';

/** The facts from which the sign class follows (domain §1.4), and the reasons for another class than the one that follows. */
export const SigningFacts = z.strictObject({
  /** Statute asks for more than the lists can give: the class is EX. */
  exception: element(
    z
      .strictObject({
        kind: element(
          choice(['hearing', 'collectiveDecision', 'otherLevel', 'headApproval'], {
            hearing: ['法定听证', 'Hearing by statute'],
            collectiveDecision: ['集体讨论决定', 'Collective decision'],
            otherLevel: ['其他层级决定', 'Another level decides'],
            headApproval: ['负责人批准', 'Approval by the head'],
          }),
          '法定程序',
          'Procedure',
        ),
        basis: element(LegalBasis, '程序依据', 'Basis'),
      })
      .nullable(),
    '不入清单的法定程序',
    'Statutory procedure outside the lists',
  ),
  /** Filing, registration or service in the applicant's favour. */
  favourableService: element(z.boolean(), '有利的备案登记服务', 'Favourable filing, registration or service'),
  /** No weighing at all: form review or formula. */
  objectiveOnly: element(z.boolean(), '条件全部客观', 'Objective conditions only'),
  concerns: element(
    z
      .array(
        choice(['discretion', 'safety', 'thirdParty', 'money', 'quantity', 'propertyRight'], {
          discretion: ['裁量', 'Discretion'],
          safety: ['公共安全', 'Safety'],
          thirdParty: ['第三人利益', 'Interests of third parties'],
          money: ['超限额资金', 'Money above a cap'],
          quantity: ['数量限制', 'Limited number'],
          propertyRight: ['产权变动', 'Change of a property right'],
        }),
      )
      .max(6),
    '须两签的事由',
    'Grounds for two signatures',
  ),
  /** Why the organ keeps another class than the one that follows; shown to the public. */
  deviation: element(LongText.nullable(), '偏离说明', 'Reason for deviating'),
});

/** 委托: under which constructs the power may be exercised in the hall (domain §1.1). */
export const Delegation = z.strictObject({
  constructs: element(
    z
      .array(
        choice(['A', 'B', 'C'], {
          A: ['委托受理', 'Entrusted acceptance'],
          B: ['授权审批', 'Delegated approval'],
          C: ['委托实施', 'Entrusted execution'],
        }),
      )
      .max(3),
    '可用委托方式',
    'Allowed mandates',
  ),
  nonDelegable: element(z.boolean(), '不得委托', 'Not to be delegated'),
  nonDelegableReason: element(LongText, '不得委托的理由', 'Why not'),
});
