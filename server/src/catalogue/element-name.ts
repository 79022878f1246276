import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';
import { Item } from './item.ts';

/** A place in an item: keys and positions from the top. */
export type ElementPath = readonly (string | number)[];

/** `materials[3].name`. */
export function pathText(path: ElementPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

/** Names of the elements that bear none in their schema: those of the rules. */
export const plainNames: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  source: { zh: '来源', en: 'Source' },
  label: { zh: '说明', en: 'Label' },
  labelEn: { zh: '英文说明', en: 'English label' },
  when: { zh: '条件', en: 'When' },
  kind: { zh: '种类', en: 'Kind' },
  arg: { zh: '参数', en: 'Argument' },
  why: { zh: '理由', en: 'Why' },
  outcome: { zh: '结论', en: 'Outcome' },
  clock: { zh: '时限状态', en: 'Clock' },
  to: { zh: '转办', en: 'To' },
  inputs: { zh: '输入', en: 'Inputs' },
  expect: { zh: '应得结论', en: 'Expected' },
  value: { zh: '值', en: 'Value' },
  upTo: { zh: '不超过', en: 'Up to' },
  fen: { zh: '金额（分）', en: 'Fen' },
  '': { zh: '内容', en: 'Text' },
};

/** The names of the element at `path`, from the outermost group inwards; positions count from 1. */
export function elementName(path: ElementPath): Text {
  const zh: string[] = [];
  const en: string[] = [];
  let schema: z.core.$ZodType | undefined = Item;
  for (const key of path) {
    schema = childOf(schema, key);
    if (typeof key === 'number') {
      zh.push(`第${key + 1}项`);
      en.push(`no. ${key + 1}`);
      continue;
    }
    const names = schema === undefined ? undefined : namesOf(schema);
    zh.push(names?.zh ?? plainNames[key]?.zh ?? key);
    en.push(names?.en ?? plainNames[key]?.en ?? key);
  }
  return { zh: zh.join(' › '), en: en.join(' › ') };
}

/** The description of the element at `path`; undefined where the item's has none. */
export function schemaAt(path: ElementPath): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(childOf, Item);
}

/** The names of one element. */
export function namesOf(schema: z.core.$ZodType): Text | undefined {
  const meta = z.globalRegistry.get(schema);
  const en = meta?.['en'];
  return meta?.title === undefined || typeof en !== 'string' ? undefined : { zh: meta.title, en };
}

/** The description of what lies at `key` inside an element. */
export function childOf(schema: z.core.$ZodType | undefined, key: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodNullable) return childOf(schema.unwrap(), key);
  if (schema instanceof z.ZodArray) return typeof key === 'number' ? schema.element : undefined;
  if (schema instanceof z.ZodObject) return schema.shape[key];
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined;
  for (const option of schema.options) {
    const found = childOf(option, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
