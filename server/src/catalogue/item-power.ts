import { z } from 'zod';

import { choice, element, LegalBasis, LongText, ShortText } from './element.ts';

/** 权力: on what ground, by whom and at which level the power is exercised (domain §3.6). */
export const Power = z.strictObject({
  legalBases: element(z.array(LegalBasis).max(30), '设定依据', 'Legal basis', 'by_law'),
  source: element(
    choice(['statute', 'fromSuperior', 'authorised', 'entrusted'], {
      statute: ['法定本级行使', 'Statutory power of this level'],
      fromSuperior: ['上级下放', 'Passed down by a superior'],
      authorised: ['法律法规授权', 'Authorised by law or regulation'],
      entrusted: ['委托', 'Entrusted'],
    }),
    '权力来源',
    'Source of the power',
    'power_source',
  ),
  organName: element(ShortText, '实施主体名称', 'Organ', 'dept_name'),
  organCode: element(z.string().max(18), '实施主体编码', 'Code of the organ', 'dept_code'),
  organNature: element(
    choice(['statutoryOrgan', 'authorisedOrganisation', 'entrustedOrganisation'], {
      statutoryOrgan: ['法定机关', 'Statutory organ'],
      authorisedOrganisation: ['授权组织', 'Authorised organisation'],
      entrustedOrganisation: ['受委托组织', 'Entrusted organisation'],
    }),
    '实施主体性质',
    'Nature of the organ',
    'dept_type',
  ),
  entrustedBy: element(ShortText.nullable(), '委托部门', 'Entrusting organ', 'entrust_name'),
  supervisedBy: element(ShortText, '主管部门', 'Department in charge', 'central_dept'),
  jointOrgans: element(z.array(z.string().regex(/^[A-Z]{2}$/)).max(10), '联办机构', 'Joint organs', 'other_dept'),
  exercised: element(LongText, '行使内容', 'What is exercised', 'right_enjoy'),
});

/** 服务对象: whom the item serves, by which topics people look for it. */
export const Audience = z.strictObject({
  kinds: element(
    z
      .array(
        choice(
          ['person', 'enterprise', 'publicInstitution', 'socialOrganisation', 'unincorporated', 'organ', 'other'],
          {
            person: ['自然人', 'Natural person'],
            enterprise: ['企业法人', 'Enterprise'],
            publicInstitution: ['事业法人', 'Public institution'],
            socialOrganisation: ['社会组织法人', 'Social organisation'],
            unincorporated: ['非法人企业', 'Unincorporated business'],
            organ: ['行政机关', 'Government organ'],
            other: ['其他组织', 'Other organisation'],
          },
        ),
      )
      .max(7),
    '服务对象',
    'Served',
    'server_type',
  ),
  personTopics: element(
    z
      .array(
        choice(
          [
            'birth',
            'household',
            'marriage',
            'education',
            'employment',
            'practice',
            'socialInsurance',
            'medical',
            'housing',
            'transport',
            'assistance',
            'elderly',
            'death',
            'business',
            'taxes',
            'otherPerson',
          ],
          {
            birth: ['生育收养', 'Birth and adoption'],
            household: ['户籍办理', 'Household registration'],
            marriage: ['婚姻登记', 'Marriage'],
            education: ['教育科研', 'Education'],
            employment: ['就业创业', 'Employment'],
            practice: ['职业资格', 'Professional qualification'],
            socialInsurance: ['社会保障', 'Social insurance'],
            medical: ['医疗卫生', 'Health care'],
            housing: ['住房保障', 'Housing'],
            transport: ['交通出行', 'Transport'],
            assistance: ['社会救助', 'Social assistance'],
            elderly: ['离职退休', 'Retirement and old age'],
            death: ['死亡殡葬', 'Death and funeral'],
            business: ['准营准办', 'Starting a trade'],
            taxes: ['纳税缴费', 'Taxes'],
            otherPerson: ['综合其他', 'Other'],
          },
        ),
      )
      .max(6),
    '自然人主题',
    'Topics for persons',
    'user_topic_type',
  ),
  corpTopics: element(
    z
      .array(
        choice(
          [
            'establishment',
            'change',
            'closing',
            'permits',
            'qualification',
            'construction',
            'staff',
            'taxes',
            'safety',
            'environment',
            'investment',
            'culture',
            'health',
            'transport',
            'otherCorp',
          ],
          {
            establishment: ['设立变更', 'Establishment'],
            change: ['变更备案', 'Change and filing'],
            closing: ['注销清算', 'Closing down'],
            permits: ['准营准办', 'Permits to operate'],
            qualification: ['资质认证', 'Qualification'],
            construction: ['工程建设', 'Construction'],
            staff: ['人力资源', 'Staff'],
            taxes: ['税收财务', 'Taxes and finance'],
            safety: ['安全生产', 'Safety'],
            environment: ['环保绿化', 'Environment'],
            investment: ['投资审批', 'Investment'],
            culture: ['文体教育', 'Culture'],
            health: ['医疗卫生', 'Health'],
            transport: ['交通运输', 'Transport'],
            otherCorp: ['综合其他', 'Other'],
          },
        ),
      )
      .max(6),
    '法人主题',
    'Topics for organisations',
    'corp_topic_type',
  ),
  lifeStage: element(ShortText, '生命周期', 'Stage of life'),
});
