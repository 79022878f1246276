import { z } from 'zod';

import { choice, element, LegalBasis, LongText, ShortText, Words } from './element.ts';

/** The sources that spare the applicant a material: e-licences (L-…) and share interfaces (S-…). */
export const SourceId = z.string().regex(/^[LS]-[A-Z]+$/);

/** One line of the complete list of materials (许可法30; 优化条例35). */
export const Material = z.strictObject({
  /** What a correction notice cites (R4). */
  code: element(z.string().regex(/^m\.[A-Za-z0-9]+$/), '材料代码', 'Code'),
  name: element(z.string().min(1).max(200), '材料名称', 'Name', 'material_name'),
  nameEn: element(ShortText, '英文名称', 'English name'),
  kind: element(
    choice(['form', 'licence', 'commitment', 'provided'], {
      form: ['系统表单', 'Our form'],
      licence: ['证照', 'Licence of the library'],
      commitment: ['承诺书', 'Signed commitment'],
      provided: ['申请人提供', 'Provided by the applicant'],
    }),
    '材料种类',
    'Kind',
  ),
  necessity: element(
    choice(['required', 'conditional', 'deferrable'], {
      required: ['必要', 'Required'],
      conditional: ['特定情形', 'In some situations'],
      deferrable: ['可容缺后补', 'May follow (R32)'],
    }),
    '必要性',
    'Necessity',
    'is_need',
  ),
  /** When it is needed, in words; only for a conditional material. */
  situation: element(Words.nullable(), '适用情形', 'Situation'),
  /** E-licences and share interfaces that give its content: then it may not be demanded (R6). */
  replaceableBy: element(z.array(SourceId).max(6), '电子证照与共享来源', 'Licence or share', 'licence_type'),
  original: element(
    choice(['original', 'copy', 'either'], {
      original: ['原件', 'Original'],
      copy: ['复印件', 'Copy'],
      either: ['原件或复印件', 'Original or copy'],
    }),
    '材料类型',
    'Original or copy',
    'material_type',
  ),
  format: element(
    choice(['electronic', 'paper', 'both'], {
      electronic: ['电子', 'Electronic'],
      paper: ['纸质', 'Paper'],
      both: ['纸质或电子', 'Paper or electronic'],
    }),
    '材料形式',
    'Form',
    'material_format',
  ),
  copies: element(z.int().min(0).max(20), '份数', 'Copies', 'page_num'),
  size: element(ShortText, '规格', 'Size', 'page_format'),
  origin: element(
    choice(['applicant', 'government', 'intermediary', 'other'], {
      applicant: ['申请人自备', 'The applicant'],
      government: ['政府部门核发', 'A government organ'],
      intermediary: ['中介服务机构', 'An intermediary'],
      other: ['其他', 'Another'],
    }),
    '来源渠道',
    'Comes from',
    'source_type',
  ),
  originNote: element(LongText, '来源说明', 'Note on the source', 'source_explain'),
  /** Why a paper of the government is still asked of the applicant (R6). */
  notShared: element(LongText, '不能共享的理由', 'Why it is not shared'),
  acceptStandard: element(LongText, '受理标准', 'Accepted when', 'accept_stand'),
  fillNote: element(LongText, '填报须知', 'How to fill in', 'fill_explain'),
  blankForm: element(ShortText, '空白表格', 'Blank form', 'form_guid'),
  sample: element(ShortText, '示例样表', 'Filled-in sample', 'example_guid'),
  basis: element(LegalBasis.nullable(), '材料依据', 'Basis'),
  /** R7 (优化条例44): a 证明 is asked only when it stands on the public list of certificates. */
  certificateListed: element(z.boolean(), '列入证明事项清单', 'On the list of certificates'),
  /** R8: the output of an intermediary names the listed service (`services.intermediaries[].code`). */
  intermediary: element(z.string().max(40).nullable(), '对应中介服务', 'Intermediary service'),
});
export type Material = z.infer<typeof Material>;
