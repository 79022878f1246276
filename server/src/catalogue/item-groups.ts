import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';
import { Item } from './item.ts';

interface ItemGroup {
  readonly id: string;
  readonly name: Text;
  /** Elements of the item, in the order in which they are written. */
  readonly elements: readonly (keyof Item)[];
}

/** The groups of the implementation list (domain §3.6) in which an item is written and read; every element is in one. */
export const itemGroups = [
  {
    id: 'identity',
    name: { zh: '基本信息', en: 'Identity' },
    elements: [
      'id',
      'name',
      'nameEn',
      'plain',
      'dept',
      'typeCode',
      'useLevel',
      'region',
      'basicCode',
      'localCode',
      'implCode',
      'bizCode',
      'bizName',
      'endsOn',
    ],
  },
  { id: 'power', name: { zh: '权力', en: 'Power' }, elements: ['power', 'delegation'] },
  { id: 'audience', name: { zh: '服务对象', en: 'Audience' }, elements: ['subject', 'audience'] },
  { id: 'time', name: { zh: '时限', en: 'Time' }, elements: ['caseType', 'legalLimit', 'promisedLimit', 'time'] },
  { id: 'intake', name: { zh: '受理', en: 'Intake' }, elements: ['intake'] },
  { id: 'materials', name: { zh: '材料', en: 'Materials' }, elements: ['materials'] },
  { id: 'form', name: { zh: '申请表与情形', en: 'Form and situations' }, elements: ['form', 'situations'] },
  {
    id: 'channels',
    name: { zh: '渠道与地点', en: 'Channels and places' },
    elements: ['online', 'channels', 'visits', 'place'],
  },
  { id: 'fees', name: { zh: '收费', en: 'Fees' }, elements: ['fees'] },
  { id: 'result', name: { zh: '结果', en: 'Result' }, elements: ['result'] },
  { id: 'services', name: { zh: '服务与救济', en: 'Services and remedies' }, elements: ['services'] },
  {
    id: 'signing',
    name: { zh: '签批级别', en: 'Sign class' },
    elements: ['signClass', 'signReason', 'decidableOnTheSpot', 'inSignList', 'adverseSigns', 'signing'],
  },
  {
    id: 'rules',
    name: { zh: '审查与规则', en: 'Review and rules' },
    elements: ['reviewPoints', 'inputs', 'effects', 'decide', 'cases'],
  },
  { id: 'notes', name: { zh: '来源与备注', en: 'Source and notes' }, elements: ['source', 'notes'] },
] as const satisfies readonly ItemGroup[];

/** The item as JSON Schema with the names of its elements: what a form is built from. */
export function itemSchema(): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(z.toJSONSchema(Item, { io: 'output' }));
}
