import { z } from 'zod';
import type { Text } from '../kernel/refusal.ts';
import { childOf, type ElementPath, namesOf, plainNames, schemaAt } from './element-name.ts';

/**
 * The content at `path` as people read it: codes by their names, yes and no, the parts of a group with the names of its elements, an
 * empty text where there is nothing. Whoever drafts an item knows no JSON.
 */
export function elementText(path: ElementPath, content: unknown): Text {
  return textOf(schemaAt(path), content);
}

function textOf(schema: z.core.$ZodType | undefined, content: unknown): Text {
  if (content === null || content === undefined || content === '') return same('');
  if (typeof content === 'boolean') return content ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(content)) return listText(schema, content);
  if (isGroup(content)) return groupText(schema, content);
  return codeText(schema, String(content)) ?? same(String(content));
}

function same(text: string): Text {
  return { zh: text, en: text };
}

function listText(schema: z.core.$ZodType | undefined, lines: readonly unknown[]): Text {
  const parts = lines.map((line) => textOf(childOf(schema, 0), line));
  const isPlain = lines.every((line) => typeof line !== 'object');
  return {
    zh: parts.map(({ zh }, at) => (isPlain ? zh : `${at + 1}. ${zh}`)).join(isPlain ? '、' : '\n'),
    en: parts.map(({ en }, at) => (isPlain ? en : `${at + 1}. ${en}`)).join(isPlain ? ', ' : '\n'),
  };
}

function groupText(schema: z.core.$ZodType | undefined, group: Readonly<Record<string, unknown>>): Text {
  const { zh, en, ...others } = group;
  if (typeof zh === 'string' && typeof en === 'string' && Object.keys(others).length === 0) return { zh, en };
  const parts = Object.entries(group).flatMap(([key, content]) => {
    const child = childOf(schema, key);
    const name = (child === undefined ? undefined : namesOf(child)) ?? plainNames[key] ?? same(key);
    const text = textOf(child, content);
    return text.zh === '' ? [] : [{ zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` }];
  });
  return { zh: parts.map((part) => part.zh).join('；'), en: parts.map((part) => part.en).join('; ') };
}

const Names = z.record(z.string(), z.tuple([z.string(), z.string()]));

/** The names of a code, whether they stand with the choice or with the element that is one. */
function codeText(schema: z.core.$ZodType | undefined, code: string): Text | undefined {
  for (let one = schema; one !== undefined; one = innerOf(one)) {
    const found = Names.safeParse(z.globalRegistry.get(one)?.['names']).data?.[code];
    if (found !== undefined) return { zh: found[0], en: found[1] };
  }
  return undefined;
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? schema.unwrap() : undefined;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
